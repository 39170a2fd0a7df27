import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import type { Plan } from "../../src/model/plan.ts";
import { nextTasks } from "../../src/report/workbook/next-tasks.ts";
import { planFacts } from "../../src/report/workbook/plan-facts.ts";
import { summaryRows } from "../../src/report/workbook/summary-sheet.ts";
import {
  aFileReport,
  aFinding,
  aPlan,
  aPlannedSubscription,
  aRejectedRow,
  aTally,
  manyPlannedSubscriptions,
  type PlannedDifference,
} from "../support/a-plan.ts";
import { inEnglish } from "../support/in-english.ts";

const known = aPlannedSubscription({ customer: { relationship: true } }).subscription.customer;

const stranger = { relationship: false };

/** A subscription whose customer is there already, and whose dates lie far ahead. */
function aQuietOne(difference: PlannedDifference = {}) {
  return aPlannedSubscription({ ...difference, subscription: { customer: known, ...difference.subscription } });
}

function planOf(...subscriptions: readonly ReturnType<typeof aPlannedSubscription>[]): Plan {
  return aPlan({ subscriptions });
}

function tasksOf(plan: Plan): readonly string[] {
  return nextTasks(plan, planFacts(plan)).map((task) => `${task.sheet}: ${inEnglish(task.text)}`);
}

describe("the things to do next", () => {
  it("begin with what is not in the plan, then what is blocked, then who is to be invited", () => {
    const refusal = aFinding("FILE_UNKNOWN", "rejecting");
    const plan = aPlan({
      subscriptions: [
        aQuietOne({ status: "blocked", findings: [aFinding("REGION_CONFLICT", "blocking")] }),
        aPlannedSubscription({ customer: stranger, slot: { inviteBy: plainDate("2027-03-10") } }),
        aPlannedSubscription({ customer: stranger, slot: { inviteBy: plainDate("2027-03-09") } }),
      ],
      rejected: [aRejectedRow(), aRejectedRow()],
      files: [aFileReport(), aFileReport({ refusal })],
    });

    expect(tasksOf(plan)).toEqual([
      "Rejected: 2 rows are not in this plan, 1 file was refused as a whole: correct rejected.csv, and plan it together with the other files.",
      "Review queue: 1 subscription is blocked, by REGION_CONFLICT: see why in the queue, worst first, and decide on Plan.",
      "Customers: 2 customers have no reseller relationship on record: send the invitations, the first by 2027-03-09.",
    ]);
  });

  it("speak of a file refused as a whole also where it has no rows to reject", () => {
    const plan = aPlan({ subscriptions: [], files: [aFileReport({ refusal: aFinding("FILE_UNKNOWN", "rejecting") })] });

    expect(tasksOf(plan)).toEqual([
      "Summary: 1 file was refused as a whole: see Files read for the reason, and plan it together with the other files.",
    ]);
  });

  it("name the code that blocks most, and of two that block as many the first by name", () => {
    const a = aFinding("OFFER_UNKNOWN", "blocking");
    const b = aFinding("ADDON_WITHOUT_BASE", "blocking");
    const plan = planOf(
      aQuietOne({ status: "blocked", findings: [a, b] }),
      aQuietOne({ status: "blocked", findings: [aFinding("SEAT_POOL_EXCEEDED", "warning")] }),
      aQuietOne({ status: "blocked", findings: [a, b] }),
    );

    expect(tasksOf(plan)[0]).toBe(
      "Review queue: 3 subscriptions are blocked, most often by ADDON_WITHOUT_BASE (2): see why in the queue, worst first, and decide on Plan.",
    );
  });

  it.each([
    ["2026-12-01", "the first at once (due 2026-12-01)"],
    ["2026-12-02", "the first by 2026-12-02"],
  ])("an invitation due %s is sent %s", (inviteBy, when) => {
    const plan = planOf(aPlannedSubscription({ customer: stranger, slot: { inviteBy: plainDate(inviteBy) } }));

    expect(tasksOf(plan)[0]).toBe(
      `Customers: 1 customer has no reseller relationship on record: send the invitations, ${when}.`,
    );
  });

  it.each([
    ["on the plan's day", "2026-12-01", true],
    ["30 days ahead", "2026-12-31", true],
    ["31 days ahead", "2027-01-01", false],
    ["the day before", "2026-11-30", false],
  ])("a term that ends %s is soon: %s, %s", (_, end, isSoon) => {
    const plan = planOf(aQuietOne({ slot: { termEnd: plainDate(end) } }));

    expect(tasksOf(plan).some((task) => task.includes("within 30 days"))).toBe(isSoon);
  });

  it("end with the first switch and auto-renewal where nothing else is open", () => {
    const plan = planOf(aQuietOne(), aQuietOne({ slot: { switchOn: plainDate("2027-03-01") } }));

    expect(tasksOf(plan)).toEqual([
      "Plan: The first switch is on 2027-03-01: 1 subscription of 1 customer; order, or have the transfer approved, by then.",
      "Plan: Have auto-renewal switched off at the source partner, the first by 2027-03-30; each day is on Plan.",
    ]);
  });

  it("do not count what is blocked or excluded as moving", () => {
    const plan = planOf(
      aQuietOne({ status: "excluded", slot: { switchOn: plainDate("2026-12-02") } }),
      aQuietOne({ status: "blocked", slot: { switchOn: plainDate("2026-12-03") } }),
      aQuietOne({ slot: { switchOn: plainDate("2026-12-04") } }),
    );

    expect(planFacts(plan).firstSwitch).toEqual({ on: plainDate("2026-12-04"), subscriptions: 1, customers: 1 });
  });

  it.each([
    ["ready", 1],
    ["review", 1],
    ["blocked", 0],
    ["excluded", 0],
  ] as const)("a customer whose only subscription is %s: %i to invite", (status, count) => {
    const plan = planOf(aPlannedSubscription({ customer: stranger, status }));

    expect(planFacts(plan).customersToInvite).toBe(count);
  });

  it("say first that no partner location is known, where none is", () => {
    const plan = { ...planOf(aQuietOne({ status: "review" })), partners: [] };

    expect(tasksOf(plan)[0]).toMatch(/^Customers: No partner location is known/);
    expect(tasksOf({ ...plan, ...aPlan({ subscriptions: [], rejected: [aRejectedRow()] }), partners: [] })[0]).toMatch(
      /^Rejected: 1 row is not in this plan/,
    );
  });
});

