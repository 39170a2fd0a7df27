import type { PlainDate } from "../model/plain-date.ts";
import { countryOf } from "../model/region.ts";
import type { Surveyed } from "../model/survey.ts";
import { priceOf } from "./prices.ts";

/** What the same offer costs when bought again, judged at the term end; undefined where no price list tells. */
export function newPriceOf(
  { subscription, identity, tenant, targetSeats }: Surveyed,
  today: PlainDate,
): { readonly unitPrice: number; readonly currency: string } | undefined {
  if (identity.offer?.prices === undefined) return undefined;
  const { termEnd, term, currency } = subscription;
  const price = priceOf(identity.offer, {
    country: countryOf(tenant.region),
    // A term that is not given is planned as annual.
    term: term ?? "P1Y",
    seats: targetSeats,
    currency,
    day: termEnd === undefined || termEnd < today ? today : termEnd,
  });
  return price && { unitPrice: price.perMonth, currency: price.currency };
}
