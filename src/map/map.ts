import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import type { Ruling } from "../model/decision.ts";
import type { Ingested } from "../model/ingested.ts";
import type { Identities, Identity, Target } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";
import { countryOf } from "../model/region.ts";
import { judgedOn, type SlotDays } from "../model/slot.ts";
import { SEGMENTS, type Segment, type SourceProduct } from "../model/subscription.ts";
import type { Surveyed } from "../model/survey.ts";
import { ruledChoices } from "./choices.ts";
import { isSoldIn, marketKeys } from "./markets.ts";
import { ownChoice } from "./own-mappings.ts";
import { provenanceOf } from "./provenance.ts";
import { recognise } from "./recognise.ts";
import { type SimilarNames, similarNames } from "./similar-names.ts";
import { type Standing, standingOf } from "./standing.ts";
import type { Market } from "./strategies/strategy.ts";
import { targetOf } from "./target.ts";

/**
 * Mapping in two steps, because what a product is does not depend on a day, and which offer it becomes does.
 *
 * `identify` tells what each record's product is: before survey and schedule, which sum and group by product.
 * `settle` finds the offer it becomes on its switch date: after the schedule.
 * Both work once per distinct product, not once per row; equal results are one object.
 */
export function identify(ingested: Ingested, catalogue: Catalogue): Identities {
  const known = new Map<SourceProduct, ProductIdentities>();
  const identityOf = (product: SourceProduct, stated: Segment | undefined): Identity => {
    let ofProduct = known.get(product);
    if (ofProduct === undefined) {
      ofProduct = { byStated: [], all: [] };
      known.set(product, ofProduct);
    }
    const at = stated === undefined ? 0 : SEGMENTS.indexOf(stated) + 1;
    const identity = ofProduct.byStated[at] ?? recogniseOnce(product, stated, ofProduct.all, catalogue);
    ofProduct.byStated[at] = identity;
    return identity;
  };
  return {
    subscriptions: ingested.subscriptions.map(({ product, statedSegment }) => identityOf(product, statedSegment)),
    usage: ingested.usage.map(({ product }) => identityOf(product, undefined)),
  };
}

interface ProductIdentities {
  /** By stated segment, the unstated first. */
  readonly byStated: Identity[];
  readonly all: Identity[];
}

/** A row that says "commercial" and one that says nothing are the same line of mapping.csv. */
function recogniseOnce(
  product: SourceProduct,
  stated: Segment | undefined,
  known: Identity[],
  catalogue: Catalogue,
): Identity {
  const fresh = recognise(product, stated, catalogue);
  const same = known.find((identity) => identity.segment === fresh.segment);
  if (same !== undefined) return same;
  known.push(fresh);
  return fresh;
}

export interface SettleOptions {
  readonly catalogue: Catalogue;
  readonly today: PlainDate;
  /** What reviewers decided, parallel to the subscriptions; left out: nothing. */
  readonly rulings?: readonly (Ruling | undefined)[];
}

/** Above any number of markets, so that one number tells market and ruling. */
const RULING_UNIT = 2 ** 24;

/** The target of each subscription, parallel to `surveyed`. */
export function settle(
  surveyed: readonly Surveyed[],
  slots: readonly SlotDays[],
  { catalogue, today, rulings = [] }: SettleOptions,
): readonly Target[] {
  const keyOfMarket = marketKeys(catalogue.offers);
  const markets = marketsOf(catalogue);
  const ruled = ruledChoices();
  const settled = new Map<Identity, Map<number, Target>>();

  return surveyed.map((subject, at) => {
    const slot = slots[at];
    if (slot === undefined) throw new Error(`Subscription ${at} of ${surveyed.length} has no slot`);
    const { identity, exclusions, tenant } = subject;
    const country = countryOf(tenant.region);
    const day = marketDay(slot, today);
    const isTransfer = slot.path === "billing-transfer";
    const isExcluded = exclusions.length > 0;
    const marketKey = keyOfMarket(day, country);
    const ruling = ruled.numberOf(rulings[at]);
    const key = ruling * RULING_UNIT + marketKey * 4 + (isTransfer ? 2 : 0) + (isExcluded ? 1 : 0);

    let targets = settled.get(identity);
    if (targets === undefined) {
      targets = new Map();
      settled.set(identity, targets);
    }
    const known = targets.get(key);
    if (known !== undefined) return known;
    const market = markets(marketKey, day, country);
    const basis = (source: CatalogueOffer | undefined) => provenanceOf(identity, source, catalogue);
    const choice = ruled.choice(ruling, market) ?? ownChoice(identity, catalogue);
    const target = targetOf(identity, { market, isTransfer, isExcluded, choice, basis });
    targets.set(key, target);
    return target;
  });
}

/** Never a day that is over. */
function marketDay(slot: SlotDays, today: PlainDate): PlainDate {
  const day = judgedOn(slot) ?? today;
  return day < today ? today : day;
}

function marketsOf(catalogue: Catalogue) {
  const markets = new Map<number, Market>();
  // Most books need no candidates, and small ones should not wait for an index of names.
  let names: SimilarNames | undefined;
  return (key: number, day: PlainDate, country: string | undefined): Market => {
    const known = markets.get(key);
    if (known !== undefined) return known;
    const standings = new Map<CatalogueOffer, Standing>();
    const market: Market = {
      offers: catalogue.offers,
      offer: (id) => catalogue.byId(id),
      standingOf(offer) {
        const standing = standings.get(offer) ?? standingOf(offer, day, country);
        standings.set(offer, standing);
        return standing;
      },
      sells: (offer) => market.standingOf(offer).purchasable && isSoldIn(offer, country),
      similarNames(text, accepts, most) {
        names ??= similarNames(catalogue.offers);
        return names(text, accepts, most);
      },
    };
    markets.set(key, market);
    return market;
  };
}
