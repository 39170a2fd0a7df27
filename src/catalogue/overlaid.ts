import type { CatalogueSource } from "../model/plan.ts";
import type { Catalogue, CatalogueOffer } from "./catalogue.ts";
import { indexOffers } from "./index-offers.ts";
import type { OwnMapping } from "./own-mapping.ts";

/** What files change in a catalogue. Plain data, to be sent from one thread to another. */
export interface Overlay {
  /** Those of which they say anything, and those that they bring. */
  readonly offers: readonly CatalogueOffer[];
  readonly mappings: ReadonlyMap<string, OwnMapping>;
  /** The files, in the order in which they are laid. */
  readonly sources: readonly CatalogueSource[];
}

/** The catalogue that a person's files were laid over, with what they change in it. */
export function overlaid(base: Catalogue, { offers, mappings, sources }: Overlay): Catalogue {
  const changed = new Map(offers.map((offer) => [offer.id, offer]));
  const known = base.offers.map((offer) => changed.get(offer.id) ?? offer);
  const brought = offers.filter((offer) => base.byId(offer.id) === undefined);
  return indexOffers([...known, ...brought], [...base.sources, ...sources], mappings);
}
