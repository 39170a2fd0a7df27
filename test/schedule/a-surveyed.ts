import type { Customer } from "../../src/model/customer.ts";
import type { Ruling } from "../../src/model/decision.ts";
import type { Offer } from "../../src/model/offer.ts";
import { parseIsoDate, plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Slot } from "../../src/model/slot.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import type { Surveyed, TenantFacts } from "../../src/model/survey.ts";
import { schedule } from "../../src/schedule/schedule.ts";
import { aCase } from "../support/a-case.ts";
import { aPolicy } from "../support/a-slot.ts";

/** What differs from an annual, auto-renewing subscription of the old programme that ends on Wednesday 2027-03-31. */
export interface SurveyedDifference extends Partial<Omit<Subscription, "start" | "termEnd" | "customer">> {
  readonly start?: string;
  readonly termEnd?: string;
  readonly channel?: Surveyed["channel"];
  readonly relationship?: boolean;
  readonly customer?: Customer;
  readonly offer?: Partial<Offer>;
  readonly productKey?: string;
  readonly tenant?: Partial<TenantFacts>;
  readonly targetSeats?: number;
  readonly base?: Surveyed["base"];
  readonly exclusions?: Surveyed["exclusions"];
}

export function aSurveyed(difference: SurveyedDifference = {}): Surveyed {
  const {
    start,
    termEnd,
    channel,
    relationship,
    customer,
    offer,
    productKey,
    tenant,
    targetSeats,
    base,
    exclusions,
    ...rest
  } = difference;
  const subscription: Partial<Subscription> = {
    start: parseIsoDate(start ?? ""),
    termEnd: termEnd === undefined ? plainDate("2027-03-31") : parseIsoDate(termEnd),
    ...(customer === undefined ? {} : { customer }),
    ...rest,
  };
  const made = aCase({
    name: "",
    subscription,
    customer: { relationship: relationship ?? true },
    ...(offer === undefined ? {} : { offer }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(productKey === undefined ? {} : { identity: { productKey } }),
    case: { channel: channel ?? "csp-legacy" },
  });
  return {
    subscription: made.subscription,
    identity: made.identity,
    channel: made.channel,
    tenant: made.tenant,
    productInTenant: made.productInTenant,
    targetSeats: targetSeats ?? made.subscription.seats,
    base,
    exclusions: exclusions ?? [],
  };
}

export const partners = [{ id: "eu", name: "Contoso Cloud EU", country: "DE", tenantId: "" }];

/** The slots on one day under one policy. */
export function slotsOf(
  surveyed: readonly Surveyed[],
  { today = "2026-12-01", ...policy }: Partial<Policy> & { readonly today?: string } = {},
  rulings: readonly (Ruling | undefined)[] = [],
  becomes: ReadonlyMap<number, readonly Offer[]> = new Map(),
): readonly Slot[] {
  return schedule(surveyed, {
    policy: aPolicy(policy),
    today: plainDate(today),
    partners,
    mustBuy: new Set<number>(),
    rulings,
    becomes,
  }).slots;
}

export function slotOf(
  difference: SurveyedDifference,
  policy: Partial<Policy> & { readonly today?: string } = {},
  ruling?: Partial<Ruling>,
): Slot {
  const rulings = ruling === undefined ? [] : [aRuling(ruling)];
  const [slot] = slotsOf([aSurveyed(difference)], policy, rulings);
  if (slot === undefined) throw new Error("schedule gave no slot.");
  return slot;
}

export function aFreeze(from: string, to: string, reason = "quiet days"): Policy["freezes"][number] {
  return { from: plainDate(from), to: plainDate(to), reason };
}

export function aRuling(difference: Partial<Ruling>): Ruling {
  return {
    kind: "change",
    offers: undefined,
    seats: undefined,
    switchOn: undefined,
    source: "Ana, plan.xlsx Plan!C5",
    ...difference,
  };
}
