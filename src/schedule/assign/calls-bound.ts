import type { Parcel, Room } from "./packing.ts";
import { HELD, type Kind } from "./problem.ts";

/** Shares of the worths given that are tried. */
const SCALES = [1, 0.75, 0.5];
/** Days of parcels that are judged at most, so that a very large book gets fewer trials. */
const MOST_JUDGED = 300_000_000;

/**
 * How many subscriptions stay without a day at least. A call on a day, and a place of it, may have any worth; each subscription
 * pays for its place, and its share of the call: one of all that the customer could have done on that day; or it stays without a
 * day. Less what all calls and places are worth, that is a bound (allocate.md).
 */
export function leastByWorth(
  parcels: readonly Parcel[],
  kinds: readonly Kind[],
  room: Room,
  callWorths: readonly Float64Array[],
  lateWorth: Float64Array,
): number {
  const byCustomer = new Map<number, Parcel[]>();
  for (const parcel of parcels) {
    const own = byCustomer.get(parcel.customer);
    if (own === undefined) byCustomer.set(parcel.customer, [parcel]);
    else own.push(parcel);
  }
  const perTrial = parcels.reduce((sum, { kind }) => sum + (kinds[kind]?.days.length ?? 0), 1);
  const places = lateWorth.map((worth) => Math.min(1, worth / HELD));
  const trials = callWorths.flatMap((worth) =>
    SCALES.flatMap((scale) =>
      [places, new Float64Array(places.length)].map((place) => ({
        call: worth.map((one) => (scale * one) / HELD),
        place,
      })),
    ),
  );
  const bounds = trials
    .slice(0, Math.ceil(MOST_JUDGED / perTrial))
    .map(({ call, place }) => boundAt(byCustomer, kinds, room, call, place));
  // Sums of fractions may be off in their last digits.
  return Math.ceil(Math.max(0, ...bounds) - 1e-6);
}

function boundAt(
  byCustomer: ReadonlyMap<number, readonly Parcel[]>,
  kinds: readonly Kind[],
  { places, customers, called }: Room,
  callWorth: Float64Array,
  placeWorth: Float64Array,
): number {
  let sum = 0;
  const asked = new Float64Array(callWorth.length);
  for (const [customer, own] of byCustomer) {
    asked.fill(0);
    for (const { kind, size } of own) {
      for (const day of kinds[kind]?.days ?? []) asked[day] = (asked[day] as number) + size;
    }
    for (const { kind, size } of own) {
      let least = 1;
      for (const day of kinds[kind]?.days ?? []) {
        const call = called[day]?.has(customer) === true ? 0 : (callWorth[day] as number) / (asked[day] as number);
        least = Math.min(least, (placeWorth[day] as number) + call);
      }
      sum += size * least;
    }
  }
  callWorth.forEach((worth, day) => {
    if (worth > 0) sum -= worth * (customers[day] as number);
  });
  placeWorth.forEach((worth, day) => {
    if (worth > 0) sum -= worth * (places[day] as number);
  });
  return sum;
}
