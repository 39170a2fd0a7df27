import type { Place } from "../model/place.ts";
import type { PlainDate } from "../model/plain-date.ts";

/**
 * Something to say that is not yet in a language: the English text in pieces, and the values between them. The English text
 * with `{1}`, `{2}` for the values is its key in the files of the other languages.
 */
export interface Phrase {
  readonly kind: "phrase";
  readonly pieces: readonly string[];
  readonly values: readonly Value[];
}

/** A value that each language writes in its own way. */
export type Spoken =
  | Phrase
  /** A day with its year. */
  | { readonly kind: "day"; readonly on: PlainDate }
  /** A day whose year goes without saying where it is `year`. */
  | { readonly kind: "shortDay"; readonly on: PlainDate; readonly year: number }
  | { readonly kind: "days"; readonly from: PlainDate; readonly to: PlainDate; readonly year: number }
  /** "1 seat", "25 seats". The noun is English, in the singular. */
  | { readonly kind: "count"; readonly count: number; readonly noun: string }
  /** One of our own words, of a group where it means different things in different places. */
  | { readonly kind: "word"; readonly text: string; readonly group: string }
  /** With two decimals. */
  | { readonly kind: "amount"; readonly value: number }
  /** As one line, whatever names and cells of files it holds. */
  | { readonly kind: "line"; readonly of: Phrase }
  /** Said before, in English and in the language of the plan. */
  | { readonly kind: "said"; readonly english: string; readonly here: string }
  | { readonly kind: "list"; readonly items: readonly Value[]; readonly join: ListJoin };

/** What stands between the items of a list; "and" only before the last. */
export type ListJoin = "and" | "or" | ", " | "; " | " " | " + " | ", and " | "\n";

/** Text in a phrase is what somebody wrote, or a code: it is the same in every language. */
export type Value = string | number | Spoken;

/** Makes a phrase of a template. Text of ours that varies is a phrase or a word of its own, never a string. */
export function say(pieces: TemplateStringsArray, ...values: readonly Value[]): Phrase {
  return { kind: "phrase", pieces, values };
}

/** One of our own words, such as a status. */
export function word(text: string, group = ""): Spoken {
  return { kind: "word", text, group };
}

/** Text of ours that is said the same way each time, or a phrase. */
export type Ours = string | Phrase;

export function ours(text: Ours): Spoken {
  return typeof text === "string" ? word(text) : text;
}

export function day(on: PlainDate): Spoken {
  return { kind: "day", on };
}

export function shortDay(on: PlainDate, year: number): Spoken {
  return { kind: "shortDay", on, year };
}

/** Both ends inclusive. */
export function days(from: PlainDate, to: PlainDate, year: number): Spoken {
  return { kind: "days", from, to, year };
}

export function counted(count: number, noun: string): Spoken {
  return { kind: "count", count, noun };
}

export function amount(value: number): Spoken {
  return { kind: "amount", value };
}

/** Those that say something, with `join` between them. */
export function listed(items: readonly Value[], join: ListJoin): Spoken {
  return { kind: "list", items: items.filter((item) => item !== ""), join };
}

/** One, two and three. */
export function joined(items: readonly Value[]): Spoken {
  return listed(items, "and");
}

/** "book.csv row 5". */
export function placePhrase({ file, row }: Place): Phrase {
  return say`${file} row ${row}`;
}

/** The key of a phrase: its English text with `{1}`, `{2}` for its values. */
export function keyOf({ pieces }: Phrase): string {
  const known = keys.get(pieces);
  if (known !== undefined) return known;
  const key = pieces.reduce((text, piece, index) => `${text}{${index}}${piece}`);
  keys.set(pieces, key);
  return key;
}

// A template has the same pieces each time it is run.
const keys = new WeakMap<readonly string[], string>();
