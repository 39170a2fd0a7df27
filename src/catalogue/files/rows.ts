import type { PlainDate } from "../../model/plain-date.ts";
import type { CatalogueRow } from "./catalogue-kind.ts";
import type { CellReading, KeptColumn } from "./kept-column.ts";

/** The rows of one file, and what is wrong with their cells. */
export class FileRows {
  readonly #file: string;
  readonly #columns: ReadonlyMap<string, KeptColumn>;
  readonly #complain: (problem: string) => void;

  /** `columns`: by the kind's own names. */
  constructor(file: string, columns: ReadonlyMap<string, KeptColumn>, complain: (problem: string) => void) {
    this.#file = file;
    this.#columns = columns;
    this.#complain = complain;
  }

  /** `numbers`: as Excel counts the rows, in the order in which the columns hold them. */
  *rowsOf(numbers: readonly number[]): Iterable<CatalogueRow> {
    let at = 0;
    for (const number of numbers) {
      yield new FileRow(this, number, at);
      at += 1;
    }
  }

  get file(): string {
    return this.#file;
  }

  column(name: string): KeptColumn | undefined {
    return this.#columns.get(name);
  }

  complain(problem: string): void {
    this.#complain(problem);
  }
}

class FileRow implements CatalogueRow {
  readonly #rows: FileRows;
  readonly #number: number;
  readonly #at: number;

  constructor(rows: FileRows, number: number, at: number) {
    this.#rows = rows;
    this.#number = number;
    this.#at = at;
  }

  get place(): string {
    return `${this.#rows.file} row ${this.#number}`;
  }

  header(column: string): string {
    return this.#rows.column(column)?.header ?? column;
  }

  text(column: string): string {
    return this.#rows.column(column)?.text(this.#at) ?? "";
  }

  repeats(columns: readonly string[]): boolean {
    return columns.every((column) => this.#rows.column(column)?.repeats(this.#at) ?? true);
  }

  problem(column: string, expected: string, remedy: string): void {
    const found = this.text(column);
    this.#rows.complain(
      `${this.place}, column "${this.header(column)}": expected ${expected}, found "${found}"; ${remedy}.`,
    );
  }

  date(column: string): PlainDate | undefined {
    return this.#readable(this.#rows.column(column)?.day(this.#at), () =>
      this.problem(column, "a date", "correct it; it is taken as not given"),
    );
  }

  amount(column: string): number | undefined {
    return this.#readable(this.#rows.column(column)?.amount(this.#at), () =>
      this.problem(column, "a number", "correct it; it is not used"),
    );
  }

  #readable<Value>(reading: CellReading<Value>, complain: () => void): Value | undefined {
    if (reading !== "unreadable") return reading as Value | undefined;
    complain();
    return undefined;
  }
}
