import type { Spoken } from "../locale/sentence.ts";
import type { PlainDate } from "./plain-date.ts";
import type { Path } from "./policy.ts";
import type { StepDays } from "./step-days.ts";
import type { Waiting } from "./waiting.ts";

/** Something about the date that becomes a finding; codes are those of the schedule group. */
export interface DateCondition {
  readonly code:
    | "NO_FREE_DAY"
    | "TERM_ENDS_TOO_SOON"
    | "RENEWS_BEFORE_SWITCH"
    | "CANCELLATION_WINDOW"
    | "IN_GRACE"
    | "BUFFER_REDUCED"
    | "EXTENDED_TERM_RISK"
    | "LEAD_TIME_SHORT"
    | "DECIDED_AFTER_TERM_END"
    | "DECIDED_BEFORE_EARLIEST"
    | "DECIDED_DAY_NOT_FREE"
    | "DECIDED_IN_RENEWAL";
  /**
   * Values for the message: dates as PlainDate, counts as numbers. `termEnd`: the end of the term that the condition is
   * about, where a renewal or a rolling month makes it another than the slot's.
   */
  readonly facts: Readonly<Record<string, PlainDate | number | string | Spoken | undefined>>;
}

export type DateReason =
  | "PREFERRED"
  | "HOLIDAY"
  | "FREEZE"
  | "CAPACITY"
  | "LEAD_TIME"
  | "GROUPED"
  | "DECISION"
  | "TERM_END_UNKNOWN"
  | "EXCLUDED"
  | DateCondition["code"];

/**
 * The day on which one subscription switches, and the window it was chosen from: all that other stages judge by. What nobody
 * judges by stands in Slot, so that those in one situation share these.
 */
export interface SlotDays {
  readonly path: Path;
  /** As exported, or for a monthly term without one, rolled from its start. */
  readonly termEnd: PlainDate | undefined;
  readonly earliestOn: PlainDate | undefined;
  readonly latestOn: PlainDate | undefined;
  readonly switchOn: PlainDate | undefined;
  readonly reason: DateReason;
  /** To the end of the term in which the switch falls; 0 for a billing transfer; undefined without a day. */
  readonly overlapDays: number | undefined;
  readonly inviteBy: PlainDate | undefined;
  readonly autoRenewOffBy: PlainDate | undefined;
  readonly conditions: readonly DateCondition[];
  /** What follows where the switch is missed; undefined: nothing is to move, or nobody knows when its term ends. */
  readonly waiting: Waiting | undefined;
  /** Where old and new seats would overlap above the tenant's pool: seats at the fullest moment, and the limit. */
  readonly poolExceeded: { readonly seats: number; readonly limit: number } | undefined;
}

/** With what is written about it once the days of the whole book stand. */
export interface Slot extends SlotDays {
  /** Rounded to cents; undefined without a price. */
  readonly overlapCost: number | undefined;
  /** Where a price list gives it in another currency than the subscription's; undefined: in that. */
  readonly costCurrency?: string | undefined;
  /** A sentence that a customer could read. */
  readonly explanation: string;
  /** The same in the language of the plan; undefined: that is English. */
  readonly explanationHere?: string | undefined;
  /** When people do what; undefined without a day. */
  readonly steps: StepDays | undefined;
}

/** The day on which dated facts of an offer count: without a switch date, that on which it would be at the latest. */
export function judgedOn({ switchOn, latestOn, termEnd }: SlotDays): PlainDate | undefined {
  return switchOn ?? latestOn ?? termEnd;
}
