import { isoDate, type PlainDate } from "../../model/plain-date.ts";
import type { Plan } from "../../model/plan.ts";
import type { AnyTable, CellValue, Column } from "../table.ts";
import type { Book, OpenSheet } from "./book.ts";
import { columnLetters, excelDay, numberCell, textCell } from "./cell-xml.ts";
import { heightAttribute, linesOf } from "./row-height.ts";
import { SEVERITY_STYLES, STATUS_STYLES, STYLES } from "./styles.ts";

/** Rows of one sheet, header included, in Excel's file format. */
export const EXCEL_ROW_LIMIT = 1_048_576;
const HEADER_HEIGHT = 30;
/** What an A4 page in landscape shows at a size that can still be read. */
const CHARACTERS_A_PAGE = 230;
const SHEET_NAME_LIMIT = 31;
/** Words that repeat (status, country, offer names) are escaped once; texts that do not repeat stop being kept. */
const REMEMBERED_TEXTS = 2_000;

/** The rows of one table, on one sheet or, past Excel's limit, on several. */
export async function writeListSheet(book: Book, plan: Plan, table: AnyTable, rowLimit: number): Promise<void> {
  const columns = sheetColumns(table, plan);
  const write = rowWriter(book, columns);
  const header = headerXml(book, columns);

  let part = 0;
  let row = 0;
  let sheet: OpenSheet | undefined;
  for (const record of table.rows(plan)) {
    if (sheet !== undefined && row === rowLimit) {
      await closeList(sheet, columns.length, row);
      sheet = undefined;
    }
    if (sheet === undefined) {
      part += 1;
      row = 1;
      sheet = openList(book, table, columns, part, header);
    }
    row += 1;
    if (sheet.add(write(row, record))) await sheet.drained();
  }
  if (sheet === undefined) {
    row = 1;
    sheet = openList(book, table, columns, 1, header);
  }
  await closeList(sheet, columns.length, row);
}

/** The columns of the table's sheet, from left to right. */
export function sheetColumns(table: AnyTable, plan: Plan): readonly Column<unknown>[] {
  const columns: readonly Column<unknown>[] = table.sheetColumns?.(plan) ?? table.columns(plan);
  return columns.filter((column) => column.csvOnly !== true);
}

/** "Plan", "Plan (2)": short enough, and without what Excel forbids in a sheet's name. */
export function partName(sheet: string, part: number): string {
  const suffix = part === 1 ? "" : ` (${part})`;
  const safe = sheet.replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "");
  return safe.slice(0, SHEET_NAME_LIMIT - suffix.length) + suffix;
}

function openList(
  book: Book,
  table: AnyTable,
  columns: readonly Column<unknown>[],
  part: number,
  header: string,
): OpenSheet {
  const widths = columns.map((column) => column.width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const sheet = book.sheet({
    name: partName(table.sheet ?? "", part),
    widths,
    frozen: { rows: 1, columns: table.frozenColumns },
    gridLines: true,
    pagesWide: Math.max(1, Math.ceil(total / CHARACTERS_A_PAGE)),
  });
  sheet.add(header);
  return sheet;
}

function closeList(sheet: OpenSheet, columnCount: number, lastRow: number): Promise<void> {
  return sheet.close({ filter: `A1:${columnLetters(columnCount - 1)}${lastRow}`, links: [] });
}

function headerXml(book: Book, columns: readonly Column<unknown>[]): string {
  const plain = book.style(STYLES.header);
  const right = book.style(STYLES.numberHeader);
  const cells = columns.map((column, index) =>
    textCell(`${columnLetters(index)}1`, isNumeric(column) ? right : plain, column.title),
  );
  return `<row r="1" ht="${HEADER_HEIGHT}" customHeight="1">${cells.join("")}</row>`;
}

function isNumeric(column: Column<unknown>): boolean {
  return column.kind === "integer" || column.kind === "money";
}

type CellWriter = (row: number, value: CellValue) => string;

function rowWriter(book: Book, columns: readonly Column<unknown>[]): (row: number, record: unknown) => string {
  const writers = columns.map((column, index) => cellWriter(book, column, columnLetters(index)));
  return (row, record) => {
    let cells = "";
    let lines = 1;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      const value = column?.value(record);
      if (column === undefined || value === undefined || value === "") continue;
      cells += writers[index]?.(row, value) ?? "";
      if (column.wrap === true) lines = Math.max(lines, linesOf(String(value), column.width));
    }
    return `<row r="${row}"${heightAttribute(lines)}>${cells}</row>`;
  };
}

function cellWriter(book: Book, column: Column<unknown>, letters: string): CellWriter {
  const text = textWriter(book.style(column.wrap === true ? STYLES.wrapped : STYLES.text), letters);
  if (column.marks !== undefined) return markWriter(book, column.marks, letters, text);
  switch (column.kind) {
    case "text":
    case "id":
      return (row, value) => text(row, String(value));
    case "integer":
      return numberWriter(book.style(STYLES.integer), letters, text);
    case "money":
      return numberWriter(book.style(STYLES.money), letters, text);
    case "date":
      return dateWriter(book.style(STYLES.date), letters, text);
    default:
      throw new Error(`Column "${column.key}" is of no known kind: ${String(column.kind satisfies never)}.`);
  }
}

function textWriter(style: number, letters: string): (row: number, text: string) => string {
  const afterRow = new Map<string, string>();
  return (row, text) => {
    let rest = afterRow.get(text);
    if (rest === undefined) {
      rest = textCell("", style, text).slice('<c r="'.length);
      if (afterRow.size < REMEMBERED_TEXTS) afterRow.set(text, rest);
    }
    return `<c r="${letters}${row}${rest}`;
  };
}

function numberWriter(style: number, letters: string, text: (row: number, text: string) => string): CellWriter {
  return (row, value) =>
    typeof value === "number" ? numberCell(`${letters}${row}`, style, value) : text(row, String(value));
}

function dateWriter(style: number, letters: string, text: (row: number, text: string) => string): CellWriter {
  return (row, value) => {
    if (typeof value !== "number") return text(row, String(value));
    const day = excelDay(value as PlainDate);
    return day === undefined ? text(row, isoDate(value as PlainDate)) : numberCell(`${letters}${row}`, style, day);
  };
}

/** A word in its colour; a word that has none is written as text. */
function markWriter(
  book: Book,
  marks: "status" | "severity",
  letters: string,
  text: (row: number, text: string) => string,
): CellWriter {
  const styles = marks === "status" ? STATUS_STYLES : SEVERITY_STYLES;
  const coloured = new Map(
    Object.entries(styles).map(([word, style]) => [word, textWriter(book.style(style), letters)]),
  );
  return (row, value) => (coloured.get(String(value)) ?? text)(row, String(value));
}
