import type { CatalogueOffer } from "../../catalogue/catalogue.ts";
import { type Phrase, say } from "../../locale/sentence.ts";
import type { Candidate } from "../../model/offer.ts";
import type { Standing } from "../standing.ts";
import { type Market, MOST_CANDIDATES, type Question, type Strategy } from "./strategy.ts";

/** Not to be had any more, and the catalogue states what replaces it: the first option that is on sale on the day. */
export const successor: Strategy = {
  name: "successor",
  answer({ source, isToBeHad, standing, market }) {
    if (source === undefined || isToBeHad || standing === undefined) return undefined;
    const [stated, ...others] = statedOptions(source, standing, market);
    if (stated === undefined) return undefined;
    return {
      match: "successor",
      offers: stated,
      candidates: others.slice(0, MOST_CANDIDATES).map((option) => asCandidate(option, say`other stated successor`)),
      because: say`stated successor`,
      source: standing.discontinuation?.source,
    };
  },
};

/** What replaces the offer should a transfer, which keeps it, not come about. */
export function statedSuccessors({ source, standing, market }: Question): readonly Candidate[] {
  if (source === undefined || standing === undefined) return [];
  return statedOptions(source, standing, market).map((option) => asCandidate(option, say`stated successor`));
}

function statedOptions(
  source: CatalogueOffer,
  standing: Standing,
  market: Market,
): readonly (readonly CatalogueOffer[])[] {
  return standing.successors
    .map((option) => onSale(option, source, market, new Set([source.id])))
    .filter((offers) => offers !== undefined);
}

/**
 * The offers of one option, each replaced by its own successor where it is off sale, too.
 * Undefined where that leads nowhere: into a circle, out of the catalogue or into another segment.
 */
function onSale(
  option: readonly string[],
  source: CatalogueOffer,
  market: Market,
  passed: ReadonlySet<string>,
): readonly CatalogueOffer[] | undefined {
  const found = new Set<CatalogueOffer>();
  for (const id of option) {
    const offer = market.offer(id);
    if (offer === undefined || passed.has(id) || offer.segment !== source.segment) return undefined;
    const standing = market.standingOf(offer);
    if (standing.purchasable) {
      found.add(offer);
      continue;
    }
    const further = firstOnSale(standing.successors, source, market, new Set([...passed, id]));
    if (further === undefined) return undefined;
    for (const next of further) found.add(next);
  }
  return found.size === 0 ? undefined : [...found];
}

function firstOnSale(
  options: readonly (readonly string[])[],
  source: CatalogueOffer,
  market: Market,
  passed: ReadonlySet<string>,
): readonly CatalogueOffer[] | undefined {
  for (const option of options) {
    const found = onSale(option, source, market, passed);
    if (found !== undefined) return found;
  }
  return undefined;
}

function asCandidate(option: readonly CatalogueOffer[], what: Phrase): Candidate {
  const [first, ...rest] = option as readonly [CatalogueOffer, ...CatalogueOffer[]];
  const others = rest.map((offer) => offer.name).join(" + ");
  return { offer: first, score: 1, reason: rest.length === 0 ? what : say`${what}, together with ${others}` };
}
