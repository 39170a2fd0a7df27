import { codeOf } from "../locale/read-back.ts";
import { factValue, readFacts } from "../model/decision-facts.ts";
import { isoDate, parseIsoDate } from "../model/plain-date.ts";
import { STATUSES } from "../model/plan.ts";
import { readDayTyped } from "./typed-values.ts";

/** A cell of the program's own columns that somebody has changed. */
export interface ChangedCell {
  /** Name of its column in plan.csv. */
  readonly name: string;
  readonly was: string;
  readonly found: string;
}

/** Compares a row's cells with what the row recorded of itself when it was written. */
export function changedCells(
  shown: string,
  textIn: (name: string) => string | undefined,
  daysToAdd: number,
): readonly ChangedCell[] {
  const changed: ChangedCell[] = [];
  for (const [name, was] of readFacts(shown)) {
    const text = textIn(name);
    if (text === undefined) continue;
    const found = normal(name === "status" ? (codeOf(text, STATUSES, "status") ?? text) : text, was, daysToAdd);
    if (found !== was) changed.push({ name, was, found });
  }
  return changed;
}

/** As it was recorded: days as YYYY-MM-DD, whole numbers without decimals, no sign that parts values. */
function normal(text: string, was: string, daysToAdd: number): string {
  const isDay = parseIsoDate(was) !== undefined;
  if (isDay && /^\d+(?:\.\d+)?$/.test(text)) {
    const day = readDayTyped(String(Math.floor(Number(text)) + daysToAdd));
    if ("value" in day && day.value !== undefined) return isoDate(day.value);
  }
  // Text that looks like a formula was recorded with the apostrophe that CSV gives it.
  const value = factValue(text);
  return was.startsWith("'") && !value.startsWith("'") ? factValue(`'${value}`) : value;
}
