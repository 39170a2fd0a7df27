import { type Language, languageOf } from "../../locale/language.ts";
import { day, word } from "../../locale/sentence.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import type { Plan } from "../../model/plan.ts";
import type { AnyTable, Column } from "../table.ts";
import type { Book, OpenSheet } from "./book.ts";
import { columnLetters, excelDay, formulaCell, numberCell, textCell } from "./cell-xml.ts";
import type { HeaderNote } from "./header-notes.ts";
import { type PrintedColumns, pagesWide, printedColumns } from "./printed-columns.ts";
import { heightAttribute, linesOf } from "./row-height.ts";
import { columnStrings } from "./shared-strings.ts";
import type { GroupFormat, WordFormat } from "./sheet-end.ts";
import { type CellStyle, decisionLook, GROUP_LOOKS, SEVERITY_STYLES, STATUS_STYLES, STYLES } from "./styles.ts";
import { validationsOf } from "./validations.ts";

/** Rows of one sheet, header included, in Excel's file format. */
export const EXCEL_ROW_LIMIT = 1_048_576;
/** Columns of one sheet; a book with wider rejected rows has the rest in rejected.csv. */
const EXCEL_COLUMN_LIMIT = 16_384;
/** The raw columns of rejected rows may be many, and say the same. */
const MOST_NOTES = 80;
const HEADER_HEIGHT = 30;
const SHEET_NAME_LIMIT = 31;
/** Characters that the button of the filter takes from a title. */
const BESIDE_A_TITLE = 2;
const MOST_FOR_A_TITLE = 24;

export interface SheetLimits {
  /** Rows of a sheet, header included. */
  readonly rowLimit: number;
  /** Rows of the hidden sheet with lists, below its header. */
  readonly listRows: number;
  /** Where the keys of Plan stand, as 'Plan'!$A$2:$A$151; left out: on no sheet, or on several. */
  readonly planKeys?: string | undefined;
}

/** The rows of one table, on one sheet or, past Excel's limit, on several. */
export async function writeListSheet(book: Book, plan: Plan, table: AnyTable, limits: SheetLimits): Promise<void> {
  const { rowLimit, listRows, planKeys } = limits;
  const { language } = book;
  const columns = sheetColumns(table, plan);
  const printed = printedColumns(table, columns);
  const formats = columns.map((column) => decisionLooks(book, column));
  const groupOf = groupFormats(book, table, columns);
  const close = (sheet: OpenSheet, lastRow: number) =>
    sheet.close({
      filter: `A1:${columnLetters(columns.length - 1)}${lastRow}`,
      printed: `${columnLetters(printed.from)}1:${columnLetters(printed.to)}${lastRow}`,
      validations: validationsOf(columns, lastRow, listRows, language),
      formats: lastRow < 2 ? [] : formats.flatMap((looks, index) => formatOf(looks, columnLetters(index), lastRow)),
      group: groupOf(lastRow),
      notes: notesOf(columns, language),
    });
  const write = rowWriter(book, columns, table.mostLines, planKeys);
  const header = headerXml(book, columns);

  let part = 0;
  let row = 0;
  let sheet: OpenSheet | undefined;
  for (const record of table.rows(plan)) {
    if (sheet !== undefined && row === rowLimit) {
      await close(sheet, row);
      sheet = undefined;
    }
    if (sheet === undefined) {
      part += 1;
      row = 1;
      sheet = openList(book, table, columns, printed, part, header);
    }
    row += 1;
    if (sheet.add(write(row, record))) await sheet.drained();
  }
  if (sheet === undefined) {
    row = 1;
    sheet = openList(book, table, columns, printed, 1, header);
  }
  await close(sheet, row);
}

/** The columns of the table's sheet, from left to right. */
export function sheetColumns(table: AnyTable, plan: Plan): readonly Column<unknown>[] {
  const columns: readonly Column<unknown>[] = table.sheetColumns?.(plan) ?? table.columns(plan);
  const language = languageOf(plan.locale);
  return columns
    .filter((column) => column.csvOnly !== true)
    .slice(0, EXCEL_COLUMN_LIMIT)
    .map((column) => ({ ...column, width: Math.max(column.width, leastWidth(titleOf(column, language))) }));
}

/** A title may take several lines, and none of its words. The words of another language may be longer than those of English. */
function leastWidth(title: string): number {
  const longest = Math.max(...title.split(" ").map((each) => each.length));
  return Math.min(MOST_FOR_A_TITLE, longest + BESIDE_A_TITLE);
}

