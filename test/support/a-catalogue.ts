import type { Catalogue, CatalogueOffer, NameReading, SaleFact } from "../../src/catalogue/catalogue.ts";
import { foldName } from "../../src/catalogue/names.ts";
import { foldPartNumber } from "../../src/catalogue/product-ids.ts";
import { anOffer } from "./an-offer.ts";

/** An offer on sale of which nothing but its id, its name (the same text) and what is given is known. */
export function aCatalogueOffer(differences: Partial<CatalogueOffer> & { readonly id: string }): CatalogueOffer {
  return {
    ...anOffer({ name: differences.id, productSku: "", skuIds: [] }),
    legacyOfferIds: [],
    skuPartNumbers: [],
    otherNames: [],
    renamedIds: new Set(),
    saleFacts: [],
    servicePlans: new Map(),
    isLicenceBased: true,
    ...differences,
  };
}

/** Off sale everywhere, since always, without a successor. */
export function aSaleFact(differences: Partial<SaleFact> = {}): SaleFact {
  return {
    status: "endOfSale",
    from: undefined,
    until: undefined,
    countries: undefined,
    successors: [],
    decides: true,
    note: "",
    source: "invented for tests",
    ...differences,
  };
}

/** Looked up by scanning: slow, and plainly right. */
export function aCatalogue(...offers: readonly CatalogueOffer[]): Catalogue {
  return {
    offers,
    sources: [],
    byId: (id) => offers.find((offer) => offer.id === id),
    byProductSku: (productSku) => offers.filter((offer) => offer.productSku === productSku),
    byLegacyOfferId: (guid) => offers.filter((offer) => offer.legacyOfferIds.includes(guid)),
    bySkuId: (guid) => offers.filter((offer) => offer.skuIds.includes(guid)),
    byPartNumber: (text) =>
      offers.filter((offer) => offer.skuPartNumbers.some((known) => foldPartNumber(known) === foldPartNumber(text))),
    byName: (name) => offers.flatMap((offer) => readingsOf(offer, foldName(name))),
    mappingOf: () => undefined,
  };
}

function readingsOf(offer: CatalogueOffer, folded: string): readonly NameReading[] {
  const others = offer.otherNames.filter((other) => foldName(other.name) === folded);
  const current: NameReading[] = foldName(offer.name) === folded ? [{ offer, kind: "current" }] : [];
  return [...current, ...others.map(({ kind }) => ({ offer, kind }))];
}
