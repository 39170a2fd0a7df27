import type { Catalogue } from "../catalogue/catalogue.ts";
import { say, type Value } from "../locale/sentence.ts";
import type { Ruling } from "../model/decision.ts";
import { MAPPING_DECISIONS } from "../model/decision-words.ts";
import type { Offer } from "../model/offer.ts";
import type { MappingLine, PlannedSubscription } from "../model/plan.ts";
import type { TypedDecision } from "../model/verdict.ts";
import { resolveTarget } from "./resolve-target.ts";
import { sourceText } from "./source-text.ts";
import { decisionWords } from "./typed-values.ts";

/** What a decision on a source offer means for its subscriptions. */
export interface MappingRuling {
  readonly offers: readonly Offer[];
  /** Only for subscriptions to which the rules give these very offers: others of the line differ by day or country. */
  readonly onlyWhereProposed: boolean;
  readonly source: string;
}

/** What a decision on a line of the mapping comes to, or why it cannot be applied. */
export function mappingRuling(
  decision: TypedDecision,
  { identity, target }: MappingLine,
  catalogue: Catalogue,
): MappingRuling | { readonly refused: Value } {
  const words = decisionWords(MAPPING_DECISIONS);
  const word = MAPPING_DECISIONS.find((known) => known === decision.decision.toLowerCase());
  const source = sourceText(decision);
  if (decision.decision === "") return { refused: say`a chosen target needs a decision beside it (${words})` };
  switch (word) {
    case undefined:
      return { refused: say`expected ${words}, found "${decision.decision}"` };
    case "none":
      if (decision.target !== "") return { refused: say`none and a chosen target contradict each other` };
      return { offers: [], onlyWhereProposed: false, source };
    case "accept": {
      if (target.offers.length === 0) return { refused: say`no target is proposed that could be accepted` };
      if (decision.target !== "") return { refused: say`accept takes the proposed target: decide use for another` };
      return { offers: target.offers, onlyWhereProposed: true, source };
    }
    case "use": {
      if (decision.target === "") return { refused: say`use says nothing: no chosen target` };
      const resolved = resolveTarget(decision.target, identity.segment, catalogue);
      return "refused" in resolved ? resolved : { offers: resolved.offers, onlyWhereProposed: false, source };
    }
    default:
      return word satisfies never;
  }
}

/** The subscription's own decision wins; what it leaves open, its offer's decision settles. */
export function withMapping(
  own: Ruling | undefined,
  onOffer: MappingRuling | undefined,
  { target, exclusions }: PlannedSubscription,
): Ruling | undefined {
  if (onOffer === undefined || exclusions.length > 0) return own;
  if (onOffer.onlyWhereProposed && !sameOffers(onOffer.offers, target.offers)) return own;
  const { offers, source } = onOffer;
  if (own === undefined) return { kind: "mapping", offers, seats: undefined, switchOn: undefined, source };
  return own.offers === undefined ? { ...own, offers, source: `${own.source}; ${source}` } : own;
}

function sameOffers(some: readonly Offer[], others: readonly Offer[]): boolean {
  return some.length === others.length && some.every((offer, index) => offer.id === others[index]?.id);
}
