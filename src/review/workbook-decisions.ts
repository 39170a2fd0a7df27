import { english } from "../locale/english.ts";
import { languageOf } from "../locale/language.ts";
import { listed, say } from "../locale/sentence.ts";
import type { InputFile } from "../model/input-file.ts";
import type { TypedDecision } from "../model/verdict.ts";
import { addressOf, coversColumn } from "./addresses.ts";
import { decidesSomething } from "./agreement.ts";
import { changedCells } from "./changed-cells.ts";
import { readSheets, type SheetRow } from "./read-decisions.ts";
import { isAddedTo, layoutOf, type SheetColumn, type SheetLayout } from "./sheet-columns.ts";
import type { SheetCell } from "./sheet-rows.ts";
import { readTypedCells, type TypedCells } from "./typed-values.ts";
import { UnreadableWorkbook } from "./unreadable-workbook.ts";

export interface WorkbookDecisions {
  readonly decisions: readonly TypedDecision[];
  /** By sheet and address; none of it stops the rest. */
  readonly problems: readonly string[];
  /** Rows with a key, whether anything was typed there or not. */
  readonly subscriptions: number;
  readonly mappings: number;
}

const KEY = /^[0-9a-f]{16}$/;
/** Characters that are kept of a workbook; a million rows with a decision each take about half. */
const MOST_CHARACTERS = 1 << 29;
/** What remembering a row's place takes. */
const ROW_OF_KEY = 100;
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
  let kept = 0;
  for await (const item of readSheets(file)) {
    if (item.sheet !== sheet) {
      sheet = item.sheet;
      layout = undefined;
    }
    if (item.kind === "merged") {
      if (layout !== undefined) problems.push(...mergedText(item.range, layout, `${file.label} ${item.sheet}`));
      continue;
    }
    if (layout === undefined) {
      layout = layoutOf(item);
      if (layout !== undefined) problems.push(...headerProblems(layout, item, file.label));
      else if (isAddedTo(item)) {
        problems.push(
          `${file.label} ${item.sheet} row ${item.row}: decisions are read from Plan and Mapping alone; what was typed on this sheet is not read, type it there.`,
        );
      }
      continue;
    }
    const read = readRow(item, layout, file.label);
    problems.push(...read.problems);
    if (read.key !== "") {
      counts[layout.scope] += 1;
      const name = `${layout.scope} ${read.key}`;
      const first = rowOfKey.get(name);
      if (first === undefined) rowOfKey.set(name, `${item.sheet} row ${item.row}`);
      else problems.push(`${file.label} ${item.sheet} row ${item.row}: the same key as ${first}; was the row copied?`);
    }
    if (read.decision !== undefined) decisions.push(read.decision);
    kept += charactersOf(read);
    if (kept > MOST_CHARACTERS) throw new UnreadableWorkbook("it holds more than people can have typed into a plan");
  }
  return { decisions, problems, subscriptions: counts.subscription, mappings: counts.mapping };
}

/** What is kept of a row until the whole workbook is read. */
function charactersOf({ key, decision, problems }: ReadRow): number {
  const typed = decision === undefined ? [] : Object.values(decision).filter((value) => typeof value === "string");
  return [key, ...typed, ...problems].reduce((sum, text) => sum + text.length, ROW_OF_KEY);
}

function headerProblems(
  { scope, columns, repeated, missing }: SheetLayout,
  row: SheetRow,
  label: string,
): readonly string[] {
  const at = `${label} ${row.sheet}`;
  return [
    ...repeated.map(({ name, column }) => {
      const first = addressOf(columns.get(name) ?? 1, row.row);
      return `${at}!${addressOf(column, row.row)}: the header stands in ${first}, too; what is typed below the second one is not read.`;
    }),
    ...missing.flatMap(({ name, header }) => {
      const found = `${at} row ${row.row}: expected a column "${header}" on a sheet with decisions on ${scope}s, found none`;
      if (name === "shown") return [];
      if (name === "key") return [`${found}; nothing that was typed on this sheet can be applied.`];
      if (name === "facts") return [`${found}; whether decisions are out of date cannot be told.`];
      return [`${found}; give it back its header, or what was typed below it is not read.`];
    }),
  ];
}

/** A merged range holds the value of its first cell; the reader of the sheet sees it in all of them. */
function mergedText(range: string, { columns }: SheetLayout, at: string): readonly string[] {
  if (!coversColumn(range, columns.values())) return [];
  return [
    `${at}!${range}: cells are merged, and what stands there counts for the first of them alone; undo it, and type in each row.`,
  ];
}

interface ReadRow {
  /** Empty where the row has none. */
  readonly key: string;
  readonly decision: TypedDecision | undefined;
  readonly problems: readonly string[];
}

function readRow(row: SheetRow, { scope, locale, columns, others, repeated }: SheetLayout, label: string): ReadRow {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  const cellIn = (name: SheetColumn) => cells.get(columns.get(name) ?? 0);
  const textIn = (name: SheetColumn) => cellIn(name)?.text ?? "";
  const placeOf = (column: number | undefined) => `${label} ${row.sheet}!${addressOf(column ?? 1, row.row)}`;
  const key = textIn("key").trim().toLowerCase();
  const problems: string[] = [];

  const changed = changedCells(
    textIn("shown"),
    (name) => (others.has(name) ? (cells.get(others.get(name) ?? 0)?.text ?? "") : undefined),
    row.daysToAdd,
  );
  for (const { name, was, found } of changed) {
    problems.push(
      `${placeOf(others.get(name))}: "${name}" is not for typing; the change from "${was}" to "${found}" is refused, and a decision in this row has to be made again.`,
    );
  }

  for (const { column } of repeated) {
    const text = cells.get(column)?.text ?? "";
    if (text !== "") problems.push(`${placeOf(column)}: "${text}" stands below a repeated header, and is not read.`);
  }

  const { values, wrong } = readTypedCells(
    {
      decision: textIn("decision"),
      target: textIn("target"),
      seats: textIn("seats"),
      date: dayText(cellIn("date"), row),
    },
    scope,
    { language: languageOf(locale) },
  );
  const typed = {
    scope,
    key,
    ...values,
    reviewer: textIn("reviewer"),
    comment: textIn("comment"),
    facts: changed.length === 0 ? textIn("facts") : withChanges(textIn("facts"), changed),
    source: placeOf(columns.get("decision")),
  };
  const hasTyped = decidesSomething(typed) || typed.reviewer !== "" || typed.comment !== "" || wrong.length > 0;
  if (!hasTyped) return { key, decision: undefined, problems };

  for (const { column, found, expected } of wrong) {
    problems.push(`${placeOf(columns.get(COLUMN_OF_CELL[column]))}: expected ${english(expected)}, found "${found}".`);
  }
  if (values.decision === "" && wrong.length === 0 && decidesSomething(typed)) {
    problems.push(`${typed.source}: expected a decision beside what was typed in this row, found nothing.`);
  }
  if (!KEY.test(key)) {
    const found = key === "" ? "nothing" : `"${key}"`;
    problems.push(
      `${placeOf(columns.get("key"))}: expected the key of a row of the plan, found ${found}; what was typed in this row is kept, and cannot be applied.`,
    );
  }
  const problem = wrong.map(({ column, found, expected }) => say`${column}: expected ${expected}, found "${found}"`);
  const decision = problem.length === 0 ? typed : { ...typed, problem: listed(problem, "; ") };
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
