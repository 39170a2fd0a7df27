import type { Spoken } from "../locale/sentence.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Plan } from "../model/plan.ts";

/**
 * Text, a number, a day, or nothing; lists are joined before they get here. Text of ours is a word or a phrase: English in a
 * CSV, in the language of the workbook on its sheet. A plain string is the same in both.
 */
export type CellValue = string | number | PlainDate | Spoken | undefined;

/** What a column holds; it decides number format, alignment, and how CSV writes it. `id` is text that must never become a number. */
export type ColumnKind = "text" | "id" | "integer" | "money" | "date";

export interface Column<Row> {
  /** CSV header; never translated. */
  readonly key: string;
  /** Header on the sheet, in English. */
  readonly title: string;
  /** The title was read, and is no word of ours. */
  readonly isGiven?: true;
  readonly kind: ColumnKind;
  /** Sheet width in characters. */
  readonly width: number;
  /** What the column means; a note on the header cell and a line on the Legend sheet. */
  readonly note: string;
  /** Text is wrapped. Only where it helps. */
  readonly wrap?: true;
  /** The cell is a list joined by `;`. On the sheet a blank follows each, so that a line can break there. */
  readonly isList?: true;
  /** The cell is a status word, coloured by it. */
  readonly marks?: "status" | "severity";
  /** Not on the sheet (CSV only). */
  readonly csvOnly?: true;
  /** For a person to type in: it has its own colour, and takes only what is meant. */
  readonly input?: Input;
  /** The cell tells on which row of Plan the row's key stands, and is kept right by a formula when somebody sorts. */
  readonly isRowOnPlan?: true;
  /** On the sheet, but not seen: for formulas, and for reading the sheet back. */
  readonly isHidden?: true;
  value(row: Row): CellValue;
}

/** What a person may type into a column. Everything else on a sheet is the program's. */
export type Input =
  | { readonly kind: "word"; readonly words: readonly string[] }
  /** One of the row's list on the hidden sheet, named by its column {@link CHOICES}; other text after a question. */
  | { readonly kind: "choice" }
  | { readonly kind: "count"; readonly least: number }
  | { readonly kind: "day"; readonly from: PlainDate }
  | { readonly kind: "text" };

/** What of a sheet is printed, by keys of its columns. Those for typing that follow the frozen ones are for the screen alone. */
export interface Printed {
  /** First of the frozen columns, which stand before the others on each page; left out: all of them do. */
  readonly titlesFrom?: string;
  /** Last column; left out: the last in sight. */
  readonly to?: string;
}

/** Key of the hidden column that tells which list of the hidden sheet is the row's. */
export const CHOICES = "choices";

/** One list: a CSV file, a sheet, or both, from the same columns. Adding one: a file in tables/, a line in tables/index.ts. */
export interface Table<Row> {
  /** CSV file name; undefined: only a sheet. */
  readonly file: string | undefined;
  /** Sheet name; undefined: only a CSV. */
  readonly sheet: string | undefined;
  /** Columns from the left that stay in sight when scrolling sideways. */
  readonly frozenColumns: number;
  /** Key of the column whose rows with the same value stand together, with a line above each group; left out: none. */
  readonly groupedBy?: string;
  /** Lines of text that a row shows at most; left out: a few, for scanning. */
  readonly mostLines?: number;
  /** Left out: all columns in sight. */
  readonly printed?: Printed;
  /** What the sheet is for, in a sentence; for the index on Summary and for Legend. */
  readonly purpose: string;
  /** Whether this plan has such a list at all; left out: every plan has. */
  isIn?(plan: Plan): boolean;
  /** In CSV order. */
  columns(plan: Plan): readonly Column<Row>[];
  /** The same columns in the order a planner wants to see them; left out: the CSV order. */
  sheetColumns?(plan: Plan): readonly Column<Row>[];
  rows(plan: Plan): Iterable<Row>;
  /** How many rows there are; left out: they are walked through to count them. */
  rowCount?(plan: Plan): number;
}

/** The columns with these keys, in this order, and then all others in theirs. */
export function inOrder<Row>(columns: readonly Column<Row>[], firstKeys: readonly string[]): readonly Column<Row>[] {
  return [
    ...firstKeys.flatMap((key) => columns.filter((column) => column.key === key)),
    ...columns.filter((column) => !firstKeys.includes(column.key)),
  ];
}

// biome-ignore lint/suspicious/noExplicitAny: a list of tables holds tables with different rows
export type AnyTable = Table<any>;
