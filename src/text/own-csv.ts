import type { InputFile } from "../model/input-file.ts";
import { UserError } from "../model/user-error.ts";
import { inspectFile } from "./inspect.ts";
import { readRows, UnreadableFile } from "./read-csv.ts";

/** A row of a CSV file that this program wrote. */
export interface OwnRow {
  /** The same array for every row of the file. */
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV file that this program wrote, one at a time, with the guards of their cells. `needed`: columns without which it
 * is not that file. Throws a UserError where it is another, or was damaged.
 */
export async function* ownRows(file: InputFile, needed: readonly string[]): AsyncGenerator<OwnRow> {
  let columns: readonly string[] | undefined;
  try {
    for await (const rows of readRows(file, await inspectFile(file))) {
      for (const { cells, problem } of rows) {
        if (cells.every((cell) => cell === "")) continue;
        if (columns === undefined) {
          columns = cells;
          const missing = needed.filter((name) => !cells.includes(name));
          if (missing.length > 0) {
            throw new UserError([
              `${file.label}: expected the columns that this program writes, found none called ${missing.join(", ")}.`,
            ]);
          }
        } else if (problem !== undefined) throw new UserError([`${file.label}: ${problem}.`]);
        else yield { columns, cells };
      }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UserError([`${file.label}: ${error.message}.`]);
    throw error;
  }
  if (columns === undefined) throw new UserError([`${file.label}: is empty; expected a header and rows.`]);
}

/** The cell without the apostrophe that keeps a spreadsheet from taking its text for a formula. */
export function withoutGuard(cell: string): string {
  return /^'+\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? cell.slice(1) : cell;
}
