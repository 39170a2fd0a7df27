import { CHANNELS, SUBSCRIPTION_STATUSES, TERMS } from "../model/subscription.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import { mapIn } from "./map-in.ts";
import { pairKey } from "./pair-key.ts";

/** Above this number of active subscriptions a tenant cannot hold old and new side by side (DOMAIN.md 1.1). */
const CROWDED_TENANT = 150;

// A status, or none.
const STATES = SUBSCRIPTION_STATUSES.length + 1;
const FLAGS = TERMS.length * 3 * 8;

/** Numbers values in the order in which they are met. */
class Numbers<Value> {
  private readonly known = new Map<Value, number>();

  of(value: Value): number {
    const number = this.known.get(value) ?? this.known.size;
    this.known.set(value, number);
    return number;
  }
}

/**
 * What the rules of dates see of a subscription, as a number: those in one situation have the same terms, window and day, while
 * they are alone and nobody decides otherwise. A large book has few situations, and each is thought through once. Price, seats,
 * product and customer are no part of it.
 */
export class Situations {
  private readonly calendars = new Numbers<Calendar>();
  private readonly channels = new Numbers<Surveyed["channel"]>();
  private readonly states = new Numbers<Surveyed["subscription"]["status"]>();
  private readonly known = new Map<number, Map<number, number>>();
  private count = 0;

  of({ subscription, channel, exclusions, tenant }: Surveyed, calendar: Calendar): number {
    const { start, termEnd, term, autoRenew, status, customer } = subscription;
    // Only months are counted from their start (termsOf).
    const dates = pairKey(termEnd, term === "P1M" ? start : undefined);
    let flags = TERMS.indexOf(term ?? "P1Y") * 3 + (autoRenew === undefined ? 0 : autoRenew ? 1 : 2);
    flags = flags * 8 + (exclusions.length > 0 ? 1 : 0) + (isCrowded(tenant) ? 2 : 0);
    if (customer.relationship === true) flags += 4;
    const place = this.calendars.of(calendar) * CHANNELS.length + this.channels.of(channel);
    const key = (place * STATES + this.states.of(status)) * FLAGS + flags;
    const byKey = mapIn(this.known, dates);
    const before = byKey.get(key);
    if (before !== undefined) return before;
    const number = this.count;
    this.count += 1;
    byKey.set(key, number);
    return number;
  }
}

export function isCrowded({ activeSubscriptionCount }: Surveyed["tenant"]): boolean {
  return activeSubscriptionCount > CROWDED_TENANT;
}
