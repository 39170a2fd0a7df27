import { NEVER_ACCEPTED } from "./flag/status.ts";
import { say } from "./locale/sentence.ts";
import { mappingFacts, subscriptionFacts } from "./model/decision-facts.ts";
import type { DecisionOutcome, DecisionsFile, MappingLine, Plan, PlannedSubscription } from "./model/plan.ts";
import type { UnappliedDecision } from "./model/verdict.ts";
import type { Reviewed } from "./review/review.ts";

/** What people decided, and the plan of the same book without it. */
export interface Decided {
  readonly reviewed: Reviewed;
  readonly undecided: Plan;
  readonly file: DecisionsFile | undefined;
}

/** What was typed in place, and what the subscription was before it: for the next workbook. */
export function withDecision(planned: PlannedSubscription, index: number, decided: Decided): PlannedSubscription {
  const typed = decided.reviewed.verdicts[index]?.typed;
  const before = decided.undecided.subscriptions[index];
  if (before === undefined) throw new Error(`The plan without decisions has no subscription ${index}.`);
  const { slot, target, findings } = before;
  return {
    ...planned,
    ...(typed === undefined ? {} : { decision: typed }),
    ...(subscriptionFacts(before) === subscriptionFacts(planned)
      ? {}
      : { undecided: { termEnd: slot.termEnd, target, findings } }),
  };
}

/** The mapping's lines run parallel to those of the plan without decisions: the book is the same. */
export function withDecisions(lines: readonly MappingLine[], decided: Decided | undefined): readonly MappingLine[] {
  if (decided === undefined) return lines;
  return lines.map((line, index) => {
    const typed = decided.reviewed.typedOnMappings.get(line.key);
    const before = decided.undecided.mappings[index];
    if (before?.key !== line.key) throw new Error(`The plan without decisions has no line "${line.key}".`);
    return {
      ...line,
      ...(typed === undefined ? {} : { decision: typed }),
      ...(mappingFacts(before) === mappingFacts(line) ? {} : { undecided: before.target }),
    };
  });
}

export function outcomeOf(
  subscriptions: readonly PlannedSubscription[],
  { reviewed: { verdicts, unapplied }, file }: Pick<Decided, "reviewed" | "file">,
): DecisionOutcome {
  const ruled = verdicts.filter((verdict) => verdict?.ruling !== undefined).length;
  return {
    file,
    ruled,
    unapplied: [...unapplied, ...subscriptions.flatMap((planned, at) => approvedInVain(planned, verdicts[at]))],
  };
}

/** An approval accepts warnings only; what it leaves standing is said to whoever approved. */
function approvedInVain(
  { status, findings }: PlannedSubscription,
  verdict: Reviewed["verdicts"][number],
): readonly UnappliedDecision[] {
  if (verdict?.typed === undefined || verdict.ruling?.kind !== "approve") return [];
  if (status === "ready" || status === "excluded") return [];
  const standing = findings.filter(({ severity, wording }) =>
    status === "blocked" ? severity === "blocking" : severity === "warning" && NEVER_ACCEPTED.has(wording.code),
  );
  const codes = standing.map(({ wording }) => wording.code).join(", ");
  const reason =
    status === "blocked"
      ? say`approved, and still blocked: no approval lifts ${codes}`
      : say`approved, and still in review: no approval lifts ${codes}`;
  return [{ decision: verdict.typed, reason }];
}
