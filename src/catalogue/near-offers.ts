import { distance } from "fastest-levenshtein";
import type { Catalogue, CatalogueOffer } from "./catalogue.ts";
import { namesOf } from "./index-offers.ts";
import { foldName } from "./names.ts";
import { readProductId } from "./product-ids.ts";
import { offersWithId, searchOffers } from "./search.ts";

const MOST_SHOWN = 5;

/**
 * For a search that finds nothing: other SKUs of the product, where the text is its id; else what the search finds once each
 * word that no name has is replaced by the word nearest to it; else names spelled alike. Nothing is near an id.
 */
export function nearOffers(text: string, catalogue: Catalogue): readonly CatalogueOffer[] {
  const reading = readProductId(text);
  switch (reading.kind) {
    case "productSku":
      return offersWithId(reading.productSku.slice(0, -5), catalogue);
    case "productOnly":
    case "guid":
    case "azure":
      return [];
    case "partNumber": {
      const corrected = searchOffers(inKnownWords(foldName(text), catalogue), catalogue);
      return corrected.length > 0 ? corrected.slice(0, MOST_SHOWN) : spelledAlike(text, catalogue);
    }
    default:
      return reading satisfies never;
  }
}

function inKnownWords(folded: string, { offers }: Catalogue): string {
  const uses = new Map<string, number>();
  for (const word of offers.flatMap((offer) => [...namesOf(offer).keys()].flatMap((name) => name.split(" ")))) {
    uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const known = [...uses.keys()];
  return folded
    .split(" ")
    .map((word) => (known.some((one) => one.startsWith(word)) ? word : nearestWord(word, uses)))
    .join(" ");
}

/** One letter of three may be wrong; of words equally near, the one that more names have. */
function nearestWord(word: string, uses: ReadonlyMap<string, number>): string {
  let nearest = { word, far: Math.floor(word.length / 3) + 1, used: 0 };
  for (const [known, used] of uses) {
    const far = distance(known, word);
    if (far < nearest.far || (far === nearest.far && used > nearest.used && nearest.used > 0))
      nearest = { word: known, far, used };
  }
  return nearest.word;
}

/** At least half of the letters are right. */
function spelledAlike(text: string, { offers }: Catalogue): readonly CatalogueOffer[] {
  const wanted = foldName(text);
  return offers
    .map((offer) => ({ offer, far: distance(foldName(offer.name), wanted) }))
    .filter(({ far }) => far <= wanted.length / 2)
    .sort((a, b) => a.far - b.far || (a.offer.id < b.offer.id ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ offer }) => offer);
}
