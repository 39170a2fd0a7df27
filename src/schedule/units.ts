import { earlierOf, laterOf, type PlainDate } from "../model/plain-date.ts";
import type { Surveyed } from "../model/survey.ts";
import { bestOf } from "./best-day.ts";
import type { Calendar } from "./calendar.ts";
import type { Choices } from "./choices.ts";
import { type Footing, freeDaysOf } from "./day-costs.ts";

/** Several that switch on one day: a base with its add-ons, or a group of one customer. */
export interface Bundle {
  /** Places in the list, in the order of ties. */
  readonly members: readonly number[];
  /** Free days that all of them allow. */
  readonly days: readonly PlainDate[];
  /** What a group was made of, and can be loosened into; empty for a base with its add-ons, which stay together. */
  readonly parts: readonly Unit[];
}

/** What switches on one day: one alone, as its place in the list, or several. Most of a large book is alone. */
export type Unit = number | Bundle;

export function membersOf(unit: Unit): readonly number[] {
  return typeof unit === "number" ? [unit] : unit.members;
}

interface UnitSearch {
  readonly surveyed: readonly Surveyed[];
  readonly choices: Choices;
  /** By place, the one whose day it shares; itself, where it is alone. */
  readonly roots: Int32Array;
  /** Customers' places in the order of ties: by customer key, subscription id, key. */
  readonly order: Int32Array;
  readonly groupDays: number;
  /** A customer's group is never made larger than a day. */
  readonly mostMembers: number;
  isMovable(index: number): boolean;
  footing(index: number): Footing;
}

interface Search extends UnitSearch {
  readonly windows: CommonWindows;
}

/** Every subscription that may be moved, in units, in the order of ties. */
export function unitsOf(request: UnitSearch): readonly Unit[] {
  const search = { ...request, windows: new CommonWindows() };
  const { roots, order, groupDays } = search;
  const isShared = new Set<number>();
  roots.forEach((root, index) => {
    if (root !== index) isShared.add(root);
  });
  const units: (number | number[])[] = [];
  const byRoot = new Map<number, number[]>();
  // Loops over the whole book count, as one with an iterator makes an object a turn until it is compiled.
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] as number;
    if (!search.isMovable(index)) continue;
    const root = roots[index] ?? index;
    if (!isShared.has(root)) units.push(index);
    else {
      const bundle = byRoot.get(root);
      if (bundle !== undefined) bundle.push(index);
      else {
        const members = [index];
        byRoot.set(root, members);
        units.push(members);
      }
    }
  }
  const bundles = byRoot.size === 0 ? (units as Unit[]) : units.flatMap((unit) => together(unit, search));
  return groupDays > 0 ? groupedByCustomer(bundles, search) : bundles;
}

/** All on one day, where they have a free day in common; else each alone. */
function together(members: number | readonly number[], search: Search): readonly Unit[] {
  if (typeof members === "number") return [members];
  if (members.length === 1) return members;
  const days = commonDays(members, search);
  return days.length === 0 ? members : [{ members, days, parts: [] }];
}

function commonDays(members: readonly number[], { footing, windows }: Search): readonly PlainDate[] {
  return windows.daysOf(members.map(footing));
}

/** The free days that windows have in common. Equal windows get one list, as a large book has few different ones. */
class CommonWindows {
  private readonly known = new Map<string, readonly PlainDate[]>();
  private readonly numbers = new Map<Calendar, number>();

  daysOf(footings: readonly Footing[]): readonly PlainDate[] {
    const from = Math.max(...footings.map((one) => one.from)) as PlainDate;
    const to = Math.min(...footings.map((one) => one.to)) as PlainDate;
    const [first, ...others] = new Set(footings.map(({ calendar }) => calendar));
    if (first === undefined || from > to) return [];
    const calendars = [first, ...others].map((calendar) => this.numberOf(calendar)).sort((a, b) => a - b);
    const key = `${from} ${to} ${calendars.join(" ")}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const days = freeDaysOf({ calendar: first, from, to }).filter((day) =>
      others.every((calendar) => calendar.refusalOn(day) === undefined),
    );
    this.known.set(key, days);
    return days;
  }

  private numberOf(calendar: Calendar): number {
    const number = this.numbers.get(calendar) ?? this.numbers.size;
    this.numbers.set(calendar, number);
    return number;
  }
}

/** `groupDays`: from the first preferred day on, those of the customer that prefer a day at most so many days later. */
function groupedByCustomer(units: readonly Unit[], search: Search): readonly Unit[] {
  const { surveyed, groupDays, mostMembers } = search;
  const byCustomer = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = surveyed[membersOf(unit)[0] ?? 0]?.subscription.customer.key ?? "";
    const own = byCustomer.get(key);
    if (own === undefined) byCustomer.set(key, [unit]);
    else own.push(unit);
  }
  return [...byCustomer.values()].flatMap((own) => {
    const waiting = own
      .map((unit) => ({ unit, preferredOn: preferredDay(unit, search) }))
      .sort((a, b) => a.preferredOn - b.preferredOn);
    const groups: Unit[] = [];
    while (waiting.length > 0) {
      const [first] = waiting.splice(0, 1);
      if (first === undefined) break;
      let group: Unit = first.unit;
      const parts = [first.unit];
      for (let next = 0; next < waiting.length; ) {
        const other = waiting[next];
        if (other === undefined || other.preferredOn > first.preferredOn + groupDays) break;
        const members = [...membersOf(group), ...membersOf(other.unit)];
        const days = members.length > mostMembers ? [] : commonDays(members, search);
        if (days.length === 0) next += 1;
        else {
          parts.push(other.unit);
          group = { members, days, parts };
          waiting.splice(next, 1);
        }
      }
      groups.push(group);
    }
    return groups;
  });
}

/**
 * A group for which no day has room keeps nobody from the day that they have alone (contract 6: no free day in common, no group).
 * It falls into those whose days end first, and the others, who then have more days in common.
 */
export function loosened({ parts }: Bundle, footing: (index: number) => Footing): readonly Unit[] {
  const windows = new CommonWindows();
  const daysOf = (members: readonly number[]) => windows.daysOf(members.map(footing));
  const byEnd = parts
    .map((part, place) => ({ part, place, end: daysOf(membersOf(part)).at(-1) ?? 0 }))
    .sort((a, b) => a.end - b.end || a.place - b.place);
  const half = byEnd.length >> 1;
  return [byEnd.slice(0, half), byEnd.slice(half)].map((some): Unit => {
    const kept = some.sort((a, b) => a.place - b.place).map(({ part }) => part);
    if (kept.length === 1) return kept[0] as Unit;
    const members = kept.flatMap(membersOf);
    return { members, days: daysOf(members), parts: kept };
  });
}

/** The working day that the rule asks for, whatever is frozen: the last one up to the day wished for, inside the window. */
function preferredDay(unit: Unit, { choices, footing }: UnitSearch): PlainDate {
  if (typeof unit !== "number") return unit.days[bestOf(unit.days, unit.members.map(footing))] as PlainDate;
  const choice = choices.at(unit);
  if (choice.kind !== "dated") throw new Error("Only what is dated has a preferred day.");
  const { calendar, idealOn, from, to } = footing(unit);
  if (choice.rule !== "window" || idealOn === undefined) return calendar.firstWorkingDay(from);
  const preferredOn = calendar.lastWorkingDay(earlierOf(idealOn, to));
  return laterOf(preferredOn, from);
}
