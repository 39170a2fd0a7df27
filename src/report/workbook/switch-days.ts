import { addDays, isoWeek, type PlainDate, weekdayOf } from "../../model/plain-date.ts";
import type { Plan, PlannedSubscription } from "../../model/plan.ts";

/** What is switched on one day, or in one week. */
export interface SwitchCount {
  readonly subscriptions: number;
  readonly customers: number;
  readonly seats: number;
}

export interface SwitchWeek extends SwitchCount {
  /** As 2027-W11. */
  readonly wave: string;
  readonly monday: PlainDate;
  /** Monday to Sunday. */
  readonly days: readonly (SwitchCount | undefined)[];
}

/** Only what moves: blocked subscriptions take no capacity. In the order of days; weeks without a switch are left out. */
export function switchWeeks(plan: Plan): readonly SwitchWeek[] {
  const days = new Map<PlainDate, Tally>();
  const weeks = new Map<PlainDate, Tally>();
  for (const planned of plan.subscriptions) {
    const on = planned.slot.switchOn;
    if (on === undefined || (planned.status !== "ready" && planned.status !== "review")) continue;
    add(days, on, planned);
    add(weeks, mondayOf(on), planned);
  }
  return [...weeks]
    .sort(([a], [b]) => a - b)
    .map(([monday, count]) => ({
      ...count,
      monday,
      wave: isoWeek(monday),
      days: Array.from({ length: 7 }, (_, weekday) => days.get(addDays(monday, weekday))),
    }));
}

interface Tally {
  subscriptions: number;
  customers: number;
  seats: number;
  lastCustomer: unknown;
}

function add(tallies: Map<PlainDate, Tally>, day: PlainDate, { subscription, targetSeats }: PlannedSubscription): void {
  const tally = tallies.get(day) ?? { subscriptions: 0, customers: 0, seats: 0, lastCustomer: undefined };
  tallies.set(day, tally);
  tally.subscriptions += 1;
  tally.seats += targetSeats;
  // The rows of a customer stand together.
  if (tally.lastCustomer !== subscription.customer) tally.customers += 1;
  tally.lastCustomer = subscription.customer;
}

export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}
