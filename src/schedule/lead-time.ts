import { addDays, type PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Subscription } from "../model/subscription.ts";

/** Days that the customer needs to accept the relationship; none where it exists. Unknown counts as missing. */
export function leadDaysOf({ customer }: Subscription, policy: Policy): number {
  return customer.relationship === true ? 0 : policy.relationshipLeadDays;
}

/** First calendar day that the lead time leaves. */
export function readyFrom(subscription: Subscription, policy: Policy, today: PlainDate): PlainDate {
  return addDays(today, leadDaysOf(subscription, policy));
}
