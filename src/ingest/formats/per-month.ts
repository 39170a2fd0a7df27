import type { Billing } from "../../model/subscription.ts";

const MONTHS = { monthly: 1, annual: 12, triennial: 36 } as const satisfies Readonly<Record<Billing, number>>;

/** The part of one month of a price for a whole period, to the four decimals that price lists have. */
export function perMonth(price: number, period: Billing): number {
  return Math.round((price / MONTHS[period]) * 10_000) / 10_000;
}
