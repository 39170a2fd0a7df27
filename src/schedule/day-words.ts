import { type PlainDate, partsOf } from "../model/plain-date.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "24 Mar", with the year where it is not the one that the reader has in mind. */
export function dayWords(day: PlainDate, year: number): string {
  const parts = partsOf(day);
  const words = `${parts.day} ${MONTHS[parts.month - 1]}`;
  return parts.year === year ? words : `${words} ${parts.year}`;
}

/** "22–29 Mar", "29 Mar – 2 Apr", "18 Dec – 5 Jan 2027". */
export function rangeWords(from: PlainDate, to: PlainDate, year: number): string {
  if (from === to) return dayWords(from, year);
  const first = partsOf(from);
  const last = partsOf(to);
  if (first.year === last.year && first.month === last.month) return `${first.day}–${dayWords(to, year)}`;
  return `${dayWords(from, year)} – ${dayWords(to, year)}`;
}

/** "1 day", "13 days". */
export function dayCount(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
