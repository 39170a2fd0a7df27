import type { Catalogue, CatalogueOffer, NameReading } from "../catalogue/catalogue.ts";
import { segmentOfName } from "../catalogue/names.ts";
import type { Segment, SourceProduct } from "../model/subscription.ts";

/** A name of a row, and every offer that it may mean, whatever the segment. */
export interface NameLookUp {
  readonly text: string;
  readonly readings: readonly NameReading[];
  /** What the name itself says: "(Nonprofit Staff Pricing)", "for faculty". */
  readonly segment: Segment | undefined;
}

/** Some exports write a name where the id belongs, so that an id which no catalogue knows is tried as a name, too. */
export function lookUpName(product: SourceProduct, catalogue: Catalogue): NameLookUp {
  for (const text of [product.name, ...product.ids]) {
    if (text === "") continue;
    const readings = catalogue.byName(text);
    if (readings.length > 0) return { text, readings, segment: segmentOfName(text) };
  }
  return { text: product.name, readings: [], segment: segmentOfName(product.name) };
}

/**
 * The former name under which a row carries its offer, or undefined where the row says it as today:
 * the row's own name decides, and only without a name that the offer has does the id's age tell.
 */
export function formerNameOn(offer: CatalogueOffer, name: NameLookUp, usedId: string | undefined): string | undefined {
  const own = name.readings.filter((reading) => reading.offer.id === offer.id);
  if (own.some((reading) => reading.kind !== "former")) return undefined;
  if (own.length > 0) return name.text;
  if (usedId === undefined || !offer.renamedIds.has(usedId)) return undefined;
  return offer.otherNames.findLast((other) => other.kind === "former")?.name ?? usedId;
}
