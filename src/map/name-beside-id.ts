import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import { namesOf } from "../catalogue/index-offers.ts";
import { foldName } from "../catalogue/names.ts";
import { productKeyOf } from "../model/product-key.ts";
import type { SourceProduct } from "../model/subscription.ts";
import type { NameLookUp } from "./name-look-up.ts";

/**
 * The other offer that the name beside an id means; undefined where the two may well be one product. Names are shortened,
 * outdated and decorated, so only a name counts that is exactly that of one offer, and of one that neither stands in the same
 * line of products as the id's nor shares its name.
 */
export function otherOfferNamed(
  offer: CatalogueOffer,
  product: SourceProduct,
  name: NameLookUp,
  catalogue: Catalogue,
): CatalogueOffer | undefined {
  // A name that was looked up in place of the row's own is one of its ids.
  if (product.name === "" || name.text !== product.name) return undefined;
  const named = name.readings.map((reading) => reading.offer);
  const within = named.filter((other) => other.segment === offer.segment);
  const meant = within.length > 0 ? within : named;
  const [first] = meant;
  if (first === undefined || new Set(meant.map(productKeyOf)).size > 1) return undefined;
  return meant.some((other) => isRelated(offer, other, catalogue)) || isShortFor(product.name, offer)
    ? undefined
    : first;
}

function isRelated(offer: CatalogueOffer, other: CatalogueOffer, catalogue: Catalogue): boolean {
  return (
    offer.id === other.id ||
    offer.skuIds.some((skuId) => other.skuIds.includes(skuId)) ||
    isSameProduct(offer, other) ||
    hasSamePlans(offer, other) ||
    isFollowedBy(offer, other, catalogue) ||
    isFollowedBy(other, offer, catalogue)
  );
}

/** Exports that have the title of a product and not that of its SKU call all its SKUs alike. */
function isSameProduct(offer: CatalogueOffer, other: CatalogueOffer): boolean {
  const [productId] = offer.productSku.split(":");
  return productId !== "" && productId === other.productSku.split(":")[0];
}

function hasSamePlans({ servicePlans }: CatalogueOffer, other: CatalogueOffer): boolean {
  return (
    servicePlans.size > 0 &&
    servicePlans.size === other.servicePlans.size &&
    [...servicePlans.keys()].every((plan) => other.servicePlans.has(plan))
  );
}

/** By successors that sources state, also those that are only remembered or that hold on other days. */
function isFollowedBy(offer: CatalogueOffer, other: CatalogueOffer, catalogue: Catalogue): boolean {
  const passed = new Set<string>();
  const next = [offer];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at.id === other.id) return true;
    if (passed.has(at.id)) continue;
    passed.add(at.id);
    for (const id of at.saleFacts.flatMap((fact) => fact.successors.flat())) {
      const successor = catalogue.byId(id);
      if (successor !== undefined) next.push(successor);
    }
  }
  return false;
}

/** "Microsoft 365 E3" may be what an export leaves of "Microsoft 365 E3 (no Teams)". */
function isShortFor(name: string, offer: CatalogueOffer): boolean {
  const words = wordsOf(name);
  return [...namesOf(offer).keys()].some((known) => {
    const longer = new Set(wordsOf(known));
    return words.every((word) => longer.has(word));
  });
}

function wordsOf(name: string): readonly string[] {
  return foldName(name).split(" ");
}
