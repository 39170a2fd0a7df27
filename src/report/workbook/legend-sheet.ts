import { SEVERITIES } from "../../findings/finding.ts";
import { type Plan, STATUSES } from "../../model/plan.ts";
import { STEP_MEANINGS } from "../runbook/step-words.ts";
import type { AnyTable, Column } from "../table.ts";
import type { SheetSetup } from "./book.ts";
import { EMPTY_ROW, type GridRow, header, heading, text } from "./grid-sheet.ts";
import {
  DATE_REASON_MEANINGS,
  DECISION_MEANINGS,
  LICENCE_ACTION_MEANINGS,
  MAPPING_DECISION_MEANINGS,
  MATCH_MEANINGS,
  PATH_MEANINGS,
  SEVERITY_MEANINGS,
  STATUS_MEANINGS,
} from "./legend-words.ts";
import { sheetColumns } from "./list-sheet.ts";
import { CLOSED_STYLE, HEAT_STYLES, SEVERITY_STYLES, STATUS_STYLES, STYLES } from "./styles.ts";
import { allowedText } from "./validations.ts";

export const LEGEND = "Legend";
export const LEGEND_PURPOSE = "What every code, colour and column means.";

const WIDTHS = [32, 22, 44, 52, 60];

export const legendSetup: SheetSetup = {
  name: LEGEND,
  widths: WIDTHS,
  frozen: { rows: 0, columns: 0 },
  gridLines: false,
  pagesWide: 1,
};

export interface Legend {
  readonly rows: readonly GridRow[];
  /** The row of each finding code, for links. */
  readonly rowOfCode: ReadonlyMap<string, number>;
}

export function legend(plan: Plan, tables: readonly AnyTable[]): Legend {
  const rows: GridRow[] = [
    { cells: [text("Legend", STYLES.title)], height: 28 },
    EMPTY_ROW,
    ...words("Status of a subscription", STATUSES, STATUS_MEANINGS, STATUS_STYLES),
    ...words("Severity of a finding", SEVERITIES, SEVERITY_MEANINGS, SEVERITY_STYLES),
    ...colourRows(),
    ...plainWords("Decisions on Plan", DECISION_MEANINGS),
    ...plainWords("Decisions on Mapping", MAPPING_DECISION_MEANINGS),
    heading("Findings", WIDTHS.length),
    header(["Code", "Severity", "Condition", "What goes wrong otherwise", "What to do"]),
  ];
  const rowOfCode = new Map<string, number>();
  for (const wording of plan.legend) {
    rows.push({
      cells: [
        text(wording.code, STYLES.label),
        text(wording.severity, SEVERITY_STYLES[wording.severity]),
        text(wording.title, STYLES.wrapped),
        text(wording.why, STYLES.wrapped),
        text(wording.remedy, STYLES.wrapped),
      ],
    });
    rowOfCode.set(wording.code, rows.length);
  }
  rows.push(
    EMPTY_ROW,
    ...plainWords("Match: how the target was found", MATCH_MEANINGS),
    ...plainWords("Licence action", LICENCE_ACTION_MEANINGS),
    ...plainWords("Path: how a subscription moves", PATH_MEANINGS),
    ...plainWords("Date reason: why this day (a finding's code: see the finding)", DATE_REASON_MEANINGS),
    ...plainWords("Steps of the runbook: why each, and when", STEP_MEANINGS),
    ...tables.flatMap((table) => columnRows(plan, table)),
  );
  return { rows, rowOfCode };
}

/** Colours that stand for something without a word. */
function colourRows(): readonly GridRow[] {
  const [light] = HEAT_STYLES;
  const dark = HEAT_STYLES.at(-1) ?? light;
  return [
    heading("Other colours", WIDTHS.length),
    { cells: [text("", STYLES.typedText), text("For a reviewer to type in; nothing else on a sheet is.")] },
    { cells: [text("few", light), text("Calendar: few of the subscriptions that switch on the fullest day.")] },
    { cells: [text("many", dark), text("Calendar: as many as on the fullest day, or nearly.")] },
    { cells: [text("–", CLOSED_STYLE), text("Calendar: a holiday or freeze; without the stroke, no working day.")] },
    EMPTY_ROW,
  ];
}

type CellStyles<Word extends string> = Readonly<Record<Word, GridRowStyle>>;
type GridRowStyle = (typeof STATUS_STYLES)["ready"];

function words<Word extends string>(
  title: string,
  list: readonly Word[],
  meanings: Readonly<Record<Word, string>>,
  styles: CellStyles<Word>,
): readonly GridRow[] {
  const rows = list.map((word) => ({ cells: [text(word, styles[word]), text(meanings[word])] }));
  return [heading(title, WIDTHS.length), ...rows, EMPTY_ROW];
}

function plainWords(title: string, meanings: Readonly<Record<string, string>>): readonly GridRow[] {
  const rows = Object.entries(meanings).map(([word, meaning]) => ({
    cells: [text(word, STYLES.label), text(meaning)],
  }));
  return [heading(title, WIDTHS.length), ...rows, EMPTY_ROW];
}

function columnRows(plan: Plan, table: AnyTable): readonly GridRow[] {
  const rows = sheetColumns(table, plan).map((column) => ({
    cells: [
      text(column.title, STYLES.label),
      text(isInCsv(table, plan, column) ? column.key : ""),
      text(valuesOf(column), STYLES.wrapped),
      text(column.note, STYLES.wrapped),
      column.input === undefined ? text("the program") : text("the reviewer", STYLES.typedText),
    ],
  }));
  return [
    heading(`Columns of ${table.sheet}`, WIDTHS.length),
    header(["Column", "In CSV", "Values", "Meaning", "Filled by"]),
    ...rows,
    EMPTY_ROW,
  ];
}

/** Columns whose words are listed above. */
const WORDS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ["match", Object.keys(MATCH_MEANINGS)],
  ["licence_action", Object.keys(LICENCE_ACTION_MEANINGS)],
  ["path", Object.keys(PATH_MEANINGS)],
]);

function isInCsv(table: AnyTable, plan: Plan, { key }: Column<unknown>): boolean {
  return table.file !== undefined && table.columns(plan).some((column) => column.key === key);
}

function valuesOf(column: Column<unknown>): string {
  if (column.input !== undefined) return allowedText(column.input);
  if (column.marks === "status") return STATUSES.join(", ");
  if (column.marks === "severity") return SEVERITIES.join(", ");
  const listed = WORDS_OF.get(column.key);
  if (listed !== undefined) return listed.join(", ");
  switch (column.kind) {
    case "text":
      return "text";
    case "id":
      return "text, never a number";
    case "integer":
      return "whole number";
    case "money":
      return "amount, two decimals";
    case "date":
      return "date, yyyy-mm-dd";
    default:
      throw new Error(`Column "${column.key}" is of no known kind: ${String(column.kind satisfies never)}.`);
  }
}
