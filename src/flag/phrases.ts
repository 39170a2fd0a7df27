import { joined, type Phrase, type Spoken, say } from "../locale/sentence.ts";
import type { Identity, Offer } from "../model/offer.ts";
import type { SourceProduct } from "../model/subscription.ts";

/** One, two and three: `"A", "B" and "C"`. */
export function namesText(names: readonly string[]): Spoken {
  return joined(names.map((name) => say`"${name}"`));
}

/** The product as the export has it: name and first id, or the one there is. */
export function productText({ name, ids }: SourceProduct): Phrase {
  const [id] = ids;
  if (name === "") return say`${ids.map((one) => `"${one}"`).join(" / ") || '""'}`;
  return id === undefined || id === name ? say`"${name}"` : say`"${name}" (${id})`;
}

/** The source product under a name that a person knows: where the row has ids alone, that of the offer they lead to. */
export function namedProduct({ product, offer, segmentConflict }: Identity): SourceProduct {
  const name = (offer ?? segmentConflict?.offers[0])?.name;
  return product.name !== "" || name === undefined ? product : { ids: product.ids, name };
}

/** What a person may choose instead, most likely first; `none` where there is nothing. */
export function candidatesText(candidates: readonly Pick<Offer, "name" | "productSku">[], none: Phrase): Phrase {
  return candidates.length === 0 ? none : say`candidates: ${joined(candidates.map(offerText))}`;
}

/** Its name, with its CSP id where that is known. */
export function offerText({ name, productSku }: Pick<Offer, "name" | "productSku">): Phrase {
  return productSku === "" ? say`"${name}"` : say`"${name}" (${productSku})`;
}
