import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import { lowerBound } from "./assign/lower-bound.ts";
import { type Parcel, packed } from "./assign/packing.ts";
import { type Assignment, type Cost, costOf, NO_DAY, type Problem } from "./assign/problem.ts";
import { settledTies } from "./assign/ties.ts";
import { transported } from "./assign/transport.ts";
import type { Footing } from "./day-costs.ts";
import { KindBook } from "./kinds.ts";
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
  const tasks = demands.map(({ takers, unit }) => taskOf(book, takers, unit, context));
  const { axis, kinds } = book.onAxis();
  const { places, customers } = roomOn(axis, context);
  const capacity = places.map((count, day) => Math.min(count, customers[day] as number));
  const problem = { kinds, tasks, capacity };
  const { bound, ...assignment } = solved(problem);
  return {
    days: [...settledTies(problem, assignment.dayOf)].map((day) => axis[day]),
    bound,
    isOptimal: assignment.isOptimal,
  };
}

function taskOf(
  book: KindBook,
  takers: readonly number[],
  unit: Unit,
  context: AllocationContext,
): Problem["tasks"][number] {
  const { footings, rateOf } = context;
  const [only] = takers;
  if (only !== undefined && takers.length === 1) {
    const kind =
      unit.days.length === 0
        ? book.alone(footings(only))
        : book.together(unit.days, [footings(only)[0] as Footing], [1]);
    return { kind, weight: rateOf(only) };
  }
  const members = takers.map((taker) => footings(taker)[0] as Footing);
  return { kind: book.together(unit.days, members, takers.map(rateOf)), weight: 1 };
}

function solved(problem: Problem): Assignment & { readonly bound: Cost } {
  const assignment = transported(problem);
  const bound = assignment.isOptimal ? costOf(problem, assignment.dayOf) : lowerBound(problem, assignment);
  return { ...assignment, bound };
}

/** Units of several places, or several units of a customer that is called once a day. */
function asParcels(demands: readonly Demand[], context: AllocationContext): Allocation {
  const book = new KindBook();
  const whole = demands.map(({ takers, unit }) => taskOf(book, takers, unit, context));
  // Each member by itself, without regard to customers: nothing that keeps the rules can be better than that.
  const apart = demands.flatMap(({ takers, unit }) => takers.map((taker) => taskOf(book, [taker], unit, context)));
  const { axis, kinds } = book.onAxis();
  const room = roomOn(axis, context);
  const relaxed = solved({ kinds, tasks: apart, capacity: room.places });
  const parcels = demands.map(({ takers, customer }, index): Parcel => {
    const { kind, weight } = whole[index] as Problem["tasks"][number];
    return { kind: kinds[kind] as Parcel["kind"], weight, size: takers.length, customer };
  });
  const days = packed(parcels, room, relaxed);
  if (context.limits.customers === undefined) polished(demands, whole, kinds, room.places, days);
  const isOptimal = relaxed.isOptimal && isSame(costOfParcels(parcels, whole, kinds, days), relaxed.bound);
  return { days: [...days].map((day) => axis[day]), bound: relaxed.bound, isOptimal };
}

/** With the larger units where they are, those of one place are arranged exactly. */
function polished(
  demands: readonly Demand[],
  whole: Problem["tasks"],
  kinds: Problem["kinds"],
  places: Float64Array,
  days: Int32Array,
): void {
  const capacity = places.slice();
  const single: number[] = [];
  demands.forEach(({ takers }, index) => {
    const day = days[index] as number;
    if (takers.length === 1) single.push(index);
    else if (day !== NO_DAY) capacity[day] = (capacity[day] as number) - takers.length;
  });
  const problem = { kinds, tasks: single.map((index) => whole[index] as Problem["tasks"][number]), capacity };
  const arranged = settledTies(problem, transported(problem).dayOf);
  single.forEach((index, task) => {
    days[index] = arranged[task] as number;
  });
}

function costOfParcels(
  parcels: readonly Parcel[],
  tasks: Problem["tasks"],
  kinds: Problem["kinds"],
  days: Int32Array,
): Cost {
  const cost = costOf({ kinds, tasks, capacity: new Float64Array() }, days);
  // A unit without a day leaves all its members without one.
  const more = costOf(
    { kinds, tasks: [{ kind: 0, weight: 0 }], capacity: new Float64Array() },
    Int32Array.of(NO_DAY),
  ).late;
  const extra = parcels.reduce((sum, { size }, index) => sum + (days[index] === NO_DAY ? size - 1 : 0), 0);
  return { ...cost, late: cost.late + extra * more };
}

function isSame(a: Cost, b: Cost): boolean {
  return a.late === b.late && a.overlap === b.overlap;
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
