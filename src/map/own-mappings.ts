import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import type { OwnMapping } from "../catalogue/own-mapping.ts";
import { readProductId } from "../catalogue/product-ids.ts";
import { unlistedOffer } from "../catalogue/unlisted-offer.ts";
import type { Identity } from "../model/offer.ts";
import type { Segment } from "../model/subscription.ts";
import type { Choice } from "./strategies/strategy.ts";

/**
 * What the user's own mapping files choose for a product; undefined where they say nothing of it. A target that means several
 * offers, none, or only offers of another segment chooses nothing: segments never mix, and names are never resolved silently.
 */
export function ownChoice(identity: Identity, catalogue: Catalogue): Choice | undefined {
  const mapping = catalogue.mappingOf(identity.product);
  if (mapping === undefined) return undefined;
  const offers = mapping.targets.map((target) => offerNamed(target, identity.segment, catalogue));
  const missing = mapping.targets.filter((_, at) => offers[at] === undefined);
  const source = [mapping.place, mapping.note, mapping.contradiction].filter((part) => part !== "").join("; ");
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(", ");
    return {
      offers: [],
      because: `own mapping not applied: ${names} is no ${identity.segment} offer known`,
      source,
      isUnusable: true,
    };
  }
  return { offers: offers.filter((offer) => offer !== undefined), because: becauseOf(mapping), source };
}

function becauseOf({ contradiction }: OwnMapping): string {
  return contradiction === "" ? "own mapping" : "own mapping, the newer of two";
}

function offerNamed(target: string, segment: Segment, catalogue: Catalogue): CatalogueOffer | undefined {
  const reading = readProductId(target);
  if (reading.kind === "productSku") {
    const known = catalogue.byProductSku(reading.productSku);
    return known.length === 0 ? unlisted(reading.productSku, segment) : only(known, segment);
  }
  if (reading.kind === "guid") {
    const legacy = catalogue.byLegacyOfferId(reading.guid);
    return only(legacy.length > 0 ? legacy : catalogue.bySkuId(reading.guid), segment);
  }
  const byPartNumber = catalogue.byPartNumber(target);
  return only(byPartNumber.length > 0 ? byPartNumber : catalogue.byName(target).map(({ offer }) => offer), segment);
}

function only(offers: readonly CatalogueOffer[], segment: Segment): CatalogueOffer | undefined {
  const within = [...new Set(offers.filter((offer) => offer.segment === segment))];
  return within.length === 1 ? within[0] : undefined;
}

/** A person knows it, no source does: it can be ordered by its id. */
function unlisted(productSku: string, segment: Segment): CatalogueOffer {
  return unlistedOffer({
    id: productSku.toLowerCase().replace(":", "-"),
    name: productSku,
    segment,
    productSku,
    skuIds: [],
    isAddOn: false,
    isTrial: false,
    minimumSeats: 1,
    maximumSeats: undefined,
    tenantSeatPool: undefined,
    baseOfferIds: [],
    countries: undefined,
    terms: undefined,
    services: [],
    sources: [],
  });
}
