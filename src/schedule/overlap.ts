import type { PlainDate } from "../model/plain-date.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Choice } from "./choice.ts";
import { endOfTerm, firstTermEndingFrom, renews, type Terms } from "./terms.ts";

const PRICE_SCALE = 1_000_000;
// A month's price times twelve is a year's.
const MONTHS_PER_YEAR = 12n;
const DAYS_PER_YEAR = 365n;

/** Last day of the term in which the switch falls. After a term that does not renew, its own end: nothing follows it. */
export function coveredUntil(choice: Choice, switchOn: PlainDate, terms: Terms, subscription: Subscription): PlainDate {
  if (choice.rule === "afterTerm" || !renews(subscription)) return choice.termEnd;
  return endOfTerm(terms, firstTermEndingFrom(terms, switchOn));
}

/** In hundredths of the currency, half a hundredth rounded up. Whole numbers throughout, so that no machine rounds otherwise. */
export function overlapCents(overlapDays: number, seats: number, unitPrice: number): number {
  const scaledPrice = BigInt(Math.round(unitPrice * PRICE_SCALE));
  const numerator = BigInt(overlapDays) * BigInt(seats) * scaledPrice * MONTHS_PER_YEAR * 100n;
  const denominator = DAYS_PER_YEAR * BigInt(PRICE_SCALE);
  return Number((2n * numerator + denominator) / (2n * denominator));
}
