declare const plainDateBrand: unique symbol;

/**
 * A calendar day without time or zone, as the number of days since 1970-01-01 (UTC).
 * Compare with `<`, subtract for a distance in days, and write with {@link isoDate}.
 */
export type PlainDate = number & { readonly [plainDateBrand]: true };

const MS_PER_DAY = 86_400_000;
// Years are counted from 1 March, so that a leap day is the last of its year. In whole numbers, as a million
// subscriptions ask for some ten million dates, and a Date object each would be most of the work.
/** Days from 1 March of the year 0 to 1970-01-01. */
const EPOCH = 719_468;
/** Days in 400 years, after which the calendar repeats. */
const DAYS_PER_ERA = 146_097;

/** The day of a calendar date, or undefined where the calendar has no such day (2026-02-30, month 13). Years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return undefined;
  if (day > lengthOfMonth(year, month)) return undefined;
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return (marchYear * 365 + leapDays + dayOfMarchYear(month) + day - 1 - EPOCH) as PlainDate;
}

/** Reads YYYY-MM-DD. Throws on anything else: for constants and tests, not for input. */
export function plainDate(iso: string): PlainDate {
  const date = parseIsoDate(iso);
  if (date === undefined) throw new Error(`Not a date as YYYY-MM-DD: "${iso}"`);
  return date;
}

/** Reads YYYY-MM-DD, or gives undefined. */
export function parseIsoDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** YYYY-MM-DD. */
export function isoDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** UTC midnight of the day, for libraries that want a Date. */
export function utcMidnight(date: PlainDate): Date {
  return new Date(date * MS_PER_DAY);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return (date + days) as PlainDate;
}

export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/** The earlier of two days, either of which may not be known. */
export function earliestKnown(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  return a === undefined || b === undefined ? (a ?? b) : earlierOf(a, b);
}

/** The later of two days, either of which may not be known. */
export function latestKnown(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  return a === undefined || b === undefined ? (a ?? b) : laterOf(a, b);
}

/** The same day of the month `months` later, clamped to that month's last day: 2027-01-31 + 1 is 2027-02-28. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  for (let clamped = day; clamped >= 28; clamped -= 1) {
    const found = dayOf(targetYear, targetMonth, clamped);
    if (found !== undefined) return found;
  }
  return dayOf(targetYear, targetMonth, day) as PlainDate;
}

export function partsOf(date: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  const days = date + EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const inEra = days - era * DAYS_PER_ERA;
  // Leap days so far in the era, taken out, leave years of 365 days; the last day of the era is its 97th leap day.
  const leapDays = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / (DAYS_PER_ERA - 1));
  const yearOfEra = Math.floor((inEra - leapDays) / 365);
  const inYear = inEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * inYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month > 2 ? 0 : 1);
  return { year, month, day: inYear - dayOfMarchYear(month) + 1 };
}

/** Days from 1 March to the first of a month: 0 in March, 337 in February. March to July have 153 days, and so on. */
function dayOfMarchYear(month: number): number {
  return Math.floor((153 * ((month + 9) % 12) + 2) / 5);
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: PlainDate): number {
  return (((date + 4) % 7) + 7) % 7;
}

/** ISO 8601 week, as 2027-W11. */
export function isoWeek(date: PlainDate): string {
  const thursday = addDays(date, 4 - (weekdayOf(date) || 7));
  const { year } = partsOf(thursday);
  const firstOfYear = dayOf(year, 1, 1) as PlainDate;
  const week = Math.floor((thursday - firstOfYear) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
