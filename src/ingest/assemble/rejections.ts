import { type Finding, finding } from "../../findings/finding.ts";
import { english } from "../../locale/english.ts";
import { listed, ours, type Phrase, say, word } from "../../locale/sentence.ts";
import type { RejectedRow, RowProblem } from "../../model/ingested.ts";
import { type Place, placeText } from "../../model/place.ts";
import type { RawRow } from "../../text/read-csv.ts";
import type { CellProblem } from "../formats/row-reader.ts";
import { dateOrderUnknown, rowUnreadable, shown } from "../notices.ts";

/** Rows kept out of one file, with their notices. */
export class Rejections {
  readonly rows: RejectedRow[] = [];
  readonly notices: { readonly place: Place; readonly finding: Finding }[] = [];

  unreadable(
    row: RawRow,
    place: Place,
    problems: readonly CellProblem[],
    source: { readonly format: string; readonly header: readonly string[] },
  ): void {
    const found = noticeOf(place, problems);
    this.rows.push({
      place,
      code: found.wording.code,
      column: problems.map(({ column }) => column).join("; "),
      value: problems.map(({ value }) => value).join("; "),
      remedy: listed([...new Map(problems.map(({ remedy }) => [english(ours(remedy)), ours(remedy)])).values()], " "),
      problems,
      format: source.format,
      header: source.header,
      cells: row.cells,
    });
    this.notices.push({ place, finding: found });
  }

  /** A row of a file, or part of one, that is refused as a whole; its one notice speaks for all. */
  refused(
    row: RawRow,
    place: Place,
    refusal: Finding,
    source: {
      readonly column: string;
      readonly value: string;
      readonly remedy: string;
      readonly format: string;
      readonly header: readonly string[];
      readonly problems: readonly RowProblem[];
    },
  ): void {
    const remedy = source.remedy === "" ? "" : ours(source.remedy);
    this.rows.push({ place, code: refusal.wording.code, ...source, remedy, cells: row.cells });
  }
}

/** A row of which nothing is wrong but the order of its days says so by its own code. */
function noticeOf(place: Place, problems: readonly CellProblem[]): Finding {
  if (problems.some(({ isAmbiguousDate }) => isAmbiguousDate !== true)) {
    return finding(rowUnreadable, { place, problems });
  }
  const columns = problems.map(({ column }) => column);
  const samples = problems.map(({ value }) => value);
  return finding(dateOrderUnknown, { at: placeText(place), columns, samples, isContradictory: false });
}

/** What is wrong with a row before its cells are read. */
export function rowProblem(row: RawRow, header: readonly string[]): CellProblem | undefined {
  if (row.problem !== undefined) {
    const value = shown(row.cells.find((cell) => cell !== "") ?? "");
    const [cause = "", remedy = ""] = row.problem.split(/: (.+)/);
    return { column: "", value, expected: say`a row that can be read (${word(cause)})`, remedy: sentence(remedy) };
  }
  for (let index = header.length; index < row.cells.length; index += 1) {
    const cell = row.cells[index];
    if (cell === undefined || cell === "") continue;
    return tooManyCells(cell, say`the ${header.length} of the header`);
  }
  return undefined;
}

export function tooManyCells(value: string, most: Phrase): CellProblem {
  return {
    column: "",
    value,
    expected: say`no more cells than ${most}`,
    remedy: "Put a cell that holds the delimiter into double quotes, or take the extra cell out.",
  };
}

function sentence(text: string): string {
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
