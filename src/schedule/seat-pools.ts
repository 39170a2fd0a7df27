import type { Offer } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";
import { productKeyOf } from "../model/product-key.ts";
import type { Slot } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Choice, Undated } from "./choice.ts";
import type { Choices } from "./choices.ts";
import { renews } from "./terms.ts";

/** Seats that would be in a pool at once, and whether the subscription's own old seats are among them. */
type PoolExceeded = NonNullable<Slot["poolExceeded"]> & { readonly overlaps: boolean };

/** Seats of one subscription in a pool: the old ones until `oldUntil`, the new ones from `newFrom`. */
interface Holding {
  readonly index: number;
  readonly oldSeats: number;
  readonly oldUntil: number;
  readonly newSeats: number;
  readonly newFrom: number;
}

const NOTHING: ReadonlyMap<number, readonly Offer[]> = new Map();

/**
 * Which subscriptions would have old and new seats side by side above the seats that a tenant may hold of one product, over all
 * partners, or bring new seats of another product above what it may hold of that. Looks at the days chosen so far; by index.
 */
export function exceededPools(
  surveyed: readonly Surveyed[],
  choices: Choices,
  becomes = NOTHING,
): ReadonlyMap<number, PoolExceeded> {
  const pools = new Map<string, { readonly limit: number; readonly holdings: Holding[] }>();
  const hold = (one: Surveyed, productKey: string, limit: number, holding: Holding) => {
    const key = `${one.subscription.customer.key}\n${productKey}`;
    const pool = pools.get(key);
    if (pool === undefined) pools.set(key, { limit, holdings: [holding] });
    else pool.holdings.push(holding);
  };
  surveyed.forEach((one, index) => {
    const { offer, productKey } = one.identity;
    const others = becomes.get(index);
    if (offer?.tenantSeatPool === undefined && others === undefined) return;
    const holding = holdingOf(one, choices.at(index), index);
    if (holding === undefined) return;
    const { newFrom, newSeats } = holding;
    if (offer?.tenantSeatPool !== undefined) {
      const own = others === undefined ? holding : { ...holding, newSeats: 0, newFrom: Infinity };
      hold(one, productKey, offer.tenantSeatPool, own);
    }
    for (const other of others ?? []) {
      if (other.tenantSeatPool === undefined || !Number.isFinite(newFrom)) continue;
      hold(one, productKeyOf(other), other.tenantSeatPool, {
        index,
        oldSeats: 0,
        oldUntil: newFrom,
        newSeats,
        newFrom,
      });
    }
  });

  const exceeded = new Map<number, PoolExceeded>();
  for (const { limit, holdings } of pools.values()) {
    const everything = holdings.reduce((total, holding) => total + holding.oldSeats + holding.newSeats, 0);
    if (everything > limit) markExceeded(holdings, limit, exceeded);
  }
  return exceeded;
}

function holdingOf(one: Surveyed, choice: Choice | Undated, index: number): Holding | undefined {
  const { subscription, exclusions, targetSeats } = one;
  const oldSeats = subscription.seats;
  const staying: Holding = { index, oldSeats, oldUntil: Infinity, newSeats: 0, newFrom: Infinity };
  // What our own partner holds already is in the pool, too; whatever else is excluded is no paid seat of this product.
  if (exclusions.length > 0) return exclusions.every((code) => code === "ALREADY_OURS") ? staying : undefined;
  if (choice.kind === "undated") return staying;
  if (choice.switchOn === undefined) {
    return renews(subscription) ? staying : { ...staying, oldUntil: choice.termEnd };
  }
  // A transfer moves the seats themselves: there is one set of them all the time.
  if (choice.path === "billing-transfer") return staying;
  // In the week after a renewal the old seats are there until they are cancelled, on the day of the switch.
  const oldUntil = choice.rule === "cancellation" ? choice.switchOn : choice.termEnd;
  return { index, oldSeats, oldUntil, newSeats: targetSeats, newFrom: choice.switchOn };
}

/** The load rises only on days when new seats arrive, so these are the only days to look at. */
function markExceeded(holdings: readonly Holding[], limit: number, exceeded: Map<number, PoolExceeded>): void {
  const days = [...new Set(holdings.map((holding) => holding.newFrom))].filter(Number.isFinite).sort((a, b) => a - b);
  const byEnd = [...holdings].sort((a, b) => a.oldUntil - b.oldUntil);
  const byArrival = [...holdings].sort((a, b) => a.newFrom - b.newFrom);
  let seats = holdings.reduce((total, holding) => total + holding.oldSeats, 0);
  let ended = 0;
  let arrived = 0;
  const loads = days.map((day) => {
    for (let next = byEnd[ended]; next !== undefined && next.oldUntil < day; next = byEnd[ended]) {
      seats -= next.oldSeats;
      ended += 1;
    }
    for (let next = byArrival[arrived]; next !== undefined && next.newFrom <= day; next = byArrival[arrived]) {
      seats += next.newSeats;
      arrived += 1;
    }
    return { day: day as PlainDate, seats };
  });

  for (const { index, newFrom, oldUntil, oldSeats } of holdings) {
    let fullest = 0;
    for (const load of loads) {
      if (load.day >= newFrom && load.day <= oldUntil && load.seats > fullest) fullest = load.seats;
    }
    if (fullest > limit) exceeded.set(index, { seats: fullest, limit, overlaps: oldSeats > 0 });
  }
}
