import type { DecimalSign, NumberReading } from "./number.ts";

/** How numbers of two readings are read: by their decimal sign, or not at all, since nothing tells. */
export type DecimalStyle = DecimalSign | "open";

/** What the numbers of one column of one file tell about its decimal sign. */
export class DecimalEvidence {
  readonly #proven = new Set<DecimalSign>();
  readonly #open = new Set<DecimalSign>();
  #hasWhole = false;

  see(reading: NumberReading): void {
    if (reading.kind === "either") this.#open.add(reading.sign);
    else if (reading.kind === "number" && reading.proves !== undefined) this.#proven.add(reading.proves);
  }

  /** A count without any separator: then the column does not write decimals, which a count would have as zeros only. */
  seeWholeCount(): void {
    this.#hasWhole = true;
  }

  get proven(): DecimalSign | "contradictory" | undefined {
    const [sign] = this.#proven;
    return this.#proven.size > 1 ? "contradictory" : sign;
  }

  /** Signs of the values that have two readings. */
  get open(): ReadonlySet<DecimalSign> {
    return this.#open;
  }

  get hasWhole(): boolean {
    return this.#hasWhole;
  }
}

/**
 * The decimal sign of a column that has values of two readings. What its own values prove comes first; then, for seats, that
 * others are written without decimals; then the export that the rows were taken from; then what the other columns of the
 * file prove, where they agree; then what the user has said of the format.
 */
export function decideDecimal(
  column: DecimalEvidence,
  fileEvidence: Iterable<DecimalEvidence>,
  known: { readonly ofExport: DecimalStyle | undefined; readonly ofFormat: DecimalSign | undefined },
): DecimalStyle {
  if (column.proven === "contradictory") return "open";
  if (column.proven !== undefined) return column.proven;
  const [open] = column.open;
  if (column.hasWhole && column.open.size === 1) return open === "," ? "." : ",";
  if (known.ofExport !== undefined && known.ofExport !== "open") return known.ofExport;
  const others = new Set([...fileEvidence].map(({ proven }) => proven).filter((proven) => proven !== undefined));
  const [agreed] = others;
  if (others.size === 1 && agreed !== undefined && agreed !== "contradictory") return agreed;
  return known.ofFormat ?? "open";
}
