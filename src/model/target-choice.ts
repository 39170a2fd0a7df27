import type { Offer } from "./offer.ts";

/**
 * A target as the dropdown of a new target offers it: `CFQ7TTC0LCHC:0002 Microsoft 365 E3`, several joined by ` + `.
 * Offers without a known id are called by their name.
 */
export function targetChoiceText(offers: readonly Offer[]): string {
  return offers.map(({ productSku, name }) => (productSku === "" ? name : `${productSku} ${name}`)).join(" + ");
}
