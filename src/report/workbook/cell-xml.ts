import type { PlainDate } from "../../model/plain-date.ts";

/** What Excel holds in one cell, counted in UTF-16 units. */
export const CELL_TEXT_LIMIT = 32_767;
const CUT_MARK = " …[cut]";

/** Day 0 of PlainDate as Excel counts days. */
const EXCEL_DAY_OF_1970 = 25_569;
/** Excel counts 1900 as a leap year: before 1 March 1900 its numbers and the calendar do not agree. */
const FIRST_SAFE_EXCEL_DAY = 61;

/** Text that is not XML as it stands: markup, control and unpaired characters, and Excel's own `_xHHHH_` escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NOT_PLAIN = /[&<>"\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it drops
const DROPPED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const UNPAIRED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as XML content or attribute. Control characters are dropped; line breaks and tabs stay. */
export function escapeXml(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return (
    text
      .replace(/\r\n?/g, "\n")
      .replace(DROPPED, "")
      .replace(UNPAIRED, "\ufffd")
      // Excel would read "_x0041_" as "A"; escaping its underscore keeps it as it is written.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")
  );
}

/** The text that a cell can hold: cut at Excel's limit, with a mark that says so. */
export function cutToCell(text: string): string {
  if (text.length <= CELL_TEXT_LIMIT) return text;
  let end = CELL_TEXT_LIMIT - CUT_MARK.length;
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return text.slice(0, end) + CUT_MARK;
}

/** Always a string cell: text that starts with `=` or `+` never becomes a formula. */
export function textCell(ref: string, style: number, text: string): string {
  if (text === "") return `<c r="${ref}" s="${style}"/>`;
  return `<c r="${ref}" s="${style}" t="inlineStr"><is>${textElement(cutToCell(text))}</is></c>`;
}

/** A text as an entry of the workbook's table of shared strings. */
export function stringItem(text: string): string {
  return `<si>${textElement(text)}</si>`;
}

/** Blanks at an end, and runs of them, are kept only on request; asking in each cell would be a third of the sheet. */
const BLANKS_TO_KEEP = /^\s|\s$|[\t\r\n]|\s\s/;

function textElement(text: string): string {
  return BLANKS_TO_KEEP.test(text) ? `<t xml:space="preserve">${escapeXml(text)}</t>` : `<t>${escapeXml(text)}</t>`;
}

export function numberCell(ref: string, style: number, value: number): string {
  // "NaN" in a sheet is a file that Excel refuses to open; better no file than such a one.
  if (!Number.isFinite(value)) throw new Error(`Cell ${ref}: expected a finite number, found ${value}.`);
  return `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
}

/** A formula and its result, for programs that do not calculate when they open a file. */
export function formulaCell(ref: string, style: number, formula: string, result: number | string): string {
  const f = `<f>${escapeXml(formula)}</f>`;
  if (typeof result === "number") return numberCell(ref, style, result).replace("<v>", `${f}<v>`);
  return `<c r="${ref}" s="${style}" t="str">${f}<v>${escapeXml(cutToCell(result))}</v></c>`;
}

/** The number that Excel keeps for a day; undefined for days that it cannot tell. */
export function excelDay(date: PlainDate): number | undefined {
  const day = date + EXCEL_DAY_OF_1970;
  return day >= FIRST_SAFE_EXCEL_DAY ? day : undefined;
}

/** "A", "Z", "AA" for 0, 25, 26. */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
