import { english } from "./english.ts";
import { brazilian } from "./portuguese.ts";
import type { Spoken, Value } from "./sentence.ts";

/** The languages that workbook and page can be written in. */
export const LOCALES = ["en", "pt-BR"] as const;
export type Locale = (typeof LOCALES)[number];

/** How one language says things. Text of ours goes through `text`, everything with values through `say`. */
export interface Language {
  readonly locale: Locale;
  /** A text of ours that has no values: a title, a note, a sentence. */
  text(source: string): string;
  say(value: Value): string;
  /** 1234567 in groups of three. */
  number(value: number): string;
  /** 1234.5 in groups of three, with two decimals. */
  money(value: number): string;
  /** The number format of a cell with a date. */
  readonly dateFormat: string;
}

// Not Intl: its output may change with the version of Node, and the same plan must give the same bytes.
const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g;

const LANGUAGES: Readonly<Record<Locale, Language>> = {
  en: { locale: "en", text: (source) => source, say: english, ...numbers(",", "."), dateFormat: "yyyy-mm-dd" },
  "pt-BR": { locale: "pt-BR", ...brazilian, ...numbers(".", ","), dateFormat: "dd/mm/yyyy" },
};

export function languageOf(locale: Locale): Language {
  return LANGUAGES[locale];
}

/** Said once in both languages, for what is told again and again. */
export function said(value: Value, language: Language): Spoken {
  return { kind: "said", english: english(value), here: language.say(value) };
}

function numbers(group: string, decimal: string): Pick<Language, "number" | "money"> {
  return {
    number: (value) => String(value).replace(THOUSANDS, group),
    money(value) {
      const [whole = "", cents = ""] = value.toFixed(2).split(".");
      return `${whole.replace(THOUSANDS, group)}${decimal}${cents}`;
    },
  };
}
