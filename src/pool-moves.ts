import type { Offer, Target } from "./model/offer.ts";
import { productKeyOf } from "./model/product-key.ts";
import type { Surveyed } from "./model/survey.ts";

/**
 * What subscriptions become, by place, where their new seats count in another pool of the tenant than the old ones do, and one
 * of the two pools may be too small (DOMAIN.md 6). Empty for nearly every book.
 */
export function poolMoves(
  surveyed: readonly Surveyed[],
  targets: readonly Target[],
): ReadonlyMap<number, readonly Offer[]> {
  const moves = new Map<number, readonly Offer[]>();
  targets.forEach(({ offers }, place) => {
    const identity = surveyed[place]?.identity;
    if (identity === undefined || offers.length === 0) return;
    if (offers.some((offer) => productKeyOf(offer) === identity.productKey)) return;
    const isPooled = ({ tenantSeatPool }: Offer) => tenantSeatPool !== undefined;
    if ((identity.offer !== undefined && isPooled(identity.offer)) || offers.some(isPooled)) moves.set(place, offers);
  });
  if (moves.size === 0) return moves;

  const most = new Map<string, number>();
  const add = (pool: string, seats: number) => most.set(pool, (most.get(pool) ?? 0) + seats);
  surveyed.forEach((one, place) => {
    if (one.identity.offer?.tenantSeatPool !== undefined)
      add(poolOf(one, one.identity.productKey), one.subscription.seats + one.targetSeats);
    for (const offer of moves.get(place) ?? []) add(poolOf(one, productKeyOf(offer)), one.targetSeats);
  });
  const mayOverflow = (one: Surveyed, key: string, limit: number | undefined) =>
    limit !== undefined && (most.get(poolOf(one, key)) ?? 0) > limit;
  for (const [place, offers] of moves) {
    const one = surveyed[place];
    if (one === undefined) continue;
    const { offer, productKey } = one.identity;
    const matters =
      mayOverflow(one, productKey, offer?.tenantSeatPool) ||
      offers.some((each) => mayOverflow(one, productKeyOf(each), each.tenantSeatPool));
    if (!matters) moves.delete(place);
  }
  return moves;
}

function poolOf({ subscription }: Surveyed, productKey: string): string {
  return `${subscription.customer.key}\n${productKey}`;
}
