declare const plainDateBrand: unique symbol;

/**
 * A calendar day without time or zone, as the number of days since 1970-01-01 (UTC).
 * Compare with `<`, subtract for a distance in days, and write with {@link isoDate}.
 */
export type PlainDate = number & { readonly [plainDateBrand]: true };

const MS_PER_DAY = 86_400_000;

/** The day of a calendar date, or undefined where the calendar has no such day (2026-02-30, month 13). Years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 9999) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.round(date.getTime() / MS_PER_DAY) as PlainDate;
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
  return new Date(date * MS_PER_DAY).toISOString().slice(0, 10);
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
  const at = new Date(date * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
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
