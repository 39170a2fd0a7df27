import { messageOf } from "../findings/finding.ts";
import { english } from "../locale/english.ts";
import { ours } from "../locale/sentence.ts";
import type { RejectedRow, RowProblem } from "../model/ingested.ts";
import { placeText } from "../model/place.ts";
import type { Plan } from "../model/plan.ts";
import { printable, type Terminal } from "./terminal.ts";

/** Of each kind; rejected.csv has every row. */
const PROBLEMS_SHOWN = 5;
const VALUE_SHOWN = 40;

/** All refused and empty files, and the rejected rows by kind, the most frequent first. */
export function tellTrouble(
  { files, rejected }: Pick<Plan, "files" | "rejected">,
  terminal: Pick<Terminal, "err">,
): void {
  const tell = (line: string) => terminal.err(`${printable(line)}\n`);

  for (const [reason, refused] of refusals(files)) tell(`${refused.join(", ")}${reason}`);
  const empty = files.filter(({ isEmpty }) => isEmpty).map(({ file }) => file);
  if (empty.length > 0) tell(`${empty.join(", ")}: ${empty.length === 1 ? "has" : "have"} a header and no rows.`);

  const rows = rejected.filter(({ problems }) => problems.length > 0);
  if (rows.length === 0) return;
  const [count, them, exported] =
    rows.length === 1 ? ["1 row", "it", "export"] : [`${rows.length} rows`, "them", "exports"];
  tell(
    `${count} rejected. Correct ${them} in rejected.csv and plan that file with the exports, or correct the ${exported}:`,
  );
  for (const { found, expected, remedy } of kindsOf(rows)) {
    tell(`  ${found.length} x expected ${expected}. ${remedy}`);
    for (const text of found.slice(0, PROBLEMS_SHOWN)) tell(`    ${text}`);
    if (found.length > PROBLEMS_SHOWN) tell(`    and ${found.length - PROBLEMS_SHOWN} more in rejected.csv`);
  }
}

/** Reason, with what to do, to the files that are refused for it. */
function refusals(files: Plan["files"]): ReadonlyMap<string, readonly string[]> {
  const byReason = new Map<string, string[]>();
  for (const { file, refusal } of files) {
    if (refusal === undefined) continue;
    const message = messageOf(refusal);
    const reason = message.startsWith(file) ? message.slice(file.length) : `: ${message}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), file]);
  }
  return byReason;
}

interface Kind {
  readonly expected: string;
  readonly remedy: string;
  /** Where, and what stands there. */
  readonly found: string[];
}

/** What was expected and what to do make a kind, whatever each export calls the column. */
function kindsOf(rows: readonly RejectedRow[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const row of rows) {
    for (const problem of row.problems) {
      const expected = english(ours(problem.expected));
      const remedy = english(ours(problem.remedy));
      const key = `${expected}\n${remedy}`;
      const kind: Kind = kinds.get(key) ?? { expected, remedy, found: [] };
      kinds.set(key, kind);
      kind.found.push(problemText(row, problem));
    }
  }
  return [...kinds.values()].sort((a, b) => b.found.length - a.found.length);
}

function problemText({ place }: RejectedRow, { column, value }: RowProblem): string {
  const where = column === "" ? placeText(place) : `${placeText(place)}, column "${shortened(column)}"`;
  return `${where}: found ${value === "" ? "an empty cell" : `"${shortened(value)}"`}`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= VALUE_SHOWN ? line : `${line.slice(0, VALUE_SHOWN)}…`;
}
