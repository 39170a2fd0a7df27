import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import { packed, solved } from "./assign/packed.ts";
import type { Parcel } from "./assign/packing.ts";
import type { Cost } from "./assign/problem.ts";
import type { Footing } from "./day-costs.ts";
import { type KindAndWeight, KindBook } from "./kinds.ts";
import type { Unit } from "./units.ts";

/** A unit, and those of its members that take capacity. */
export interface Demand {
  readonly unit: Unit;
  readonly takers: readonly number[];
  /** Number of the customer. */
  readonly customer: number;
}

export interface Allocation {
  /** By demand; undefined: no day has room. */
  readonly days: readonly (PlainDate | undefined)[];
  readonly bound: Cost;
  readonly isOptimal: boolean;
}

export interface AllocationContext {
  readonly limits: Policy["capacityPerDay"];
  /** By day: what is taken by decided days. */
  readonly taken: ReadonlyMap<PlainDate, Taken>;
  /** The windows of one alone, the ordinary one first. */
  footings(index: number): readonly Footing[];
  rateOf(index: number): number;
}

export interface Taken {
  readonly subscriptions: number;
  readonly customers: ReadonlySet<number>;
}

/**
 * Gives units their days so that the whole book is best under the capacity of a day (allocate.md). Exact where each unit is one
 * place; else a good packing, with a bound that no schedule can fall below.
 */
export function allocated(demands: readonly Demand[], context: AllocationContext): Allocation {
  const { limits } = context;
  const perCustomer = new Map<number, number>();
  for (const { customer } of demands) perCustomer.set(customer, (perCustomer.get(customer) ?? 0) + 1);
  const decided = new Set([...context.taken.values()].flatMap(({ customers }) => [...customers]));
  const areSingle = demands.every(({ takers }) => takers.length === 1);
  const isOneEach = demands.every(({ customer }) => perCustomer.get(customer) === 1 && !decided.has(customer));
  if (limits.customers === undefined && areSingle) return asTasks(demands, context);
  if (limits.customers !== undefined && isOneEach && (areSingle || limits.subscriptions === undefined)) {
    return asTasks(demands, context);
  }
  return asParcels(demands, context);
}

/** Each unit is one place of a day: solved exactly. */
function asTasks(demands: readonly Demand[], context: AllocationContext): Allocation {
  const book = new KindBook();
  const tasks = demands.map((demand) => wholeOf(book, demand, context));
  const { axis, kinds } = book.onAxis();
  const { places, customers } = roomOn(axis, context);
  const capacity = places.map((count, day) => Math.min(count, customers[day] as number));
  const { dayOf, bound, isOptimal } = solved({ kinds, tasks, capacity });
  return { days: Array.from(dayOf, (day) => axis[day]), bound, isOptimal };
}

/** Units of several places, or several units of a customer that is called once a day. */
function asParcels(demands: readonly Demand[], context: AllocationContext): Allocation {
  const book = new KindBook();
  const whole = demands.map((demand) => wholeOf(book, demand, context));
  const members = demands.flatMap((demand) => membersOf(book, demand, context));
  const { axis, kinds } = book.onAxis();
  const parcels = demands.map(({ takers, customer }, index): Parcel => {
    const { kind, weight } = whole[index] as KindAndWeight;
    return { kind, weight, size: takers.length, customer };
  });
  const { dayOf, bound, isOptimal } = packed({ kinds, parcels, members, room: roomOn(axis, context) });
  return { days: Array.from(dayOf, (day) => axis[day]), bound, isOptimal };
}

function wholeOf(book: KindBook, { takers, unit }: Demand, { footings, rateOf }: AllocationContext): KindAndWeight {
  const [only] = takers;
  if (only !== undefined && unit.days.length === 0) return { kind: book.alone(footings(only)), weight: rateOf(only) };
  return book.together(
    unit.days,
    takers.map((taker) => footings(taker)[0] as Footing),
    takers.map(rateOf),
  );
}

/** What the members ask for, each by itself, on the days of the unit. Where these are alike to all, so is what they pay. */
function membersOf(book: KindBook, demand: Demand, context: AllocationContext): readonly KindAndWeight[] {
  const { takers, unit } = demand;
  if (takers.length === 1) return [wholeOf(book, demand, context)];
  const alone = takers.map((taker) =>
    book.together(unit.days, [context.footings(taker)[0] as Footing], [context.rateOf(taker)]),
  );
  if (alone.some(({ kind }) => kind !== alone[0]?.kind)) return alone;
  const sum = alone.reduce((total, { weight }) => total + weight, 0);
  const share = Math.floor(sum / alone.length);
  return alone.map(({ kind }, at) => ({ kind, weight: share + (at < sum - share * alone.length ? 1 : 0) }));
}

/** What decided days leave of each day. */
function roomOn(axis: readonly PlainDate[], { limits, taken }: AllocationContext) {
  const nobody: ReadonlySet<number> = new Set();
  const called = axis.map((day) => taken.get(day)?.customers ?? nobody);
  const most = (limit: number | undefined, used: number) =>
    limit === undefined ? Infinity : Math.max(0, limit - used);
  return {
    called,
    places: Float64Array.from(axis, (day) => most(limits.subscriptions, taken.get(day)?.subscriptions ?? 0)),
    customers: Float64Array.from(called, ({ size }) => most(limits.customers, size)),
  };
}
