import { addDays, earlierOf, type PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice } from "./choice.ts";
import { mapIn } from "./map-in.ts";
import { coveredUntil } from "./overlap.ts";
import { pairKey } from "./pair-key.ts";
import type { Terms } from "./terms.ts";

/** What one subscription's days cost, as far as it does not depend on its price: one object for all with the same dates. */
export interface Footing {
  readonly number: number;
  readonly calendar: Calendar;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Each day after this one is a day inside the buffer. */
  readonly bufferFrom: PlainDate;
  /** Overlap is counted to this day; undefined: nothing is paid twice. */
  readonly coveredTo: PlainDate | undefined;
  /** Nearest to this day first; for what should be done early, undefined. */
  readonly idealOn: PlainDate | undefined;
  /** What a day of waiting weighs: the nearer the term end, the more. */
  readonly urgency: number;
}

export interface DayCost {
  readonly late: number;
  readonly overlap: number;
  readonly wait: number;
}

// More than any term has days from today, so that urgency stays above zero.
const FARTHEST = 4000;

interface Search {
  readonly surveyed: Surveyed;
  readonly terms: Terms | undefined;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly today: PlainDate;
}

/** The footings of a book. A large book has few different ones. */
export class Footings {
  private count = 0;
  private readonly known = new Map<Calendar, Map<number, Map<number, Map<number, Footing>>>>();

  of(choice: Choice, { surveyed, terms, calendar, policy, today }: Search): Footing {
    const { from, to, termEnd, idealOn, path, rule } = choice;
    const inBuffer = addDays(termEnd, -policy.bufferDays);
    const isTransfer = path === "billing-transfer";
    // What lapses takes the first day left, also where the buffer is shorter than the minimum.
    const bufferFrom = rule === "lapsing" ? earlierOf(inBuffer, from) : inBuffer;
    // The window of a later term may begin in the last days of the one before it, which renews all the same.
    const inTerm = rule === "window" ? termEnd : from;
    const coveredTo =
      isTransfer || terms === undefined ? undefined : coveredUntil(choice, inTerm, terms, surveyed.subscription);
    const ideal = isTransfer ? undefined : idealOn;
    const urgency = isTransfer ? Math.max(1, FARTHEST - Math.max(0, termEnd - today)) : 1;
    const byCost = mapIn(mapIn(mapIn(this.known, calendar), pairKey(from, to)), pairKey(bufferFrom, coveredTo));
    const key = pairKey(ideal, urgency);
    const before = byCost.get(key);
    if (before !== undefined) return before;
    const made = { number: this.count, calendar, from, to, bufferFrom, coveredTo, idealOn: ideal, urgency };
    this.count += 1;
    byCost.set(key, made);
    return made;
  }
}

export function dayCost({ from, bufferFrom, coveredTo, idealOn, urgency }: Footing, day: PlainDate): DayCost {
  return {
    late: Math.max(0, day - bufferFrom),
    overlap: coveredTo === undefined ? 0 : Math.max(0, coveredTo - day),
    wait: idealOn === undefined ? urgency * (day - from) : Math.max(0, idealOn - day),
  };
}

/** Free days in the order of the calendar. */
export function freeDaysOf({ calendar, from, to }: Pick<Footing, "calendar" | "from" | "to">): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = calendar.firstFreeDay(from, to); day !== undefined; ) {
    days.push(day);
    day = calendar.firstFreeDay((day + 1) as PlainDate, to);
  }
  return days;
}
