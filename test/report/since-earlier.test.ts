import { describe, expect, it } from "vitest";
import type { PlanChange } from "../../src/model/plan.ts";
import { planTable } from "../../src/report/tables/plan.ts";
import { reviewQueueTable } from "../../src/report/tables/review-queue.ts";
import { aPlan, aPlannedSubscription } from "../support/a-plan.ts";
import { inEnglish } from "../support/in-english.ts";

function aChange(key: string, difference: Partial<PlanChange> = {}): PlanChange {
  const named = { customer: "Fabrikam", subscriptionId: key, sourceOffer: "Visio" };
  const values = { field: "seats", before: "1", after: "2" };
  return { kind: "changed", key, ...named, ...values, against: "earlier plan", ...difference };
}

const subscriptions = ["s1", "s2", "s3"].map((key) =>
  aPlannedSubscription({ subscription: { key }, status: "review" }),
);

function marksOn(changes: readonly PlanChange[] | undefined, table: typeof planTable | typeof reviewQueueTable) {
  const plan = aPlan({ subscriptions, ...(changes === undefined ? {} : { changes }) });
  const columns = (table.sheetColumns ?? table.columns)(plan);
  const column = columns.find(({ key }) => key === "since_earlier_plan");
  return column && [...table.rows(plan)].map((row) => inEnglish(column.value(row as never)));
}

describe.each([
  ["Plan", planTable],
  ["Review queue", reviewQueueTable],
] as const)("on %s", (_, table) => {
  it("rows that the earlier plan did not have are marked, and what changed in the others is named", () => {
    const changes = [
      aChange("s1", { kind: "added", field: "", before: "", after: "review" }),
      aChange("s2"),
      aChange("s2", { field: "switch_on" }),
      aChange("s2", { field: "target_seats" }),
      aChange("s2", { field: "earliest_on" }),
      aChange("gone", { kind: "gone" }),
    ];

    expect(marksOn(changes, table)).toEqual(["new", "seats, date", undefined]);
  });

  it.each([
    [["earliest_on", "overlap_days"], "other"],
    [["findings", "switch_on", "target_offer", "status"], "status, offer, date, findings"],
    [["term_end"], "term end"],
    [["assigned_seats"], "seats"],
  ])("changes of %j are %s", (fields, mark) => {
    expect(
      marksOn(
        fields.map((field) => aChange("s3", { field })),
        table,
      )?.at(-1),
    ).toBe(mark);
  });

  it("there is no such column where nothing was compared, or only with the plan without decisions", () => {
    expect(marksOn(undefined, table)).toBeUndefined();
    expect(marksOn([], table)).toBeUndefined();
    expect(marksOn([aChange("gone", { kind: "gone" })], table)).toBeUndefined();
    expect(marksOn([aChange("s1", { against: "no decisions" })], table)).toBeUndefined();
  });
});

it("stands beside the review columns, not in plan.csv", () => {
  const plan = aPlan({ subscriptions, changes: [aChange("s1")] });
  const keys = planTable.sheetColumns?.(plan).map(({ key }) => key) ?? [];

  expect(keys[keys.indexOf("since_earlier_plan") - 1]).toBe("comment");
  expect(planTable.columns(plan).map(({ key }) => key)).not.toContain("since_earlier_plan");
});
