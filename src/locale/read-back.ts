import { LOCALES, type Locale, languageOf } from "./language.ts";
import { word } from "./sentence.ts";

/** The one of these words that a text means, in any of our languages; undefined: none of them. */
export function codeOf<Code extends string>(text: string, codes: readonly Code[], group: string): Code | undefined {
  const folded = foldText(text);
  return codes.find((code) =>
    LOCALES.some(
      (locale) => folded === foldText(code) || folded === foldText(languageOf(locale).say(word(code, group))),
    ),
  );
}

/** Titles of columns in every language of ours, folded, with the English one, folded. */
export function titlesRead(titles: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    titles.flatMap((title) =>
      LOCALES.map((locale) => [foldText(languageOf(locale).text(title)), foldText(title)] as const),
    ),
  );
}

/** The language that titles of columns are written in, by titles that are not the same in all; English where none tells. */
export function localeOfTitles(found: Iterable<string>, titles: readonly string[]): Locale {
  const folded = new Set([...found].map(foldText));
  const isTold = (locale: Locale) =>
    titles.some((title) => {
      const here = foldText(languageOf(locale).text(title));
      return here !== foldText(title) && folded.has(here);
    });
  return LOCALES.find(isTold) ?? "en";
}

/** Small letters, no accents, single spaces: as people type, and as programs save. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}
