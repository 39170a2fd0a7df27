import { addDays, type PlainDate } from "../../model/plain-date.ts";
import type { SubscriptionStatus } from "../../model/subscription.ts";
import type { RowReader } from "./row-reader.ts";

/**
 * The last day of the term, from the moment of a subscription's next state change. For an Enabled subscription that is its
 * renewal: at 00:00 UTC the day before is the last. For one in Warning or later it is the next stage of its decline, and
 * says nothing about the term.
 */
export function termEndFromLifecycle<Name extends string>(
  row: RowReader<Name>,
  column: Name,
  status: SubscriptionStatus | undefined,
): PlainDate | undefined {
  const days = isMidnight(row.text(column)) ? -1 : 0;
  return row.date(column, "termEnd", (date) => (status === "active" ? addDays(date, days) : undefined));
}

const ISO_WITH_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const ISO_ZONE = /(Z|[+-]\d{2}:?\d{2})$/;
const TIME_OF_DAY = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.0*)?\s*([ap]m)?/i;
const MS_PER_DAY = 86_400_000;

/** The moment is 00:00 UTC, in whatever way a tool has written it. A day without a time is. */
export function isMidnight(text: string): boolean {
  if (ISO_WITH_TIME.test(text)) {
    // Without a zone Date would take the machine's.
    const iso = text.replace(" ", "T");
    return Date.parse(ISO_ZONE.test(iso.slice(10)) ? iso : `${iso}Z`) % MS_PER_DAY === 0;
  }
  const time = TIME_OF_DAY.exec(text);
  if (time === null) return true;
  const [, hour, minute, second = "00", half] = time;
  const isFirstHour = Number(hour) === 0 || (Number(hour) === 12 && half?.toLowerCase() === "am");
  return isFirstHour && Number(minute) === 0 && Number(second) === 0;
}
