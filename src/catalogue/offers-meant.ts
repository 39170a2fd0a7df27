import type { Segment } from "../model/subscription.ts";
import type { Catalogue, CatalogueOffer } from "./catalogue.ts";
import { namesOf } from "./index-offers.ts";
import { foldName } from "./names.ts";
import { readProductId } from "./product-ids.ts";

/** What a person may mean who names an offer that users are to get. */
export type OffersMeant =
  /** More than one: it is open which of them. */
  | { readonly kind: "found"; readonly offers: readonly [CatalogueOffer, ...CatalogueOffer[]] }
  /** A ProductId:SkuId, in one spelling, that no source describes. */
  | { readonly kind: "unlisted"; readonly productSku: string }
  | { readonly kind: "unknown" }
  /** It is there, but no subscription of the segment can become it. */
  | { readonly kind: "unfit"; readonly because: "another segment" | "trial"; readonly offer: CatalogueOffer };

interface Reading {
  readonly segment: Segment;
  readonly catalogue: Catalogue;
  /** today: the text is from a list of today's names, so that what was called so once is not meant. */
  readonly namesOf: "today" | "any time";
}

/** One of several targets that are ordered together. */
export interface TargetMeant {
  readonly text: string;
  readonly meant: OffersMeant;
}

/** A cell may hold thousands of plus signs; no name does. */
const MOST_SIGNS_IN_A_NAME = 4;

/**
 * Reads targets joined by `+`: each an id in any spelling, with or without the name behind it, or a name. Segments never mix.
 * A name may hold plus signs of its own, so that as much as possible is taken for one.
 */
export function targetsMeant(text: string, reading: Reading): readonly TargetMeant[] {
  const words = text.trim().split(/\s*\+\s*/);
  const targets: TargetMeant[] = [];
  for (let from = 0; from < words.length; ) {
    const { count, ...target } = longestFrom(words.slice(from, from + MOST_SIGNS_IN_A_NAME + 1), reading);
    targets.push(target);
    from += count;
  }
  return targets;
}

function longestFrom([first = "", ...more]: readonly string[], reading: Reading): TargetMeant & { count: number } {
  const isId = hasId(first);
  const alone = offersMeant(first, reading);
  const nextId = more.findIndex(hasId);
  for (let count = nextId < 0 ? more.length : nextId; count > 0; count -= 1) {
    const text = [first, ...more.slice(0, count)].join(" + ");
    const meant = isId ? alone : offersMeant(text, reading);
    if (meant.kind === "found" && (!isId || isCalled(meant.offers[0], text))) return { text, meant, count: count + 1 };
  }
  return { text: first, meant: alone, count: 1 };
}

function hasId(text: string): boolean {
  return readProductId(text).kind === "productSku";
}

/** Whether what stands behind the id is a name of the offer. */
function isCalled(offer: CatalogueOffer, text: string): boolean {
  return namesOf(offer).has(foldName(text.replace(/^\S+/, "")));
}

/** The same of one text that holds one target. */
export function offersMeant(text: string, { segment, catalogue, namesOf: when }: Reading): OffersMeant {
  const reading = readProductId(text);
  if (reading.kind === "productSku") {
    const known = catalogue.byProductSku(reading.productSku);
    return known.length === 0 ? { kind: "unlisted", productSku: reading.productSku } : fitting(known, segment);
  }
  if (reading.kind === "guid") {
    const legacy = catalogue.byLegacyOfferId(reading.guid);
    return fitting(legacy.length > 0 ? legacy : catalogue.bySkuId(reading.guid), segment);
  }
  const byPartNumber = catalogue.byPartNumber(text);
  if (byPartNumber.length > 0) return fitting(byPartNumber, segment);
  const readings = catalogue.byName(text);
  const current = readings.filter(({ kind, offer }) => kind === "current" && offer.segment === segment);
  const meant = when === "today" && current.length > 0 ? current : readings;
  return fitting(
    meant.map(({ offer }) => offer),
    segment,
  );
}

function fitting(offers: readonly CatalogueOffer[], segment: Segment): OffersMeant {
  const [known] = offers;
  if (known === undefined) return { kind: "unknown" };
  const [first, ...more] = new Set(offers.filter((offer) => offer.segment === segment && !offer.isTrial));
  if (first !== undefined) return { kind: "found", offers: [first, ...more] };
  const other = offers.find((offer) => offer.segment !== segment);
  return other === undefined
    ? { kind: "unfit", because: "trial", offer: known }
    : { kind: "unfit", because: "another segment", offer: other };
}
