import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import { readProductId } from "../catalogue/product-ids.ts";
import type { Segment } from "../model/subscription.ts";
import { targetOfChoice } from "../model/target-choice.ts";

export type ResolvedTarget = { readonly offers: readonly CatalogueOffer[] } | { readonly refused: string };

/** What stands behind the name of a candidate: its likeness, and why it is one. */
const SCORE = /\s*\((?:0|1)\.\d\d, .*\)$/s;

/**
 * The offers that a person typed or chose from a list: `ProductId:SkuId` in any spelling, with or without the name behind it,
 * or a name; several joined by `+`. All or none: one that is not known refuses the others, too.
 */
export function resolveTarget(text: string, segment: Segment, catalogue: Catalogue): ResolvedTarget {
  const whole = text.replace(SCORE, "").trim();
  // A name may hold a plus sign of its own.
  const named = byName(whole, segment, catalogue);
  if ("offers" in named) return named;
  const offers: CatalogueOffer[] = [];
  for (const part of targetOfChoice(whole).split(/\s*\+\s*/)) {
    const found = byId(part, segment, catalogue) ?? byName(part.replace(SCORE, "").trim(), segment, catalogue);
    if ("refused" in found) return found;
    offers.push(...found.offers.filter((offer) => !offers.includes(offer)));
  }
  return { offers };
}

/** Undefined where the text is no such id. */
function byId(text: string, segment: Segment, catalogue: Catalogue): ResolvedTarget | undefined {
  const reading = readProductId(text);
  if (reading.kind === "productOnly") {
    return { refused: `"${text}" lacks its SkuId: expected ProductId:SkuId, such as ${reading.productId}:0001` };
  }
  if (reading.kind !== "productSku") return undefined;
  return oneOf(catalogue.byProductSku(reading.productSku), reading.productSku, segment);
}

function byName(text: string, segment: Segment, catalogue: Catalogue): ResolvedTarget {
  const readings = catalogue.byName(text);
  const current = readings.filter(({ kind }) => kind === "current");
  return oneOf(
    (current.some(({ offer }) => offer.segment === segment) ? current : readings).map(({ offer }) => offer),
    text,
    segment,
  );
}

function oneOf(offers: readonly CatalogueOffer[], text: string, segment: Segment): ResolvedTarget {
  if (offers.length === 0) return { refused: `the catalogue knows no offer "${text}"` };
  const [first, ...more] = offers.filter((offer) => offer.segment === segment && !offer.isTrial);
  if (first !== undefined && more.length === 0) return { offers: [first] };
  if (first !== undefined) {
    const names = [first, ...more].map(({ productSku, name }) => (productSku === "" ? name : `${productSku} ${name}`));
    return { refused: `"${text}" means more than one offer: ${names.join(", ")}` };
  }
  const own = offers.find((offer) => offer.segment !== segment);
  if (own === undefined) return { refused: `"${text}" is a trial, which no subscription becomes` };
  return { refused: `"${text}" is an offer for ${own.segment}, the subscription is ${segment}: segments never mix` };
}
