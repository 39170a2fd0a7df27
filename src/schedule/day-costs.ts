import { addDays, earlierOf, type PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice } from "./choice.ts";
import { coveredUntil } from "./overlap.ts";
import { termsOf } from "./terms.ts";

/** What one subscription's days cost, as far as it does not depend on its price: equal for all with the same dates. */
export interface Footing {
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

export function footingOf(
  choice: Choice,
  surveyed: Surveyed,
  calendar: Calendar,
  { policy, today }: { readonly policy: Policy; readonly today: PlainDate },
): Footing {
  const { from, to, termEnd, idealOn, path, rule } = choice;
  const inBuffer = addDays(termEnd, -policy.bufferDays);
  const isTransfer = path === "billing-transfer";
  const terms = termsOf(surveyed.subscription, today);
  return {
    calendar,
    from,
    to,
    // What lapses takes the first day left, also where the buffer is shorter than the minimum.
    bufferFrom: rule === "lapsing" ? earlierOf(inBuffer, from) : inBuffer,
    coveredTo: isTransfer || terms === undefined ? undefined : coveredUntil(choice, from, terms, surveyed.subscription),
    idealOn: isTransfer ? undefined : idealOn,
    urgency: isTransfer ? Math.max(1, FARTHEST - Math.max(0, termEnd - today)) : 1,
  };
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
