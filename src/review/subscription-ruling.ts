import type { Catalogue } from "../catalogue/catalogue.ts";
import { say, type Value, word } from "../locale/sentence.ts";
import type { Ruling } from "../model/decision.ts";
import { SUBSCRIPTION_DECISIONS } from "../model/decision-words.ts";
import type { PlannedSubscription } from "../model/plan.ts";
import type { TypedDecision } from "../model/verdict.ts";
import { resolveTarget } from "./resolve-target.ts";
import { sourceText } from "./source-text.ts";
import { decisionWords } from "./typed-values.ts";

/** What a decision on one subscription comes to, or why it cannot be applied. */
export function subscriptionRuling(
  decision: TypedDecision,
  { identity, exclusions }: PlannedSubscription,
  catalogue: Catalogue,
): Ruling | { readonly refused: Value } {
  const kind = SUBSCRIPTION_DECISIONS.find((word) => word === decision.decision.toLowerCase());
  const { target, seats, date: switchOn } = decision;
  const hasFields = target !== "" || seats !== undefined || switchOn !== undefined;
  const words = decisionWords(SUBSCRIPTION_DECISIONS);
  if (decision.decision === "") {
    return { refused: say`a new target, new seats or a new date needs a decision beside it (${words})` };
  }
  if (kind === undefined) return { refused: say`expected ${words}, found "${decision.decision}"` };
  if (exclusions.length > 0 && kind !== "exclude") {
    return {
      refused: say`nothing is to be moved (${exclusions.join(", ")}), so there is nothing to ${word(kind, "decision")}`,
    };
  }
  if (kind === "exclude" && hasFields) return { refused: say`what is excluded has no new target, seats or date` };
  if (kind === "hold" && switchOn !== undefined)
    return { refused: say`what is held has no date: decide change instead` };
  if (kind === "change" && !hasFields)
    return { refused: say`change says nothing: no new target, new seats or new date` };
  if (seats !== undefined && !(Number.isSafeInteger(seats) && seats >= 1)) {
    return { refused: say`new seats: expected a whole number from 1, found "${seats}"` };
  }
  const resolved = target === "" ? undefined : resolveTarget(target, identity.segment, catalogue);
  if (resolved !== undefined && "refused" in resolved) return resolved;
  return { kind, offers: resolved?.offers, seats, switchOn, source: sourceText(decision) };
}
