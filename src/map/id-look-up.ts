import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import { foldPartNumber, type ProductIdReading, readProductId } from "../catalogue/product-ids.ts";

/** One id of a row: how it reads, and every offer that has it, whatever the segment. */
export interface IdLookUp {
  readonly text: string;
  readonly reading: ProductIdReading;
  /** In one spelling: equal for two spellings of one id. */
  readonly folded: string;
  readonly offers: readonly CatalogueOffer[];
  /** Tenant skuIds and part numbers are shared by the segments; CSP and legacy offer ids are not. */
  readonly tellsSegment: boolean;
  readonly channel: "csp-nce" | "csp-legacy" | undefined;
}

export function lookUpId(text: string, catalogue: Catalogue): IdLookUp {
  const reading = readProductId(text);
  const unknown = { text, reading, offers: [], tellsSegment: false, channel: undefined } as const;
  switch (reading.kind) {
    case "productSku": {
      const offers = catalogue.byProductSku(reading.productSku);
      return { text, reading, folded: reading.productSku, offers, tellsSegment: true, channel: "csp-nce" };
    }
    case "guid": {
      const legacy = catalogue.byLegacyOfferId(reading.guid);
      // Legacy offer ids and skuIds look alike but never overlap, so that the first space which knows the id has it.
      if (legacy.length > 0) {
        return { text, reading, folded: reading.guid, offers: legacy, tellsSegment: true, channel: "csp-legacy" };
      }
      return { ...unknown, folded: reading.guid, offers: catalogue.bySkuId(reading.guid) };
    }
    case "partNumber":
      return { ...unknown, folded: reading.partNumber, offers: catalogue.byPartNumber(reading.partNumber) };
    case "productOnly":
      return { ...unknown, folded: reading.productId };
    case "azure":
      return { ...unknown, folded: text.toLowerCase() };
    default:
      return reading satisfies never;
  }
}

/**
 * Whether an offer has a tenant's id. Look-ups answer with the plain offer only; a trial, a promotion or a qualified form
 * with the same skuId is meant where the row names it.
 */
export function sharesTenantId(offer: CatalogueOffer, { reading }: IdLookUp): boolean {
  if (reading.kind === "guid") return offer.skuIds.includes(reading.guid);
  if (reading.kind !== "partNumber") return false;
  return offer.skuPartNumbers.some((text) => foldPartNumber(text) === reading.partNumber);
}
