import { leastByWorth } from "./calls-bound.ts";
import { leastByDay } from "./customers-bound.ts";
import { lowerBound } from "./lower-bound.ts";
import { Packing, type Parcel, type Room } from "./packing.ts";
import {
  type Assignment,
  type Cost,
  costOf,
  HELD,
  type Kind,
  NO_DAY,
  type Problem,
  type Tasks,
  tasksOf,
} from "./problem.ts";
import { transported } from "./transport.ts";
import { visitsOf } from "./visits.ts";

/** A draft is not improved, and its bound is that of the members alone; days, or NO_DAY, are kept until better are found. */
type Start = "draft" | Int32Array;

export interface Packed {
  /** By parcel: its day, or NO_DAY. */
  readonly dayOf: Int32Array;
  readonly bound: Cost;
  readonly isOptimal: boolean;
}

interface PackingProblem {
  readonly kinds: readonly Kind[];
  readonly parcels: readonly Parcel[];
  /** What each place of a parcel asks for by itself, parcel by parcel. */
  readonly members: Tasks;
  readonly room: Room;
}

/** Above this number, parcels are not arranged anew for the days that their customers have. */
const MOST_TO_ARRANGE = 5_000;

/**
 * Finds a day for each parcel, as well as it can, and says what no arrangement can fall below (allocate.md). The members of all
 * parcels, each by itself and whatever customers they are of, are solved exactly: that is the bound, the start, and the worth of
 * a place. Where it keeps the rules as it is, it is the optimum.
 */
export function packed({ kinds, parcels, members, room }: PackingProblem, start?: Start): Packed {
  const isDraft = start === "draft";
  const apart = solved({ kinds, tasks: members, capacity: room.places });
  const wished = daysInCommon(parcels, apart.dayOf);
  const packing = new Packing(parcels, kinds, room);
  const tasks = tasksOf(parcels);
  const costNow = () => costOf({ kinds, tasks, capacity: room.places }, packing.dayOf);
  let { bound } = apart;
  const nothing = new Int32Array(parcels.length).fill(NO_DAY);
  if (areCustomersWithin(parcels, wished, room)) packing.place(start === undefined || isDraft ? wished : start, apart);
  else {
    const { kept, callWorths } = visitsOf(parcels, kinds, room, apart);
    if (!isDraft) {
      const least = Math.max(
        leastByDay(parcels, kinds, room),
        leastByWorth(parcels, kinds, room, callWorths, apart.lateWorth),
      );
      if (HELD * least > bound.late) bound = { late: HELD * least, overlap: 0 };
    }
    if (start === undefined || isDraft) {
      packing.keep(kept);
      packing.place(nothing, apart);
    } else packing.place(start, apart);
  }
  if (!isDraft && compareCosts(costNow(), bound) > 0) {
    packing.improve();
    if (parcels.length <= MOST_TO_ARRANGE) {
      arrangeSingles(packing, parcels, kinds, room);
      packing.improve();
    }
  }
  return { dayOf: packing.dayOf, bound, isOptimal: compareCosts(costNow(), bound) <= 0 };
}

function isLimited(room: Float64Array): boolean {
  return room.some((most) => Number.isFinite(most));
}

/** The best assignment, or a good one, with what none can fall below. */
export function solved(problem: Problem): Assignment & { readonly bound: Cost } {
  const assignment = transported(problem);
  const bound = assignment.isOptimal ? costOf(problem, assignment.dayOf) : lowerBound(problem, assignment);
  return { ...assignment, bound };
}

/** The day of a parcel whose members all have the same. */
function daysInCommon(parcels: readonly Parcel[], dayOfMember: Int32Array): Int32Array {
  let member = 0;
  return Int32Array.from(parcels, ({ size }) => {
    const days = dayOfMember.subarray(member, member + size);
    member += size;
    return days.every((day) => day === days[0]) ? (days[0] as number) : NO_DAY;
  });
}

function areCustomersWithin(parcels: readonly Parcel[], dayOf: Int32Array, { customers, called }: Room): boolean {
  const more = called.map(() => new Set<number>());
  parcels.forEach(({ customer }, parcel) => {
    const day = dayOf[parcel] as number;
    if (day !== NO_DAY && called[day]?.has(customer) === false) more[day]?.add(customer);
  });
  return more.every(({ size }, day) => size <= (customers[day] as number));
}

/** With the larger parcels where they are, and each customer on the days that it has, those of one place are arranged exactly. */
function arrangeSingles(packing: Packing, parcels: readonly Parcel[], kinds: readonly Kind[], room: Room): void {
  const capacity = room.places.slice();
  const single: number[] = [];
  parcels.forEach(({ size }, index) => {
    const day = packing.dayOf[index] as number;
    if (size === 1) single.push(index);
    else if (day !== NO_DAY) capacity[day] = (capacity[day] as number) - size;
  });
  const areCustomersLimited = isLimited(room.customers);
  const [narrowed, numbers] = [[...kinds], new Map<string, number>()];
  const tasks = tasksOf(
    single.map((index) => {
      const { kind, weight, customer } = parcels[index] as Parcel;
      return { kind: areCustomersLimited ? narrowedKind(kind, customer) : kind, weight };
    }),
  );
  const { dayOf } = solved({ kinds: narrowed, tasks, capacity });
  packing.rearrange(single.map((parcel, task) => ({ parcel, day: dayOf[task] as number })));

  function narrowedKind(kind: number, customer: number): number {
    const key = `${kind} ${customer}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const of = kinds[kind] as Kind;
    const kept = [...of.days.keys()].filter((position) => packing.isCalled(customer, of.days[position] as number));
    const only = (values: Float64Array) => Float64Array.from(kept, (position) => values[position] as number);
    const days = Int32Array.from(kept, (position) => of.days[position] as number);
    const number =
      narrowed.push({ ...of, days, late: only(of.late), overlap: only(of.overlap), wait: only(of.wait) }) - 1;
    numbers.set(key, number);
    return number;
  }
}

function compareCosts(a: Cost, b: Cost): number {
  return a.late - b.late || a.overlap - b.overlap;
}
