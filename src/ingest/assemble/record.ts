import type { Place } from "../../model/place.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import type {
  AssignedCount,
  Billing,
  Channel,
  Segment,
  SourceProduct,
  SubscriptionStatus,
  Term,
  UnreadValue,
} from "../../model/subscription.ts";
import type { ChargeLine, Snapshot } from "../formats/draft.ts";

/** What rows say about one customer, in one spelling. Who it is, is known only when all files are read: see customers.ts. */
export interface Who {
  /** Lower case; empty when not said. */
  readonly tenantId: string;
  /** Lower case; empty when not said. */
  readonly domain: string;
  /** As written; empty when not said. */
  readonly name: string;
  /** Path of the file, where the rows do not say for sure whose they are. */
  readonly fileName: string | undefined;
  /** The name is a tenant's account name, the first part of its first domain: better than none. */
  readonly isAccountName: boolean;
  /** The first row that says so. */
  readonly at: Place;
  /** Rows that say so. */
  rows: number;
  /** Country code to the first place that claims it. */
  readonly countries: Map<string, Place>;
  /** As DE-BY, from `files` entries. */
  readonly states: Set<string>;
  /** Whether there is a relationship, to the first place that says so. */
  readonly relationships: Map<boolean, Place>;
}

/** A subscription as read from one row, or folded from several. The same shape for all: there may be a million. */
export interface SubscriptionRecord {
  readonly who: Who;
  readonly place: Place;
  readonly id: string;
  parentId: string;
  product: SourceProduct;
  seats: number;
  assignedSeats: number | undefined;
  status: SubscriptionStatus | undefined;
  segment: Segment | undefined;
  channel: Channel | undefined;
  term: Term | undefined;
  billing: Billing | undefined;
  start: PlainDate | undefined;
  termEnd: PlainDate | undefined;
  autoRenew: boolean | undefined;
  isTrial: boolean | undefined;
  isAddOn: boolean;
  isLicenceBased: boolean;
  promotion: string;
  unitPrice: number | undefined;
  currency: string;
  partnerTenantId: string;
  unread: readonly UnreadValue[];
  charge: ChargeLine | undefined;
  snapshot: Snapshot | undefined;
}

export interface UsageRecord {
  readonly who: Who;
  readonly place: Place;
  readonly product: SourceProduct;
  readonly assignedSeats: number;
  /** A row of its own; else told by a subscription's row, which is counted as planned. */
  readonly isRow: boolean;
}

/** Usage of one product in one tenant, and what other files say of it. */
export interface MergedUsage extends UsageRecord {
  readonly repeats: readonly AssignedCount[];
}
