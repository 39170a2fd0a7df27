import type { PlainDate } from "../model/plain-date.ts";
import type { Path } from "../model/policy.ts";
import type { DateCondition, Slot } from "../model/slot.ts";
import type { Calendar } from "./calendar.ts";

/**
 * Which rule of the contract gave the days:
 * **window** before the term ends · **cancellation** in the week after a renewal · **lapsing** auto-renew is off and the window
 * is over · **afterTerm** in grace, so that old and new do not overlap · **transfer** outside the renewal zone.
 */
export type DateRule = "window" | "cancellation" | "lapsing" | "afterTerm" | "transfer";

/** The days that one subscription may switch on, and the one it takes. Reason, findings and sentence follow from it. */
export interface Choice {
  readonly kind: "dated";
  readonly rule: DateRule;
  readonly path: Path;
  /** End of the term whose rules were applied. */
  readonly termEnd: PlainDate;
  /** The window of that term, as the plan shows it. */
  readonly earliestOn: PlainDate;
  readonly latestOn: PlainDate;
  /** The days that the rule allows, inclusive; `from` > `to`: none. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The day wished for, before the calendar has its say. Up to it, later is better; past it, each day later is a day worse. */
  readonly idealOn: PlainDate;
  /** Undefined: held. */
  readonly switchOn: PlainDate | undefined;
  /** One term or more renew before the days looked at. */
  readonly renewedFirst: boolean;
  readonly leadTimeShort: boolean;
  /** The day it would have taken alone, where its base, its add-ons or the customer's group moved it. */
  readonly aloneOn: PlainDate | undefined;
  /** The day it would have taken, alone or with others, if days had room for everything. Undefined: it has that day. */
  readonly uncrowdedOn: PlainDate | undefined;
  /** The days that it and those it shares a day with all allow, where it shares one. */
  readonly sharedWindow: SharedWindow | undefined;
  /** How many share the day. */
  readonly together: number;
  /** How many of them take a place of it: what is blocked takes none. */
  readonly places: number;
  readonly poolExceeded: Slot["poolExceeded"];
  /** Where people decided the day, or decided that there is none: where they did, and what is to be said against it. */
  readonly decided: { readonly source: string; readonly conditions: readonly DateCondition[] } | undefined;
}

export interface SharedWindow {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** A base and its add-ons; else a group of the customer. */
  readonly isBundle: boolean;
  readonly best: BestDay;
  /** Where the day was decided for one of them, and the others follow. */
  readonly lead?: { readonly source: string; readonly isBase: boolean };
}

/** The day of several that is best for those that share it, and why no other is. */
export interface BestDay {
  readonly on: PlainDate;
  /**
   * **last** none later, and each earlier one is paid twice for longer · **buffer** each later one takes days of a buffer ·
   * **late** each of them does, so the first · **early** transfers alone, so the first · undefined: a tie of other things.
   */
  readonly because: "last" | "buffer" | "late" | "early" | undefined;
}

export interface Undated {
  readonly kind: "undated";
  readonly path: Path;
  readonly reason: "EXCLUDED" | "TERM_END_UNKNOWN" | "DECISION";
  /** Only a decision gives a day without a term end. */
  readonly switchOn?: PlainDate;
  /** Where it was decided. */
  readonly source?: string;
}

/**
 * The best free day for one subscription, or for several that share it: fewest days inside the buffer, then least overlap.
 * The first holds for all days up to `idealOn`, of which the latest costs least; past it, each day later is a day worse.
 */
export function bestDay(
  calendar: Calendar,
  { from, to, idealOn }: Pick<Choice, "from" | "to" | "idealOn">,
): PlainDate | undefined {
  const upToIdeal = idealOn < to ? idealOn : to;
  const before = calendar.lastFreeDay(from, upToIdeal);
  if (before !== undefined) return before;
  return calendar.firstFreeDay(from > upToIdeal ? from : upToIdeal, to);
}
