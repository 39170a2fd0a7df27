import type { DecimalSign, NumberReading } from "./number.ts";

/** How numbers of two readings are read: by their decimal sign, or not at all, since nothing tells or all tell otherwise. */
export type DecimalStyle = DecimalSign | "open" | "contradictory";

const COUNT_BEGINS = /^[^\d.,]*\d/;

/** What the numbers of one column of one file tell about its decimal sign. */
export class DecimalEvidence {
  readonly #proven = new Set<DecimalSign>();
  readonly #open = new Set<DecimalSign>();
  #proof = "";
  #isCount = false;
  #hasWhole = false;
  readonly #thousands = new Set<DecimalSign>();

  see(reading: NumberReading, text: string): void {
    if (reading.kind === "either") this.#open.add(reading.sign);
    else if (reading.kind === "number" && reading.proves !== undefined) {
      if (this.#proof === "") this.#proof = text;
      this.#proven.add(reading.proves);
    }
  }

  /**
   * A number that can only be whole. Written without any separator it shows that the column does not write decimals, which
   * a count would have as zeros only; and the separator of "1.250" can only mark thousands. What no count can be, such as
   * ",000", is a damaged cell: it must not decide how others are read.
   */
  seeCount(reading: NumberReading, text: string): void {
    this.#isCount = true;
    if (!COUNT_BEGINS.test(text)) return;
    if (reading.kind === "number" && reading.proves === undefined) this.#hasWhole = true;
    if (reading.kind === "either" && !Number.isInteger(reading.decimals)) this.#thousands.add(reading.sign);
    this.see(reading, text);
  }

  get proven(): DecimalSign | "contradictory" | undefined {
    const [sign] = this.#proven;
    return this.#proven.size > 1 ? "contradictory" : sign;
  }

  /** The first value that proves a sign, as written; empty when none does. */
  get proof(): string {
    return this.#proof;
  }

  /** Signs of the values that have two readings. */
  get open(): ReadonlySet<DecimalSign> {
    return this.#open;
  }

  get isCount(): boolean {
    return this.#isCount;
  }

  /** Some count has no decimals. */
  get hasWhole(): boolean {
    return this.#hasWhole || this.#thousands.size > 0;
  }

  /** The sign that can only mark thousands here; undefined where none or either does. */
  get thousands(): DecimalSign | undefined {
    const [sign] = this.#thousands;
    return this.#thousands.size > 1 ? undefined : sign;
  }
}

/** Where the decimal sign of a column is known from. */
export type DecimalSource =
  | "its own values"
  | "the rest of the export"
  | "whole counts"
  | "other columns"
  | "the user"
  | "the delimiter";

export interface DecidedDecimal {
  readonly style: DecimalStyle;
  /** Undefined: nothing tells. */
  readonly source: DecimalSource | undefined;
}

const OPEN: DecidedDecimal = { style: "open", source: undefined };
const CONTRADICTORY: DecidedDecimal = { style: "contradictory", source: undefined };

/**
 * The decimal sign of a column that has values of two readings. What its own values prove comes first, for counts also by
 * "1.250", which is no fraction; then the export that the rows were taken from; then, for counts, that others are written
 * without decimals; then what the other columns of the file prove, where they agree; then what the user has said of the
 * format; last, for counts with a point, a delimiter that spreadsheets write only where the comma is the decimal sign. Where
 * two of these contradict each other, the user decides.
 */
export function decideDecimal(
  column: DecimalEvidence,
  fileEvidence: Iterable<DecimalEvidence>,
  known: {
    readonly ofExport: DecimalStyle | undefined;
    readonly ofFormat: DecimalSign | undefined;
    readonly delimiter: string;
  },
): DecidedDecimal {
  const { ofExport, ofFormat, delimiter } = known;
  const byUser: DecidedDecimal | undefined = ofFormat && { style: ofFormat, source: "the user" };
  if (column.proven === "contradictory") return byUser ?? CONTRADICTORY;
  if (column.proven !== undefined) return { style: column.proven, source: "its own values" };
  if (column.thousands !== undefined && column.open.size === 1) {
    return { style: other(column.thousands), source: "whole counts" };
  }
  if (ofExport === "." || ofExport === ",") return { style: ofExport, source: "the rest of the export" };

  const all = [...fileEvidence];
  const signs = new Set(all.map(({ proven }) => proven).filter((proven) => proven !== undefined));
  const [sign] = signs;
  const agreed = signs.size === 1 && sign !== "contradictory" ? sign : undefined;
  const [open] = column.open;
  if (column.isCount && column.open.size === 1 && all.some(({ hasWhole }) => hasWhole)) {
    return agreed === open ? (byUser ?? CONTRADICTORY) : { style: other(open), source: "whole counts" };
  }
  if (agreed !== undefined) return { style: agreed, source: "other columns" };
  if (byUser !== undefined) return byUser;
  const isPointOnly = column.open.size === 1 && open === ".";
  return column.isCount && isPointOnly && delimiter === ";" ? { style: ",", source: "the delimiter" } : OPEN;
}

function other(sign: DecimalSign | undefined): DecimalSign {
  return sign === "," ? "." : ",";
}
