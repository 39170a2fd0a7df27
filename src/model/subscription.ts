import type { Customer } from "./customer.ts";
import type { Place } from "./place.ts";
import type { PlainDate } from "./plain-date.ts";

export const SEGMENTS = ["commercial", "education", "government", "nonprofit"] as const;
export type Segment = (typeof SEGMENTS)[number];

export const CHANNELS = ["csp-nce", "csp-legacy", "direct", "ea", "open", "unknown"] as const;
export type Channel = (typeof CHANNELS)[number];

export const SUBSCRIPTION_STATUSES = ["active", "suspended", "expired", "disabled", "deleted", "pending"] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

export const TERMS = ["P1M", "P1Y", "P3Y"] as const;
export type Term = (typeof TERMS)[number];

export const BILLINGS = ["monthly", "annual", "triennial"] as const;
export type Billing = (typeof BILLINGS)[number];

/**
 * What an export says about the product, before the catalogue is asked. Interned: equal products are one object.
 * `ids` are as written (trimmed), the most telling first: ProductId:SkuId in any spelling, legacy offer id, tenant skuId,
 * skuPartNumber. May be empty when only a name is known; then `name` is not.
 */
export interface SourceProduct {
  readonly ids: readonly string[];
  readonly name: string;
}

/** A value whose meaning is not known. It is kept as given and flagged, never guessed. */
export interface UnreadValue {
  readonly field:
    | "status"
    | "term"
    | "billing"
    | "segment"
    | "channel"
    | "auto_renew"
    | "is_trial"
    | "country"
    | "unit_price"
    | "parent";
  readonly column: string;
  readonly value: string;
}

/** A field that the planned row leaves empty, and another row of the subscription has filled. */
export interface FilledField {
  /** In the words of the template. */
  readonly field: string;
  readonly at: Place;
}

/** Two rows of one subscription that do not agree. */
export interface RowConflict {
  readonly field: "seats" | "term_end" | "product" | "status" | "auto_renew" | "is_trial" | "segment";
  readonly kept: string;
  readonly keptAt: Place;
  readonly other: string;
  readonly otherAt: Place;
}

/** One subscription of the losing side, as exported. One row of the plan. */
export interface Subscription {
  /** Stable from run to run; unique in the book. */
  readonly key: string;
  readonly customer: Customer;
  readonly place: Place;
  /** As exported; empty when the export has none. */
  readonly id: string;
  /** Id of the base subscription of an add-on; empty when unknown or none. */
  readonly parentId: string;
  readonly product: SourceProduct;
  /** Seats purchased. */
  readonly seats: number;
  /** Assigned seats where the row itself says so; usage records join later (survey). */
  readonly assignedSeats: number | undefined;
  /** undefined: no status column or an empty cell (taken as active); an unknown word is in `unread` and taken as active, too. */
  readonly status: SubscriptionStatus | undefined;
  /** As stated by the row, `files` entry or format; undefined: what the product says, else commercial. */
  readonly statedSegment: Segment | undefined;
  /** As stated by the row, else the `files` entry, else the format; undefined: the shape of the product id decides. */
  readonly statedChannel: Channel | undefined;
  readonly term: Term | undefined;
  readonly billing: Billing | undefined;
  readonly start: PlainDate | undefined;
  /** Last day of service, inclusive. */
  readonly termEnd: PlainDate | undefined;
  readonly autoRenew: boolean | undefined;
  readonly isTrial: boolean;
  /** The export says that this is an add-on. */
  readonly isAddOn: boolean;
  /** False where the export says that it is usage-based, perpetual or a software subscription (Azure plan, reservation). */
  readonly isLicenceBased: boolean;
  /** Promotion id or name the price rests on; empty when none. */
  readonly promotion: string;
  /** Per seat and month, in `currency`. */
  readonly unitPrice: number | undefined;
  /** ISO 4217, upper case; empty when unknown. */
  readonly currency: string;
  /** Tenant of the partner that holds the subscription today, lower case; empty when unknown. */
  readonly partnerTenantId: string;
  readonly unread: readonly UnreadValue[];
  readonly conflicts: readonly RowConflict[];
  /** Empty for nearly all. */
  readonly filled: readonly FilledField[];
}

/** Assigned seats of one product in one tenant, from a tenant-side licence export. */
export interface Usage {
  readonly customer: Customer;
  readonly place: Place;
  readonly product: SourceProduct;
  readonly assignedSeats: number;
  /** What other files say of the same product in the same tenant, as many or fewer. Empty for nearly all. */
  readonly repeats: readonly AssignedCount[];
}

/** Assigned seats as a row states them. */
export interface AssignedCount {
  readonly seats: number;
  readonly at: Place;
}
