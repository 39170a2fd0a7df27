import type { PlainDate } from "../../model/plain-date.ts";
import type { Billing, Channel, Segment, SubscriptionStatus, Term, UnreadValue } from "../../model/subscription.ts";

/** Who a row is about, as written. All empty: the file does not say. */
export interface DraftCustomer {
  readonly tenantId: string;
  readonly domain: string;
  readonly customer: string;
  readonly country: string;
  /** `customer` is the tenant's account name, which is no customer's. */
  readonly isAccountName?: boolean;
}

/** What a charge line of an invoice says about the seats in force; see assemble/charge-lines.ts. */
export interface ChargeLine {
  readonly type: string;
  readonly isCredit: boolean;
  readonly quantity: number;
  readonly billableQuantity: number | undefined;
  start: PlainDate | undefined;
  end: PlainDate | undefined;
  ordered: PlainDate | undefined;
  /** Price per seat for one billing period: of the list, and as charged. */
  readonly listPrice: number | undefined;
  readonly chargedPrice: number | undefined;
}

/** The row is a subscription as it was in one of several months, the newest of which counts; see assemble/snapshots.ts. */
export interface Snapshot {
  month: PlainDate | undefined;
  /** The export itself says that another of its rows says the same. */
  readonly isDuplicate: boolean;
}

/** A subscription as one row states it. Absent means that the row does not say. */
export interface SubscriptionDraft extends DraftCustomer {
  readonly kind: "subscription";
  readonly id: string;
  readonly parentId?: string;
  /** The most telling id first; empty ones are left out. */
  readonly productIds: readonly string[];
  readonly productName: string;
  readonly seats: number;
  readonly assignedSeats?: number | undefined;
  readonly status?: SubscriptionStatus | undefined;
  readonly segment?: Segment | undefined;
  readonly channel?: Channel | undefined;
  readonly term?: Term | undefined;
  readonly billing?: Billing | undefined;
  readonly start?: PlainDate | undefined;
  readonly termEnd?: PlainDate | undefined;
  readonly autoRenew?: boolean | undefined;
  readonly isTrial?: boolean | undefined;
  readonly isAddOn?: boolean;
  readonly isLicenceBased?: boolean;
  readonly promotion?: string;
  readonly unitPrice?: number | undefined;
  readonly currency?: string;
  readonly partnerTenantId?: string;
  readonly charge?: ChargeLine;
  readonly snapshot?: Snapshot;
  /** Assigned seats of the product in the whole tenant, where every row of the product repeats them. */
  readonly assignedInTenant?: number | undefined;
  /** Words of a cell that holds more than one value; those of other cells are collected by the reader. */
  readonly unread?: readonly UnreadValue[];
  /** Further subscriptions of the same row, where a cell lists them. Each is counted as a row of its own. */
  readonly others?: readonly SubscriptionDraft[];
}

/** Assigned seats of one product in one tenant. */
export interface UsageDraft extends DraftCustomer {
  readonly kind: "usage";
  readonly productIds: readonly string[];
  readonly productName: string;
  readonly assignedSeats: number;
}

export interface CustomerDraft extends DraftCustomer {
  readonly kind: "customer";
  readonly relationship: boolean | undefined;
}

export type Draft = SubscriptionDraft | UsageDraft | CustomerDraft;
