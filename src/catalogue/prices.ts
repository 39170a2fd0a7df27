import type { Offer, Price, PriceLines } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";
import { type Billing, TERMS, type Term } from "../model/subscription.ts";
import { linesOf } from "./price-lines.ts";

/** What a seat costs in a month, by a price list. */
export interface NewPrice {
  readonly perMonth: number;
  readonly currency: string;
  readonly source: string;
}

interface PriceQuestion {
  readonly country: string | undefined;
  readonly term: Term;
  readonly seats: number;
  /** Wanted where the list has it; empty: any. */
  readonly currency: string;
  readonly day: PlainDate;
}

/**
 * The price of an offer on a day. Of several lines in force the latest begun; where none is, the latest of those that have
 * begun: a list of this month is the best that is known of the next. Undefined: no list has a price for this market and term.
 */
export function priceOf({ prices }: Offer, question: PriceQuestion): NewPrice | undefined {
  if (prices === undefined) return undefined;
  const { term, country, seats, currency, day } = question;
  const lines = linesOf(prices);
  const asked = lines.filter(
    (price) =>
      price.term === term &&
      (price.market === "" || price.market === country) &&
      (price.from === undefined || price.from <= day) &&
      price.fromSeats <= seats &&
      seats <= price.toSeats &&
      price.perMonth !== undefined,
  );
  const [best] = asked.sort(
    (a, b) =>
      Number(b.currency === currency) - Number(a.currency === currency) ||
      Number(isInForce(b, day)) - Number(isInForce(a, day)) ||
      (b.from ?? 0) - (a.from ?? 0) ||
      lines.indexOf(b) - lines.indexOf(a),
  );
  if (best?.perMonth === undefined) return undefined;
  return { perMonth: best.perMonth, currency: best.currency, source: best.source };
}

function isInForce({ until }: Price, day: PlainDate): boolean {
  return until === undefined || until >= day;
}

/** The price of offers that are ordered together; undefined where one has none, or their currencies differ. */
export function priceTogether(offers: readonly Offer[], question: PriceQuestion): NewPrice | undefined {
  const found = offers.map((offer) => priceOf(offer, question));
  const [first] = found;
  if (first === undefined || found.some((price) => price?.currency !== first.currency)) return undefined;
  return { ...first, perMonth: found.reduce((sum, price) => sum + (price?.perMonth ?? 0), 0) };
}

/** What price lists say of an offer in one country. */
interface CountryLines {
  /** Those of its market, and those of lists that name none; all, where no list has the market. */
  readonly all: readonly Price[];
  /** Of each term and billing plan. */
  readonly newest: readonly Price[];
  /** When the newest of all began. */
  readonly began: number;
}

/** An offer has a hundred lines, and every subscription of it asks for the same few: by list and country, found once. */
const found = new WeakMap<PriceLines, Map<string | undefined, CountryLines>>();

function linesFor(prices: PriceLines, country: string | undefined): CountryLines {
  const byCountry = found.get(prices) ?? new Map<string | undefined, CountryLines>();
  const before = byCountry.get(country);
  if (before !== undefined) return before;
  const lines = linesOf(prices);
  const here = lines.filter(({ market }) => market === "" || market === country);
  const all = here.length === 0 ? lines : here;
  const newest = newestOf(all);
  const answer = { all, newest, began: Math.max(...newest.map(startOf)) };
  found.set(prices, byCountry.set(country, answer));
  return answer;
}

function newestOf(lines: readonly Price[]): readonly Price[] {
  const newest = new Map<string, Price>();
  for (const line of lines) {
    const key = `${line.term} ${line.billing}`;
    if (startOf(line) >= startOf(newest.get(key))) newest.set(key, line);
  }
  return [...newest.values()];
}

/**
 * Terms in which an offer is sold on a day: those of the lines that were in force when the newest of them began, as far as
 * their sale has not ended by then. Of several lines of one term and billing the newest tells. Undefined: not known.
 */
export function termsSold(
  { prices, terms }: Offer,
  country: string | undefined,
  day: PlainDate | undefined,
): readonly Term[] | undefined {
  if (prices === undefined) return terms;
  const { newest, began } = linesFor(prices, country);
  return TERMS.filter((term) =>
    newest.some(
      (line) =>
        line.term === term &&
        (line.until ?? Infinity) >= began &&
        (line.offSaleFrom === undefined || day === undefined || line.offSaleFrom > day),
    ),
  );
}

function startOf(line: Price | undefined): number {
  return line?.from ?? -Infinity;
}

/**
 * Whether an offer is sold so, by the price lists, else by what is known of its three years; true where nothing tells.
 * A year may always be paid by the month (DOMAIN.md 3.1).
 */
export function isBilled(
  { prices, threeYears }: Offer,
  term: Term,
  billing: Billing | undefined,
  country: string | undefined,
): boolean {
  if (billing === undefined || (term === "P1Y" && billing === "monthly")) return true;
  const known = prices === undefined ? [] : linesFor(prices, country).all;
  const lines = known.filter((price) => price.term === term);
  if (lines.length === 0) return threeYears === undefined || term !== "P3Y" || billing !== "monthly";
  return lines.some((price) => price.billing === billing);
}
