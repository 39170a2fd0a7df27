import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import { packed, solved } from "./assign/packed.ts";
import type { Parcel } from "./assign/packing.ts";
import { type Cost, type Kind, NO_DAY, type Tasks, tasksOf } from "./assign/problem.ts";
import type { Footing } from "./day-costs.ts";
import { type KindAndWeight, KindBook } from "./kinds.ts";
import type { Bundle } from "./units.ts";

/** Those of a bundle that take capacity; what is blocked takes none. */
export interface BundleDemand extends Bundle {
  readonly takers: readonly number[];
}

/** What asks for a day: one alone, as its place in the list, or a bundle. */
export type Demand = number | BundleDemand;

/** Of one that stands for all: they are of one customer. */
export function firstOf(demand: Demand): number {
  return typeof demand === "number" ? demand : (demand.takers[0] as number);
}

function sizeOf(demand: Demand): number {
  return typeof demand === "number" ? 1 : demand.takers.length;
}

export interface Allocation {
  /** By demand; undefined: no day has room. */
  readonly days: readonly (PlainDate | undefined)[];
  readonly bound: Cost;
  readonly isOptimal: boolean;
}

/** Its own window first, then those of later terms: for the case that the first one is full. */
export type Windows = readonly Footing[];

export interface AllocationContext {
  readonly limits: Policy["capacityPerDay"];
  /** By day: what is taken by decided days. */
  readonly taken: ReadonlyMap<PlainDate, Taken>;
  footing(index: number): Footing;
  /** Number of the choice that one alone has; what follows from it is found once for each. */
  choiceOf(index: number): number;
  /** The same for all of one choice. */
  windows(index: number): Windows;
  rateOf(index: number): number;
  /** Number of a subscription's customer. */
  customerOf(index: number): number;
}

export interface Taken {
  readonly subscriptions: number;
  readonly customers: ReadonlySet<number>;
}

/** A draft is not improved; days of an earlier round, by the first of a unit, are where it begins. */
export type Start = "draft" | ReadonlyMap<number, PlainDate>;

/**
 * Gives units their days so that the whole book is best under the capacity of a day (allocate.md). Exact where each unit is one
 * place; else a good packing, with a bound that no schedule can fall below.
 */
export function allocated(demands: readonly Demand[], context: AllocationContext, start?: Start): Allocation {
  const { limits } = context;
  const areSingle = demands.every((demand) => sizeOf(demand) === 1);
  if (limits.customers === undefined && areSingle) return asTasks(demands, context);
  if (limits.customers !== undefined && (areSingle || limits.subscriptions === undefined)) {
    const seen = new Set([...context.taken.values()].flatMap(({ customers }) => [...customers]));
    const isOneEach = demands.every((demand) => {
      const customer = context.customerOf(firstOf(demand));
      return !seen.has(customer) && seen.add(customer);
    });
    if (isOneEach) return asTasks(demands, context);
  }
  return asParcels(demands, context, start);
}

/** Each unit is one place of a day: solved exactly. */
function asTasks(demands: readonly Demand[], context: AllocationContext): Allocation {
  const book = new KindBook();
  const tasks = tasksIn(demands, book, context);
  const { axis, kinds } = book.onAxis();
  const { places, customers } = roomOn(axis, context);
  const capacity = places.map((count, day) => Math.min(count, customers[day] as number));
  const isExact = withinExactness(tasks, kinds, axis.length);
  const { dayOf, bound, isOptimal } = solved({ kinds, tasks, capacity });
  return { days: daysAt(dayOf, axis), bound, isOptimal: isOptimal && isExact };
}

