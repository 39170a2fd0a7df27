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
  const first = surveyed.length === 0 ? undefined : priceOf(0);
  const isPriced = first !== undefined && surveyed.every((_, index) => priceOf(index)?.currency === first.currency);
  const inScale = (index: number, scale: number) => Math.round((priceOf(index)?.unitPrice ?? 0) * scale);
  const areCents = surveyed.every((_, index) => inScale(index, FINEST) === inScale(index, CENTS) * (FINEST / CENTS));
  const scale = areCents ? CENTS : FINEST;
  return {
    scale,
    currency: isPriced ? first.currency : undefined,
    rateOf(index) {
      const seats = surveyed[index]?.subscription.seats ?? 0;
      return isPriced ? seats * inScale(index, scale) : seats;
    },
  };
}
