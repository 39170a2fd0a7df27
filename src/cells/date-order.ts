import type { DateOrder } from "../model/configuration.ts";
import type { DateReading } from "./date.ts";

const SAMPLES = 3;

/** One row in so many. */
const FEW_ROWS = 20;

/** What the dates of one column of one file tell about the order of day and month. */
export class DateOrderEvidence {
  #dayFirst = 0;
  #monthFirst = 0;
  #days = 0;
  #ambiguous = 0;
  #proof = "";
  readonly #samples: string[] = [];

  see(reading: DateReading, text: string): void {
    if (reading.kind === "either") {
      this.#ambiguous += 1;
      if (this.#samples.length < SAMPLES && !this.#samples.includes(text)) this.#samples.push(text);
    } else if (reading.kind === "day") {
      this.#days += 1;
      if (reading.order !== undefined && this.#proof === "") this.#proof = text;
      if (reading.order === "dmy") this.#dayFirst += 1;
      if (reading.order === "mdy") this.#monthFirst += 1;
    }
  }

  get proven(): DateOrder | "contradictory" | undefined {
    if (this.#dayFirst > 0 && this.#monthFirst > 0) return "contradictory";
    if (this.#dayFirst > 0) return "dmy";
    return this.#monthFirst > 0 ? "mdy" : undefined;
  }

  /** The first value that proves an order, as written; empty when none does. */
  get proof(): string {
    return this.#proof;
  }

  /** Some value is a day either way, so that an order is needed. */
  get hasAmbiguous(): boolean {
    return this.#samples.length > 0;
  }

  /** Values that need an order. */
  get ambiguousCount(): number {
    return this.#ambiguous;
  }

  /** All that is read as a day, in one way or two. */
  get dayCount(): number {
    return this.#days + this.#ambiguous;
  }

  /**
   * Nothing proves an order and few days need one: at least half of the column's are written in a form of one reading, or hardly
   * a row of the file has such a day. Then it is those rows that are at fault, and not the file.
   */
  isAmbiguousInFewOf(rows: number): boolean {
    if (this.proven !== undefined) return false;
    return this.#ambiguous * 2 <= this.dayCount || this.#ambiguous * FEW_ROWS <= rows;
  }

  /** The first distinct values that need an order, as written, three at most. */
  get samples(): readonly string[] {
    return this.#samples;
  }
}

/**
 * The order of day and month in a column. What its own rows prove comes first; then what the other columns of the file
 * prove, where they agree (a column of firsts of a month never tells by itself); then `--date-order`; then the format's
 * locale. A column that proves both orders is decided by the flag alone.
 * Undefined: nothing tells; a file with such a column is refused if more than a few of its values are ambiguous.
 */
export function decideOrder(
  column: DateOrderEvidence,
  fileEvidence: readonly DateOrderEvidence[],
  flag: DateOrder | undefined,
  formatOrder: DateOrder | undefined,
): DateOrder | undefined {
  if (column.proven === "contradictory") return flag;
  if (column.proven !== undefined) return column.proven;
  const others = new Set(fileEvidence.map((evidence) => evidence.proven).filter((proven) => proven !== undefined));
  const [agreed] = others;
  if (others.size === 1 && agreed !== undefined && agreed !== "contradictory") return agreed;
  return flag ?? formatOrder;
}
