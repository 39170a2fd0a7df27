import type { Price, PriceColumn, PriceLines, PriceTable } from "../model/offer.ts";
import { TERMS, type Term } from "../model/subscription.ts";

/** Of the offers that a book asks for. */
const made = new WeakMap<PriceLines, readonly Price[]>();

/** The lines as objects, in the order of their lists; made once. */
export function linesOf(prices: PriceLines): readonly Price[] {
  const before = made.get(prices);
  if (before !== undefined) return before;
  const lines = prices.parts.flatMap(({ table, rows }) => rows.map((row) => lineAt(table, row)));
  made.set(prices, lines);
  return lines;
}

/** Lines that are objects already. */
export function priceLines(lines: readonly Price[]): PriceLines {
  const rows = [...lines.keys()];
  const codes = Uint32Array.from(rows);
  const columnOf = <Value>(read: (line: Price) => Value) => ({ values: lines.map(read), codes });
  const table: PriceTable = {
    term: columnOf(({ term }) => term),
    billing: columnOf(({ billing }) => billing),
    market: columnOf(({ market }) => market),
    currency: columnOf(({ currency }) => currency),
    perMonth: columnOf(({ perMonth }) => perMonth),
    fromSeats: columnOf(({ fromSeats }) => fromSeats),
    toSeats: columnOf(({ toSeats }) => toSeats),
    from: columnOf(({ from }) => from),
    until: columnOf(({ until }) => until),
    offSaleFrom: columnOf(({ offSaleFrom }) => offSaleFrom),
    source: columnOf(({ source }) => source),
  };
  return { parts: [{ table, rows }] };
}

/** What several lists say of one offer. */
export function bothPrices(earlier: PriceLines, later: PriceLines): PriceLines {
  return { parts: [...earlier.parts, ...later.parts] };
}

/** Terms of the lines that were in force when the newest of them began. No line is made for it. */
export function termsInForce({ parts }: PriceLines): readonly Term[] {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { table, rows } of parts) {
    for (const row of rows) newest = Math.max(newest, valueAt(table.from, row) ?? Number.NEGATIVE_INFINITY);
  }
  const inForce = new Set<Term>();
  for (const { table, rows } of parts) {
    for (const row of rows) {
      if ((valueAt(table.until, row) ?? Number.POSITIVE_INFINITY) >= newest) inForce.add(valueAt(table.term, row));
    }
  }
  return TERMS.filter((term) => inForce.has(term));
}

export function valueAt<Value>({ values, codes }: PriceColumn<Value>, row: number): Value {
  return values[codes[row] as number] as Value;
}

function lineAt(table: PriceTable, row: number): Price {
  const offSaleFrom = valueAt(table.offSaleFrom, row);
  return {
    term: valueAt(table.term, row),
    billing: valueAt(table.billing, row),
    market: valueAt(table.market, row),
    currency: valueAt(table.currency, row),
    perMonth: valueAt(table.perMonth, row),
    fromSeats: valueAt(table.fromSeats, row),
    toSeats: valueAt(table.toSeats, row),
    from: valueAt(table.from, row),
    until: valueAt(table.until, row),
    source: valueAt(table.source, row),
    ...(offSaleFrom === undefined ? {} : { offSaleFrom }),
  };
}
