import { describe, expect, it } from "vitest";
import { renderManifest, totalsJson } from "../../src/report/manifest.ts";
import { aFileReport, aFinding, aPlan, aPlannedSubscription, aTally } from "../support/a-plan.ts";

const tool = { name: "csp-transfer-planner", version: "0.1.0" };
const outputs = [
  { file: "plan.csv", sha256: "c".repeat(64), rows: 1 },
  { file: "report.html", sha256: "d".repeat(64), rows: undefined },
];

const refusal = aFinding("FILE_UNKNOWN", "rejecting");
const plan = aPlan({
  subscriptions: [aPlannedSubscription({ findings: [aFinding("SEAT_POOL_EXCEEDED", "warning")], status: "review" })],
  notices: [{ place: { file: "notes.csv", row: 1, line: 1 }, finding: refusal }],
  files: [
    aFileReport({
      rows: aTally({ read: 3, planned: 1, ignored: 2 }),
      dateOrder: "dmy",
      dateEvidence: ['start: day first, as "13/04/2027" shows'],
      decimalEvidence: ["seats: decimal comma, by the configuration"],
      ignored: [{ reason: "blank row", rows: 2 }],
      unreadColumns: ["Colour"],
    }),
    aFileReport({ file: "notes.csv", format: "", refusal }),
  ],
});

describe("manifest.json", () => {
  it("says what was read, by which rules, what came of it, and what was written", () => {
    expect(JSON.parse(renderManifest(plan, outputs, tool))).toEqual({
      schemaVersion: 1,
      tool,
      asOf: "2026-12-01",
      locale: "en",
      inputs: [
        {
          file: "book.csv",
          sha256: "a".repeat(64),
          bytes: 1234,
          format: "generic",
          encoding: "utf-8",
          delimiter: ",",
          dateOrder: "dmy",
          dateEvidence: ['start: day first, as "13/04/2027" shows'],
          decimalEvidence: ["seats: decimal comma, by the configuration"],
          refused: null,
          rows: { read: 3, planned: 1, merged: 0, duplicates: 0, rejected: 0, usage: 0, customers: 0, ignored: 2 },
          ignored: [{ reason: "blank row", rows: 2 }],
          unreadColumns: ["Colour"],
        },
        expect.objectContaining({ file: "notes.csv", format: "", refused: "FILE_UNKNOWN" }),
      ],
      catalogue: [{ name: "built-in catalogue", date: "2026-08-01", sha256: "b".repeat(64), problems: [] }],
      policy: {
        path: "auto",
        seats: "purchased",
        bufferDays: 7,
        minimumDays: 2,
        relationshipLeadDays: 14,
        groupDays: 0,
        workingDays: ["mon", "tue", "wed", "thu", "fri"],
        holidays: "partner",
        freezes: [{ from: "2026-12-18", to: "2027-01-05", reason: "year-end freeze" }],
        capacityPerDay: { subscriptions: null, customers: null },
      },
      partners: [
        { id: "eu", name: "Contoso Cloud EU", country: "DE", tenantId: "7a1d3c52-0000-4000-8000-000000000001" },
      ],
      totals: {
        rowsRead: 1,
        planned: 1,
        merged: 0,
        duplicates: 0,
        rejected: 0,
        usage: 0,
        customers: 0,
        ignored: 0,
        ready: 0,
        review: 1,
        blocked: 0,
        excluded: 0,
      },
      schedule: {
        objective: { withoutDay: 0, laterTerm: 0, bufferDays: 3, overlap: 1234.5 },
        bound: { withoutDay: 0, laterTerm: 0, bufferDays: 3, overlap: 1230 },
        gap: { withoutDay: 0, laterTerm: 0, bufferDays: 0, overlap: 4.5 },
        isOptimal: false,
        overlapIn: "EUR",
      },
      findings: { FILE_UNKNOWN: 1, SEAT_POOL_EXCEEDED: 1 },
      outputs: [
        { file: "plan.csv", sha256: "c".repeat(64), rows: 1 },
        { file: "report.html", sha256: "d".repeat(64), rows: null },
      ],
    });
  });

  it("has its keys in the contract's order and ends with a line break", () => {
    const text = renderManifest(plan, outputs, tool);

    expect(Object.keys(JSON.parse(text))).toEqual(
      "schemaVersion tool asOf locale inputs catalogue policy partners totals schedule findings outputs".split(" "),
    );
    expect(text.startsWith('{\n  "schemaVersion": 1,\n')).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("gives the gap up to the first level that differs, as those after it are of another schedule", () => {
    const bound = { withoutDay: 0, laterTerm: 0, bufferDays: 2, overlap: 2000 };
    const { schedule } = JSON.parse(renderManifest({ ...plan, schedule: { ...plan.schedule, bound } }, outputs, tool));

    expect(schedule.gap).toEqual({ withoutDay: 0, laterTerm: 0, bufferDays: 1, overlap: null });
  });

  it("does not depend on the order in which the plan's own keys were made", () => {
    const { ready, planned, ...rest } = plan.totals;
    const shuffled = { ...plan, totals: { ready, ...rest, planned } };

    expect(renderManifest(shuffled, outputs, tool)).toBe(renderManifest(plan, outputs, tool));
  });
});

it("gives the manifest's totals on one line", () => {
  const { totals } = JSON.parse(renderManifest(plan, outputs, tool));

  expect(totalsJson(plan)).toBe(JSON.stringify(totals));
  expect(Object.keys(totals).join(" ")).toBe(
    "rowsRead planned merged duplicates rejected usage customers ignored ready review blocked excluded",
  );
});
