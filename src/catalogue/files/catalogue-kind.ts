import type { PlainDate } from "../../model/plain-date.ts";
import type { OwnMapping } from "../own-mapping.ts";
import type { LegacySuccessor, OfferStatement } from "../statement.ts";

/** One row of a file, by the kind's own names of its columns. It is this row until the next one is asked for. */
export interface CatalogueRow {
  /** Among the rows, from 0. */
  readonly at: number;
  /** "price-list.csv row 5". */
  readonly place: string;
  /** As the file calls the column. */
  header(column: string): string;
  /** Clean text; empty where the file has no such column, or says that there is nothing. */
  text(column: string): string;
  /** Undefined: no such column, or an empty cell. A cell that is no date is a problem of the row. */
  date(column: string): PlainDate | undefined;
  /** Undefined likewise. */
  amount(column: string): number | undefined;
  /** The row above has the same cells in these columns. */
  repeats(columns: readonly string[]): boolean;
  /** Says what is wrong with a cell; the row can then be left out, and the others go on. */
  problem(column: string, expected: string, remedy: string): void;
}

/** The rows of a file. */
export interface CatalogueRows {
  /** How many. */
  readonly count: number;
  /** To be read once, one after the other: a long list of them is never held. */
  [Symbol.iterator](): Iterator<CatalogueRow>;
  /** All at once. Undefined: the file has no such column. */
  column(name: string): CatalogueColumn | undefined;
}

/** The cells of a column, each different one once. */
export interface CatalogueColumn {
  /** By row, which of them it has; 0: an empty one. */
  readonly codes: Uint32Array;
  /** By code: clean text. */
  readonly texts: readonly string[];
  /** By code, as `date` and `amount` of a row. */
  readonly days: readonly CellReading<PlainDate>[];
  readonly amounts: readonly CellReading<number>[];
}

/** Undefined: there is nothing in the cell. */
export type CellReading<Value> = Value | undefined | "unreadable";

/** What a file is about, apart from its own name and date. */
export interface FileSubject {
  /** Name and date, as provenance gives them. */
  readonly source: string;
}

interface Statements {
  readonly offers?: readonly OfferStatement[];
  readonly successors?: readonly LegacySuccessor[];
  readonly mappings?: readonly OwnMapping[];
}

/** A kind of file that tells facts about offers, known by its header. */
export interface CatalogueKind {
  readonly id: string;
  readonly title: string;
  /** Its columns, each with the headers that mean it. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Groups of columns: a file of this kind has at least one of each group. */
  readonly needs: readonly (readonly string[])[];
  /** Columns with days. */
  readonly dates: readonly string[];
  /** The column whose newest day dates the whole file, where its name does not; undefined: none. */
  readonly dated?: string;
  read(rows: CatalogueRows, subject: FileSubject): Statements;
}
