import type { Catalogue, CatalogueOffer } from "./catalogue.ts";
import { namesOf } from "./index-offers.ts";
import { foldName } from "./names.ts";
import { foldPartNumber, readProductId } from "./product-ids.ts";

/** Every offer with this id, of whatever space, or with our own id; none where the text is no id that is known. */
export function offersWithId(text: string, catalogue: Catalogue): readonly CatalogueOffer[] {
  const own = catalogue.byId(text.trim().toLowerCase());
  if (own !== undefined) return [own];
  const reading = readProductId(text);
  switch (reading.kind) {
    case "productSku":
      return catalogue.byProductSku(reading.productSku);
    case "productOnly":
      return catalogue.offers.filter((offer) => offer.productSku.startsWith(`${reading.productId}:`));
    case "guid": {
      const legacy = catalogue.byLegacyOfferId(reading.guid);
      // Variants share the skuId of another offer; whoever asks for an id wants to see them, too.
      return legacy.length > 0 ? legacy : catalogue.offers.filter((offer) => offer.skuIds.includes(reading.guid));
    }
    case "partNumber": {
      const has = (offer: CatalogueOffer) =>
        offer.skuPartNumbers.some((partNumber) => foldPartNumber(partNumber) === reading.partNumber);
      return catalogue.offers.filter(has);
    }
    case "azure":
      return [];
    default:
      return reading satisfies never;
  }
}

/** Offers of which a name, an id or a part number has all the words, the likeliest first. */
export function searchOffers(text: string, catalogue: Catalogue): readonly CatalogueOffer[] {
  const wanted = foldName(text);
  const words = wanted.split(" ").filter((word) => word !== "");
  if (words.length === 0) return [];
  return catalogue.offers
    .map((offer) => ({ offer, rank: rankOf(offer, wanted, words) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.offer.name.length - b.offer.name.length ||
        (a.offer.name < b.offer.name ? -1 : a.offer.name > b.offer.name ? 1 : 0) ||
        (a.offer.id < b.offer.id ? -1 : 1),
    )
    .map(({ offer }) => offer);
}

const NOT_FOUND = 9;

/** 0: called so today; 1: was called so; 2: its name begins so; 3: its name has the words; 4: a former one; 5: ids or part numbers. */
function rankOf(offer: CatalogueOffer, wanted: string, words: readonly string[]): number {
  let rank = NOT_FOUND;
  for (const [name, kind] of namesOf(offer)) {
    const isCurrent = kind === "current";
    if (name === wanted) rank = Math.min(rank, isCurrent ? 0 : 1);
    else if (isCurrent && name.startsWith(wanted)) rank = Math.min(rank, 2);
    else if (hasWords(name, words)) rank = Math.min(rank, isCurrent ? 3 : 4);
  }
  if (rank < NOT_FOUND) return rank;
  const ids = [offer.id, offer.productSku, ...offer.legacyOfferIds, ...offer.skuIds, ...offer.skuPartNumbers];
  return ids.some((id) => hasIdWords(id, words)) ? 5 : NOT_FOUND;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every second GUID has "e4" somewhere: of these, only a good part tells anything. */
function hasIdWords(id: string, words: readonly string[]): boolean {
  const folded = id.toLowerCase();
  const isTelling = !GUID.test(folded) || words.every(({ length }) => length >= 6);
  return isTelling && hasWords(folded.replace(/[^\p{L}\p{N}]+/gu, " "), words);
}

/** A word is found at the start of one of the name's: "prem" finds Premium, "1" does not find 2021. */
function hasWords(name: string, words: readonly string[]): boolean {
  const parts = name.split(" ");
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}
