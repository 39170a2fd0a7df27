import { readDate } from "../cells/date.ts";
import { english } from "../locale/english.ts";
import { listed, type Phrase, say } from "../locale/sentence.ts";
import { DECISION_COLUMNS } from "../model/decision-columns.ts";
import type { InputFile } from "../model/input-file.ts";
import { UserError } from "../model/user-error.ts";
import type { TypedDecision } from "../model/verdict.ts";
import { inspectFile } from "../text/inspect.ts";
import { withoutGuard } from "../text/own-csv.ts";
import { type RawRow, readRows, UnreadableFile } from "../text/read-csv.ts";
import { readTypedCells } from "./typed-values.ts";

export interface ReadDecisions {
  readonly decisions: readonly TypedDecision[];
  /** What is wrong, by row and column; none of it stops the rest. */
  readonly problems: readonly string[];
  readonly sha256: string;
}

type Column = (typeof DECISION_COLUMNS)[number];
type Line = Readonly<Record<Column, string>> & { readonly row: number };

const NEEDED: readonly Column[] = ["scope", "key", "decision"];
/** Rows above the header that a spreadsheet may have left. */
const HEADER_WITHIN = 20;

/**
 * Reads decisions.csv, also after a spreadsheet saved it in another encoding, with another delimiter or other dates.
 * Throws a UserError where it is no such file.
 */
export async function readDecisionsFile(file: InputFile): Promise<ReadDecisions> {
  const inspection = await inspectFile(file);
  const lines: Line[] = [];
  const problems: string[] = [];
  let columns: ReadonlyMap<Column, number> | undefined;
  try {
    for await (const rows of readRows(file, inspection)) {
      for (const row of rows) {
        if (row.cells.every((cell) => cell === "")) continue;
        if (columns === undefined) {
          columns = columnsOf(row.cells);
          if (columns === undefined && row.row >= HEADER_WITHIN) throw noHeader(file);
        } else if (row.problem !== undefined) problems.push(`${file.label} row ${row.row}: ${row.problem}.`);
        else lines.push(lineOf(row, columns));
      }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UserError([`${file.label}: ${error.message}.`]);
    throw error;
  }
  if (columns === undefined) throw noHeader(file);

  const isDayFirst = dayOrderOf(lines.map((line) => line.date));
  const decisions = lines.map((line) => decisionOf(line, file.label, isDayFirst, problems));
  return { decisions, problems, sha256: inspection.sha256 };
}

/** True for a file that `review` wrote, or a spreadsheet after it. */
export async function isDecisionsFile(file: InputFile): Promise<boolean> {
  const inspection = await inspectFile(file);
  try {
    for await (const rows of readRows(file, inspection)) {
      const header = rows.find(({ cells }) => cells.some((cell) => cell !== ""));
      if (header !== undefined) return DECISION_COLUMNS.every((column) => columnsOf(header.cells)?.has(column));
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return false;
}

function noHeader(file: InputFile): UserError {
  return new UserError([
    `${file.label}: expected the header ${DECISION_COLUMNS.join(",")} of a decisions.csv; \`review\` writes one from workbooks.`,
  ]);
}

function columnsOf(cells: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const columns = new Map(
    DECISION_COLUMNS.flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)] as const] : [])),
  );
  return NEEDED.every((column) => columns.has(column)) ? columns : undefined;
}

function lineOf({ cells, row }: RawRow, columns: ReadonlyMap<Column, number>): Line {
  const entries = DECISION_COLUMNS.map((column) => {
    const index = columns.get(column);
    return [column, withoutGuard(index === undefined ? "" : (cells[index] ?? ""))];
  });
  return { ...(Object.fromEntries(entries) as Record<Column, string>), row };
}

/** What cannot be read of a line is among the problems, and the line stays, to be listed as not applied. */
function decisionOf(line: Line, label: string, isDayFirst: boolean | undefined, problems: string[]): TypedDecision {
  const at = `${label} row ${line.row}`;
  const known = (["subscription", "mapping"] as const).find((each) => each === line.scope.trim().toLowerCase());
  const scope = known ?? "subscription";
  const key = line.key.trim().toLowerCase();
  const { values, wrong } = readTypedCells(line, scope, { isDayFirst });
  const said = [
    ...(known === undefined ? [wrongCell("scope", say`subscription or mapping`, line.scope)] : []),
    ...(key === "" ? [wrongCell("key", say`the key of a row of the plan`, "")] : []),
    ...wrong.map(({ column, found, expected }) => wrongCell(column, expected, found)),
  ];
  for (const problem of said) problems.push(`${at}, ${english(problem)}.`);
  return {
    scope,
    key,
    ...values,
    reviewer: line.reviewer,
    comment: line.comment,
    facts: line.facts,
    source: line.source === "" ? at : line.source,
    ...(said.length === 0 ? {} : { problem: listed(said, "; ") }),
  };
}

function wrongCell(column: Column, expected: Phrase, found: string): Phrase {
  return say`column "${column}": expected ${expected}, found ${found === "" ? say`nothing` : say`"${found}"`}`;
}

/** Whether the file writes the day before the month, where its own dates prove it. */
function dayOrderOf(dates: readonly string[]): boolean | undefined {
  const orders = new Set(
    dates.flatMap((text) => {
      const reading = readDate(text);
      return reading.kind === "day" && reading.order !== undefined ? [reading.order] : [];
    }),
  );
  return orders.size === 1 ? orders.has("dmy") : undefined;
}
