/** What may stand behind a date: "T23:30:00.123-05:00", " 12:00:00 AM", "Z". */
const TIME =
  /^(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s?([ap])\.?\s?m\.?)?)?\s?(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)?$/i;

const MINUTES_PER_DAY = 24 * 60;

/**
 * By how many days UTC is ahead of the date that the time stands behind: 0 without an offset, else -1, 0 or 1.
 * Undefined where the text is no time of day.
 */
export function dayShift(text: string): number | undefined {
  if (text === "" || text === "T00:00:00Z") return 0;
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hourText, minuteText, secondText, half, , sign, offsetHours, offsetMinutes] = match;
  const hour = hourOf(Number(hourText ?? 0), half?.toLowerCase());
  const minute = Number(minuteText ?? 0);
  if (hour === undefined || minute > 59 || Number(secondText ?? 0) > 60) return undefined;
  if (sign === undefined) return 0;
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes ?? 0);
  // The widest offsets in use are -12:00 and +14:00.
  if (offset > 14 * 60 || Number(offsetMinutes ?? 0) > 59) return undefined;
  const utc = hour * 60 + minute - (sign === "-" ? -offset : offset);
  return Math.floor(utc / MINUTES_PER_DAY);
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === "p" ? 12 : 0);
}
