import path from "node:path";
import { findInputs } from "../disk.ts";
import { UserError } from "../model/user-error.ts";
import { inspectFile } from "../text/inspect.ts";
import { readRows } from "../text/read-csv.ts";

/** A row of one of our CSV files, by column name. */
export type PlanRow = ReadonlyMap<string, string>;

// What our writer guards so that no spreadsheet takes it for a formula.
const GUARDED = /^'(?=\s*[=+\-@＝＋－＠])/;

/** The rows of a CSV file in a plan folder, one at a time. Throws a UserError where there is no such file. */
export async function* planRows(folder: string, name: string): AsyncGenerator<PlanRow> {
  const file = path.join(folder, name);
  const [input] = await findInputs([file], folder).catch(() => []);
  if (input === undefined) throw new UserError([`"${folder}": expected a plan folder with ${name}, found none.`]);
  let header: readonly string[] | undefined;
  for await (const rows of readRows(input, await inspectFile(input))) {
    for (const { cells } of rows) {
      if (header === undefined) header = cells;
      else yield new Map(header.map((column, at) => [column, (cells[at] ?? "").replace(GUARDED, "")]));
    }
  }
}
