import type { Finding } from "../../findings/finding.ts";
import type { DateOrder, FileEntry } from "../../model/configuration.ts";
import type { FileReport, RejectedRow, RowTally } from "../../model/ingested.ts";
import type { InputFile } from "../../model/input-file.ts";
import type { Place } from "../../model/place.ts";
import { encodingLabel, type Inspection } from "../../text/inspect.ts";
import type { Format } from "../formats/format.ts";
import type { ColumnDecimals, ColumnOrders } from "./column-evidence.ts";
import type { ProductPool } from "./pools.ts";
import type { FileRecords } from "./record-reader.ts";

/** What the reading of every file needs. */
export interface BookContext {
  readonly entries: readonly FileEntry[];
  /** Formats of the configuration: they are asked before ours. */
  readonly ownFormats: readonly Format[];
  readonly dateOrder: DateOrder | undefined;
  readonly products: ProductPool;
  /** The exports read so far by their name, for rows of a rejected.csv that came from them. */
  readonly exports: Map<string, Export>;
  /** Told how many rows of the file have been read so far. */
  readonly onRows: (file: string, rows: number) => void;
}

/** What is known of one export beyond its records. */
interface Export {
  readonly entry: FileEntry | undefined;
  readonly format: string;
  readonly orders: ColumnOrders;
  readonly decimals: ColumnDecimals;
}

/** Counts of one file, while they are made. */
export type Tally = { -readonly [Destination in keyof RowTally]: RowTally[Destination] };

export function emptyTally(): Tally {
  return { read: 0, planned: 0, merged: 0, duplicates: 0, rejected: 0, usage: 0, customers: 0, ignored: 0 };
}

/** What one file gives to the book. `planned` is known only when all files are. */
export interface FileReading {
  readonly report: Omit<FileReport, "rows">;
  readonly tally: Tally;
  readonly records: readonly FileRecords[];
  readonly rejected: readonly RejectedRow[];
  readonly notices: readonly { readonly place: Place; readonly finding: Finding }[];
}

/** Reasons of ignored rows with their number, the first reason first. */
export class IgnoredRows {
  readonly #rows = new Map<string, number>();

  add(reason: string, rows = 1): void {
    if (rows > 0) this.#rows.set(reason, (this.#rows.get(reason) ?? 0) + rows);
  }

  get total(): number {
    return this.list().reduce((sum, { rows }) => sum + rows, 0);
  }

  list(): { readonly reason: string; readonly rows: number }[] {
    return [...this.#rows].map(([reason, rows]) => ({ reason, rows }));
  }
}

export function reportBasics(file: InputFile, inspection: Inspection) {
  const { sha256, bytes, delimiter } = inspection;
  return { file: file.label, sha256, bytes, encoding: encodingLabel(inspection), delimiter };
}

/** "dmy" where all columns that needed an order have the same, else each with its own; empty where none needed one. */
export function orderText(records: readonly FileRecords[]): string {
  const orders = new Map(records.flatMap((each) => [...each.orders]));
  const distinct = new Set(orders.values());
  if (distinct.size <= 1) return [...distinct].join("");
  return [...orders].map(([column, order]) => `${column}=${order}`).join(";");
}
