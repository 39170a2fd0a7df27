import type { Offer } from "../model/offer.ts";
import type { CatalogueOffer } from "./catalogue.ts";

/** An offer that a person named and no source describes: nothing is known of it but what is given. */
export function unlistedOffer(offer: Offer): CatalogueOffer {
  return {
    ...offer,
    legacyOfferIds: [],
    skuPartNumbers: [],
    otherNames: [],
    renamedIds: new Set(),
    saleFacts: [],
    servicePlans: new Map(),
    isLicenceBased: true,
  };
}
