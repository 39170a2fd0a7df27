import type { Price } from "../../src/model/offer.ts";
import { plainDate } from "../../src/model/plain-date.ts";

/** A line of a price list. */
export function aPrice(differences: Partial<Price> = {}): Price {
  return {
    term: "P1Y",
    billing: "annual",
    market: "DE",
    currency: "EUR",
    perMonth: 10,
    fromSeats: 0,
    toSeats: Number.POSITIVE_INFINITY,
    from: plainDate("2026-01-01"),
    until: plainDate("2026-12-31"),
    source: "list",
    ...differences,
  };
}
