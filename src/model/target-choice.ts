import type { Offer } from "./offer.ts";

/** A ProductId:SkuId at the start of a choice, or after the sign that joins several. */
const ID = /(?:^|\s\+\s)\s*([0-9A-Za-z]{12}:[0-9A-Za-z]{4})(?=$|\s)/g;

/**
 * A target as the dropdown of a new target offers it: `CFQ7TTC0LCHC:0002 Microsoft 365 E3`, several joined by ` + `.
 * Offers without a known id are called by their name.
 */
export function targetChoiceText(offers: readonly Offer[]): string {
  return offers.map(({ productSku, name }) => (productSku === "" ? name : `${productSku} ${name}`)).join(" + ");
}

/**
 * What a reviewer chose or typed, without the names that only a person reads: the ids where there are some, joined by
 * ` + `, else the text as it is. Names may hold a ` + ` themselves.
 */
export function targetOfChoice(text: string): string {
  const ids = [...text.matchAll(ID)].map((match) => match[1]);
  return ids.length > 0 ? ids.join(" + ") : text.trim();
}
