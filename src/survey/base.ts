import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Identity, Offer } from "../model/offer.ts";
import type { Subscription } from "../model/subscription.ts";
import type { BaseFacts } from "../model/survey.ts";

/** A subscription of the tenant that moves, or that the new partner has already, with what it is. */
export interface Held {
  readonly subscription: Subscription;
  readonly identity: Identity;
}

/** One tenant's subscriptions, to be asked for what an add-on stands on. */
export interface TenantBases {
  basesOf(addOn: Held): BaseFacts | undefined;
}

/**
 * Undefined from `basesOf`: not an add-on, or neither the export nor the catalogue tells its base.
 * `seatsOf` gives the seats that a subscription is to have.
 */
export function tenantBases(
  held: readonly Held[],
  catalogue: Catalogue,
  seatsOf: (subscription: Subscription) => number,
): TenantBases {
  const byOffer = new Map<string, Subscription[]>();
  const byId = new Map<string, Subscription[]>();
  for (const { subscription, identity } of held) {
    for (const key of offerKeys(identity.offer)) addTo(byOffer, key, subscription);
    if (subscription.id !== "") addTo(byId, subscription.id.toLowerCase(), subscription);
  }

  const neededBy = ({ offer }: Identity) => (offer?.baseOfferIds ?? []).flatMap((id) => catalogue.byId(id) ?? []);
  const standsOn = ({ subscription, identity }: Held): ReadonlySet<Subscription> => {
    const bases = new Set<Subscription>(byId.get(subscription.parentId.toLowerCase()));
    bases.delete(subscription);
    // The export's own word on the base counts before what the catalogue would allow.
    if (bases.size > 0) return bases;
    for (const key of neededBy(identity).flatMap(offerKeys)) {
      for (const base of byOffer.get(key) ?? []) bases.add(base);
    }
    bases.delete(subscription);
    return bases;
  };
  const addOnSeats = once(() => {
    const sums = new Map<string, number>();
    for (const one of held) {
      if (!isAddOn(one)) continue;
      const key = addOnKey(one, standsOn(one));
      sums.set(key, (sums.get(key) ?? 0) + seatsOf(one.subscription));
    }
    return sums;
  });

  return {
    basesOf(addOn) {
      const { subscription, identity } = addOn;
      const neededOffers = neededBy(identity);
      if (!isAddOn(addOn) || (neededOffers.length === 0 && subscription.parentId === "")) return undefined;
      const bases = standsOn(addOn);
      return {
        neededOffers,
        baseSubscriptions: [...bases],
        baseSeats: [...bases].reduce((sum, base) => sum + seatsOf(base), 0),
        addOnSeats: addOnSeats().get(addOnKey(addOn, bases)) ?? seatsOf(subscription),
      };
    },
  };
}

/** An offer is known in a tenant by its skuId: a plan, its tiers and its promotions are one base there. */
function offerKeys(offer: Offer | undefined): readonly string[] {
  return offer === undefined ? [] : [offer.id, ...offer.skuIds];
}

/** Equal for two subscriptions of one add-on that stand on the same bases. */
function addOnKey({ identity }: Held, bases: ReadonlySet<Subscription>): string {
  return [identity.productKey, ...[...bases].map(({ key }) => key).sort()].join("\n");
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export function isAddOn({ subscription, identity }: Held): boolean {
  return subscription.isAddOn || subscription.parentId !== "" || identity.offer?.isAddOn === true;
}

function addTo(map: Map<string, Subscription[]>, key: string, subscription: Subscription): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [subscription]);
  else known.push(subscription);
}
