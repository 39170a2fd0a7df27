import type { InputFile } from "../model/input-file.ts";
import type { TypedDecision } from "../model/verdict.ts";
import { decidesSomething } from "./agreement.ts";
import { changedCells } from "./changed-cells.ts";
import { readSheets, type SheetCell, type SheetRow } from "./read-decisions.ts";
import { layoutOf, type SheetColumn, type SheetLayout } from "./sheet-columns.ts";
import { readTypedCells, type TypedCells } from "./typed-values.ts";

export interface WorkbookDecisions {
  readonly decisions: readonly TypedDecision[];
  /** By sheet and address; none of it stops the rest. */
  readonly problems: readonly string[];
  /** Rows with a key, whether anything was typed there or not. */
  readonly subscriptions: number;
  readonly mappings: number;
}

const KEY = /^[0-9a-f]{16}$/;
const COLUMN_OF_CELL: Readonly<Record<keyof TypedCells, SheetColumn>> = {
  decision: "decision",
  target: "target",
  seats: "seats",
  date: "date",
};

/**
 * Reads what people typed into a workbook of ours, whatever saved, sorted or filtered it since: sheets and columns are found by
 * their headers, rows by their keys. Gives each row in which anything was typed. Throws UnreadableWorkbook.
 */
export async function workbookDecisions(file: InputFile): Promise<WorkbookDecisions> {
  const decisions: TypedDecision[] = [];
  const problems: string[] = [];
  const counts = { subscription: 0, mapping: 0 };
  const rowOfKey = new Map<string, string>();
  let sheet: string | undefined;
  let layout: SheetLayout | undefined;
  for await (const row of readSheets(file)) {
    if (row.sheet !== sheet) {
      sheet = row.sheet;
      layout = undefined;
    }
    if (layout === undefined) {
      layout = layoutOf(row);
      continue;
    }
    const read = readRow(row, layout, file.label);
    problems.push(...read.problems);
    if (read.key !== "") {
      counts[layout.scope] += 1;
      const name = `${layout.scope} ${read.key}`;
      const first = rowOfKey.get(name);
      if (first === undefined) rowOfKey.set(name, `${row.sheet} row ${row.row}`);
      else problems.push(`${file.label} ${row.sheet} row ${row.row}: the same key as ${first}; was the row copied?`);
    }
    if (read.decision !== undefined) decisions.push(read.decision);
  }
  return { decisions, problems, subscriptions: counts.subscription, mappings: counts.mapping };
}

interface ReadRow {
  /** Empty where the row has none. */
  readonly key: string;
  readonly decision: TypedDecision | undefined;
  readonly problems: readonly string[];
}

function readRow(row: SheetRow, { scope, columns, others }: SheetLayout, label: string): ReadRow {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  const cellIn = (name: SheetColumn) => cells.get(columns.get(name) ?? 0);
  const textIn = (name: SheetColumn) => cellIn(name)?.text ?? "";
  const addressOf = (column: number | undefined) => `${label} ${row.sheet}!${addressIn(column, row)}`;
  const key = textIn("key").trim().toLowerCase();
  const problems: string[] = [];

  const changed = changedCells(
    textIn("shown"),
    (name) => (others.has(name) ? (cells.get(others.get(name) ?? 0)?.text ?? "") : undefined),
    row.daysToAdd,
  );
  for (const { name, was, found } of changed) {
    problems.push(
      `${addressOf(others.get(name))}: "${name}" is not for typing; the change from "${was}" to "${found}" is refused, and a decision in this row has to be made again.`,
    );
  }

  const { values, wrong } = readTypedCells(
    {
      decision: textIn("decision"),
      target: textIn("target"),
      seats: textIn("seats"),
      date: dayText(cellIn("date"), row),
    },
    scope,
  );
  const typed = {
    scope,
    key,
    ...values,
    reviewer: textIn("reviewer"),
    comment: textIn("comment"),
    facts: changed.length === 0 ? textIn("facts") : withChanges(textIn("facts"), changed),
    source: addressOf(columns.get("decision")),
  };
  const hasTyped = decidesSomething(typed) || typed.reviewer !== "" || typed.comment !== "" || wrong.length > 0;
  if (!hasTyped) return { key, decision: undefined, problems };

  for (const { column, found, expected } of wrong) {
    problems.push(`${addressOf(columns.get(COLUMN_OF_CELL[column]))}: expected ${expected}, found "${found}".`);
  }
  if (values.decision === "" && wrong.length === 0 && decidesSomething(typed)) {
    problems.push(`${typed.source}: expected a decision beside what was typed in this row, found nothing.`);
  }
  if (!KEY.test(key)) {
    const found = key === "" ? "nothing" : `"${key}"`;
    problems.push(
      `${addressOf(columns.get("key"))}: expected the key of a row of the plan, found ${found}; what was typed in this row is kept, and cannot be applied.`,
    );
  }
  const problem = wrong.map(({ column, found, expected }) => `${column}: expected ${expected}, found "${found}"`);
  const decision = problem.length === 0 ? typed : { ...typed, problem: problem.join("; ") };
  return { key, decision, problems };
}

/** A number is a day of the workbook's calendar. */
function dayText(cell: SheetCell | undefined, { daysToAdd }: SheetRow): string {
  const text = cell?.text ?? "";
  return /^\d+(?:\.\d+)?$/.test(text) ? String(Math.floor(Number(text)) + daysToAdd) : text;
}

/** What the reviewer may have seen: facts as changed, so that the decision is asked again. */
function withChanges(facts: string, changed: readonly { readonly name: string; readonly found: string }[]): string {
  const notes = changed.map(({ name, found }) => `changed_${name}=${found}`);
  return [facts, ...notes].filter((part) => part !== "").join("; ");
}

function addressIn(column: number | undefined, { row }: SheetRow): string {
  return `${lettersOf(column ?? 1)}${row}`;
}

function lettersOf(column: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
