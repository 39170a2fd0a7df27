import type { PlainDate } from "../../model/plain-date.ts";
import type { CatalogueRow, CatalogueRows } from "./catalogue-kind.ts";
import type { KeptColumn } from "./kept-column.ts";

/** The rows of one file, and what is wrong with their cells. */
export class FileRows implements CatalogueRows {
  readonly #file: string;
  readonly #columns: ReadonlyMap<string, KeptColumn>;
  readonly #numbers: readonly number[];
  readonly #complain: (problem: string) => void;

  /** `columns`: by the kind's own names. `numbers`: as Excel counts the rows, in the order in which the columns hold them. */
  constructor(
    file: string,
    columns: ReadonlyMap<string, KeptColumn>,
    numbers: readonly number[],
    complain: (problem: string) => void,
  ) {
    this.#file = file;
    this.#columns = columns;
    this.#numbers = numbers;
    this.#complain = complain;
  }

  get count(): number {
    return this.#numbers.length;
  }

  *[Symbol.iterator](): Iterator<CatalogueRow> {
    const row = new FileRow(this, this.#numbers);
    for (; row.at < this.count; row.at += 1) yield row;
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

/** One row after the other: a long list of objects is never made. */
class FileRow implements CatalogueRow {
  /** Among the rows that the columns hold. */
  at = 0;
  readonly #rows: FileRows;
  readonly #numbers: readonly number[];

  constructor(rows: FileRows, numbers: readonly number[]) {
    this.#rows = rows;
    this.#numbers = numbers;
  }

  get place(): string {
    return `${this.#rows.file} row ${this.#numbers[this.at]}`;
  }

  header(column: string): string {
    return this.#rows.column(column)?.header ?? column;
  }

  text(column: string): string {
    return this.#rows.column(column)?.text(this.at) ?? "";
  }

  repeats(columns: readonly string[]): boolean {
    for (const column of columns) if (this.#rows.column(column)?.repeats(this.at) === false) return false;
    return true;
  }

  problem(column: string, expected: string, remedy: string): void {
    const found = this.text(column);
    this.#rows.complain(
      `${this.place}, column "${this.header(column)}": expected ${expected}, found "${found}"; ${remedy}.`,
    );
  }

  date(column: string): PlainDate | undefined {
    const kept = this.#rows.column(column);
    const day = kept?.days[kept.codeAt(this.at)];
    if (day !== "unreadable") return day;
    this.problem(column, "a date", "correct it; it is taken as not given");
    return undefined;
  }

  amount(column: string): number | undefined {
    const kept = this.#rows.column(column);
    const amount = kept?.amounts[kept.codeAt(this.at)];
    if (amount !== "unreadable") return amount;
    this.problem(column, "a number", "correct it; it is not used");
    return undefined;
  }
}
