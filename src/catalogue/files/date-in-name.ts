import { dayOf, type PlainDate } from "../../model/plain-date.ts";

const DAY = /(?<!\d)(20\d{2})[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)/;
const MONTH = /(?<!\d)(20\d{2})[-_. ]?(0[1-9]|1[0-2])(?!\d)/;

/** The day, or the first of the month, that a file's name gives: "price-list-DE-2026-11.csv", "20261101_matrix.csv". */
export function dateInName(label: string): PlainDate | undefined {
  const name = label.split("/").at(-1) ?? label;
  const day = DAY.exec(name);
  if (day !== null) return dayOf(Number(day[1]), Number(day[2]), Number(day[3]));
  const month = MONTH.exec(name);
  return month === null ? undefined : dayOf(Number(month[1]), Number(month[2]), 1);
}
