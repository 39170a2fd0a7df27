import type { DateOrder } from "../model/configuration.ts";
import { addDays, dayOf, type PlainDate } from "../model/plain-date.ts";
import { monthOf } from "./month-names.ts";
import { remembered } from "./remembered.ts";
import { cleanText, isNothing } from "./text.ts";
import { dayShift } from "./time-of-day.ts";

export type DateReading =
  /** `order`: the value itself proves it, because one of its numbers is above 12. */
  | { readonly kind: "day"; readonly date: PlainDate; readonly order?: DateOrder }
  | { readonly kind: "either"; readonly dmy: PlainDate; readonly mdy: PlainDate }
  /** Empty, or a way to write that there is no date. */
  | { readonly kind: "none" }
  | { readonly kind: "unreadable" };

const NONE: DateReading = { kind: "none" };
const UNREADABLE: DateReading = { kind: "unreadable" };

/** Years in which programs say "no date": the lowest of SQL Server and of .NET, and the highest of all. */
const PLACEHOLDER_YEARS = new Set([1, 1753, 9999]);
/** "30 de septiembre de 2026 12:00:00.0000000 a. m. +02:00" and some. */
const LONGEST_DATE = 80;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** 1970-01-01 in the serial numbers of Excel's 1900 system. */
const SERIAL_OF_1970 = 25_569;
/** 2000-01-01 and 2099-12-31: outside of it a five-digit number is more likely something else. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;
const DAY_NAMED_MONTH =
  /^(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[-\s/]*(?:de )?(\p{L}+)\.?[-\s/,]*(?:del? )?(\d{4}|\d{2})(?!\d)(.*)$/iu;
const NAMED_MONTH_DAY = /^(\p{L}+)\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?[-\s,]+(\d{4}|\d{2})(?!\d)(.*)$/iu;
const YEAR_NAMED_MONTH = /^(\d{4})[-\s](\p{L}+)\.?[-\s](\d{1,2})(?!\d)(.*)$/u;

/**
 * Reads a calendar day. A time of day is checked and dropped; only an offset moves the day, to that of UTC.
 * A date with points is day-first; one with slashes or hyphens may be either. Two-digit years are of this century.
 */
export const readDate: (text: string) => DateReading = remembered((text) => {
  const cleaned = cleanText(text);
  if (isNothing(cleaned)) return NONE;
  if (cleaned.length > LONGEST_DATE) return UNREADABLE;
  return (
    yearFirst(cleaned) ??
    yearLast(cleaned) ??
    withNamedMonth(cleaned) ??
    compact(cleaned) ??
    serial(cleaned) ??
    UNREADABLE
  );
});

function yearFirst(text: string): DateReading | undefined {
  const match = YEAR_FIRST.exec(text);
  if (match === null) return undefined;
  return oneDay(Number(match[1]), Number(match[3]), Number(match[4]), match[5] ?? "");
}

function yearLast(text: string): DateReading | undefined {
  const match = YEAR_LAST.exec(text);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? "")];
  const time = match[5] ?? "";
  const dmy = oneDay(year, second, first, time);
  if (match[2] === ".") return dmy;
  const mdy = oneDay(year, first, second, time);
  if (dmy.kind !== "day") return mdy.kind === "day" ? { ...mdy, order: "mdy" } : mdy.kind === "none" ? mdy : dmy;
  if (mdy.kind !== "day") return { ...dmy, order: "dmy" };
  return dmy.date === mdy.date ? dmy : { kind: "either", dmy: dmy.date, mdy: mdy.date };
}

function withNamedMonth(text: string): DateReading | undefined {
  const dayFirst = DAY_NAMED_MONTH.exec(text);
  if (dayFirst !== null) {
    return oneDay(fullYear(dayFirst[3] ?? ""), monthOf(dayFirst[2] ?? ""), Number(dayFirst[1]), dayFirst[4] ?? "");
  }
  const monthFirst = NAMED_MONTH_DAY.exec(text);
  if (monthFirst !== null) {
    return oneDay(
      fullYear(monthFirst[3] ?? ""),
      monthOf(monthFirst[1] ?? ""),
      Number(monthFirst[2]),
      monthFirst[4] ?? "",
    );
  }
  const yearBefore = YEAR_NAMED_MONTH.exec(text);
  if (yearBefore === null) return undefined;
  return oneDay(Number(yearBefore[1]), monthOf(yearBefore[2] ?? ""), Number(yearBefore[3]), yearBefore[4] ?? "");
}

function compact(text: string): DateReading | undefined {
  const match = COMPACT.exec(text);
  return match === null ? undefined : oneDay(Number(match[1]), Number(match[2]), Number(match[3]), "");
}

function serial(text: string): DateReading | undefined {
  const match = SERIAL.exec(text);
  if (match === null) return undefined;
  const number = Number(match[1]);
  if (number < FIRST_SERIAL || number > LAST_SERIAL) return UNREADABLE;
  return { kind: "day", date: (number - SERIAL_OF_1970) as PlainDate };
}

/** One reading of a date; `time` is all that stands behind it. */
function oneDay(year: number, month: number, day: number, time: string): DateReading {
  const date = dayOf(year, month, day);
  const shift = dayShift(time);
  if (date === undefined || shift === undefined) return UNREADABLE;
  if (PLACEHOLDER_YEARS.has(year)) return NONE;
  if (year < FIRST_YEAR || year > LAST_YEAR) return UNREADABLE;
  return { kind: "day", date: shift === 0 ? date : addDays(date, shift) };
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
