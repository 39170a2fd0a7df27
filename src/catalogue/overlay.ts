import type { CatalogueSource } from "../model/plan.ts";
import type { Catalogue, CatalogueOffer } from "./catalogue.ts";
import { layStatement } from "./lay-statement.ts";
import { laySuccessor } from "./lay-successor.ts";
import { mappingKey } from "./mapping-key.ts";
import { mappingProblems } from "./mapping-problems.ts";
import { OfferShelf } from "./offer-shelf.ts";
import { type Overlay, overlaid } from "./overlaid.ts";
import type { OwnMapping } from "./own-mapping.ts";
import type { CatalogueLayer, OfferStatement } from "./statement.ts";

/** Several files in the order in which they are laid over each other: the newest last; undated ones first, then as named. */
export function inLayingOrder(layers: readonly CatalogueLayer[]): readonly CatalogueLayer[] {
  return layers
    .map((layer, at) => ({ layer, at }))
    .sort((a, b) => (a.layer.date === b.layer.date ? a.at - b.at : a.layer.date < b.layer.date ? -1 : 1))
    .map(({ layer }) => layer);
}

/**
 * The user's own files over a catalogue: what they say goes before what it says, and the newer of two files before the older.
 * What a file does not mention stays. Where two say different things, the offer remembers both.
 */
export function overlayOf(base: Catalogue, layers: readonly CatalogueLayer[]): Overlay {
  const ordered = inLayingOrder(layers);
  const shelf = new OfferShelf(base.offers);
  const bases = new Map<string, { readonly statement: OfferStatement; readonly source: string }>();
  for (const layer of ordered) {
    const source = sourceOf(layer);
    for (const statement of layer.offers) {
      for (const id of layStatement(shelf, statement, source)) {
        if (statement.bases !== undefined) bases.set(id, { statement, source });
      }
    }
  }
  layBases(shelf, bases);
  // Last, since they join offers that any of the other files may have brought.
  for (const layer of ordered) {
    for (const successor of layer.successors) laySuccessor(shelf, successor, sourceOf(layer));
  }
  const laid = shelf.offers.map((offer) => withServices(boughtByCspId(offer)));
  const changes = {
    offers: laid.filter((offer) => base.byId(offer.id) !== offer),
    mappings: mappingsOf(ordered),
    sources: [],
  };
  // A mapping may name an offer that any of the files has brought.
  const catalogue = changes.mappings.size === 0 ? base : overlaid(base, changes);
  return { ...changes, sources: ordered.map((layer) => catalogueSource(layer, catalogue)) };
}

function catalogueSource(
  { name, date, sha256, problems, mappings }: CatalogueLayer,
  catalogue: Catalogue,
): CatalogueSource {
  const all = [...problems, ...mappingProblems(mappings, catalogue)];
  return { name, date, sha256, ...(all.length === 0 ? {} : { problems: all }) };
}

/** How provenance names a file. */
export function sourceOf({ name, date }: CatalogueLayer): string {
  return date === "" ? name : `${name} (${date})`;
}

/** Once all offers are there, so that a base may stand in a later row, or in another file, than its add-on. */
function layBases(
  shelf: OfferShelf,
  bases: ReadonlyMap<string, { readonly statement: OfferStatement; readonly source: string }>,
): void {
  for (const [id, { statement, source }] of bases) {
    const ids = (statement.bases ?? []).flatMap((productSku) => {
      const about = { space: "productSku", id: productSku } as const;
      const known = shelf.find(about);
      const offers = known.length > 0 ? known : [shelf.add(about, "", statement.segment, source)];
      return offers.map((offer) => offer.id);
    });
    const offer = shelf.get(id);
    shelf.put({
      ...offer,
      baseOfferIds: [...new Set(ids)].filter((base) => base !== id),
      factSources: { ...offer.factSources, bases: source },
    });
  }
}

/** Nearly every legacy offer is off sale; of a product that new commerce has, that tells nothing. Any of the files may bring its id. */
function boughtByCspId(offer: CatalogueOffer): CatalogueOffer {
  if (offer.productSku === "" || !offer.saleFacts.some((fact) => fact.ofLegacyOffer)) return offer;
  return { ...offer, saleFacts: offer.saleFacts.filter((fact) => !fact.ofLegacyOffer) };
}

function withServices(offer: CatalogueOffer): CatalogueOffer {
  return offer.factSources?.["service plans"] === undefined
    ? offer
    : { ...offer, services: [...offer.servicePlans.values()].sort() };
}

/** By source, the newest file's; what an older one says instead is kept beside it. */
function mappingsOf(layers: readonly CatalogueLayer[]): ReadonlyMap<string, OwnMapping> {
  const mappings = new Map<string, OwnMapping>();
  for (const mapping of layers.flatMap((layer) => layer.mappings)) {
    const key = mappingKey(mapping.source);
    const older = mappings.get(key);
    const differs = older !== undefined && !sameTargets(older, mapping);
    const contradiction = differs ? `${older.place} says "${older.targets.join(" + ")}"` : "";
    mappings.set(key, { ...mapping, contradiction });
  }
  return mappings;
}

function sameTargets(one: OwnMapping, other: OwnMapping): boolean {
  const folded = ({ targets }: OwnMapping) => targets.map(mappingKey).join(" + ");
  return folded(one) === folded(other);
}
