import type { Language } from "../../locale/language.ts";
import { day as dayOf, type Ours, ours, type Spoken, type Value, word } from "../../locale/sentence.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import type { Book, SheetSetup } from "./book.ts";
import { columnLetters, excelDay, formulaCell, numberCell, textCell } from "./cell-xml.ts";
import { heightAttribute, linesOf } from "./row-height.ts";
import type { Link } from "./sheet-end.ts";
import { type CellStyle, STYLES } from "./styles.ts";

/** A cell of a sheet that is laid out by hand. */
export interface GridCell {
  /** A plain string was read, or is a code; what is ours is a word or a phrase. */
  readonly value: Value;
  readonly style: CellStyle;
  /** A place in this workbook to jump to, such as `'Plan'!A1`. */
  readonly to?: string;
  /** Keeps the value up to date while people type. Never made from anything that was read. */
  readonly formula?: string;
}

export interface GridRow {
  readonly cells: readonly (GridCell | undefined)[];
  /** In points; undefined: as high as its text. */
  readonly height?: number;
}

/** A sheet of rows laid out by hand: Summary and Legend. */
export async function writeGridSheet(
  book: Book,
  setup: SheetSetup,
  rows: readonly GridRow[],
  filter?: string,
): Promise<void> {
  const { language } = book;
  const sheet = book.sheet({ ...setup, name: language.text(setup.name) });
  const links: Link[] = [];
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    let cells = "";
    for (const [column, cell] of row.cells.entries()) {
      if (cell === undefined) continue;
      const ref = `${columnLetters(column)}${number}`;
      const style = book.style(cell.style);
      const value = typeof cell.value === "number" ? cell.value : language.say(cell.value);
      if (cell.formula !== undefined) cells += formulaCell(ref, style, cell.formula, value);
      else cells += typeof value === "number" ? numberCell(ref, style, value) : textCell(ref, style, value);
      if (cell.to !== undefined) links.push({ ref, to: cell.to });
    }
    const height =
      row.height === undefined ? measured(row, setup.widths, language) : ` ht="${row.height}" customHeight="1"`;
    if (sheet.add(`<row r="${number}"${height}>${cells}</row>`)) await sheet.drained();
  }
  await sheet.close({ filter, links });
}

function measured(row: GridRow, widths: readonly number[], language: Language): string {
  const lines = row.cells.map((cell, column) =>
    cell?.style.alignment.wrapText === true ? linesOf(language.say(cell.value), widths[column] ?? 1) : 1,
  );
  return heightAttribute(Math.max(1, ...lines));
}

/** The place of a sheet's first cell, or of one of its rows. */
export function placeOf(sheet: string, row = 1): string {
  return `'${sheet.replaceAll("'", "''")}'!A${row}`;
}

export function text(value: string | Spoken, style: CellStyle = STYLES.text): GridCell {
  return { value, style };
}

export function integer(value: number, style: CellStyle = STYLES.integer): GridCell {
  return { value, style };
}

export function link(value: string | Spoken, to: string, style: CellStyle = STYLES.link): GridCell {
  return { value, style, to };
}

/** A real date, or nothing. */
export function day(value: PlainDate | undefined): GridCell {
  if (value === undefined) return { value: "", style: STYLES.text };
  const number = excelDay(value);
  return number === undefined ? text(dayOf(value)) : { value: number, style: STYLES.date };
}

/** Titles are ours. */
export function header(
  titles: readonly (string | Spoken)[],
  numericFrom = titles.length,
  numericTo = titles.length,
): GridRow {
  return {
    cells: titles.map((title, index) =>
      text(
        typeof title === "string" ? word(title) : title,
        index >= numericFrom && index < numericTo ? STYLES.numberHeader : STYLES.header,
      ),
    ),
    height: 16,
  };
}

/** A heading with its line across the columns of the sheet. */
export function heading(title: Ours, columnCount: number): GridRow {
  const rest = Array.from({ length: columnCount - 1 }, () => text("", STYLES.heading));
  return { cells: [text(ours(title), STYLES.heading), ...rest], height: 20 };
}

export const EMPTY_ROW: GridRow = { cells: [] };

/** Blocks of a full bar. */
export const BAR_BLOCKS = 20;

/** A share as a row of blocks: seen in any program, in print and without colour. */
export function bar(part: number, whole: number): GridCell {
  const blocks = whole === 0 ? 0 : Math.round((part / whole) * BAR_BLOCKS);
  return text("█".repeat(part > 0 ? Math.max(1, blocks) : 0), STYLES.bar);
}
