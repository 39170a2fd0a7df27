import type { CatalogueSource } from "../model/plan.ts";
import type { Catalogue, CatalogueOffer, NameReading } from "./catalogue.ts";
import { mappingKey } from "./mapping-key.ts";
import { foldName } from "./names.ts";
import type { OwnMapping } from "./own-mapping.ts";
import { foldPartNumber, readProductId } from "./product-ids.ts";

/**
 * Makes a catalogue of offers. Look-ups answer in the order of `offers`; a name that an offer has twice answers once, as
 * its current name before a former one before an alias.
 */
export function indexOffers(
  offers: readonly CatalogueOffer[],
  sources: readonly CatalogueSource[],
  mappings: ReadonlyMap<string, OwnMapping> = new Map(),
): Catalogue {
  const byId = new Map<string, CatalogueOffer>();
  const byProductSku = new Map<string, CatalogueOffer[]>();
  const byLegacyOfferId = new Map<string, CatalogueOffer[]>();
  const bySkuId = new Map<string, CatalogueOffer[]>();
  const byPartNumber = new Map<string, CatalogueOffer[]>();
  let byName: ReadonlyMap<string, readonly NameReading[]> | undefined;

  for (const offer of offers) {
    byId.set(offer.id, offer);
    if (offer.productSku !== "") add(byProductSku, offer.productSku, offer);
    for (const guid of offer.legacyOfferIds) add(byLegacyOfferId, guid, offer);
    if (offer.isVariant !== true) {
      for (const guid of offer.skuIds) add(bySkuId, guid, offer);
      for (const partNumber of offer.skuPartNumbers) add(byPartNumber, foldPartNumber(partNumber), offer);
    }
  }

  return {
    offers,
    sources,
    byId: (offerId) => byId.get(offerId),
    byProductSku: (productSku) => byProductSku.get(normalProductSku(productSku)) ?? NONE,
    byLegacyOfferId: (guid) => byLegacyOfferId.get(guid.trim().toLowerCase()) ?? NONE,
    bySkuId: (guid) => bySkuId.get(guid.trim().toLowerCase()) ?? NONE,
    byPartNumber: (partNumber) => byPartNumber.get(foldPartNumber(partNumber)) ?? NONE,
    byName: (name) => {
      // Folding all names is most of the work of starting up; a book with ids may never need it.
      byName ??= indexNames(offers);
      return byName.get(foldName(name)) ?? NONE;
    },
    mappingOf({ ids, name }) {
      if (mappings.size === 0) return undefined;
      for (const text of name === "" ? ids : [...ids, name]) {
        const mapping = mappings.get(mappingKey(text));
        if (mapping !== undefined) return mapping;
      }
      return undefined;
    },
  };
}

const NONE: readonly never[] = [];

function normalProductSku(text: string): string {
  const reading = readProductId(text);
  return reading.kind === "productSku" ? reading.productSku : text;
}

function indexNames(offers: readonly CatalogueOffer[]): ReadonlyMap<string, readonly NameReading[]> {
  const byName = new Map<string, NameReading[]>();
  for (const offer of offers) {
    for (const [name, kind] of namesOf(offer)) add(byName, name, { offer, kind });
  }
  return byName;
}

/** Folded names of an offer with their kind, the strongest kind where two of its names fold to one. */
export function namesOf(offer: CatalogueOffer): ReadonlyMap<string, NameReading["kind"]> {
  const names = new Map<string, NameReading["kind"]>([[foldName(offer.name), "current"]]);
  for (const { name, kind } of offer.otherNames) {
    const folded = foldName(name);
    const known = names.get(folded);
    if (known === undefined || (known === "alias" && kind === "former")) names.set(folded, kind);
  }
  return names;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