/** Units of several places, or several units of a customer that is called once a day. */
function asParcels(demands: readonly Demand[], context: AllocationContext, start: Start | undefined): Allocation {
  const book = new KindBook();
  const whole = tasksIn(demands, book, context);
  const members = tasksOf(demands.flatMap((demand) => membersOf(book, demand, context)));
  const { axis, kinds } = book.onAxis();
  const isExact = [whole, members].map((tasks) => withinExactness(tasks, kinds, axis.length)).every(Boolean);
  const parcels = demands.map((demand, index): Parcel => {
    const [kind, weight] = [whole.kindOf[index] as number, whole.weightOf[index] as number];
    return { kind, weight, size: sizeOf(demand), customer: context.customerOf(firstOf(demand)) };
  });
  const problem = { kinds, parcels, members, room: roomOn(axis, context) };
  const { dayOf, bound, isOptimal } =
    start === "draft" ? packed(problem, "draft") : packed(problem, start && placesOf(demands, axis, start));
  return { days: daysAt(dayOf, axis), bound, isOptimal: isOptimal && isExact };
}

function daysAt(places: Int32Array, axis: readonly PlainDate[]): Allocation["days"] {
  const days: (PlainDate | undefined)[] = [];
  for (let at = 0; at < places.length; at += 1) days.push(axis[places[at] as number]);
  return days;
}

/** Whole numbers up to this one are exact. */
const EXACT = 2 ** 53;

/**
 * What no sum of the search can hold exactly is cut down to what it can: prices of places add up along a path through all days.
 * A bound stays one, as nothing is made dearer. False: something was cut, so that no optimum is proven.
 */
function withinExactness({ weightOf }: Tasks, kinds: readonly Kind[], days: number): boolean {
  let longest = 1;
  for (const { overlap } of kinds) for (const one of overlap) longest = Math.max(longest, one);
  const most = Math.floor(EXACT / (2 * (days + 1) * longest));
  let isExact = true;
  for (let task = 0; task < weightOf.length; task += 1) {
    if ((weightOf[task] as number) <= most) continue;
    weightOf[task] = most;
    isExact = false;
  }
  return isExact;
}

/** The days of an earlier round as places on the axis. */
function placesOf(
  demands: readonly Demand[],
  axis: readonly PlainDate[],
  days: ReadonlyMap<number, PlainDate>,
): Int32Array {
  const placeOf = new Map(axis.map((day, place) => [day, place]));
  return Int32Array.from(demands, (demand) => placeOf.get(days.get(firstOf(demand)) as PlainDate) ?? NO_DAY);
}

function tasksIn(demands: readonly Demand[], book: KindBook, context: AllocationContext): Tasks {
  const tasks = { kindOf: new Int32Array(demands.length), weightOf: new Float64Array(demands.length) };
  for (let at = 0; at < demands.length; at += 1) {
    const demand = demands[at] as Demand;
    if (typeof demand === "number") {
      tasks.kindOf[at] = kindOf(book, demand, context);
      tasks.weightOf[at] = context.rateOf(demand);
    } else {
      const { kind, weight } = wholeOf(book, demand, context);
      tasks.kindOf[at] = kind;
      tasks.weightOf[at] = weight;
    }
  }
  return tasks;
}

/** Of one alone. */
function kindOf(book: KindBook, index: number, { choiceOf, windows }: AllocationContext): number {
  const choice = choiceOf(index);
  return book.ofChoice(choice) ?? book.alone(choice, windows(index));
}

function wholeOf(
  book: KindBook,
  { takers, days }: BundleDemand,
  { footing, rateOf }: AllocationContext,
): KindAndWeight {
  return book.together(days, takers.map(footing), takers.map(rateOf));
}

/** What the members ask for, each by itself, on the days of the unit. Where these are alike to all, so is what they pay. */
function membersOf(book: KindBook, demand: Demand, context: AllocationContext): readonly KindAndWeight[] {
  if (typeof demand === "number") {
    return [{ kind: kindOf(book, demand, context), weight: context.rateOf(demand) }];
  }
  const { takers, days } = demand;
  if (takers.length === 1) return [wholeOf(book, demand, context)];
  const alone = takers.map((taker) => book.together(days, [context.footing(taker)], [context.rateOf(taker)]));
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
