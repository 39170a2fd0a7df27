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

type Known = Pick<Offer, "id" | "name" | "segment"> & Partial<Pick<Offer, "productSku" | "skuIds" | "sources">>;

/** An offer of which only ids and a name are known: it can be ordered, without limits that anybody knows of. */
export function bareOffer({ id, name, segment, productSku = "", skuIds = [], sources = [] }: Known): CatalogueOffer {
  return unlistedOffer({
    id,
    name,
    segment,
    productSku,
    skuIds,
    isAddOn: false,
    isTrial: false,
    minimumSeats: 1,
    maximumSeats: undefined,
    tenantSeatPool: undefined,
    baseOfferIds: [],
    countries: undefined,
    terms: undefined,
    services: [],
    sources,
  });
}
