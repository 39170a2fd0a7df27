import type { Finding } from "../findings/finding.ts";
import type { Ours, Value } from "../locale/sentence.ts";
import type { Customer } from "./customer.ts";
import type { Place } from "./place.ts";
import type { Subscription, Usage } from "./subscription.ts";

/** Where the rows of a file or of all files went. Every data row is in exactly one of them. */
export interface RowTally {
  readonly read: number;
  readonly planned: number;
  readonly merged: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly usage: number;
  readonly customers: number;
  readonly ignored: number;
}

/** Why a cell keeps its row out of the plan. */
export interface RowProblem {
  /** As the file's header writes it; empty where it is not one cell that is wrong. */
  readonly column: string;
  readonly value: string;
  readonly expected: Ours;
  readonly remedy: Ours;
}

/** A row that was kept out, with what is needed to correct it and feed it in again. */
export interface RejectedRow {
  readonly place: Place;
  /** ROW_UNREADABLE, FILE_UNKNOWN or DATE_ORDER_UNKNOWN. */
  readonly code: string;
  /** Several problems of one row are joined by "; ". */
  readonly column: string;
  readonly value: string;
  /** Each once, where problems have the same. */
  readonly remedy: Value;
  /** The same, one by one; empty for a row of a file that is refused as a whole. */
  readonly problems: readonly RowProblem[];
  /** Format id; empty when the file is of no known format. */
  readonly format: string;
  /** The file's header; shared by all rows of the file. */
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** What was read of one file, and how it was understood. */
export interface FileReport {
  /** As named in outputs: relative, `/` between folders. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Empty when refused. */
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** "dmy", "mdy", or "" where no date needed it; where columns differ "start=dmy;term_end=mdy". */
  readonly dateOrder: string;
  /** What decided it, a sentence a column; empty where no date needed it. */
  readonly dateEvidence: readonly string[];
  /** What decided whether numbers such as 1.250 have thousands or decimals, a sentence a column; empty where there are none. */
  readonly decimalEvidence: readonly string[];
  readonly rows: RowTally;
  /** Reasons of ignored rows with their number. */
  readonly ignored: readonly { readonly reason: string; readonly rows: number }[];
  /** Columns of the file that the format does not read. */
  readonly unreadColumns: readonly string[];
  /** Why the whole file was refused. */
  readonly refusal: Finding | undefined;
  /** A header and nothing else. */
  readonly isEmpty: boolean;
}

/** Everything that came out of the exports. */
export interface Ingested {
  /** Sorted by customer name, tenant id, subscription id, place. */
  readonly subscriptions: readonly Subscription[];
  readonly usage: readonly Usage[];
  /** Every customer that a record names, sorted by name and key. */
  readonly customers: readonly Customer[];
  readonly rejected: readonly RejectedRow[];
  /** Sorted by name. */
  readonly files: readonly FileReport[];
  /** One for each refused file and each rejected row. */
  readonly notices: readonly { readonly place: Place; readonly finding: Finding }[];
}
