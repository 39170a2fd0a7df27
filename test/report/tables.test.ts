import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { waitingColumns } from "../../src/report/columns/waiting.ts";
import { tables } from "../../src/report/tables/index.ts";
import { aFinding, aPlan, aPlannedSubscription, aRejectedRow } from "../support/a-plan.ts";
import { inEnglish } from "../support/in-english.ts";

const plan = aPlan({
  subscriptions: [
    aPlannedSubscription({ findings: [aFinding("OFFER_RENAMED", "info")] }),
    aPlannedSubscription({ status: "review", findings: [aFinding("SERVICES_LOST", "warning")] }),
  ],
  rejected: [aRejectedRow()],
  decisions: {
    file: undefined,
    ruled: 0,
    unapplied: [
      {
        decision: {
          scope: "subscription",
          key: "0123456789abcdef",
          decision: "hold",
          target: "",
          seats: undefined,
          date: undefined,
          reviewer: "Anna",
          comment: "",
          facts: "",
          source: "plan.xlsx Plan!D7",
        },
        reason: "no subscription of this key is in the book any more",
      },
    ],
  },
  changes: [
    {
      kind: "changed",
      key: "0123456789abcdef",
      customer: "Fabrikam",
      subscriptionId: "s-1",
      sourceOffer: "Visio Plan 2",
      field: "status",
      before: "review",
      after: "ready",
      against: "no decisions",
    },
  ],
});

const headers: Readonly<Record<string, string>> = {
  "plan.csv":
    "key, status, customer, tenant_id, domain, country, partner, source_file, source_row, subscription_id, parent_subscription_id, source_product_id, source_offer, channel, segment, term, billing, term_end, auto_renew, seats, assigned_seats, target_product_id, target_offer, target_term, target_billing, target_seats, match, licence_action, services_lost, path, switch_on, earliest_on, latest_on, date_reason, date_explanation, overlap_days, overlap_cost, currency, wave, request, invite_by, auto_renew_off_by, severity, findings",
  "customers.csv":
    "customer, tenant_id, domain, country, region, partner, relationship, subscriptions, seats, ready, review, blocked, excluded, first_switch_on, last_switch_on, invite_by, requests",
  "mapping.csv":
    "key, source_product_id, source_offer, segment, target_product_id, target_offer, match, licence_action, services_lost, services_gained, candidate_1, candidate_2, candidate_3, subscriptions, seats, provenance",
  "findings.csv": "key, code, severity, subject, customer, subscription_id, source_file, source_row, message, remedy",
  "decisions-not-applied.csv": "scope, key, decision, target, seats, date, reviewer, comment, facts, source, reason",
  "changes.csv": "against, change, key, customer, subscription_id, source_offer, field, before, after",
  "rejected.csv": "file, row, line, column, value, code, remedy, format, customer, seats",
};

describe.each(tables.map((table) => [table.file ?? table.sheet ?? "", table] as const))("%s", (file, table) => {
  const columns = table.columns(plan);
  const onSheet = table.sheetColumns?.(plan) ?? columns;

  it.skipIf(table.file === undefined)("has the columns of the contract, in its order", () => {
    expect(columns.map((column) => column.key).join(", ")).toBe(headers[file]);
  });

  it("shows every column on the sheet, once", () => {
    const keys = onSheet.map((column) => column.key);
    const sheetOnly = new Set(waitingColumns.map(({ key }) => key));
    const listed = onSheet.filter(
      ({ key, input, isHidden }) => input === undefined && isHidden !== true && !sheetOnly.has(key),
    );

    expect(listed.map((column) => column.key).sort()).toEqual(columns.map((column) => column.key).sort());
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(onSheet.map((column) => column.title)).size).toBe(keys.length);
  });

  it("has titles that fit beside the filter button, and a note for each column", () => {
    for (const column of columns) {
      expect(column.width, column.key).toBeGreaterThanOrEqual(Math.min(column.title.length + 3, 30));
      expect(column.width, column.key).toBeLessThanOrEqual(80);
      expect(column.note, column.key).toMatch(/\.$/);
    }
  });

  it("gives a value of its kind in every cell", () => {
    const rows = [...table.rows(plan)];

    expect(rows.length).toBeGreaterThan(0);
    for (const column of columns) {
      const numeric = column.kind === "integer" || column.kind === "money" || column.kind === "date";
      for (const row of rows) {
        expect(["undefined", numeric ? "number" : "string"], column.key).toContain(typeof inEnglish(column.value(row)));
      }
    }
  });

  it("freezes columns that exist and leave room for others", () => {
    const frozen = onSheet.slice(0, table.frozenColumns);

    expect(frozen.length).toBe(table.frozenColumns);
    expect(frozen.reduce((sum, column) => sum + column.width, 0)).toBeLessThanOrEqual(60);
  });
});

it("lists every file of the folder", () => {
  const files = readdirSync(new URL("../../src/report/tables/", import.meta.url)).filter((name) => name !== "index.ts");

  expect(tables.map((table) => fileOf(table)).sort()).toEqual(files.sort());
});

it("gives each table a file and a sheet of its own", () => {
  const files = tables.flatMap(({ file }) => file ?? []);
  expect(new Set(files).size).toBe(files.length);
  expect(new Set(tables.map((table) => table.sheet)).size).toBe(tables.length);
});

it("has no rows for an empty book", () => {
  const empty = aPlan({ subscriptions: [] });

  for (const table of tables) expect([...table.rows(empty)]).toEqual([]);
});

/** A list that is only on a sheet has a file named as its sheet. */
function fileOf({ file, sheet = "" }: (typeof tables)[number]): string {
  return file?.replace(/\.csv$/, ".ts") ?? `${sheet.toLowerCase().replaceAll(" ", "-")}.ts`;
}
