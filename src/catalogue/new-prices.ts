import type { PlainDate } from "../model/plain-date.ts";
import type { Slot } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import { type NewPrice, priceOf } from "./prices.ts";

/** What the same offer costs when bought again, judged at the term end; undefined where no price list tells. */
export function newPriceOf(
  { subscription, identity, tenant, targetSeats }: Surveyed,
  today: PlainDate,
): NewPrice | undefined {
  if (identity.offer?.prices === undefined) return undefined;
  const { termEnd, term, currency } = subscription;
  return priceOf(identity.offer, {
    country: "country" in tenant.region ? tenant.region.country : undefined,
    // A term that is not given is planned as annual.
    term: term ?? "P1Y",
    seats: targetSeats,
    currency,
    day: termEnd === undefined || termEnd < today ? today : termEnd,
  });
}

/** The same book with the new subscription's price in place of the export's: what a day of overlap costs. */
export function withNewPrices(surveyed: readonly Surveyed[], today: PlainDate): readonly Surveyed[] {
  return surveyed.map((one) => {
    const price = newPriceOf(one, today);
    if (price === undefined) return one;
    const { perMonth: unitPrice, currency } = price;
    return { ...one, subscription: { ...one.subscription, unitPrice, currency } };
  });
}

/** Slots whose cost is in another currency than the export's say so. */
export function withCostCurrency(
  slots: readonly Slot[],
  surveyed: readonly Surveyed[],
  priced: readonly Surveyed[],
): readonly Slot[] {
  return slots.map((slot, at) => {
    const currency = priced[at]?.subscription.currency;
    const isSame = currency === undefined || currency === surveyed[at]?.subscription.currency;
    return isSame ? slot : { ...slot, costCurrency: currency };
  });
}
