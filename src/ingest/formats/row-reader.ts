import { type DateReading, readDate } from "../../cells/date.ts";
import type { DecimalEvidence, DecimalStyle } from "../../cells/decimal-evidence.ts";
import { type NumberReading, readAmount, readCount } from "../../cells/number.ts";
import { cleanText, isNothing } from "../../cells/text.ts";
import { type Ours, say, word } from "../../locale/sentence.ts";
import type { DateOrder } from "../../model/configuration.ts";
import type { RowProblem } from "../../model/ingested.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import type { UnreadValue } from "../../model/subscription.ts";

export interface CellProblem extends RowProblem {
  /** The cell is a day that may be either of two. */
  readonly isAmbiguousDate?: true;
}

/** Dates of a record; a date whose order is still open is filled in at the end of the file. */
export type DateField = "start" | "termEnd" | "chargeStart" | "chargeEnd" | "ordered" | "month";

export interface OpenDate {
  readonly field: DateField;
  readonly column: string;
  readonly dmy: PlainDate;
  readonly mdy: PlainDate;
}

/** What a reader tells and asks whoever reads a whole file. */
export interface FileView {
  readonly seeDate: (column: string, reading: DateReading, text: string) => void;
  /** Of a column of numbers. */
  readonly decimalsOf: (column: string) => DecimalEvidence;
  /** Empty on the first reading of a file, which finds out; then one separator before three digits marks thousands. */
  readonly styles: ReadonlyMap<string, DecimalStyle>;
  /** Columns in which nothing tells day from month. Empty on the first reading of a file, which finds out. */
  readonly ambiguousDates: ReadonlySet<string>;
  readonly rewrite: ((column: string, written: string) => string) | undefined;
}

const ONE_READING =
  'Write the number without separators, as 1000 or as 1; the file does not tell which it is. In a format of your own, "decimal" in the configuration does.';
const ANOTHER_NUMBER = "Correct the number in the export and read it again.";
/** What is wrong with a day whose order nothing tells. */
export const ambiguousDate = {
  expected: "a date of which day and month can be told apart",
  remedy: "Write the date as YYYY-MM-DD, or run again with --date-order dmy or --date-order mdy.",
} as const;
const DATE_REMEDY = "Write the date as YYYY-MM-DD, or leave the cell empty when there is none.";

