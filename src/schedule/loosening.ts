import type { PlainDate } from "../model/plain-date.ts";
import { type Allocation, type AllocationContext, allocated, type Demand, firstOf } from "./allocate.ts";
import { type Bundle, loosened, type Unit } from "./units.ts";

interface Request {
  readonly units: readonly Unit[];
  readonly context: AllocationContext;
  readonly idle: Pick<ReadonlySet<number>, "has">;
}

export interface Allocated {
  readonly units: readonly Unit[];
  /** Of the units, those that take capacity, and their days. */
  readonly demands: readonly Demand[];
  readonly allocation: Allocation;
}

/** So often a group falls into halves, by a draft of the days; after that, into its parts. */
const DRAFTS = 3;
/** What is still held after so many rounds is found by taking all groups apart. */
const MOST_ROUNDS = 12;

/**
 * Days for all units. Groups for which no day has room are loosened, and days found anew, until none is left: that ends, as no
 * group is ever put together again. After the drafts, what has a day keeps it until something better is found.
 */
export function allocatedLoosening({ units, context, idle }: Request): Allocated {
  let standing = units;
  let wishes: ReadonlyMap<number, PlainDate> | undefined;
  for (let round = standing.some(isGroup) ? 1 : DRAFTS + 1; ; round += 1) {
    const isDraft = round <= DRAFTS;
    const demands = demandsOf(standing, idle);
    const allocation = allocated(demands, context, isDraft ? "draft" : wishes);
    const held = new Set<readonly Unit[]>();
    demands.forEach((demand, place) => {
      if (isGroup(demand) && allocation.days[place] === undefined) held.add(demand.parts);
    });
    if (held.size === 0) {
      if (!isDraft) return { units: standing, demands, allocation };
      round = DRAFTS;
      continue;
    }
    if (!isDraft) wishes = daysByFirst(demands, allocation);
    standing = standing.flatMap((unit) => {
      if (!isGroup(unit)) return [unit];
      if (round >= MOST_ROUNDS) return unit.parts;
      if (!held.has(unit.parts)) return [unit];
      return isDraft ? loosened(unit, context.footing) : unit.parts;
    });
  }
}

function isGroup<Several extends Bundle>(unit: number | Several): unit is Several {
  return typeof unit !== "number" && unit.parts.length > 0;
}

/** By the first of those that take capacity: no other unit has it. */
function daysByFirst(demands: readonly Demand[], { days }: Allocation): ReadonlyMap<number, PlainDate> {
  const byFirst = new Map<number, PlainDate>();
  demands.forEach((demand, place) => {
    const day = days[place];
    if (day !== undefined) byFirst.set(firstOf(demand), day);
  });
  return byFirst;
}

/** What is blocked asks for nothing. */
function demandsOf(units: readonly Unit[], idle: Request["idle"]): readonly Demand[] {
  const demands: Demand[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as Unit;
    if (typeof unit === "number") {
      if (!idle.has(unit)) demands.push(unit);
      continue;
    }
    const takers = unit.members.filter((member) => !idle.has(member));
    if (takers.length > 0) demands.push({ ...unit, takers });
  }
  return demands;
}
