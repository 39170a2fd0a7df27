import type { PlainDate } from "./plain-date.ts";

/**
 * How the old subscription ends. `on`: the day on which somebody sees to it, `by`: the last day on which that still helps;
 * both are working days, except for a decided one.
 *
 * **autoRenewOff** it would renew · **cancelAtEnd** with auto-renew merely off it would run on as a paid extended term ·
 * **cancelled** it has renewed, and is cancelled in the week after · **extendedTerm** it runs on, and is cancelled ·
 * **lapses** auto-renew is off already · **transferred** it leaves with the transfer · **unknown** nobody knows its term end.
 */
export type Ending =
  | {
      readonly kind: "autoRenewOff" | "cancelAtEnd" | "cancelled" | "extendedTerm";
      readonly on: PlainDate;
      readonly by: PlainDate;
    }
  | { readonly kind: "lapses" | "transferred" | "unknown" };

/** The days of what is done for one switch beside the switch itself: working days, and none before the day of the plan. */
export interface StepDays {
  /** The customer has accepted relationship and agreement. */
  readonly acceptedBy: PlainDate;
  readonly ending: Ending;
  /** Last day on which users can work with the old subscription; undefined: nobody knows, or it is the same one. */
  readonly lastDay: PlainDate | undefined;
  /** A term ends before the switch, and must renew; undefined: none, or it has renewed already. `on`: somebody looks to it. */
  readonly renewal: { readonly on: PlainDate; readonly termEnd: PlainDate } | undefined;
  /** Seats and licences of the new one are looked at. */
  readonly verifyOn: PlainDate;
  /** The old one is looked at: gone, and billed no more. */
  readonly goneOn: PlainDate | undefined;
}
