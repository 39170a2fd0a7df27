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

/** What people write for words of Microsoft's names, beyond what every name is read by. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ["aad", "azure active directory"],
  ["exo", "exchange online"],
  ["spo", "sharepoint"],
  ["pbi", "power bi"],
  ["mde", "defender for endpoint"],
  ["mdo", "defender for office"],
]);

/** Offers of which a name, an id or a part number has all the words, the likeliest first. */
export function searchOffers(text: string, catalogue: Catalogue): readonly CatalogueOffer[] {
  const wanted = foldName(text);
  const words = wordsOf(wanted);
  if (words.length === 0) return [];
  const inFull = wordsOf(words.map((word) => SHORT_FORMS.get(word) ?? word).join(" "));
  return catalogue.offers
    .flatMap((offer) => {
      const found = foundBy(offer, wanted, words) ?? foundBy(offer, inFull.join(" "), inFull);
      return found === undefined
        ? []
        : [{ offer, order: [found.how, ...likelihoodOf(offer), Number(!found.isCurrent)] }];
    })
    .sort((a, b) => compareInOrder(a.order, b.order) || compareNames(a.offer, b.offer))
    .map(({ offer }) => offer);
}

interface Found {
  /** 0: called so today; 1: was called so; 2: a name has the words; 3: ids or part numbers have. */
  readonly how: number;
  readonly isCurrent: boolean;
}

function foundBy(offer: CatalogueOffer, wanted: string, words: readonly string[]): Found | undefined {
  let best: Found | undefined;
  for (const [name, kind] of namesOf(offer)) {
    const isCurrent = kind === "current";
    const how = name === wanted ? (isCurrent ? 0 : 1) : hasWords(name, words) ? 2 : undefined;
    if (how === undefined) continue;
    if (best === undefined || how < best.how || (how === best.how && isCurrent)) best = { how, isCurrent };
  }
  if (best !== undefined) return best;
  const ids = [offer.id, offer.productSku, ...offer.legacyOfferIds, ...offer.skuIds, ...offer.skuPartNumbers];
  return ids.some((id) => hasIdWords(id, words)) ? { how: 3, isCurrent: true } : undefined;
}

/** Smaller is likelier: what can be ordered by its id, what is on sale as far as is known, then all else; commercial first. */
function likelihoodOf({ productSku, saleFacts, isTrial, segment }: CatalogueOffer): readonly [number, number] {
  const isGone = saleFacts.some(({ decides, until }) => decides && until === undefined);
  return [isTrial || isGone ? 2 : productSku === "" ? 1 : 0, segment === "commercial" ? 0 : 1];
}

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? value);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareNames(a: CatalogueOffer, b: CatalogueOffer): number {
  if (a.name.length !== b.name.length) return a.name.length - b.name.length;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function wordsOf(folded: string): readonly string[] {
  return folded.split(" ").filter((word) => word !== "");
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
