import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/model/decision.ts";
import { planTable } from "../../src/report/tables/plan.ts";
import { reviewStateRows } from "../../src/report/workbook/review-state.ts";
import { aPlan, aPlannedSubscription, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { inEnglish } from "../support/in-english.ts";

function decided(decision: string, status: "review" | "blocked" = "review") {
  const typed: Decision = {
    scope: "subscription",
    key: "k",
    decision,
    target: "",
    seats: undefined,
    date: undefined,
    reviewer: "",
    comment: `")+1+("`,
    facts: "",
    source: "",
  };
  return { ...aPlannedSubscription({ status }), decision: typed };
}

describe("the state of review", () => {
  it("begins with what was decided earlier: by status and decision, and what is open", () => {
    const subscriptions = [decided("approve"), decided("hold"), decided(""), decided("change", "blocked")];

    const rows = reviewStateRows(aPlan({ subscriptions }), planTable, 100).slice(1);
    expect(rows.map((row) => row.cells.slice(0, 7).map((cell) => inEnglish(cell?.value)))).toEqual([
      ["ready", 0, 0, 0, 0, 0, 0],
      ["review", 3, 1, 1, 0, 0, 1],
      ["blocked", 1, 0, 0, 0, 1, 0],
    ]);
  });

  it("counts on every part of Plan, over its data rows", () => {
    const plan = aPlan({ subscriptions: manyPlannedSubscriptions(12) });

    const formula = reviewStateRows(plan, planTable, 9)[2]?.cells[2]?.formula;
    expect(formula).toBe(
      `COUNTIFS('Plan'!$B$2:$B$9,"review",'Plan'!$D$2:$D$9,"approve")+COUNTIFS('Plan (2)'!$B$2:$B$5,"review",'Plan (2)'!$D$2:$D$5,"approve")`,
    );
  });

  it("is left out where there is nothing to decide on", () => {
    expect(reviewStateRows(aPlan({ subscriptions: [] }), planTable, 9)).toEqual([]);
    expect(reviewStateRows(aPlan(), undefined, 9)).toEqual([]);
  });
});
