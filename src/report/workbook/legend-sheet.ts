import { SEVERITIES } from "../../findings/finding.ts";
import { listed, type Spoken, say, type Value, word } from "../../locale/sentence.ts";
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
    { cells: [text(word("Legend"), STYLES.title)], height: 28 },
    EMPTY_ROW,
    ...words("Status of a subscription", "status", STATUS_MEANINGS, STATUS_STYLES),
    ...words("Severity of a finding", "severity", SEVERITY_MEANINGS, SEVERITY_STYLES),
    ...colourRows(),
    ...plainWords("Decisions on Plan", DECISION_MEANINGS, "decision"),
    ...plainWords("Decisions on Mapping", MAPPING_DECISION_MEANINGS, "decision"),
    heading("Findings", WIDTHS.length),
    header(["Code", "Severity", "Condition", "What goes wrong otherwise", "What to do"]),
  ];
  const rowOfCode = new Map<string, number>();
  for (const wording of plan.legend) {
    rows.push({
      cells: [
        text(wording.code, STYLES.label),
        text(word(wording.severity, "severity"), SEVERITY_STYLES[wording.severity]),
        text(word(wording.title), STYLES.wrapped),
        text(word(wording.why), STYLES.wrapped),
        text(word(wording.remedy), STYLES.wrapped),
      ],
    });
    rowOfCode.set(wording.code, rows.length);
  }
  rows.push(
    EMPTY_ROW,
    ...plainWords("Match: how the target was found", MATCH_MEANINGS),
    ...plainWords("Licence action", LICENCE_ACTION_MEANINGS, "licence action"),
    ...plainWords("Path: how a subscription moves", PATH_MEANINGS),
    ...plainWords("Date reason: why this day (a finding's code: see the finding)", DATE_REASON_MEANINGS),
    ...plainWords("Steps of the runbook: why each, and when", STEP_MEANINGS, ""),
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
    { cells: [text("", STYLES.typedText), text(word("For a reviewer to type in; nothing else on a sheet is."))] },
    {
      cells: [
        text(word("few"), light),
        text(word("Calendar: few of the subscriptions that switch on the fullest day.")),
      ],
    },
    { cells: [text(word("many"), dark), text(word("Calendar: as many as on the fullest day, or nearly."))] },
    {
      cells: [
        text("–", CLOSED_STYLE),
        text(word("Calendar: a holiday or freeze; without the stroke, no working day.")),
      ],
    },
    EMPTY_ROW,
  ];
}

type CellStyles<Word extends string> = Readonly<Record<Word, GridRowStyle>>;
type GridRowStyle = (typeof STATUS_STYLES)["ready"];

function words<Word extends string>(
  title: string,
  group: "status" | "severity",
  meanings: Readonly<Record<Word, string>>,
  styles: CellStyles<Word>,
): readonly GridRow[] {
  const list = Object.keys(meanings) as Word[];
  const rows = list.map((each) => ({ cells: [text(word(each, group), styles[each]), text(word(meanings[each]))] }));
  return [heading(title, WIDTHS.length), ...rows, EMPTY_ROW];
}

/** Words of a group, or codes where there is none. */
function plainWords(title: string, meanings: Readonly<Record<string, string>>, group?: string): readonly GridRow[] {
  const rows = Object.entries(meanings).map(([each, meaning]) => ({
    cells: [text(group === undefined ? each : word(each, group), STYLES.label), text(word(meaning))],
  }));
  return [heading(title, WIDTHS.length), ...rows, EMPTY_ROW];
}

function columnRows(plan: Plan, table: AnyTable): readonly GridRow[] {
  const rows = sheetColumns(table, plan).map((column) => ({
    cells: [
      text(column.isGiven === true ? column.title : word(column.title), STYLES.label),
      text(isInCsv(table, plan, column) ? column.key : ""),
      text(valuesOf(column), STYLES.wrapped),
      text(word(column.note), STYLES.wrapped),
      column.input === undefined ? text(word("the program")) : text(word("the reviewer"), STYLES.typedText),
    ],
  }));
  return [
    heading(say`Columns of ${word(table.sheet ?? "")}`, WIDTHS.length),
    header(["Column", "In CSV", "Values", "Meaning", "Filled by"]),
    ...rows,
    EMPTY_ROW,
  ];
}

/** Columns whose words are listed above. */
const WORDS_OF: ReadonlyMap<string, readonly Value[]> = new Map<string, readonly Value[]>([
  ["match", Object.keys(MATCH_MEANINGS)],
  ["licence_action", Object.keys(LICENCE_ACTION_MEANINGS).map((each) => word(each, "licence action"))],
  ["path", Object.keys(PATH_MEANINGS)],
]);

function isInCsv(table: AnyTable, plan: Plan, { key }: Column<unknown>): boolean {
  return table.file !== undefined && table.columns(plan).some((column) => column.key === key);
}

function valuesOf(column: Column<unknown>): Spoken {
  if (column.input !== undefined) return allowedText(column.input);
  if (column.marks === "status") return wordList(STATUSES, "status");
  if (column.marks === "severity") return wordList(SEVERITIES, "severity");
  const known = WORDS_OF.get(column.key);
  if (known !== undefined) return listed(known, ", ");
  switch (column.kind) {
    case "text":
      return word("text");
    case "id":
      return word("text, never a number");
    case "integer":
      return word("whole number");
    case "money":
      return word("amount, two decimals");
    case "date":
      return word("date, yyyy-mm-dd");
    default:
      throw new Error(`Column "${column.key}" is of no known kind: ${String(column.kind satisfies never)}.`);
  }
}

function wordList(words: readonly string[], group: string): Spoken {
  return listed(
    words.map((each) => word(each, group)),
    ", ",
  );
}
