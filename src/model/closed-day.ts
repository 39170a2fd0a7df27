import type { Value } from "../locale/sentence.ts";
import type { PlainDate } from "./plain-date.ts";

/** A day on which the policy lets nothing switch, for the calendar. */
export interface ClosedDay {
  readonly on: PlainDate;
  readonly kind: "weekday" | "holiday" | "freeze";
  /** Such as "Easter Monday"; of a holiday that only some partner locations have, with their ids. */
  readonly reason: Value;
  /** False for a holiday that only some partner locations have. */
  readonly isForAll: boolean;
}
