import type { TypedDecision } from "../../src/model/verdict.ts";

/** A line of decisions.csv that approves subscription s1, and compares no facts. */
export function aDecision(difference: Partial<TypedDecision> = {}): TypedDecision {
  return {
    scope: "subscription",
    key: "s1",
    decision: "approve",
    target: "",
    seats: undefined,
    date: undefined,
    reviewer: "Ana",
    comment: "",
    facts: "",
    source: "plan.xlsx Plan!D2",
    ...difference,
  };
}
