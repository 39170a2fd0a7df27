import { foldHeader } from "../../text/header.ts";
import type { RawRow } from "../../text/read-csv.ts";

/** Of two or three cells it is chance that they are words of the header. */
const LEAST_NAMES = 4;
/** Of the filled cells of a row. */
const NAMES_SHARE = 0.6;
const NUMBER = /^[\s'(-]*\d[\d\s.,)]*$/;

const BELOW_ANOTHER =
  "another header stands above this row, and its columns are others: save that header and its rows as a file of their own";

/**
 * Exports that were put one under the other bring their headers along. Under one that has the same columns in another order the
 * cells are put in the order of the first; under any other header nothing is read, since its columns are not known.
 */
export class FurtherHeaders {
  readonly #header: readonly string[];
  readonly #names: ReadonlySet<string>;
  /** For each column of the first header, where it stands now. */
  #order: readonly number[] | undefined;
  #isBelowAnother = false;

  constructor(header: readonly string[]) {
    this.#header = header;
    this.#names = new Set(header.filter((cell) => cell !== "").map(foldHeader));
  }

  /** Whether a row is a header: none of its cells is data. */
  isHeader({ cells }: RawRow): boolean {
    if (isSameRow(cells, this.#header)) {
      this.#order = undefined;
      this.#isBelowAnother = false;
      return true;
    }
    // Nearly every row ends here: no data is called like a column.
    if (!this.#isName(cells[0]) && !this.#isName(cells[1])) return false;
    const filled = cells.filter((cell) => cell !== "");
    // A row of data has a number at least, its seats; a header has none.
    if (filled.some((cell) => NUMBER.test(cell))) return false;
    const named = filled.filter((cell) => this.#isName(cell)).length;
    if (named < Math.min(LEAST_NAMES, this.#names.size) || named < filled.length * NAMES_SHARE) return false;
    const order = this.#header.map((name) => (name === "" ? -1 : cells.findIndex((cell) => isSame(cell, name))));
    const isReordered =
      filled.length === this.#names.size && order.every((at, index) => at >= 0 || this.#header[index] === "");
    this.#order = isReordered ? order : undefined;
    this.#isBelowAnother = !isReordered;
    return true;
  }

  /** A row as it would stand under the first header. */
  underFirst(row: RawRow): RawRow {
    if (this.#isBelowAnother) return { ...row, problem: row.problem ?? BELOW_ANOTHER };
    const order = this.#order;
    if (order === undefined || row.problem !== undefined) return row;
    // A cell beyond the header stays beyond it, to be said.
    const beyond = row.cells.slice(this.#header.length);
    return { ...row, cells: [...order.map((at) => row.cells[at] ?? ""), ...beyond] };
  }

  #isName(cell: string | undefined): boolean {
    return cell !== undefined && cell !== "" && this.#names.has(foldHeader(cell));
  }
}

function isSameRow(cells: readonly string[], header: readonly string[]): boolean {
  return cells.length === header.length && header.every((cell, index) => cell === cells[index]);
}

function isSame(cell: string, name: string): boolean {
  return cell !== "" && foldHeader(cell) === foldHeader(name);
}
