import { expect, it } from "vitest";
import type { Status } from "../src/model/plan.ts";
import { outcomeOf } from "../src/plan-decisions.ts";
import { aDecision } from "./support/a-decision.ts";
import { aFinding, aPlannedSubscription } from "./support/a-plan.ts";
import { allInEnglish } from "./support/in-english.ts";

const RULING = { kind: "approve", offers: undefined, seats: undefined, switchOn: undefined, source: "a.xlsx" } as const;

function saidOfAnApproval(status: Status, ...findings: ReturnType<typeof aFinding>[]) {
  const typed = aDecision({ decision: "approve" });
  const verdict = { ruling: RULING, typed, stale: [], refused: [] };
  const reviewed = { verdicts: [verdict], typedOnMappings: new Map(), unapplied: [] };
  const planned = aPlannedSubscription({ status, findings });
  const outcome = outcomeOf([planned], { reviewed, file: undefined });
  return allInEnglish(outcome.unapplied.map(({ reason }) => reason));
}

it.each<[Status, string[]]>([
  ["ready", []],
  ["excluded", []],
  ["blocked", ["approved, and still blocked: no approval lifts OFFER_UNKNOWN"]],
])("says of an approval what it could not lift: %s", (status, said) => {
  const blocking = status === "blocked" ? [aFinding("OFFER_UNKNOWN", "blocking")] : [];

  expect(saidOfAnApproval(status, aFinding("REGION_UNKNOWN", "warning"), ...blocking)).toEqual(said);
});

it("names only the warnings that no approval accepts, where nothing blocks", () => {
  expect(
    saidOfAnApproval("review", aFinding("OFFER_DISCONTINUED", "warning"), aFinding("REGION_UNKNOWN", "warning")),
  ).toEqual(["approved, and still in review: no approval lifts REGION_UNKNOWN"]);
});
