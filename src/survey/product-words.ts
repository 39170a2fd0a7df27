import type { Catalogue } from "../catalogue/catalogue.ts";
import { foldName } from "../catalogue/names.ts";
import { readProductId } from "../catalogue/product-ids.ts";
import type { Identity } from "../model/offer.ts";

/**
 * Everything by which exports may call a product, each in one spelling: ids as written, ids of the offer, names.
 * In the order in which usage is joined: skuIds, part numbers, names.
 */
export function productWords({ product, offer }: Identity, catalogue: Catalogue): readonly string[] {
  const known = offer === undefined ? undefined : catalogue.byId(offer.id);
  const guids: string[] = [...(known?.skuIds ?? [])];
  const partNumbers: string[] = (known?.skuPartNumbers ?? []).map((text) => foldedId(text).text);
  for (const id of product.ids) {
    const { kind, text } = foldedId(id);
    if (kind === "guid") guids.push(text);
    else partNumbers.push(text);
  }
  const names = [product.name, known?.name ?? ""].filter((name) => name !== "").map(foldName);
  return [...new Set([...guids, ...partNumbers, ...names])];
}

function foldedId(id: string): { readonly kind: string; readonly text: string } {
  const reading = readProductId(id);
  switch (reading.kind) {
    case "productSku":
      return { kind: reading.kind, text: reading.productSku };
    case "guid":
      return { kind: reading.kind, text: reading.guid };
    case "partNumber":
      return { kind: reading.kind, text: reading.partNumber };
    case "productOnly":
      return { kind: reading.kind, text: reading.productId };
    case "azure":
      return { kind: reading.kind, text: id.toLowerCase() };
    default:
      return reading satisfies never;
  }
}
