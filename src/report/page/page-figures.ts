import type { Severity } from "../../findings/finding.ts";
import { addDays, earliestKnown, isoWeek, type PlainDate, weekdayOf } from "../../model/plain-date.ts";
import type { Plan, PlannedSubscription } from "../../model/plan.ts";
import { costOfWaiting } from "../../model/waiting.ts";

/** Columns of the chart of weeks; what switches later is one more. */
export const WEEKS_SHOWN = 104;
/** Customers whose overlap costs most. */
const CUSTOMERS_SHOWN = 10;

export interface Week {
  /** `2027-W11`; for the last column, the week that it begins with. */
  readonly week: string;
  readonly monday: PlainDate;
  readonly ready: number;
  readonly review: number;
}

export interface FindingFigure {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly subscriptions: number;
  /** Purchased seats of these subscriptions. */
  readonly seats: number;
}

export interface OverlapFigure {
  readonly currency: string;
  readonly cost: number;
  readonly subscriptions: number;
  /** The most expensive first. */
  readonly customers: readonly { readonly name: string; readonly cost: number }[];
}

export interface PageFigures {
  /** Every week from the first switch to the last, also those without one. */
  readonly weeks: readonly Week[];
  /** Switches after the last week shown. */
  readonly later: number;
  readonly withoutDay: number;
  /** In the order of the severities, then the most seats first. */
  readonly findings: readonly FindingFigure[];
  readonly overlaps: readonly OverlapFigure[];
  /** Subscriptions that overlap and have no price. */
  readonly unpriced: number;
  readonly waiting: WaitingFigures;
}

/** What follows where the day planned is missed, or there is none, of all that is not excluded. */
export interface WaitingFigures {
  readonly renewing: number;
  readonly firstRenewal: PlainDate | undefined;
  /** Of the terms that renewals make due, by currency. */
  readonly costs: readonly { readonly currency: string; readonly cost: number; readonly subscriptions: number }[];
  readonly runningOn: number;
  readonly ending: number;
}

/** What the page for deciders says beyond the totals. Only what is ready or in review counts as a switch or as a cost. */
export function pageFigures(plan: Plan): PageFigures {
  const moving = plan.subscriptions.filter(({ status }) => status === "ready" || status === "review");
  const overlapping = moving.filter(({ slot }) => (slot.overlapDays ?? 0) > 0);
  return {
    ...weeksOf(moving),
    withoutDay: moving.filter(({ slot }) => slot.switchOn === undefined).length,
    findings: findingFigures(plan),
    overlaps: overlapFigures(overlapping),
    unpriced: overlapping.filter(({ slot }) => slot.overlapCost === undefined).length,
    waiting: waitingFigures(plan),
  };
}

function waitingFigures(plan: Plan): WaitingFigures {
  const counts = { renews: 0, runsOn: 0, ends: 0 };
  const byCurrency = new Map<string, { cents: number; subscriptions: number }>();
  let firstRenewal: PlainDate | undefined;
  for (const { status, slot, subscription } of plan.subscriptions) {
    const { waiting } = slot;
    if (status === "excluded" || waiting === undefined) continue;
    counts[waiting.kind] += 1;
    if (waiting.kind === "renews") firstRenewal = earliestKnown(firstRenewal, waiting.from);
    const cost = costOfWaiting(waiting, subscription);
    if (cost === undefined) continue;
    const sum = byCurrency.get(subscription.currency) ?? { cents: 0, subscriptions: 0 };
    byCurrency.set(subscription.currency, sum);
    sum.cents += Math.round(cost * 100);
    sum.subscriptions += 1;
  }
  const costs = [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { cents, subscriptions }]) => ({ currency, cost: cents / 100, subscriptions }));
  return { renewing: counts.renews, firstRenewal, costs, runningOn: counts.runsOn, ending: counts.ends };
}

function weeksOf(moving: readonly PlannedSubscription[]): Pick<PageFigures, "weeks" | "later"> {
  const counts = new Map<PlainDate, { ready: number; review: number }>();
  for (const { slot, status } of moving) {
    if (slot.switchOn === undefined) continue;
    const monday = mondayOf(slot.switchOn);
    const count = counts.get(monday) ?? { ready: 0, review: 0 };
    counts.set(monday, count);
    count[status === "ready" ? "ready" : "review"] += 1;
  }
  const mondays = [...counts.keys()].sort((a, b) => a - b);
  const [first] = mondays;
  const last = mondays.at(-1);
  if (first === undefined || last === undefined) return { weeks: [], later: 0 };

  const weeks: Week[] = [];
  for (let monday = first; monday <= last && weeks.length < WEEKS_SHOWN; monday = addDays(monday, 7)) {
    weeks.push({ week: isoWeek(monday), monday, ...(counts.get(monday) ?? { ready: 0, review: 0 }) });
  }
  const shown = weeks.reduce((sum, { ready, review }) => sum + ready + review, 0);
  const all = [...counts.values()].reduce((sum, { ready, review }) => sum + ready + review, 0);
  return { weeks, later: all - shown };
}

function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

function findingFigures(plan: Plan): readonly FindingFigure[] {
  const figures = new Map<string, { severity: Severity; title: string; subscriptions: number; seats: number }>();
  for (const { findings, subscription } of plan.subscriptions) {
    const seen = new Set<string>();
    for (const { wording, severity } of findings) {
      // A code may block one subscription and exclude another.
      const key = `${severity} ${wording.code}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const figure = figures.get(key) ?? { severity, title: wording.title, subscriptions: 0, seats: 0 };
      figures.set(key, figure);
      figure.subscriptions += 1;
      figure.seats += subscription.seats;
    }
  }
  return [...figures]
    .map(([key, figure]) => ({ code: key.slice(figure.severity.length + 1), ...figure }))
    .sort((a, b) => b.seats - a.seats || (a.code < b.code ? -1 : 1));
}

function overlapFigures(overlapping: readonly PlannedSubscription[]): readonly OverlapFigure[] {
  // Summed in cents: a sum of fractions would depend on its order.
  const byCurrency = new Map<string, { cents: number; subscriptions: number; byCustomer: Map<string, Cents> }>();
  for (const { slot, subscription } of overlapping) {
    if (slot.overlapCost === undefined) continue;
    const cents = Math.round(slot.overlapCost * 100);
    const { customer } = subscription;
    const currency = slot.costCurrency ?? subscription.currency;
    const sum = byCurrency.get(currency) ?? { cents: 0, subscriptions: 0, byCustomer: new Map() };
    byCurrency.set(currency, sum);
    sum.cents += cents;
    sum.subscriptions += 1;
    const own = sum.byCustomer.get(customer.key) ?? { key: customer.key, name: customer.name, cents: 0 };
    sum.byCustomer.set(customer.key, own);
    own.cents += cents;
  }
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { cents, subscriptions, byCustomer }]) => ({
      currency,
      cost: cents / 100,
      subscriptions,
      customers: [...byCustomer.values()]
        .sort((a, b) => b.cents - a.cents || (a.key < b.key ? -1 : 1))
        .slice(0, CUSTOMERS_SHOWN)
        .map(({ name, cents: own }) => ({ name, cost: own / 100 })),
    }));
}

interface Cents {
  readonly key: string;
  readonly name: string;
  cents: number;
}
