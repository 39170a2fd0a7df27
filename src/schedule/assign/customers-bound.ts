import type { Parcel, Room } from "./packing.ts";
import type { Kind } from "./problem.ts";

/** So many ends of the calendar are looked at. */
const MOST_HORIZONS = 16;

/**
 * How many subscriptions stay without a day at least, because a day has room for so many customers only (allocate.md). Of what must
 * be done up to some day, each day before takes at most what its customers with the most open subscriptions have, and all these
 * days together at most what the customers that can be called have.
 */
export function leastByDay(parcels: readonly Parcel[], kinds: readonly Kind[], room: Room): number {
  const days = room.customers.length;
  const windows = parcels.flatMap(({ kind, size, customer }) => {
    const { days: open } = kinds[kind] as Kind;
    const [first, last] = [open[0], open[open.length - 1]];
    return first === undefined || last === undefined ? [] : [{ first, last, size, customer }];
  });
  const withoutAny = parcels.reduce((sum, { kind, size }) => sum + (kinds[kind]?.days.length === 0 ? size : 0), 0);
  const step = Math.max(1, Math.ceil(days / MOST_HORIZONS));
  let least = 0;
  for (let horizon = days - 1; horizon >= 0; horizon -= step) {
    const due = windows.filter(({ last }) => last <= horizon);
    const asked = due.reduce((sum, { size }) => sum + size, 0);
    least = Math.max(least, asked - Math.min(byDay(due, horizon, room), byCalls(due, horizon, room)));
  }
  return withoutAny + least;
}

interface Window {
  readonly first: number;
  readonly last: number;
  readonly size: number;
  readonly customer: number;
}

/** Customers by how many subscriptions they have open. */
class Open {
  private readonly sizes = new Map<number, number>();
  private readonly having: number[] = [];

  add(customer: number, size: number): void {
    const before = this.sizes.get(customer) ?? 0;
    if (before > 0) this.having[before] = (this.having[before] as number) - 1;
    const after = before + size;
    this.having[after] = (this.having[after] ?? 0) + 1;
    this.sizes.set(customer, after);
  }

  /** Of so many customers, those that have most. */
  most(customers: number): number {
    let [left, sum] = [customers, 0];
    for (let size = this.having.length - 1; size > 0 && left > 0; size -= 1) {
      const times = Math.min(left, this.having[size] ?? 0);
      left -= times;
      sum += times * size;
    }
    return sum;
  }
}

function byDay(due: readonly Window[], horizon: number, { places, customers, called }: Room): number {
  const opening: Window[][] = Array.from({ length: horizon + 1 }, () => []);
  const closing: Window[][] = Array.from({ length: horizon + 1 }, () => []);
  for (const window of due) {
    opening[window.first]?.push(window);
    closing[window.last]?.push(window);
  }
  const open = new Open();
  let sum = 0;
  for (let day = 0; day <= horizon; day += 1) {
    for (const { customer, size } of opening[day] ?? []) open.add(customer, size);
    const calls = (customers[day] as number) + (called[day]?.size ?? 0);
    sum += Math.min(places[day] as number, open.most(calls));
    for (const { customer, size } of closing[day] ?? []) open.add(customer, -size);
  }
  return sum;
}

function byCalls(due: readonly Window[], horizon: number, { customers, called }: Room): number {
  const open = new Open();
  for (const { customer, size } of due) open.add(customer, size);
  let calls = 0;
  for (let day = 0; day <= horizon; day += 1) calls += (customers[day] as number) + (called[day]?.size ?? 0);
  return open.most(calls);
}
