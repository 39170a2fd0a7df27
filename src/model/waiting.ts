import type { PlainDate } from "./plain-date.ts";
import type { Subscription } from "./subscription.ts";

/** What follows where a subscription is not replaced by the end of its term. */
export type Waiting =
  /** It renews, and the new term is due to its end. Both days inclusive. */
  | { readonly kind: "renews"; readonly from: PlainDate; readonly until: PlainDate; readonly months: number }
  /** From this day on it runs on as an extended term, month by month and dearer (DOMAIN.md 3.6). */
  | { readonly kind: "runsOn"; readonly from: PlainDate }
  /** Nothing is paid any more, and after this day users have no access. */
  | { readonly kind: "ends"; readonly accessUntil: PlainDate };

const PRICE_SCALE = 1_000_000;

/**
 * The cost of waiting, in the currency of the export: the price of the whole term that a renewal makes due, rounded to cents.
 * Undefined: nothing renews, or no price is known.
 */
export function costOfWaiting(waiting: Waiting | undefined, subscription: Subscription): number | undefined {
  const { seats, unitPrice } = subscription;
  if (waiting?.kind !== "renews" || unitPrice === undefined) return undefined;
  const scaled = BigInt(Math.round(unitPrice * PRICE_SCALE)) * BigInt(seats) * BigInt(waiting.months);
  const cent = BigInt(PRICE_SCALE / 100);
  return Number((scaled + cent / 2n) / cent) / 100;
}
