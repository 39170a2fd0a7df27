import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Customer } from "../model/customer.ts";
import type { Ingested } from "../model/ingested.ts";
import type { Identities, Identity } from "../model/offer.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Exclusion, Surveyed } from "../model/survey.ts";
import type { UsageRecord } from "./assigned-seats.ts";
import type { Held } from "./base.ts";
import { exclusionsOf, isTrialProduct } from "./exclusions.ts";
import { productWords } from "./product-words.ts";
import type { SurveyOptions } from "./survey-options.ts";
import { surveyTenant } from "./tenant.ts";

/** One customer's part of the book. */
interface TenantBook {
  readonly held: Held[];
  readonly ours: Held[];
  readonly usage: UsageRecord[];
  unreadCountry: string | undefined;
  activeSubscriptionCount: number;
}

/**
 * Adds to each subscription what only the whole tenant tells: region, seats and usage of its products, bases of its add-ons.
 * Takes the book and what its products are; gives one record a subscription, in the order of the book. Nothing depends on a day.
 */
export function survey(ingested: Ingested, identities: Identities, options: SurveyOptions): readonly Surveyed[] {
  const { subscriptions } = ingested;
  const exclusions = exclusionsOfAll(subscriptions, identities.subscriptions, options);
  const books = tenantBooks(ingested, identities, exclusions, options.catalogue);
  const decidedSeats = seatsDecided(subscriptions, options.rulings);
  const tenants = new Map(
    [...books].map(([customer, book]) => [customer, surveyTenant(customer, { ...book, decidedSeats }, options)]),
  );

  return subscriptions.map((subscription, at) => {
    const tenant = tenants.get(subscription.customer);
    const identity = itemAt(identities.subscriptions, at);
    if (tenant === undefined) throw new Error(`No tenant was surveyed for subscription "${subscription.key}"`);
    return {
      subscription,
      identity,
      channel: subscription.statedChannel ?? identity.channelOfId ?? "unknown",
      tenant: tenant.facts,
      productInTenant: tenant.productOf(identity),
      targetSeats: tenant.targetSeatsOf(subscription),
      base: tenant.basesOf({ subscription, identity }),
      exclusions: itemAt(exclusions, at),
    };
  });
}

function exclusionsOfAll(
  subscriptions: readonly Subscription[],
  identities: readonly Identity[],
  { partners, rulings }: SurveyOptions,
): readonly (readonly Exclusion[])[] {
  const ourTenants = new Set(partners.map(({ tenantId }) => tenantId.toLowerCase()).filter((id) => id !== ""));
  // Names are looked through once per product: a book has a million rows, but a few thousand products.
  const trials = new Map<Identity, boolean>();
  return subscriptions.map((subscription, at) => {
    const identity = itemAt(identities, at);
    const isTrial = trials.get(identity) ?? isTrialProduct(identity);
    trials.set(identity, isTrial);
    const own = exclusionsOf(subscription, identity, { ourTenants, isTrialProduct: isTrial });
    return own.length === 0 && rulings?.[at]?.kind === "exclude" ? BY_DECISION : own;
  });
}

const BY_DECISION: readonly Exclusion[] = ["EXCLUDED_BY_DECISION"];

function seatsDecided(
  subscriptions: readonly Subscription[],
  rulings: SurveyOptions["rulings"],
): ReadonlyMap<Subscription, number> {
  const decided = new Map<Subscription, number>();
  subscriptions.forEach((subscription, at) => {
    const seats = rulings?.[at]?.seats;
    if (seats !== undefined) decided.set(subscription, seats);
  });
  return decided;
}

function tenantBooks(
  { subscriptions, usage }: Ingested,
  identities: Identities,
  exclusions: readonly (readonly Exclusion[])[],
  catalogue: Catalogue,
): ReadonlyMap<Customer, TenantBook> {
  const books = new Map<Customer, TenantBook>();
  const bookOf = (customer: Customer): TenantBook => {
    const known = books.get(customer);
    if (known !== undefined) return known;
    const book: TenantBook = { held: [], ours: [], usage: [], unreadCountry: undefined, activeSubscriptionCount: 0 };
    books.set(customer, book);
    return book;
  };
  subscriptions.forEach((subscription, at) => {
    const book = bookOf(subscription.customer);
    book.unreadCountry ??= subscription.unread.find(({ field }) => field === "country")?.value;
    if (subscription.status === undefined || subscription.status === "active") book.activeSubscriptionCount += 1;
    const why = itemAt(exclusions, at);
    const one = { subscription, identity: itemAt(identities.subscriptions, at) };
    if (why.length === 0) book.held.push(one);
    else if (why.every((exclusion) => exclusion === "ALREADY_OURS")) book.ours.push(one);
  });
  const words = new Map<Identity, readonly string[]>();
  usage.forEach((record, at) => {
    const identity = itemAt(identities.usage, at);
    const known = words.get(identity) ?? productWords(identity, catalogue);
    words.set(identity, known);
    bookOf(record.customer).usage.push({ usage: record, identity, words: known });
  });
  return books;
}

function itemAt<Item>(items: readonly Item[], at: number): Item {
  const item = items[at];
  if (item === undefined) throw new Error(`Parallel lists differ in length: ${items.length} items, asked for ${at}`);
  return item;
}