describe("the first sheet", () => {
  const textOf = (plan: Plan) =>
    summaryRows(plan, [{ sheet: "Plan", rows: 12, purpose: "For tests." }], new Map([["REGION_CONFLICT", 40]])).map(
      (row) => row.cells.map((cell) => inEnglish(cell?.value) ?? "").join("|"),
    );

  it("writes both sums out, and says that they add up", () => {
    const lines = textOf(aPlan({ subscriptions: manyPlannedSubscriptions(12), rejected: [aRejectedRow()] }));

    expect(lines).toContain("adds up|13|12|0|0|1|0|0|0");
    expect(lines).toContain(
      "13 = 12 planned + 0 merged + 0 duplicates + 1 rejected + 0 usage + 0 customers + 0 ignored",
    );
    expect(lines).toContain("adds up|12|6|2|2|2");
    expect(lines).toContain("12 = 6 ready + 2 review + 2 blocked + 2 excluded");
  });

  it("says so where they do not", () => {
    const plan = aPlan();

    const lines = textOf({ ...plan, totals: { ...plan.totals, ready: 0 } });

    expect(lines).toContainEqual(expect.stringContaining("does not add up, 1 apart"));
  });

  it("links each finding to its line on Legend", () => {
    const rows = summaryRows(
      aPlan({ subscriptions: manyPlannedSubscriptions(12) }),
      [],
      new Map([["REGION_CONFLICT", 40]]),
    );

    const cell = rows.flatMap((row) => row.cells).find((each) => each?.value === "REGION_CONFLICT");
    expect(cell?.to).toBe("'Legend'!A40");
  });

  it("tells of each file where its rows went, and why it was refused", () => {
    const lines = textOf(
      aPlan({
        files: [
          aFileReport({
            rows: aTally({ read: 3, planned: 1, ignored: 2 }),
            ignored: [{ reason: "blank", rows: 2 }],
            unreadColumns: ["Sold to"],
          }),
          aFileReport({
            file: "odd.csv",
            format: "",
            refusal: aFinding("FILE_UNKNOWN", "rejecting", "no known header"),
          }),
          aFileReport({ file: "empty.csv", isEmpty: true }),
        ],
      }),
    );

    expect(lines).toContain("book.csv|generic|3|1|0|0|0|0|0|2|Ignored: 2 rows, blank. Columns not read: Sold to.");
    expect(lines).toContain("odd.csv|unknown|0|0|0|0|0|0|0|0|Refused: FILE_UNKNOWN: no known header");
    expect(lines).toContain("empty.csv|generic|0|0|0|0|0|0|0|0|A header and no rows.");
  });
});
