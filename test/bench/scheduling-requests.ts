import { addDays, plainDate } from "../../src/model/plain-date.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { aSurveyed } from "../schedule/a-surveyed.ts";
import { aCustomer } from "../support/a-subscription.ts";

export const today = plainDate("2026-12-01");
const TERM_DAYS = 365;
const SUBSCRIPTIONS_PER_CUSTOMER = 20;
const PRICES = [4.2, 5.6, 9.8, 11.7, 18.6, 20.6, 32.4, 51.3];

/** The same numbers in every run: a bench that draws anew measures something else each time. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A synthetic book as the schedule sees it, customer by customer: twenty subscriptions each, a third of the terms ending with a
 * month, half of them transferred and half bought anew, few of them large.
 */
export function schedulingRequests(count: number, seed = 7): readonly Surveyed[] {
  const below = randomNumbers(seed);
  const pattern = aSurveyed();
  // Books are in the order of names, and ties in that of keys, which have nothing to do with names.
  const customers = Array.from({ length: Math.ceil(count / SUBSCRIPTIONS_PER_CUSTOMER) }, (_, number) =>
    aCustomer({ key: asRead(`${below(1e6)}-customer-${number}`), relationship: below(10) < 7 }),
  );
  return Array.from({ length: count }, (_, number) => {
    const customer = customers[Math.floor(number / SUBSCRIPTIONS_PER_CUSTOMER)] ?? aCustomer();
    const end = addDays(today, 5 + below(TERM_DAYS));
    const isMonthEnd = below(3) === 0;
    const id = asRead(`subscription-${String(number).padStart(7, "0")}`);
    const subscription = {
      ...pattern.subscription,
      customer,
      id,
      key: id,
      termEnd: isMonthEnd ? lastOfMonth(end) : end,
      seats: 1 + below(10) * (below(12) === 0 ? 30 : 1),
      unitPrice: PRICES[below(PRICES.length)] ?? 1,
      currency: "EUR",
      autoRenew: below(5) > 0,
    };
    return {
      ...pattern,
      subscription,
      channel: below(2) === 0 ? ("csp-nce" as const) : ("csp-legacy" as const),
      tenant: { ...pattern.tenant, customer },
      targetSeats: subscription.seats,
    };
  });
}

/** In one piece, as text from a file is, and not yet to be put together. */
function asRead(text: string): string {
  return Buffer.from(text).toString();
}

function lastOfMonth(day: Surveyed["subscription"]["termEnd"] & number) {
  let last = day;
  while (new Date(addDays(last, 1) * 86_400_000).getUTCDate() !== 1) last = addDays(last, 1);
  return last;
}
