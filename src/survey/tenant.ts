import type { Customer } from "../model/customer.ts";
import type { Identity } from "../model/offer.ts";
import type { Subscription } from "../model/subscription.ts";
import type { BaseFacts, ProductInTenant, TenantFacts } from "../model/survey.ts";
import { routeCustomer } from "../regions/regions.ts";
import { joinUsage, type UsageRecord } from "./assigned-seats.ts";
import { type Held, isAddOn, tenantBases } from "./base.ts";
import { countOfRows, withCountOfRows } from "./own-counts.ts";
import { productWords } from "./product-words.ts";
import type { SurveyOptions } from "./survey-options.ts";
import { handOutSeats } from "./target-seats.ts";

/** What there is to know of one tenant, before any sum. */
interface TenantRecords {
  /** Neither deleted nor excluded. */
  readonly held: readonly Held[];
  /** Excluded only because the new partner has them: they stay, and so do their users. */
  readonly ours: readonly Held[];
  readonly usage: readonly UsageRecord[];
  readonly unreadCountry: string | undefined;
  readonly activeSubscriptionCount: number;
  /** Target seats that people decided, whatever the policy. */
  readonly decidedSeats: ReadonlyMap<Subscription, number>;
}

export interface SurveyedTenant {
  readonly facts: TenantFacts;
  productOf(identity: Identity): ProductInTenant;
  targetSeatsOf(subscription: Subscription): number;
  basesOf(addOn: Held): BaseFacts | undefined;
}

const NOT_HELD: ProductInTenant = {
  subscriptionCount: 0,
  seats: 0,
  targetSeats: 0,
  assignedSeats: undefined,
  assignedAt: undefined,
  assignedElsewhere: [],
};

export function surveyTenant(customer: Customer, records: TenantRecords, options: SurveyOptions): SurveyedTenant {
  const { held, ours, usage, unreadCountry, activeSubscriptionCount, decidedSeats } = records;
  const staying = new Set(ours.map(({ subscription }) => subscription));
  const all = staying.size === 0 ? held : [...held, ...ours];
  const byProduct = groupByProduct(all);
  const assigned = usage.length === 0 ? undefined : joinUsage(namesOf(byProduct, options), usage);
  const targetSeats = new Map<Subscription, number>();
  const products = new Map<string, ProductInTenant>();
  for (const [productKey, ofProduct] of byProduct) {
    const subscriptions = ofProduct.map(({ subscription }) => subscription);
    const ofTenant = assigned?.get(productKey);
    const count = ofTenant === undefined ? countOfRows(subscriptions) : withCountOfRows(ofTenant, subscriptions);
    if (options.policy.seats === "assigned" && count !== undefined) {
      const moving = subscriptions.filter((subscription) => !staying.has(subscription));
      const stayingSeats = sum(subscriptions, (one) => (staying.has(one) ? one.seats : 0));
      for (const [subscription, seats] of handOutSeats(moving, count.seats - stayingSeats))
        targetSeats.set(subscription, seats);
    }
    for (const subscription of subscriptions) {
      const seats = decidedSeats.get(subscription);
      if (seats !== undefined) targetSeats.set(subscription, seats);
    }
    products.set(productKey, {
      subscriptionCount: subscriptions.length,
      seats: sum(subscriptions, ({ seats }) => seats),
      targetSeats: sum(subscriptions, (subscription) => targetSeats.get(subscription) ?? subscription.seats),
      assignedSeats: count?.seats,
      assignedAt: count?.at,
      assignedElsewhere: count?.elsewhere ?? [],
    });
  }
  const seatsOf = (subscription: Subscription) => targetSeats.get(subscription) ?? subscription.seats;
  const bases = held.some(isAddOn) ? tenantBases(all, options.catalogue, seatsOf) : undefined;
  return {
    facts: { customer, region: routeCustomer(customer, options.partners, unreadCountry), activeSubscriptionCount },
    productOf: (identity) => products.get(identity.productKey) ?? NOT_HELD,
    targetSeatsOf: seatsOf,
    basesOf: (addOn) => bases?.basesOf(addOn),
  };
}

function groupByProduct(held: readonly Held[]): ReadonlyMap<string, readonly Held[]> {
  const groups = new Map<string, Held[]>();
  for (const one of held) {
    const group = groups.get(one.identity.productKey);
    if (group === undefined) groups.set(one.identity.productKey, [one]);
    else group.push(one);
  }
  return groups;
}

function namesOf(byProduct: ReadonlyMap<string, readonly Held[]>, { catalogue }: SurveyOptions) {
  return [...byProduct].map(([productKey, ofProduct]) => {
    const identities = new Set(ofProduct.map(({ identity }) => identity));
    return { productKey, words: new Set([...identities].flatMap((identity) => productWords(identity, catalogue))) };
  });
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
