import type { DecimalSign } from "../../cells/number.ts";
import type { DateOrder } from "../../model/configuration.ts";
import type { Channel } from "../../model/subscription.ts";
import type { Draft } from "./draft.ts";
import type { RowReader } from "./row-reader.ts";

/** A column that a format reads. */
export interface FormatColumn {
  /** What it is read as, in the words of the generic template or the contract. */
  readonly as: string;
  /** Header names, the preferred first; case, spaces, accents and separators do not matter. */
  readonly names: readonly string[];
  /** It holds dates, whose order of day and month is decided per file. */
  readonly isDate?: true;
  /** The order of its dates, where the file and the user do not tell; else that of the format. */
  readonly dateOrder?: DateOrder;
}

/**
 * An export that the program knows: how its header looks, and how a row becomes a record.
 * Adding one: a file in this folder, and a line in index.ts.
 */
export interface Format<Name extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly record: Draft["kind"];
  readonly columns: Readonly<Record<Name, FormatColumn>>;
  /** The header is recognised when it has at least one column of each group. */
  readonly needs: readonly (readonly NoInfer<Name>[])[];
  /** The header has all that is needed and is another export's all the same: it has what this one never has. */
  isOther?(has: (column: NoInfer<Name>) => boolean): boolean;
  /** The locale's order, where the file's own dates and the user do not tell. */
  readonly dateOrder: DateOrder | undefined;
  /** The decimal sign, where the file's own numbers do not tell. */
  readonly decimal?: DecimalSign | undefined;
  readonly channel: Channel | undefined;
  /** All rows are of one tenant: the customer of the `files` entry completes the row's. */
  readonly isOneTenant: boolean;
  /** The header stands in this row, as Excel counts, and in no other. */
  readonly headerRow?: number | undefined;
  /** A column that the export never has and a person must add, under this name: rejected.csv has it, to be filled in. */
  readonly toBeAdded?: { readonly column: NoInfer<Name>; readonly name: string };
  /** What a cell is taken for, where that is not what is written in it. Told an empty text where there is no such column. */
  readonly rewrite?: (column: string, written: string) => string;
  /** The record, or undefined where the reader has collected problems. */
  read(row: RowReader<NoInfer<Name>>): Draft | undefined;
}

export function defineFormat<Name extends string>(format: Format<Name>): Format<Name> {
  return format;
}
