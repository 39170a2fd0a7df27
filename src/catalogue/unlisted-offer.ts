import type { Offer } from "../model/offer.ts";
import type { CatalogueOffer } from "./catalogue.ts";

/** An offer that a person named and no source describes: nothing is known of it but what is given. */
export function unlistedOffer(offer: Offer): CatalogueOffer {
  return {
    ...offer,
    legacyOfferIds: NONE,
    skuPartNumbers: NONE,
    otherNames: NONE,
    renamedIds: NO_IDS,
    saleFacts: NONE,
    servicePlans: NO_PLANS,
    isLicenceBased: true,
  };
}

type Known = Pick<Offer, "id" | "name" | "segment"> & Partial<Pick<Offer, "productSku" | "skuIds" | "sources">>;

/** An offer of which only ids and a name are known: it can be ordered, without limits that anybody knows of. */
export function bareOffer({
  id,
  name,
  segment,
  productSku = "",
  skuIds = NONE,
  sources = NONE,
}: Known): CatalogueOffer {
  return {
    id,
    name,
    segment,
    productSku,
    legacyOfferIds: NONE,
    skuIds,
    skuPartNumbers: NONE,
    otherNames: NONE,
    renamedIds: NO_IDS,
    isAddOn: false,
    isTrial: false,
    isLicenceBased: true,
    minimumSeats: 1,
    maximumSeats: undefined,
    tenantSeatPool: undefined,
    baseOfferIds: NONE,
    countries: undefined,
    terms: undefined,
    saleFacts: NONE,
    services: NONE,
    servicePlans: NO_PLANS,
    sources,
  };
}

// A price list brings thousands of such offers: what they do not have they share.
const NONE: readonly never[] = [];
const NO_IDS: ReadonlySet<string> = new Set();
const NO_PLANS: ReadonlyMap<string, string> = new Map();
