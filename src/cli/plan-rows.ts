import path from "node:path";
import { findInputs } from "../disk/find-inputs.ts";
import { UserError } from "../model/user-error.ts";
import { ownRows, withoutGuard } from "../text/own-csv.ts";

/** A row of one of our CSV files, by column name. */
export type PlanRow = ReadonlyMap<string, string>;

/** The rows of a CSV file in a plan folder, one at a time. Throws a UserError where there is no such file. */
export async function* planRows(folder: string, name: string): AsyncGenerator<PlanRow> {
  const [input] = await findInputs([path.join(folder, name)], folder).catch(() => []);
  if (input === undefined) throw new UserError([`"${folder}": expected a plan folder with ${name}, found none.`]);
  for await (const { columns, cells } of ownRows(input, ["key"])) {
    yield new Map(columns.map((column, at) => [column, withoutGuard(cells[at] ?? "")]));
  }
}
