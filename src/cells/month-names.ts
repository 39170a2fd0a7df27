import { foldWord } from "./words.ts";

/** Full names and abbreviations in English, Portuguese, German, Spanish and French, folded; one line a month. */
const NAMES = [
  "jan january janeiro januar janner jaen enero ene janvier janv",
  "feb february fevereiro fev februar febrero fevrier fevr",
  "mar march marco marz maerz mrz marzo mars",
  "apr april abril abr avril avr",
  "may maio mai mayo",
  "jun june junho juni junio juin",
  "jul july julho juli julio juillet juil",
  "aug august agosto ago aout",
  "sep sept september setembro set septiembre setiembre septembre",
  "oct october outubro out oktober okt octubre octobre",
  "nov november novembro noviembre novembre",
  "dec december dezembro dez dezember diciembre dic decembre",
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

/** 1 to 12; 0, which no calendar has, for a word that names no month. */
export function monthOf(word: string): number {
  return MONTHS.get(foldWord(word)) ?? 0;
}
