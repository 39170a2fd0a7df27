import type { CatalogueOffer } from "../catalogue/catalogue.ts";
import type { Segment } from "../model/subscription.ts";

/** Offers of one segment out of those that an id or a name may mean. */
export type InSegment =
  | { readonly kind: "found"; readonly segment: Segment; readonly offers: readonly CatalogueOffer[] }
  /** The product exists, but not in the segment that the row claims. */
  | { readonly kind: "conflict"; readonly segment: Segment };

/**
 * What the row states is binding; what the name says comes next; else commercial; else the only segment there is.
 * `nameIsBinding`: the id is one that all segments share, so that a name for faculty must not become a commercial offer.
 */
export function inSegment(
  offers: readonly CatalogueOffer[],
  claim: {
    readonly stated: Segment | undefined;
    readonly byName: Segment | undefined;
    readonly nameIsBinding: boolean;
  },
): InSegment {
  const wanted = [claim.stated ?? claim.byName, "commercial" as const, offers[0]?.segment];
  const isBinding = claim.stated !== undefined || (claim.nameIsBinding && claim.byName !== undefined);
  for (const segment of isBinding ? wanted.slice(0, 1) : wanted) {
    const own = offers.filter((offer) => offer.segment === segment);
    if (segment !== undefined && own.length > 0) return { kind: "found", segment, offers: own };
  }
  return { kind: "conflict", segment: claim.stated ?? claim.byName ?? "commercial" };
}
