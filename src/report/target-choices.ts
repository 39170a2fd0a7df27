import type { Offer, Target } from "../model/offer.ts";
import type { Plan } from "../model/plan.ts";
import type { Segment } from "../model/subscription.ts";
import { targetChoiceText } from "../model/target-choice.ts";

/** After the row's own candidates come the commonest targets of its segment, so many. */
const USUAL_TARGETS = 30;
/** A book with more distinct candidates than this has them on Mapping; its dropdowns then show the usual targets alone. */
const MOST_LISTS = 20_000;

/** The lists that the dropdowns of a new target show. */
export interface TargetChoices {
  /** Number of a row's list, from 1. */
  numberOf(target: Target, segment: Segment): number;
  /** In the order of their numbers. */
  readonly lists: readonly (readonly string[])[];
}

/** The candidates of each row, best first, and then the usual targets of its segment. Same plan, same numbers. */
export function targetChoices(plan: Plan): TargetChoices {
  const usual = usualTargets(plan);
  const lists: (readonly string[])[] = [];
  const numbers = new Map<string, number>();
  const known = new Map<Target, Map<Segment, number>>();

  const listNumber = (segment: Segment, own: readonly string[]): number => {
    const name = JSON.stringify([segment, ...own]);
    const number = numbers.get(name);
    if (number !== undefined) return number;
    if (own.length > 0 && lists.length >= MOST_LISTS) return listNumber(segment, []);
    const list = [...new Set([...own, ...(usual.get(segment) ?? [])])];
    lists.push(list);
    numbers.set(name, lists.length);
    return lists.length;
  };

  const numberOf = (target: Target, segment: Segment): number => {
    const bySegment = known.get(target) ?? new Map<Segment, number>();
    known.set(target, bySegment);
    const seen = bySegment.get(segment);
    if (seen !== undefined) return seen;
    const number = listNumber(
      segment,
      target.candidates.map(({ offer }) => targetChoiceText([offer])),
    );
    bySegment.set(segment, number);
    return number;
  };

  for (const { target, identity } of plan.subscriptions) numberOf(target, identity.segment);
  for (const { target, identity } of plan.mappings) numberOf(target, identity.segment);
  return { numberOf, lists };
}

/** What most subscriptions of each segment become, the commonest first. */
function usualTargets(plan: Plan): ReadonlyMap<Segment, readonly string[]> {
  const counts = new Map<Segment, Map<readonly Offer[], number>>();
  for (const { target, identity } of plan.subscriptions) {
    if (target.offers.length === 0) continue;
    const ofSegment = counts.get(identity.segment) ?? new Map<readonly Offer[], number>();
    counts.set(identity.segment, ofSegment);
    ofSegment.set(target.offers, (ofSegment.get(target.offers) ?? 0) + 1);
  }
  return new Map([...counts].map(([segment, ofSegment]) => [segment, commonest(ofSegment)]));
}

function commonest(counts: ReadonlyMap<readonly Offer[], number>): readonly string[] {
  const byText = new Map<string, number>();
  for (const [offers, count] of counts) {
    const text = targetChoiceText(offers);
    byText.set(text, (byText.get(text) ?? 0) + count);
  }
  return [...byText]
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
    .slice(0, USUAL_TARGETS)
    .map(([text]) => text);
}
