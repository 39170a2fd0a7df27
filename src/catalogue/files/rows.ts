import { readDate } from "../../cells/date.ts";
import { readMoney } from "../../cells/number.ts";
import { cleanText, isNothing } from "../../cells/text.ts";
import type { DateOrder } from "../../model/configuration.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import type { CatalogueRow } from "./catalogue-kind.ts";

/** The cells of one row that its kind reads, in the order of the kind's columns. */
export interface KeptRow {
  readonly row: number;
  readonly cells: readonly string[];
}

interface Column {
  readonly name: string;
  /** As the file calls it. */
  readonly header: string;
}

/** 115.2 and 115,2 are decimals; with three digits behind the comma it may be thousands. */
const DECIMAL = /^\d+(?:\.\d+|,(?:\d{1,2}|\d{4,}))?$/;
const EITHER = /^[1-9]\d{0,2},\d{3}$/;

/** Reads the cells of a file's rows, and says where one cannot be read. */
export class FileRows {
  readonly #file: string;
  readonly #columns: readonly Column[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #orders: ReadonlyMap<string, DateOrder | undefined>;
  readonly #complain: (problem: string) => void;

  constructor(
    file: string,
    columns: readonly Column[],
    orders: ReadonlyMap<string, DateOrder | undefined>,
    complain: (problem: string) => void,
  ) {
    this.#file = file;
    this.#columns = columns;
    this.#places = new Map(columns.map(({ name }, at) => [name, at]));
    this.#orders = orders;
    this.#complain = complain;
  }

  rowOf(kept: KeptRow): CatalogueRow {
    return new FileRow(this, kept);
  }

  get file(): string {
    return this.#file;
  }

  text({ cells }: KeptRow, column: string): string {
    const cell = cells[this.#places.get(column) ?? -1] ?? "";
    if (cell === "") return "";
    const cleaned = cleanText(cell);
    return isNothing(cleaned) ? "" : cleaned;
  }

  complain(kept: KeptRow, column: string, expected: string, remedy: string): void {
    const at = this.#places.get(column);
    const header = (at === undefined ? undefined : this.#columns[at]?.header) ?? column;
    const found = this.text(kept, column);
    this.#complain(
      `${this.#file} row ${kept.row}, column "${header}": expected ${expected}, found "${found}"; ${remedy}.`,
    );
  }

  /** The newest day of a column, whatever else is wrong with the rows. */
  newest(rows: readonly KeptRow[], column: string): PlainDate | undefined {
    const at = this.#places.get(column) ?? -1;
    let newest: PlainDate | undefined;
    for (const { cells } of rows) {
      const day = this.day(cells[at] ?? "", column);
      if (day !== "unreadable" && day !== undefined && (newest === undefined || day > newest)) newest = day;
    }
    return newest;
  }

  day(cell: string, column: string): PlainDate | undefined | "unreadable" {
    const reading = readDate(cell);
    if (reading.kind === "day") return reading.date;
    if (reading.kind === "none") return undefined;
    const order = this.#orders.get(column);
    return reading.kind === "either" && order !== undefined ? reading[order] : "unreadable";
  }
}

class FileRow implements CatalogueRow {
  readonly #rows: FileRows;
  readonly #kept: KeptRow;

  constructor(rows: FileRows, kept: KeptRow) {
    this.#rows = rows;
    this.#kept = kept;
  }

  get place(): string {
    return `${this.#rows.file} row ${this.#kept.row}`;
  }

  text(column: string): string {
    return this.#rows.text(this.#kept, column);
  }

  problem(column: string, expected: string, remedy: string): void {
    this.#rows.complain(this.#kept, column, expected, remedy);
  }

  date(column: string): PlainDate | undefined {
    const cell = this.text(column);
    if (cell === "") return undefined;
    const day = this.#rows.day(cell, column);
    if (day !== "unreadable") return day;
    this.problem(column, "a date", "correct it; it is taken as not given");
    return undefined;
  }

  amount(column: string): number | undefined {
    const cell = this.text(column);
    if (cell === "") return undefined;
    const amount = amountOf(cell);
    if (amount === undefined) this.problem(column, "a number", "correct it; it is not used");
    return amount;
  }
}

function amountOf(text: string): number | undefined {
  if (DECIMAL.test(text)) return Number(text.replace(",", "."));
  if (EITHER.test(text)) return undefined;
  const reading = readMoney(text);
  return reading.kind === "number" && reading.value >= 0 ? reading.value : undefined;
}
