import { english } from "../locale/english.ts";
import { isoDate, type PlainDate } from "../model/plain-date.ts";
import type { CellValue, ColumnKind } from "./table.ts";

// Tab and line breaks stay: they are part of what somebody wrote, and CSV can hold them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const CONTROL_CHARACTERS = new RegExp(CONTROL_CHARACTER, "g");

// Spreadsheets fold full-width signs to the ordinary ones, and some skip blanks before them.
const FORMULA_START = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/;

/** Most cells: begins with a letter or a digit, and holds nothing that has to be taken out. One look instead of three. */
const PLAIN = /^[0-9A-Za-z][ -~]*$/;

/**
 * Writes the cells of a column as CSV wants them: dates as YYYY-MM-DD, money with two decimals, a point in numbers, text
 * that stays text. One for each column: it remembers the days it has written, which are few and slow to make.
 */
export function cellWriter(kind: ColumnKind): (value: CellValue) => string {
  switch (kind) {
    case "date":
      return dateWriter();
    case "money":
      return (value) => (value === undefined ? "" : numberIn(value, kind).toFixed(2));
    case "integer":
      return (value) => (value === undefined ? "" : String(numberIn(value, kind)));
    case "text":
    case "id":
      return (value) => (value === undefined ? "" : safeText(english(value)));
    default:
      return kind satisfies never;
  }
}

function dateWriter(): (value: CellValue) => string {
  const days = new Map<CellValue, string>();
  return (value) => {
    if (value === undefined) return "";
    const known = days.get(value);
    if (known !== undefined) return known;
    const text = isoDate(numberIn(value, "date") as PlainDate);
    days.set(value, text);
    return text;
  };
}

/**
 * Text that no spreadsheet takes for a formula: such text gets a leading apostrophe, which our reader takes off again.
 * Text that has one already is left alone, so that a rejected row fed in again reads as it did the first time.
 */
export function safeText(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = CONTROL_CHARACTER.test(text) ? text.replaceAll(CONTROL_CHARACTERS, "") : text;
  return FORMULA_START.test(clean) ? `'${clean}` : clean;
}

function numberIn(value: Exclude<CellValue, undefined>, kind: ColumnKind): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Error(`A column of kind "${kind}" holds "${english(value)}", which is no such value.`);
}
