import type { Finding } from "../findings/finding.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Surveyed } from "../model/survey.ts";

/**
 * By place of an add-on, the subscriptions that it could stand on, where every one of them is blocked. An add-on that is blocked
 * itself does not move before it is looked at anyway.
 */
export function blockedBases(
  surveyed: readonly Surveyed[],
  findings: readonly (readonly Finding[])[],
): ReadonlyMap<number, readonly Subscription[]> {
  const bases = new Set<Subscription>();
  for (const { base } of surveyed) for (const one of base?.baseSubscriptions ?? []) bases.add(one);
  const isBlocked = (place: number) => findings[place]?.some(({ severity }) => severity === "blocking") === true;
  const blocked = new Set<Subscription>();
  surveyed.forEach(({ subscription }, place) => {
    if (bases.has(subscription) && isBlocked(place)) blocked.add(subscription);
  });
  const found = new Map<number, readonly Subscription[]>();
  if (blocked.size === 0) return found;
  surveyed.forEach(({ base, exclusions }, place) => {
    if (base === undefined || base.baseSubscriptions.length === 0) return;
    if (exclusions.length > 0 || isBlocked(place)) return;
    if (base.baseSubscriptions.every((one) => blocked.has(one))) found.set(place, base.baseSubscriptions);
  });
  return found;
}
