import path from "node:path";
import { builtInCatalogue } from "../../catalogue/built-in.ts";
import { writeNewFile } from "../../disk/files.ts";
import { generateBook } from "../../generate/generate.ts";
import { parseIsoDate } from "../../model/plain-date.ts";
import { UserError } from "../../model/user-error.ts";
import { printable, type Terminal } from "../terminal.ts";

export interface GenerateOptions {
  readonly customers: number;
  readonly seed: number;
  readonly out: string;
  readonly asOf: string;
}

/** `generate`: writes `book.csv`, a synthetic book with known defects, into a folder. Gives the exit code. */
export async function generateCommand(options: GenerateOptions, terminal: Terminal): Promise<number> {
  const today = parseIsoDate(options.asOf);
  if (today === undefined) throw new UserError([`--as-of: expected a day as YYYY-MM-DD, found "${options.asOf}".`]);
  const file = path.resolve(terminal.workingFolder, options.out, "book.csv");
  await writeNewFile(
    file,
    generateBook({ customers: options.customers, seed: options.seed, today }, builtInCatalogue()),
  );
  const shown = printable(path.join(options.out, "book.csv"));
  terminal.out(`Written ${shown}. Its column "expect" names the defects.\n`);
  terminal.out(`Plan it: transfer-planner plan ${shown} --partner-country DE --as-of ${options.asOf}\n`);
  return 0;
}
