import { readDate } from "../../cells/date.ts";
import { DateOrderEvidence } from "../../cells/date-order.ts";
import { readMoney } from "../../cells/number.ts";
import { cleanText, isNothing } from "../../cells/text.ts";
import type { DateOrder } from "../../model/configuration.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import { cellAt } from "../../text/cut-tidy.ts";
import { ownCell } from "../../text/read-csv.ts";
import type { CatalogueColumn, CellReading } from "./catalogue-kind.ts";

/**
 * The cells of one column, row by row. A price list has a few hundred different days, terms and prices in fifty thousand rows:
 * each different cell is held, cleaned and read once.
 */
export class KeptColumn implements CatalogueColumn {
  /** As the file calls it. */
  readonly header: string;
  #codes = new Uint32Array(64);
  #count = 0;
  readonly #codeOf = new Map<string, number>([["", 0]]);
  /** By code: clean text, empty where the cell says that there is nothing. */
  readonly #texts: string[] = [""];
  // By code, all read when the first is asked for: then every row is there.
  #days: readonly CellReading<PlainDate>[] | undefined;
  #amounts: readonly CellReading<number>[] | undefined;
  #order: DateOrder | undefined;
  #last = "";
  #lastCode = 0;
  #changes = 0;

  constructor(header: string) {
    this.header = header;
  }

  /** As it stands in the text of its row (src/text/cut-tidy.ts). */
  keep(text: string, from: number, to: number): void {
    // Most cells say what the row above says: to compare them in place is faster than to cut them out and look them up.
    if (to - from !== this.#last.length || !text.startsWith(this.#last, from)) {
      const cell = text.slice(from, to);
      this.#lastCode = this.#codeOf.get(cell) ?? this.#learn(cell);
      this.#last = cell;
      this.#changes += 1;
    }
    this.keepAgain();
  }

  /** What the row above says. */
  keepAgain(): void {
    if (this.#count === this.#codes.length) this.#grow();
    this.#codes[this.#count] = this.#lastCode;
    this.#count += 1;
  }

  /** How often a cell was not written like the one above. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether the cell is written like the one above. */
  repeats(at: number): boolean {
    return this.#codes[at] === this.#codes[at - 1];
  }

  /** Of a row. */
  codeAt(at: number): number {
    return this.#codes[at] ?? 0;
  }

  text(at: number): string {
    return this.#texts[this.codeAt(at)] ?? "";
  }

  get codes(): Uint32Array {
    return this.#codes.subarray(0, this.#count);
  }

  get texts(): readonly string[] {
    return this.#texts;
  }

  get days(): readonly CellReading<PlainDate>[] {
    this.#days ??= this.#texts.map((text) => dayOf(text, this.#order));
    return this.#days;
  }

  get amounts(): readonly CellReading<number>[] {
    this.#amounts ??= this.#texts.map(amountOf);
    return this.#amounts;
  }

  /** What its dates tell of the order of day and month. */
  get evidence(): DateOrderEvidence {
    const evidence = new DateOrderEvidence();
    for (const text of this.#texts) if (text !== "") evidence.see(readDate(text), text);
    return evidence;
  }

  /** Before any day is asked for. */
  readDaysAs(order: DateOrder | undefined): void {
    this.#order = order;
  }

  /** Undefined: it has none that can be read. */
  get newestDay(): PlainDate | undefined {
    const days = this.days.filter((day) => typeof day === "number");
    return days.reduce<PlainDate | undefined>(
      (newest, day) => (newest === undefined || day > newest ? day : newest),
      undefined,
    );
  }

  #grow(): void {
    const codes = this.#codes;
    this.#codes = new Uint32Array(codes.length * 4);
    this.#codes.set(codes);
  }

  #learn(cell: string): number {
    const trimmed = ownCell(cellAt(cell, 0, cell.length));
    const text = cleanText(trimmed);
    const code = trimmed === "" ? 0 : this.#texts.push(isNothing(text) ? "" : text) - 1;
    this.#codeOf.set(trimmed === cell ? trimmed : ` ${cell}`.slice(1), code);
    return code;
  }
}

function dayOf(text: string, order: DateOrder | undefined): CellReading<PlainDate> {
  const reading = readDate(text);
  if (reading.kind === "day") return reading.date;
  if (reading.kind === "none") return undefined;
  return reading.kind === "either" && order !== undefined ? reading[order] : "unreadable";
}

/** 115.2 and 115,2 are decimals; with three digits behind the comma it may be thousands. */
const DECIMAL = /^\d+(?:\.\d+|,(?:\d{1,2}|\d{4,}))?$/;
const EITHER = /^[1-9]\d{0,2},\d{3}$/;

function amountOf(text: string): CellReading<number> {
  if (text === "") return undefined;
  if (DECIMAL.test(text)) return Number(text.replace(",", "."));
  if (EITHER.test(text)) return "unreadable";
  const reading = readMoney(text);
  return reading.kind === "number" && reading.value >= 0 ? reading.value : "unreadable";
}
