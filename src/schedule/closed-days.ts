import { english } from "../locale/english.ts";
import { listed, say, type Value } from "../locale/sentence.ts";
import type { ClosedDay } from "../model/closed-day.ts";
import { addDays, type PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";
import { publicHolidays } from "../regions/public-holidays.ts";
import { calendarOf } from "./calendar.ts";
import { placeOf } from "./calendars.ts";
import { refusalReason } from "./constraints/constraint.ts";

/** A calendar further ahead than this is not looked at, and a term end of 2099 would make it long. */
const MOST_DAYS = 5 * 366;

/** The days from one to another, both inclusive, on which nothing is switched, whoever the customer is. */
export function closedDays(
  policy: Policy,
  partners: readonly Partner[],
  from: PlainDate,
  to: PlainDate,
): readonly ClosedDay[] {
  const holidays = publicHolidays();
  const locations = partners.length === 0 ? [{ id: "", country: "" }] : partners;
  const calendars = locations.map((location) => {
    const places = policy.holidays === "none" || location.country === "" ? [] : [placeOf(location)];
    return { id: location.id, calendar: calendarOf({ policy, places, holidays }) };
  });

  const closed: ClosedDay[] = [];
  const last = to - from >= MOST_DAYS ? addDays(from, MOST_DAYS - 1) : to;
  for (let on = from; on <= last; on = addDays(on, 1)) {
    const refusals = calendars.flatMap(({ id, calendar }) => {
      const refusal = calendar.refusalOn(on);
      return refusal === undefined ? [] : [{ id, ...refusal }];
    });
    const [first] = refusals;
    if (first === undefined) continue;
    const isForAll = refusals.length === calendars.length;
    const reasons = refusals.map(({ id, ...refusal }): Value => {
      const reason = refusalReason(refusal);
      return isForAll ? reason : say`${reason} (${id})`;
    });
    const distinct = new Map(reasons.map((reason) => [english(reason), reason]));
    closed.push({ on, kind: first.kind, reason: listed([...distinct.values()], ", "), isForAll });
  }
  return closed;
}
