import { addDays, earliestKnown, latestKnown, type PlainDate } from "../../model/plain-date.ts";
import type { Plan, PlannedCustomer, PlannedSubscription, Status } from "../../model/plan.ts";

/** Terms that end within so many days of the plan's day are named on the first sheet. */
export const SOON_DAYS = 30;

/** What the first sheet says of a plan beyond its totals. */
export interface PlanFacts {
  readonly seatsByStatus: Readonly<Record<Status, number>>;
  /** The finding that blocks most subscriptions, and the one that puts most in review. */
  readonly mostBlockedBy: CodeCount | undefined;
  readonly mostReviewedFor: CodeCount | undefined;
  /** Customers with something to move and no reseller relationship; and the first day by which one must be invited. */
  readonly customersToInvite: number;
  readonly inviteBy: PlainDate | undefined;
  /** Of ready and review subscriptions. */
  readonly firstSwitch:
    | { readonly on: PlainDate; readonly subscriptions: number; readonly customers: number }
    | undefined;
  readonly lastSwitchOn: PlainDate | undefined;
  readonly autoRenewOffBy: PlainDate | undefined;
  /** Terms of what is to move that end within {@link SOON_DAYS} days. */
  readonly termsEndingSoon: number;
  readonly firstTermEnd: PlainDate | undefined;
  /** Overlap cost by currency, by code. */
  readonly overlapCosts: readonly { readonly currency: string; readonly cost: number }[];
}

export interface CodeCount {
  readonly code: string;
  readonly count: number;
}

export function planFacts(plan: Plan): PlanFacts {
  const seatsByStatus: Record<Status, number> = { ready: 0, review: 0, blocked: 0, excluded: 0 };
  const blocking = new Map<string, number>();
  const warning = new Map<string, number>();
  const cents = new Map<string, number>();
  const soon = addDays(plan.asOf, SOON_DAYS);
  let firstOn: PlainDate | undefined;
  let lastSwitchOn: PlainDate | undefined;
  let autoRenewOffBy: PlainDate | undefined;
  let firstTermEnd: PlainDate | undefined;
  let termsEndingSoon = 0;

  for (const planned of plan.subscriptions) {
    const { status, slot, subscription } = planned;
    seatsByStatus[status] += subscription.seats;
    if (status === "blocked") countCodes(planned, "blocking", blocking);
    if (status === "review") countCodes(planned, "warning", warning);
    if (status !== "excluded" && slot.termEnd !== undefined && slot.termEnd >= plan.asOf && slot.termEnd <= soon) {
      termsEndingSoon += 1;
      firstTermEnd = earliestKnown(firstTermEnd, slot.termEnd);
    }
    if (!moves(planned)) continue;
    firstOn = earliestKnown(firstOn, slot.switchOn);
    lastSwitchOn = latestKnown(lastSwitchOn, slot.switchOn);
    autoRenewOffBy = earliestKnown(autoRenewOffBy, slot.autoRenewOffBy);
    if (slot.overlapCost !== undefined && slot.overlapCost > 0) {
      // Summed in cents: a sum of fractions would depend on its order.
      const sum = (cents.get(slot.costCurrency ?? subscription.currency) ?? 0) + Math.round(slot.overlapCost * 100);
      cents.set(slot.costCurrency ?? subscription.currency, sum);
    }
  }

  const toInvite = plan.customers.filter(isToInvite);
  return {
    seatsByStatus,
    mostBlockedBy: most(blocking),
    mostReviewedFor: most(warning),
    customersToInvite: toInvite.length,
    inviteBy: toInvite.flatMap((customer) => customer.subscriptions).reduce(earliestInvitation, undefined),
    firstSwitch: firstOn === undefined ? undefined : switchesOn(plan, firstOn),
    lastSwitchOn,
    autoRenewOffBy,
    termsEndingSoon,
    firstTermEnd,
    overlapCosts: [...cents]
      .map(([currency, sum]) => ({ currency, cost: sum / 100 }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}

/** Blocked and excluded subscriptions may have a date, but nobody acts on it yet. */
function moves(planned: PlannedSubscription): boolean {
  return planned.status === "ready" || planned.status === "review";
}

function isToInvite({ customer, subscriptions }: PlannedCustomer): boolean {
  return customer.relationship !== true && subscriptions.some(moves);
}

function earliestInvitation(found: PlainDate | undefined, planned: PlannedSubscription): PlainDate | undefined {
  return moves(planned) ? earliestKnown(found, planned.slot.inviteBy) : found;
}

function switchesOn(plan: Plan, on: PlainDate): PlanFacts["firstSwitch"] {
  const that = plan.subscriptions.filter((planned) => moves(planned) && planned.slot.switchOn === on);
  const customers = new Set(that.map((planned) => planned.subscription.customer)).size;
  return { on, subscriptions: that.length, customers };
}

function countCodes(planned: PlannedSubscription, severity: string, counts: Map<string, number>): void {
  const codes = planned.findings.filter((found) => found.severity === severity).map((found) => found.wording.code);
  for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
}

function most(counts: ReadonlyMap<string, number>): CodeCount | undefined {
  const [first] = [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return first;
}
