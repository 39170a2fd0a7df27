import type { CatalogueOffer } from "../catalogue/catalogue.ts";
import { unlistedOffer } from "../catalogue/unlisted-offer.ts";
import { say } from "../locale/sentence.ts";
import type { Ruling } from "../model/decision.ts";
import type { Choice, Market } from "./strategies/strategy.ts";

/** Choices of reviewers, numbered from 1 so that subscriptions with the same one share a target; 0: none. */
export interface RuledChoices {
  numberOf(ruling: Ruling | undefined): number;
  choice(number: number, market: Market): Choice | undefined;
}

/** One decision on a mapping may hold for thousands of subscriptions, each with a ruling object of its own. */
export function ruledChoices(): RuledChoices {
  const numbers = new Map<string, number>();
  const distinct: Ruling[] = [];
  const known = new Map<Ruling, number>();
  return {
    numberOf(ruling) {
      if (ruling?.offers === undefined) return 0;
      const seen = known.get(ruling);
      if (seen !== undefined) return seen;
      const text = JSON.stringify([ruling.source, ...ruling.offers.map(({ id }) => id)]);
      const number = numbers.get(text) ?? distinct.push(ruling);
      numbers.set(text, number);
      known.set(ruling, number);
      return number;
    },
    choice(number, market) {
      const ruling = distinct[number - 1];
      if (ruling?.offers === undefined) return undefined;
      const offers = ruling.offers.map((offer): CatalogueOffer => market.offer(offer.id) ?? unlistedOffer(offer));
      return { offers, because: say`chosen by a reviewer`, source: ruling.source };
    },
  };
}
