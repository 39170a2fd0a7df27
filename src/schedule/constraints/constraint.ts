import { type Value, word } from "../../locale/sentence.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import type { Policy } from "../../model/policy.ts";
import type { HolidayLookup } from "../../regions/public-holidays.ts";

/** Why a day is refused; `from` and `to` are the whole stretch that is refused for the same reason. */
export interface Refusal {
  readonly kind: "weekday" | "holiday" | "freeze";
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: string;
}

/** The reason to be said: names of days are ours, the reason of a freeze is the user's. */
export function refusalReason({ kind, reason }: Pick<Refusal, "kind" | "reason">): Value {
  return kind === "freeze" ? reason : word(reason, kind);
}

/** What decides about days: the policy, and the places whose holidays count, as `DE` or `DE-BY`. */
export interface DayContext {
  readonly policy: Policy;
  readonly places: readonly string[];
  readonly holidays: HolidayLookup;
}

/**
 * One reason why nothing is switched on a day. What removes *working* days shapes the window itself (its first, last and
 * preferred day); what removes *free* days only takes days out of it.
 */
export interface Constraint {
  readonly removes: "workingDay" | "freeDay";
  refuse(day: PlainDate, context: DayContext): Refusal | undefined;
}