/** "Plan", "Plan (2)": short enough, and without what Excel forbids in a sheet's name. */
export function partName(sheet: string, part: number): string {
  const suffix = part === 1 ? "" : ` (${part})`;
  const safe = sheet.replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "");
  return safe.slice(0, SHEET_NAME_LIMIT - suffix.length) + suffix;
}

/** The cells of a table's column that stand on one sheet alone, as `'Plan'!$A$2:$A$151`; undefined: they do not. */
export function cellsOfColumn(
  table: AnyTable,
  plan: Plan,
  key: string,
  { rowCount, rowLimit, sheet }: { readonly rowCount: number; readonly rowLimit: number; readonly sheet: string },
): string | undefined {
  const at = sheetColumns(table, plan).findIndex((column) => column.key === key);
  if (at < 0 || rowCount === 0 || rowCount >= rowLimit) return undefined;
  const letters = columnLetters(at);
  return `'${partName(sheet, 1).replaceAll("'", "''")}'!$${letters}$2:$${letters}$${rowCount + 1}`;
}

function openList(
  book: Book,
  table: AnyTable,
  columns: readonly Column<unknown>[],
  printed: PrintedColumns,
  part: number,
  header: string,
): OpenSheet {
  const widths = columns.map((column) => column.width);
  const hiddenColumns = new Set(columns.flatMap((column, index) => (column.isHidden === true ? [index] : [])));
  const sheet = book.sheet({
    name: partName(book.language.text(table.sheet ?? ""), part),
    widths,
    hiddenColumns,
    frozen: { rows: 1, columns: table.frozenColumns },
    gridLines: true,
    pagesWide: pagesWide(columns, printed),
    titles: printed.titles,
  });
  sheet.add(header);
  return sheet;
}

function notesOf(columns: readonly Column<unknown>[], language: Language): readonly HeaderNote[] {
  return columns
    .slice(0, MOST_NOTES)
    .flatMap(({ isHidden, note }, column) =>
      isHidden === true || note === "" ? [] : [{ column, text: language.text(note) }],
    );
}

/** The looks of a column's words, where it is for typing one of them. */
function decisionLooks(book: Book, { input }: Column<unknown>): WordFormat["looks"] {
  if (input?.kind !== "word") return [];
  return input.words.map((each) => ({
    word: book.language.say(word(each, "decision")),
    dxf: book.look(decisionLook(each)),
  }));
}

function formatOf(looks: WordFormat["looks"], letters: string, lastRow: number): readonly WordFormat[] {
  return looks.length === 0 ? [] : [{ range: `${letters}2:${letters}${lastRow}`, looks }];
}

/** The looks of a table's groups, for the last row of a sheet. */
function groupFormats(
  book: Book,
  { groupedBy }: AnyTable,
  columns: readonly Column<unknown>[],
): (lastRow: number) => GroupFormat | undefined {
  const index = columns.findIndex(({ key }) => key === groupedBy);
  if (index < 0) return () => undefined;
  const [firstOfGroup, repeated] = [book.look(GROUP_LOOKS.first), book.look(GROUP_LOOKS.repeated)];
  const [column, lastColumn] = [columnLetters(index), columnLetters(columns.length - 1)];
  return (lastRow) => (lastRow < 2 ? undefined : { column, lastColumn, lastRow, firstOfGroup, repeated });
}

function headerXml(book: Book, columns: readonly Column<unknown>[]): string {
  const plain = book.style(STYLES.header);
  const right = book.style(STYLES.numberHeader);
  const typed = book.style(STYLES.typedHeader);
  const styleOf = (column: Column<unknown>) => (column.input !== undefined ? typed : isNumeric(column) ? right : plain);
  const cells = columns.map((column, index) =>
    textCell(`${columnLetters(index)}1`, styleOf(column), titleOf(column, book.language)),
  );
  return `<row r="1" ht="${HEADER_HEIGHT}" customHeight="1">${cells.join("")}</row>`;
}

function isNumeric(column: Column<unknown>): boolean {
  return column.kind === "integer" || column.kind === "money";
}

export function titleOf({ title, isGiven }: Column<unknown>, language: Language): string {
  return isGiven === true ? title : language.text(title);
}

/** A cell's XML, for the row's number and a value that is not empty. */
type CellWriter = (row: number, value: string | number) => string;

