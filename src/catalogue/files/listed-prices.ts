import { readBilling, readTerm } from "../../cells/words.ts";
import type { PriceColumn, PriceTable } from "../../model/offer.ts";
import type { Billing, Term } from "../../model/subscription.ts";
import type { CatalogueColumn, CatalogueRow, CatalogueRows, CellReading } from "./catalogue-kind.ts";

const MONTHS: Readonly<Record<Term, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };
const BILLING_OF: Readonly<Record<Term, Billing>> = { P1M: "monthly", P1Y: "annual", P3Y: "triennial" };

/** All rows of a new-commerce price list, by its names of columns. A row without a term, or an unreadable price, is no line. */
export function priceTableOf(rows: CatalogueRows, source: string): PriceTable {
  const columnOf = <Value>(
    name: string,
    read: (column: CatalogueColumn) => readonly Value[],
    missing: Value,
  ): PriceColumn<Value> => {
    const column = rows.column(name);
    return column === undefined ? always(missing, rows) : { values: read(column), codes: column.codes };
  };
  const textsOf = (name: string) => columnOf(name, ({ texts }) => texts.map((text) => text.toUpperCase()), "");
  const daysOf = (name: string) => columnOf(name, ({ days }) => days.map(readable), undefined);
  const seatsOf = (name: string, missing: number) =>
    columnOf(name, ({ amounts }) => amounts.map((amount) => readable(amount) ?? missing), missing);

  const term = columnOf("TermDuration", ({ texts }) => texts.map(readTerm) as readonly Term[], "P1Y");
  const billing = columnOf("BillingPlan", ({ texts }) => texts.map(readBilling), undefined);
  const amount = columnOf("UnitPrice", ({ amounts }) => amounts.map(readable), undefined);
  return {
    term,
    billing: ofBoth(billing, term, (stated, of) => stated ?? BILLING_OF[of]),
    market: textsOf("Market"),
    currency: textsOf("Currency"),
    perMonth: ofBoth(amount, term, (total, of) => (total === undefined ? undefined : total / MONTHS[of])),
    fromSeats: seatsOf("PricingTierRangeMin", 0),
    toSeats: seatsOf("PricingTierRangeMax", Number.POSITIVE_INFINITY),
    from: daysOf("EffectiveStartDate"),
    until: daysOf("EffectiveEndDate"),
    offSaleFrom: always(undefined, rows),
    source: always(source, rows),
  };
}

/** Whether every row is a line, and nothing is wrong with any. */
export function allReadable(rows: CatalogueRows): boolean {
  const term = rows.column("TermDuration");
  const hasTerms = term?.texts.every((text, code) => readTerm(text) !== undefined || isUnused(code, term)) === true;
  const isReadable = (value: unknown) => value !== "unreadable";
  return (
    hasTerms &&
    DAYS.every((name) => rows.column(name)?.days.every(isReadable) !== false) &&
    AMOUNTS.every((name) => rows.column(name)?.amounts.every(isReadable) !== false)
  );
}

/** Whether a row is a line; says what is wrong with it. `noteEnd`: of a line whose price may be unreadable. */
export function isUsable(row: CatalogueRow, noteEnd: (row: CatalogueRow) => void): boolean {
  if (readTerm(row.text("TermDuration")) === undefined) {
    row.problem("TermDuration", "P1M, P1Y or P3Y", "correct it; this price is not used");
    return false;
  }
  row.date("EffectiveStartDate");
  noteEnd(row);
  if (row.amount("UnitPrice") === undefined && row.text("UnitPrice") !== "") return false;
  row.amount("PricingTierRangeMin");
  row.amount("PricingTierRangeMax");
  row.date("EffectiveEndDate");
  return true;
}

const DAYS = ["EffectiveStartDate", "EffectiveEndDate"];
const AMOUNTS = ["UnitPrice", "PricingTierRangeMin", "PricingTierRangeMax"];

/** Only that there is nothing in a cell has a code without any cell. */
function isUnused(code: number, { codes }: CatalogueColumn): boolean {
  return code === 0 && !codes.includes(0);
}

/** What cannot be read is said where rows are looked at, and then taken as not given. */
function readable<Value>(reading: CellReading<Value>): Value | undefined {
  return reading === "unreadable" ? undefined : (reading as Value | undefined);
}

function always<Value>(value: Value, { count }: CatalogueRows): PriceColumn<Value> {
  return { values: [value], codes: new Uint32Array(count) };
}

/** What follows from two columns. */
function ofBoth<One, Other, Value>(
  one: PriceColumn<One>,
  other: PriceColumn<Other>,
  read: (one: One, other: Other) => Value,
): PriceColumn<Value> {
  const width = other.values.length;
  return {
    values: one.values.flatMap((each) => other.values.map((of) => read(each, of))),
    codes: one.codes.map((code, row) => code * width + (other.codes[row] as number)),
  };
}
