import { defineNotice } from "../findings/define-rule.ts";
import { listed, type Ours, ours, placePhrase, say } from "../locale/sentence.ts";
import type { Place } from "../model/place.ts";
import type { CellProblem } from "./formats/row-reader.ts";

/** Cells are shown in messages up to this length; rejected.csv has them whole. */
const SHOWN_CHARACTERS = 120;

export function shown(value: string): string {
  return value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}...` : value;
}

export const rowUnreadable = defineNotice<{ readonly place: Place; readonly problems: readonly CellProblem[] }>({
  code: "ROW_UNREADABLE",
  group: "rows",
  severity: "rejecting",
  title: "A row cannot be read",
  why: "The subscription is not in the plan, and nobody would notice that it renews or lapses at the old partner.",
  remedy: "Correct the cells that rejected.csv names, there or in the export, and read the file again.",
  message: ({ place, problems }) =>
    say`${placePhrase(place)}, ${listed(
      problems.map(({ column, value, expected }) => {
        const found = value === "" ? say`an empty cell` : say`"${shown(value)}"`;
        return say`${column === "" ? "" : say`column "${shown(column)}": `}expected ${ours(expected)}, found ${found}`;
      }),
      "; ",
    )}.`,
});

export const fileUnknown = defineNotice<{ readonly file: string; readonly why: Ours; readonly remedy: string }>({
  code: "FILE_UNKNOWN",
  group: "rows",
  severity: "rejecting",
  title: "A file is of no known format",
  why: "None of its rows are in the plan.",
  remedy:
    "Use the header of a known export or of the generic template, or describe the file in the configuration; `transfer-planner formats <file>` proposes the entry.",
  message: ({ file, why, remedy }) =>
    say`${listed([say`${file}: ${ours(why)}.`, remedy === "" ? "" : ours(remedy)], " ")}`,
});

export const dateOrderUnknown = defineNotice<{
  /** A file that is refused as a whole, or one row. */
  readonly at: string;
  readonly columns: readonly string[];
  readonly samples: readonly string[];
  readonly isContradictory: boolean;
}>({
  code: "DATE_ORDER_UNKNOWN",
  group: "rows",
  severity: "rejecting",
  title: "Dates do not tell day from month",
  why: "03/04/2027 may be 3 April or 4 March; a switch planned on the wrong one comes after the renewal.",
  remedy: "Run again with --date-order dmy or --date-order mdy, or export the dates as YYYY-MM-DD.",
  message: ({ at, columns, samples, isContradictory }) =>
    say`${at}, column ${listed(
      columns.map((column) => say`"${shown(column)}"`),
      ", ",
    )}: ${
      isContradictory
        ? say`some dates have the day first and some the month`
        : say`no date tells whether day or month is first`
    }, found ${listed(
      samples.map((sample) => say`"${shown(sample)}"`),
      ", ",
    )}. Run again with --date-order dmy or --date-order mdy.`,
});

export const ingestNotices = [rowUnreadable, fileUnknown, dateOrderUnknown];
