import type { CatalogueOffer } from "../../catalogue/catalogue.ts";
import { foldName } from "../../catalogue/names.ts";
import { say } from "../../locale/sentence.ts";
import type { Candidate } from "../../model/offer.ts";
import { noticedServiceCount, type ServiceChange, serviceChange } from "../services.ts";
import { hundredths, spellingOf } from "../similar-names.ts";
import { type Market, MOST_CANDIDATES, type Strategy } from "./strategy.ts";

interface Ranked {
  readonly offer: CatalogueOffer;
  readonly change: ServiceChange;
  readonly likeness: number;
}

/**
 * Not to be had any more, and no successor is stated: the offer on sale that takes the fewest services away, then adds the
 * fewest, then is called most alike. Chosen only when it takes nothing away; otherwise a person chooses.
 */
export const equivalent: Strategy = {
  name: "equivalent",
  answer({ source, isToBeHad, market }) {
    if (source === undefined || isToBeHad) return undefined;
    const ranked = rank(source, market);
    const [best, ...others] = ranked;
    if (best === undefined) return undefined;
    if (best.change.lost.length > 0) {
      return {
        match: "none",
        offers: [],
        candidates: ranked.slice(0, MOST_CANDIDATES).map((one) => asCandidate(one, source)),
        because: say`no successor stated; every offer on sale lacks a service`,
      };
    }
    return {
      match: "equivalent",
      offers: [best.offer],
      candidates: others
        .filter(({ change }) => change.lost.length === 0)
        .slice(0, MOST_CANDIDATES)
        .map((one) => asCandidate(one, source)),
      because: say`no successor stated; no service is lost`,
    };
  },
};

function rank(source: CatalogueOffer, market: Market): readonly Ranked[] {
  const name = foldName(source.name);
  const services = noticedServiceCount(source);
  const ranked: Ranked[] = [];
  for (const offer of market.offers) {
    if (offer.segment !== source.segment || offer.isAddOn !== source.isAddOn || offer.id === source.id) continue;
    // Without a CSP id, that it was on sale once says nothing about today.
    if (offer.isTrial || !offer.isLicenceBased || offer.productSku === "") continue;
    const change = serviceChange(source, [offer]);
    // An offer that keeps none of the services is not like it at all.
    if (change === undefined || change.lost.length === services) continue;
    if (!market.sells(offer)) continue;
    ranked.push({ offer, change, likeness: spellingOf(name, foldName(offer.name)) });
  }
  return ranked.sort(
    (a, b) =>
      a.change.lost.length - b.change.lost.length ||
      a.change.gained.length - b.change.gained.length ||
      b.likeness - a.likeness ||
      (a.offer.id < b.offer.id ? -1 : 1),
  );
}

function asCandidate({ offer, change }: Ranked, source: CatalogueOffer): Candidate {
  const lost = change.lost.length === 0 ? say`no service lost` : say`services lost: ${change.lost.join(", ")}`;
  return {
    offer,
    score: scoreOf(change, noticedServiceCount(source)),
    reason: say`${lost}; ${change.gained.length} added`,
  };
}

/** 1 for the same services. All services added weigh less than one lost, so that the order of the scores is that of the offers. */
function scoreOf({ lost, gained }: ServiceChange, services: number): number {
  const added = gained.length / (gained.length + services);
  return hundredths(1 - (lost.length + added) / (services + 1));
}
