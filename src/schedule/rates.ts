import type { Surveyed } from "../model/survey.ts";
import type { Price } from "./prices.ts";

/** What a day of overlap is counted in, for the whole book. */
export interface Rates {
  /** A currency code; empty where the export has prices and no currency; undefined: seat-days. */
  readonly currency: string | undefined;
  /** How many make one unit of the currency, per month. */
  readonly scale: number;
  /** Whole numbers, so that sums are exact on every machine. */
  rateOf(index: number): number;
}

// Cents where all prices are, else ten-thousandths, finer than any price list: the smaller numbers are, the longer sums are exact.
const CENTS = 100;
const FINEST = 10_000;

/** Money where every subscription of the book has a price in the same currency, else seats (contract 6, objective). */
export function ratesOf(surveyed: readonly Surveyed[], priceOf: (index: number) => Price | undefined): Rates {
  const currency = surveyed.length === 0 ? undefined : priceOf(0)?.currency;
  const rates = new Float64Array(surveyed.length);
  const prices = new Float64Array(surveyed.length);
  let isPriced = true;
  let areCents = true;
  for (let index = 0; index < surveyed.length; index += 1) {
    rates[index] = (surveyed[index] as Surveyed).subscription.seats;
    const price = isPriced ? priceOf(index) : undefined;
    if (price === undefined || price.currency !== currency) isPriced = false;
    else {
      prices[index] = price.unitPrice;
      areCents &&= isInCents(price.unitPrice);
    }
  }
  const scale = areCents ? CENTS : FINEST;
  for (let index = 0; isPriced && index < rates.length; index += 1) {
    rates[index] = (rates[index] as number) * Math.round((prices[index] as number) * scale);
  }
  return { scale, currency: isPriced ? currency : undefined, rateOf: (index) => rates[index] ?? 0 };
}

function isInCents(price: number): boolean {
  return Math.round(price * FINEST) === Math.round(price * CENTS) * (FINEST / CENTS);
}
