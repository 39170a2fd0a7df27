import type { Surveyed } from "../model/survey.ts";
import type { Price } from "./prices.ts";

/** What a day of overlap is counted in, for the whole book. */
export interface Rates {
  /** A currency code; empty where the export has prices and no currency; undefined: seat-days. */
  readonly currency: string | undefined;
  /** Whole numbers, so that sums are exact on every machine. */
  rateOf(index: number): number;
}

// Ten-thousandths of the currency's unit, per month: finer than any price list.
const SCALE = 10_000;

/** Money where every subscription of the book has a price in the same currency, else seats (contract 6, objective). */
export function ratesOf(surveyed: readonly Surveyed[], priceOf: (index: number) => Price | undefined): Rates {
  const first = surveyed.length === 0 ? undefined : priceOf(0);
  const isPriced = first !== undefined && surveyed.every((_, index) => priceOf(index)?.currency === first.currency);
  return {
    currency: isPriced ? first.currency : undefined,
    rateOf(index) {
      const seats = surveyed[index]?.subscription.seats ?? 0;
      return isPriced ? seats * Math.round((priceOf(index)?.unitPrice ?? 0) * SCALE) : seats;
    },
  };
}
