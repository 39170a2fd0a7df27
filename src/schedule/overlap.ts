import type { PlainDate } from "../model/plain-date.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Choice } from "./choice.ts";
import { endOfTerm, firstTermEndingFrom, renews, type Terms } from "./terms.ts";

const PRICE_SCALE = 1_000_000;
// A month's price times twelve is a year's; a cent is a hundredth of what the scale has.
const MONTHS_PER_YEAR = 12;
const SCALED_CENT_YEARS = (365 * PRICE_SCALE) / 100;

/** Last day of the term in which the switch falls. After a term that does not renew, its own end: nothing follows it. */
export function coveredUntil(choice: Choice, switchOn: PlainDate, terms: Terms, subscription: Subscription): PlainDate {
  if (choice.rule === "afterTerm" || !renews(subscription)) return choice.termEnd;
  return endOfTerm(terms, firstTermEndingFrom(terms, switchOn));
}

/** In hundredths of the currency, half a hundredth rounded up. Whole numbers throughout, so that no machine rounds otherwise. */
export function overlapCents(overlapDays: number, seats: number, unitPrice: number): number {
  const scaledPrice = Math.round(unitPrice * PRICE_SCALE);
  const twice = 2 * overlapDays * seats * scaledPrice * MONTHS_PER_YEAR + SCALED_CENT_YEARS;
  const divisor = 2 * SCALED_CENT_YEARS;
  if (Number.isSafeInteger(twice)) return (twice - (twice % divisor)) / divisor;
  const large = 2n * BigInt(overlapDays) * BigInt(seats) * BigInt(scaledPrice) * BigInt(MONTHS_PER_YEAR);
  return Number((large + BigInt(SCALED_CENT_YEARS)) / BigInt(divisor));
}
