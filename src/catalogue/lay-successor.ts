import type { CatalogueOffer, SaleFact } from "./catalogue.ts";
import { FactNotes } from "./fact-notes.ts";
import { foldName, segmentOfName } from "./names.ts";
import type { OfferShelf } from "./offer-shelf.ts";
import type { LegacySuccessor } from "./statement.ts";

/**
 * Lays one line of Microsoft's mapping over what is known: the legacy offer is this product of new commerce. Where the two are
 * one product, the product gets the offer id; where users would get another skuId, it is the stated successor.
 */
export function laySuccessor(shelf: OfferShelf, line: LegacySuccessor, source: string): void {
  const { legacyOfferId, productSku, legacyName } = line;
  const legacy = shelf
    .find({ space: "legacyOfferId", id: legacyOfferId })
    .find((offer) => offer.legacyOfferIds.includes(legacyOfferId));
  if (legacy === undefined) {
    const target = targetOf(shelf, line, segmentOfName(legacyName) ?? "commercial", source);
    shelf.put(withLegacyId(target, line, new FactNotes(target, source)));
    return;
  }
  if (legacy.productSku === productSku) return;
  const known = shelf.find({ space: "productSku", id: productSku }).find((offer) => offer.segment === legacy.segment);
  if (known === undefined && legacy.productSku === "") {
    const notes = new FactNotes(legacy, source);
    notes.say("product id");
    shelf.put({ ...legacy, productSku, sources: withSource(legacy, source), ...notes.result() });
    return;
  }
  const target = known ?? targetOf(shelf, line, legacy.segment, source);
  if (legacy.productSku === "" && !isSameProduct(legacy, target)) {
    shelf.put(succeeded(shelf, legacy, target, line, source));
    return;
  }
  shelf.put({ ...legacy, legacyOfferIds: legacy.legacyOfferIds.filter((id) => id !== legacyOfferId) });
  const notes = new FactNotes(target, source);
  if (legacy.productSku !== "") notes.differ("successor", productSku, legacy.productSku, legacy.sources[0] ?? "");
  shelf.put(withLegacyId(target, { ...line, legacyName: legacyName || legacy.name }, notes));
}

function isSameProduct(legacy: CatalogueOffer, target: CatalogueOffer): boolean {
  return legacy.skuIds.length === 0 || target.skuIds.length === 0
    ? foldName(legacy.name) === foldName(target.name)
    : legacy.skuIds.some((id) => target.skuIds.includes(id));
}

/** Users get another product: what is stated now goes before any successor that was stated earlier. */
function succeeded(
  shelf: OfferShelf,
  legacy: CatalogueOffer,
  target: CatalogueOffer,
  { productSku, note }: LegacySuccessor,
  source: string,
): CatalogueOffer {
  const notes = new FactNotes(legacy, source);
  const before = statedText(shelf, legacy);
  notes.tell("successor", productSku, before === "" ? undefined : before, String);
  const stated: SaleFact = {
    status: "endOfSale",
    from: undefined,
    until: undefined,
    countries: undefined,
    successors: [[target.id]],
    decides: true,
    note: note === "" ? "its place is taken in new commerce" : note,
    source,
  };
  return {
    ...legacy,
    saleFacts: [stated, ...legacy.saleFacts.map((fact) => ({ ...fact, successors: [] }))],
    sources: withSource(legacy, source),
    ...notes.result(),
  };
}

function withSource({ sources }: CatalogueOffer, source: string): readonly string[] {
  return sources.includes(source) ? sources : [...sources, source];
}

function targetOf(shelf: OfferShelf, line: LegacySuccessor, segment: CatalogueOffer["segment"], source: string) {
  const about = { space: "productSku", id: line.productSku } as const;
  const known = shelf.find(about);
  const inSegment = known.find((offer) => offer.segment === segment) ?? (known.length === 1 ? known[0] : undefined);
  return inSegment ?? shelf.add(about, line.name || line.legacyName, segment, source);
}

function withLegacyId(
  offer: CatalogueOffer,
  { legacyOfferId, legacyName }: LegacySuccessor,
  notes: FactNotes,
): CatalogueOffer {
  const { source } = notes;
  const isNewName = legacyName !== "" && foldName(legacyName) !== foldName(offer.name);
  return {
    ...offer,
    legacyOfferIds: [...offer.legacyOfferIds, legacyOfferId],
    otherNames: isNewName ? [...offer.otherNames, { name: legacyName, kind: "alias", source }] : offer.otherNames,
    sources: withSource(offer, source),
    idSources: { ...offer.idSources, legacyOfferId: offer.idSources?.legacyOfferId ?? source },
    ...notes.result(),
  };
}

/** The product id of the successor that was stated before. */
function statedText(shelf: OfferShelf, legacy: CatalogueOffer): string {
  const [stated] = legacy.saleFacts.flatMap((fact) => (fact.decides ? fact.successors : []));
  return (stated ?? []).map((id) => shelf.get(id).productSku || shelf.get(id).name).join(" + ");
}
