import type { Identity, Offer, Target } from "../../src/model/offer.ts";

/** An offer on sale everywhere, without limits that matter. */
export function anOffer(differences: Partial<Offer> = {}): Offer {
  return {
    id: "office-365-e3",
    name: "Office 365 E3",
    segment: "commercial",
    productSku: "CFQ7TTC0LF8R:0001",
    skuIds: ["6fd2c87f-b296-42f0-b197-1e91e994b900"],
    isAddOn: false,
    isTrial: false,
    minimumSeats: 1,
    maximumSeats: undefined,
    tenantSeatPool: undefined,
    baseOfferIds: [],
    countries: undefined,
    terms: undefined,
    services: [],
    sources: ["invented for tests"],
    ...differences,
  };
}

/** A product whose id the catalogue knows. */
export function anIdentity(differences: Partial<Identity> = {}): Identity {
  const offer = "offer" in differences ? differences.offer : anOffer();
  return {
    product: { ids: ["CFQ7TTC0LF8R:0001"], name: "Office 365 E3" },
    segment: offer?.segment ?? "commercial",
    found: "id",
    readings: [],
    segmentConflict: undefined,
    formerName: undefined,
    productKey: offer?.id ?? "unknown",
    isLicenceBased: true,
    channelOfId: "csp-nce",
    ...differences,
    offer,
  };
}

/** The same offer again: nothing changes for users. */
export function aTarget(differences: Partial<Target> = {}): Target {
  return {
    match: "exact",
    offers: [anOffer()],
    licenceAction: "keep",
    servicesLost: [],
    servicesGained: [],
    candidates: [],
    discontinuation: undefined,
    offSale: [],
    unconfirmed: undefined,
    purchasable: true,
    renewable: true,
    provenance: "invented for tests",
    ...differences,
  };
}
