import type { Customer } from "./customer.ts";
import type { Identity, Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import type { RegionVerdict } from "./region.ts";
import type { AssignedCount, Channel, Subscription } from "./subscription.ts";

/** One product in one tenant, over all its subscriptions that move, and those that the new partner has already. */
export interface ProductInTenant {
  readonly subscriptionCount: number;
  /** Purchased seats, summed. */
  readonly seats: number;
  /** Target seats, summed: what is compared with the assigned seats. */
  readonly targetSeats: number;
  /** Assigned seats of the tenant: from usage records, else summed from the rows; undefined: nobody said. */
  readonly assignedSeats: number | undefined;
  /** Where the usage was read. */
  readonly assignedAt: Place | undefined;
  /** Counts of the other licence exports that say differently, by file, and of the rows themselves. */
  readonly assignedElsewhere: readonly AssignedCount[];
}

/** What no single row tells about a tenant. */
export interface TenantFacts {
  readonly customer: Customer;
  readonly region: RegionVerdict;
  readonly activeSubscriptionCount: number;
}

/** For an add-on: what the tenant holds that it can stand on. */
export interface BaseFacts {
  /** Names of the offers of which one is needed; empty when only the export's parent id tells. */
  readonly neededOffers: readonly Offer[];
  /** Subscriptions of the tenant that qualify: in the book, and moving or with the new partner already. */
  readonly baseSubscriptions: readonly Subscription[];
  /** Their target seats, summed. */
  readonly baseSeats: number;
  /** Target seats of the tenant's subscriptions of this add-on on the same bases, summed; left out: those of this one. */
  readonly addOnSeats?: number;
}

/** Why there is nothing to move. */
export type Exclusion = "TRIAL" | "NOT_ACTIVE" | "ALREADY_OURS" | "NOT_LICENCE_BASED" | "EXCLUDED_BY_DECISION";

/** A subscription with everything about it that does not depend on a date. */
export interface Surveyed {
  readonly subscription: Subscription;
  readonly identity: Identity;
  readonly channel: Channel;
  readonly tenant: TenantFacts;
  readonly productInTenant: ProductInTenant;
  /** Default: purchased; by policy: assigned. */
  readonly targetSeats: number;
  /** Undefined: not an add-on, or nothing is known about its base. */
  readonly base: BaseFacts | undefined;
  /** Why it is excluded; empty when it is not. */
  readonly exclusions: readonly Exclusion[];
}
