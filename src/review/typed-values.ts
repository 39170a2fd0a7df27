import { readDate } from "../cells/date.ts";
import type { Language } from "../locale/language.ts";
import { codeOf } from "../locale/read-back.ts";
import { listed, type Phrase, type Spoken, say, word } from "../locale/sentence.ts";
import { MAPPING_DECISIONS, SUBSCRIPTION_DECISIONS } from "../model/decision-words.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { TypedDecision } from "../model/verdict.ts";

/** A value, or what is allowed instead of what was found. */
export type Typed<Value> = { readonly value: Value | undefined } | { readonly expected: Phrase };

export const WORDS = { subscription: SUBSCRIPTION_DECISIONS, mapping: MAPPING_DECISIONS } as const;

/** The English word for one in any of our languages, without regard to case, accents and spaces; empty where nothing was typed. */
export function readWord(text: string, scope: TypedDecision["scope"], of?: Language): Typed<string> {
  if (text.trim() === "") return { value: "" };
  const words: readonly string[] = WORDS[scope];
  const found = codeOf(text, words, "decision");
  if (found !== undefined) return { value: found };
  return { expected: say`one of ${decisionWords(words, of)}` };
}

/** The words that are allowed, in the language of whoever reads them, or in that of a workbook. */
export function decisionWords(words: readonly string[], of?: Language): Spoken {
  return listed(
    words.map((each) => of?.say(word(each, "decision")) ?? word(each, "decision")),
    ", ",
  );
}

const MOST_SEATS = 1_000_000_000;

export function readSeatsTyped(text: string): Typed<number> {
  const trimmed = text.trim();
  if (trimmed === "") return { value: undefined };
  const seats = /^\d{1,10}(?:[.,]0{1,2})?$/.test(trimmed) ? Number.parseInt(trimmed, 10) : Number.NaN;
  return seats >= 1 && seats <= MOST_SEATS ? { value: seats } : { expected: say`a whole number from 1` };
}

/** Text, or the number that stands for a day in a workbook. What can be read two ways is no day, unless `isDayFirst` tells. */
export function readDayTyped(text: string, isDayFirst?: boolean): Typed<PlainDate> {
  if (text.trim() === "") return { value: undefined };
  const reading = readDate(text);
  switch (reading.kind) {
    case "day":
      return { value: reading.date };
    case "either":
      if (isDayFirst !== undefined) return { value: isDayFirst ? reading.dmy : reading.mdy };
      return { expected: say`a date as YYYY-MM-DD, for this one can be read two ways` };
    case "none":
    case "unreadable":
      return { expected: say`a date as YYYY-MM-DD` };
    default:
      return reading satisfies never;
  }
}

/** What one reader of typed cells gives: values, and for each cell that has none, what is wrong. */
export interface TypedCells {
  readonly decision: string;
  readonly target: string;
  readonly seats: string;
  readonly date: string;
}

export interface ReadCells {
  readonly values: Pick<TypedDecision, "decision" | "target" | "seats" | "date" | "unread">;
  readonly wrong: readonly { readonly column: keyof TypedCells; readonly found: string; readonly expected: Phrase }[];
}

export function readTypedCells(
  cells: TypedCells,
  scope: TypedDecision["scope"],
  { isDayFirst, language }: { readonly isDayFirst?: boolean | undefined; readonly language?: Language } = {},
): ReadCells {
  const decided = readWord(cells.decision, scope, language);
  const seats = readSeatsTyped(cells.seats);
  const date = readDayTyped(cells.date, isDayFirst);
  const read = { decision: decided, seats, date } as const;
  const wrong = (["decision", "seats", "date"] as const).flatMap((column) => {
    const typed = read[column];
    return "expected" in typed ? [{ column, found: cells[column].trim(), expected: typed.expected }] : [];
  });
  const unread = {
    ...("expected" in seats ? { seats: cells.seats.trim() } : {}),
    ...("expected" in date ? { date: cells.date.trim() } : {}),
  };
  return {
    values: {
      decision: "value" in decided ? (decided.value ?? "") : cells.decision.trim(),
      target: cells.target.trim(),
      seats: "value" in seats ? seats.value : undefined,
      date: "value" in date ? date.value : undefined,
      ...(Object.keys(unread).length === 0 ? {} : { unread }),
    },
    wrong,
  };
}
