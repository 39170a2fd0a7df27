import type { CatalogueOffer } from "../catalogue/catalogue.ts";

export interface ServiceChange {
  /** Names, sorted. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** Plans that every suite carries and no user notices: Exchange Foundation, and the government's. */
const UNNOTICED_PLANS: ReadonlySet<string> = new Set([
  "113feb6c-3fe4-4440-bddc-54d774bf0318",
  "922ba911-5694-4e99-a794-73aed9bfeec8",
]);

/** Number of services that a user would miss. */
export function noticedServiceCount(offer: CatalogueOffer): number {
  return missingFrom(new Map(), offer.servicePlans).length;
}

/**
 * What users lose and gain from one offer to others; undefined where either side's plans are not known.
 * By service plan id, except that two plans of one name are one service: nobody loses what has the same name afterwards.
 */
export function serviceChange(from: CatalogueOffer, to: readonly CatalogueOffer[]): ServiceChange | undefined {
  if (from.servicePlans.size === 0 || to.some((offer) => offer.servicePlans.size === 0)) return undefined;
  const after = new Map(to.flatMap((offer) => [...offer.servicePlans]));
  return { lost: missingFrom(after, from.servicePlans), gained: missingFrom(from.servicePlans, after) };
}

function missingFrom(there: ReadonlyMap<string, string>, here: ReadonlyMap<string, string>): readonly string[] {
  const namesThere = new Set([...there.values()].map((name) => name.toLowerCase()));
  const missing = new Map<string, string>();
  for (const [id, name] of here) {
    const folded = name.toLowerCase();
    if (there.has(id) || UNNOTICED_PLANS.has(id) || namesThere.has(folded) || missing.has(folded)) continue;
    missing.set(folded, name);
  }
  return [...missing.values()].sort();
}
