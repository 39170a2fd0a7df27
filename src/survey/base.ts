import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Identity } from "../model/offer.ts";
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

/** Undefined from `basesOf`: not an add-on, or neither the export nor the catalogue tells its base. */
export function tenantBases(held: readonly Held[], catalogue: Catalogue): TenantBases {
  const byOffer = new Map<string, Subscription[]>();
  const byId = new Map<string, Subscription[]>();
  for (const { subscription, identity } of held) {
    if (identity.offer !== undefined) addTo(byOffer, identity.offer.id, subscription);
    if (subscription.id !== "") addTo(byId, subscription.id.toLowerCase(), subscription);
  }

  return {
    basesOf({ subscription, identity }) {
      const { parentId } = subscription;
      const needed = identity.offer?.baseOfferIds ?? [];
      if (!isAddOn({ subscription, identity }) || (needed.length === 0 && parentId === "")) return undefined;
      const bases = new Set<Subscription>(byId.get(parentId.toLowerCase()));
      bases.delete(subscription);
      // The export's own word on the base counts before what the catalogue would allow.
      if (bases.size === 0) {
        for (const offerId of needed) {
          for (const base of byOffer.get(offerId) ?? []) bases.add(base);
        }
        bases.delete(subscription);
      }
      return {
        neededOffers: needed.flatMap((offerId) => catalogue.byId(offerId) ?? []),
        baseSubscriptions: [...bases],
        baseSeats: [...bases].reduce((sum, base) => sum + base.seats, 0),
      };
    },
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