function rowWriter(
  book: Book,
  columns: readonly Column<unknown>[],
  mostLines: number | undefined,
  planKeys: string | undefined,
): (row: number, record: unknown) => string {
  const writers = columns.map((column, index) => ({
    column,
    write:
      column.isRowOnPlan === true
        ? placeWriter(book, columns, index, planKeys)
        : cellWriter(book, column, columnLetters(index)),
    linesIn: column.wrap === true ? lineCounter(column.width) : undefined,
    empty: column.input === undefined ? undefined : emptyWriter(book, column, columnLetters(index)),
  }));
  return (row, record) => {
    let cells = "";
    let lines = 1;
    for (const { column, write, linesIn, empty } of writers) {
      const found = column.value(record);
      if (found === undefined || found === "") {
        if (empty !== undefined) cells += empty(row);
        continue;
      }
      const said = typeof found === "object" ? book.language.say(found) : found;
      const value = column.isList === true ? String(said).replaceAll(";", "; ") : said;
      cells += write(row, value);
      if (linesIn !== undefined) lines = Math.max(lines, linesIn(String(value)));
    }
    return `<row r="${row}"${heightAttribute(lines, mostLines)}>${cells}</row>`;
  };
}

/** Remembers the last text: the rows of a customer often share it. */
function lineCounter(width: number): (text: string) => number {
  let last = "";
  let lines = 1;
  return (text) => {
    if (text === last) return lines;
    last = text;
    lines = linesOf(text, width);
    return lines;
  };
}

/** A cell for typing shows where to type, also while it is empty. */
function emptyWriter(book: Book, column: Column<unknown>, letters: string): (row: number) => string {
  const afterRow = `" s="${book.style(typedStyle(column))}"/>`;
  return (row) => `<c r="${letters}${row}${afterRow}`;
}

function typedStyle({ kind }: Column<unknown>): CellStyle {
  if (kind === "date") return STYLES.typedDate;
  return kind === "integer" ? STYLES.typedInteger : STYLES.typedText;
}

function cellWriter(book: Book, column: Column<unknown>, letters: string): CellWriter {
  const isTyped = column.input !== undefined;
  const text = textWriter(book, textStyle(column), letters);
  if (column.marks !== undefined) return markWriter(book, column.marks, letters, text);
  switch (column.kind) {
    case "text":
    case "id":
      return text;
    case "integer":
      return numberWriter(book.style(isTyped ? STYLES.typedInteger : STYLES.integer), letters, text);
    case "money":
      return numberWriter(book.style(STYLES.money), letters, text);
    case "date":
      return dateWriter(book, book.style(isTyped ? STYLES.typedDate : STYLES.date), letters, text);
    default:
      throw new Error(`Column "${column.key}" is of no known kind: ${String(column.kind satisfies never)}.`);
  }
}

/** Looks the row's own key up among those of Plan. Sheet and range are ours: nothing that was read gets into the formula. */
function placeWriter(
  book: Book,
  columns: readonly Column<unknown>[],
  index: number,
  planKeys: string | undefined,
): CellWriter {
  if (planKeys === undefined) return () => "";
  const style = book.style(STYLES.integer);
  const [letters, keyLetters] = [columnLetters(index), columnLetters(columns.findIndex(({ key }) => key === "key"))];
  return (row, value) => formulaCell(`${letters}${row}`, style, `MATCH($${keyLetters}${row},${planKeys},0)+1`, value);
}

function textStyle({ input, wrap }: Column<unknown>): CellStyle {
  if (input !== undefined) return STYLES.typedText;
  return wrap === true ? STYLES.wrapped : STYLES.text;
}

function textWriter(book: Book, cellStyle: CellStyle, letters: string): CellWriter {
  const style = book.style(cellStyle);
  const numberOf = columnStrings(book.strings);
  const afterRow = `" s="${style}" t="s"><v>`;
  return (row, value) => {
    const text = String(value);
    const number = numberOf(text);
    if (number === undefined) return textCell(`${letters}${row}`, style, text);
    return `<c r="${letters}${row}${afterRow}${number}</v></c>`;
  };
}

function numberWriter(style: number, letters: string, text: CellWriter): CellWriter {
  return (row, value) => (typeof value === "number" ? numberCell(`${letters}${row}`, style, value) : text(row, value));
}

function dateWriter(book: Book, style: number, letters: string, text: CellWriter): CellWriter {
  return (row, value) => {
    if (typeof value !== "number") return text(row, value);
    const number = excelDay(value as PlainDate);
    return number === undefined
      ? text(row, book.language.say(day(value as PlainDate)))
      : numberCell(`${letters}${row}`, style, number);
  };
}

/** A word in its colour; a word that has none is written as text. */
function markWriter(book: Book, marks: "status" | "severity", letters: string, text: CellWriter): CellWriter {
  const styles = marks === "status" ? STATUS_STYLES : SEVERITY_STYLES;
  const coloured = new Map(
    Object.entries(styles).map(([each, style]) => [
      book.language.say(word(each, marks)),
      textWriter(book, style, letters),
    ]),
  );
  return (row, value) => (coloured.get(String(value)) ?? text)(row, value);
}
