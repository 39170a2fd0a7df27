import { addDays, addMonths, type PlainDate, partsOf, plainDate } from "../model/plain-date.ts";
import type { Channel, Subscription, Term } from "../model/subscription.ts";

/** The terms of one subscription. Term 0 ends as exported; term k begins on the day after term k - 1. */
export interface Terms {
  /** First day of a term from which months are counted, so that a start on the 31st does not drift. */
  readonly anchor: PlainDate;
  /** Terms from the anchor to the end of term 0. */
  readonly elapsed: number;
  readonly months: number;
}

const MONTHS: Readonly<Record<Term, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };
const GRACE_DAYS = 30;
// DOMAIN.md 3.6: bought or renewed on or after the first, ending on or after the second: no free grace.
const EXTENDED_TERM_BEGIN = plainDate("2025-04-01");
const EXTENDED_TERM_END = plainDate("2026-05-04");
const EXTENDED_TERM_CHANNELS: ReadonlySet<Channel> = new Set<Channel>(["csp-nce", "direct", "unknown"]);

/** Undefined: nobody can say when the current term ends. An empty term is taken as annual. */
export function termsOf(subscription: Subscription, today: PlainDate): Terms | undefined {
  const { start, termEnd, term, status } = subscription;
  const months = MONTHS[term ?? "P1Y"];
  if (termEnd === undefined) {
    // Without an end date only a monthly term that still runs tells by its start where it stands.
    if (start === undefined || months !== 1 || status === "expired") return undefined;
    const running: Terms = { anchor: start, elapsed: 1, months };
    return { ...running, elapsed: 1 + firstTermEndingFrom(running, today) };
  }
  if (months === 1 && start !== undefined && start <= termEnd) {
    const fromStart: Terms = { anchor: start, elapsed: 1, months };
    const index = firstTermEndingFrom(fromStart, termEnd);
    if (endOfTerm(fromStart, index) === termEnd) return { ...fromStart, elapsed: 1 + index };
  }
  return { anchor: addDays(termEnd, 1), elapsed: 0, months };
}

/** Last day of term `index`, inclusive. */
export function endOfTerm({ anchor, elapsed, months }: Terms, index: number): PlainDate {
  const ended = elapsed + index;
  return addDays(ended === 0 ? anchor : addMonths(anchor, months * ended), -1);
}

/** Number of the first term, from term 0 on, that ends on or after `day`. */
export function firstTermEndingFrom(terms: Terms, day: PlainDate): number {
  const from = partsOf(terms.anchor);
  const to = partsOf(day);
  const monthsPassed = (to.year - from.year) * 12 + to.month - from.month;
  let index = Math.max(0, Math.floor(monthsPassed / terms.months) - 1 - terms.elapsed);
  while (endOfTerm(terms, index) < day) index += 1;
  return index;
}

/** It renews by itself at the end of its term, as far as anybody said. What has expired did not renew. */
export function renews({ autoRenew, status }: Subscription): boolean {
  return autoRenew !== false && status !== "expired";
}

/** Last day on which users still have access after a term that does not renew: the term end itself where no grace exists. */
export function graceEnd(termEnd: PlainDate, channel: Channel, term: Term | undefined): PlainDate {
  return endsInExtendedTerm(termEnd, channel, term) ? termEnd : addDays(termEnd, GRACE_DAYS);
}

/** With auto-renew off, the paid Extended Service Term follows instead of 30 free days. */
export function endsInExtendedTerm(termEnd: PlainDate, channel: Channel, term: Term | undefined): boolean {
  if (!EXTENDED_TERM_CHANNELS.has(channel) || termEnd < EXTENDED_TERM_END) return false;
  return addMonths(addDays(termEnd, 1), -MONTHS[term ?? "P1Y"]) >= EXTENDED_TERM_BEGIN;
}
