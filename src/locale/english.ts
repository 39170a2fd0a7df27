import { isoDate, type PlainDate, partsOf } from "../model/plain-date.ts";
import { oneLine } from "./one-line.ts";
import type { ListJoin, Value } from "./sentence.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** What a value says in English, the language of CSV files and of the terminal. */
export function english(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  switch (value.kind) {
    case "phrase": {
      const { pieces, values } = value;
      let text = pieces[0] ?? "";
      for (let index = 0; index < values.length; index += 1) {
        text += english(values[index] ?? "") + (pieces[index + 1] ?? "");
      }
      return text;
    }
    case "day":
      return isoDate(value.on);
    case "shortDay":
      return dayWords(value.on, value.year);
    case "days":
      return rangeWords(value.from, value.to, value.year);
    case "count":
      return `${value.count} ${value.count === 1 ? value.noun : pluralOf(value.noun)}`;
    case "word":
      return value.text;
    case "amount":
      return value.value.toFixed(2);
    case "line":
      return oneLine(english(value.of));
    case "said":
      return value.english;
    case "list":
      return joinTexts(value.items.map(english), value.join, { and: "and", or: "or" });
    default:
      return value satisfies never;
  }
}

function pluralOf(noun: string): string {
  return /(?:ch|sh|s|x)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** "24 Mar", with the year where it is not the one that the reader has in mind. */
function dayWords(day: PlainDate, year: number): string {
  const parts = partsOf(day);
  const words = `${parts.day} ${MONTHS[parts.month - 1]}`;
  return parts.year === year ? words : `${words} ${parts.year}`;
}

/** "22–29 Mar", "29 Mar – 2 Apr", "18 Dec – 5 Jan 2027". */
function rangeWords(from: PlainDate, to: PlainDate, year: number): string {
  if (from === to) return dayWords(from, year);
  const first = partsOf(from);
  const last = partsOf(to);
  if (first.year === last.year && first.month === last.month) return `${first.day}–${dayWords(to, year)}`;
  return `${dayWords(from, year)} – ${dayWords(to, year)}`;
}

export interface Conjunctions {
  readonly and: string;
  readonly or: string;
}

/** Items with a join between them. */
export function joinTexts(items: readonly string[], join: ListJoin, words: Conjunctions): string {
  if (join !== "and" && join !== "or" && join !== ", and ") return items.join(join);
  if (join === ", and ") return items.join(`, ${words.and} `);
  const last = items.at(-1) ?? "";
  const before = items.slice(0, -1);
  return before.length === 0 ? last : `${before.join(", ")} ${words[join]} ${last}`;
}