// What a spreadsheet leaves behind when it could not keep an id: an error value, or a long number in scientific notation.
const BROKEN_ID = /^(#(N\/?A|REF!|NAME\?|VALUE!|NULL!|NUM!|DIV\/0!|####*)|\d([.,]\d+)?E\+\d+)$/i;

/** What stands where bytes are no character of the file's encoding. */
const LOST_CHARACTER = "\ufffd";

const NO_AMOUNT = /^(-|–|n\/?a)?$/i;

/** Reads the cells of one row by column name, and collects what cannot be read. One reader serves all rows of a file. */
export class RowReader<Name extends string = string> {
  readonly problems: CellProblem[] = [];
  readonly unread: UnreadValue[] = [];
  readonly openDates: OpenDate[] = [];
  #cells: readonly string[] = [];
  readonly #header: readonly string[];
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #file: FileView;

  constructor(header: readonly string[], indexes: ReadonlyMap<string, number>, file: FileView) {
    this.#header = header;
    this.#indexes = indexes;
    this.#file = file;
  }

  turnTo(cells: readonly string[]): void {
    this.#cells = cells;
    this.problems.length = 0;
    this.unread.length = 0;
    this.openDates.length = 0;
  }

  /** The file has this column. */
  has(column: Name): boolean {
    return this.#indexes.has(column);
  }

  /** Empty when the file has no such column. */
  text(column: Name): string {
    const written = this.#written(column);
    return this.#file.rewrite === undefined ? written : this.#file.rewrite(column, written);
  }

  #written(column: Name): string {
    const index = this.#indexes.get(column);
    if (index === undefined) return "";
    const cell = this.#cells[index];
    return cell === undefined || cell === "" ? "" : cleanText(cell);
  }

  /** A name, empty where the export says that there is none ("N/A", "-"). */
  name(column: Name): string {
    const text = this.text(column);
    return isNothing(text) ? "" : text;
  }

  /** An id as written; what a spreadsheet has damaged is a problem. */
  id(column: Name): string {
    const text = this.text(column);
    // A short id cannot have lost digits, and most cells end here without the expression.
    if (text.length > 2 && (text.charCodeAt(0) === 35 || text.includes("+")) && BROKEN_ID.test(text)) {
      this.problem(column, "an id", "Take the id from the export again; a spreadsheet has replaced it.");
      return "";
    }
    if (text.includes(LOST_CHARACTER)) {
      this.problem(column, "an id", "Take the id from the export again; a character of it is damaged.");
      return "";
    }
    return isNothing(text) ? "" : text;
  }

  /** Every non-empty id of these columns, in this order. */
  ids(...columns: readonly Name[]): string[] {
    const found: string[] = [];
    for (const column of columns) {
      const id = this.id(column);
      if (id !== "") found.push(id);
    }
    return found;
  }

  /** A cell that must be filled. */
  required(column: Name, what: string): string {
    if (this.name(column) === "") this.#missing(column, what);
    return this.id(column);
  }

  /** Seats bought: at least 1, or what the caller says that makes sense (0, or any number where credits occur). */
  seats(column: Name, least = 1): number {
    const seats = this.count(column, true);
    if (seats !== undefined && seats < least) {
      this.problem(
        column,
        "at least 1 seat",
        "Give the number of seats bought, or take the row out when the subscription has none.",
      );
    }
    return seats ?? 0;
  }

  /** A whole number; undefined when empty, unreadable, or without such a column. */
  count(column: Name, isRequired = false): number | undefined {
    const reading = this.#countOf(column);
    if (reading.kind === "number") return reading.value;
    if (reading.kind === "either") this.problem(column, "a number of seats with one reading", ONE_READING);
    else if (reading.kind === "unreadable") this.problem(column, "a whole number of seats", ANOTHER_NUMBER);
    else if (isRequired) this.#missing(column, "a number of seats");
    return undefined;
  }

  /** A whole number that is of no great weight: undefined where it cannot be read, and nobody is told. */
  countIfReadable(column: Name): number | undefined {
    const reading = this.#countOf(column);
    return reading.kind === "number" ? reading.value : undefined;
  }

  /** Of one reading wherever the column tells, and where only one of two is whole. */
  #countOf(column: Name): NumberReading {
    const text = this.text(column);
    const reading = readCount(text);
    this.#file.decimalsOf(column).seeCount(reading, text);
    if (reading.kind !== "either") return reading;
    const { sign, thousands, decimals } = reading;
    const style = this.#file.styles.get(column);
    if (style === "contradictory" || (style === "open" && Number.isInteger(decimals))) return reading;
    if (style !== sign) return { kind: "number", value: thousands };
    return Number.isInteger(decimals) ? { kind: "number", value: decimals } : { kind: "unreadable" };
  }

  /** Seats in use: 0 or more. */
  assignedSeats(column: Name, isRequired = false): number | undefined {
    const seats = this.count(column, isRequired);
    if (seats !== undefined && seats < 0) this.problem(column, "0 or more assigned seats", ANOTHER_NUMBER);
    return seats;
  }

  /** An amount; what cannot be read, or only in two ways, is kept as given. */
  money(column: Name): number | undefined {
    const text = this.text(column);
    if (NO_AMOUNT.test(text)) return undefined;
    const reading = readAmount(text);
    this.#file.decimalsOf(column).see(reading, text);
    if (reading.kind === "number") return reading.value;
    if (reading.kind === "empty") return undefined;
    if (reading.kind === "either") {
      const style = this.#file.styles.get(column);
      if (style !== "open" && style !== "contradictory")
        return style === reading.sign ? reading.decimals : reading.thousands;
    }
    this.unread.push({ field: "unit_price", column: this.#headerOf(column), value: text });
    return undefined;
  }

  /**
   * The day, or undefined: none, unreadable, or of an order that the end of the file will tell (then it is filled into
   * `field` later). `adjust` makes another day of the one written, told the order that it is read in where that matters.
   */
  date(
    column: Name,
    field: DateField,
    adjust?: (date: PlainDate, order: DateOrder | undefined) => PlainDate | undefined,
  ): PlainDate | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    const reading = readDate(text);
    this.#file.seeDate(column, reading, text);
    switch (reading.kind) {
      case "day":
        return adjust === undefined ? reading.date : adjust(reading.date, reading.order);
      case "either": {
        if (this.#file.ambiguousDates.has(column)) this.#ambiguousDate(column, text);
        const dmy = adjust === undefined ? reading.dmy : adjust(reading.dmy, "dmy");
        const mdy = adjust === undefined ? reading.mdy : adjust(reading.mdy, "mdy");
        if (dmy !== undefined && mdy !== undefined) this.openDates.push({ field, column, dmy, mdy });
        return undefined;
      }
      case "none":
        return undefined;
      case "unreadable":
        this.problem(column, "a date as YYYY-MM-DD", DATE_REMEDY);
        return undefined;
      default:
        return reading satisfies never;
    }
  }

  /** A word of a known list; an unknown one is kept as given. */
  word<Value>(column: Name, field: UnreadValue["field"], read: (text: string) => Value | undefined): Value | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    const value = read(text);
    if (value === undefined) this.unread.push({ field, column: this.#headerOf(column), value: text });
    return value;
  }

  /** `value` is what was found, where it is only a part of the cell. */
  problem(column: Name, expected: Ours, remedy: Ours, value = this.#written(column)): void {
    this.problems.push({ column: this.#headerOf(column), value, expected, remedy });
  }

  /** None of these columns, of which one must be filled, is. */
  missing(columns: readonly Name[], what: string): void {
    const present = columns.filter((column) => this.has(column));
    const names = (present.length > 0 ? present : columns).map((column) => this.#headerOf(column));
    // A filled cell that could not be read has its own problem already; one that says "none" has not.
    if (this.problems.some((problem) => names.includes(problem.column))) return;
    const value = present
      .map((column) => this.text(column))
      .filter((text) => text !== "")
      .join("; ");
    this.problems.push({ column: names.join(", "), value, expected: what, remedy: say`Fill in ${word(what)}.` });
  }

  #ambiguousDate(column: Name, value: string): void {
    this.problems.push({ column: this.#headerOf(column), value, ...ambiguousDate, isAmbiguousDate: true });
  }

  #missing(column: Name, what: string): void {
    this.problem(column, what, say`Fill in ${word(what)}.`);
  }

  #headerOf(column: Name): string {
    const index = this.#indexes.get(column);
    return (index === undefined ? undefined : this.#header[index]) ?? column;
  }
}
