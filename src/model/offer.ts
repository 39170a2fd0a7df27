import type { Value } from "../locale/sentence.ts";
import type { PlainDate } from "./plain-date.ts";
import type { Billing, Segment, SourceProduct, Term } from "./subscription.ts";

/** What one line of a price list asks for a seat. */
export interface Price {
  readonly term: Term;
  readonly billing: Billing;
  /** ISO country of the customer; empty: the list does not say. */
  readonly market: string;
  readonly currency: string;
  /** Per seat and month; undefined: offered, without a price of its own. */
  readonly perMonth: number | undefined;
  /** Seats for which it holds. */
  readonly fromSeats: number;
  readonly toSeats: number;
  /** Undefined: no limit. */
  readonly from: PlainDate | undefined;
  readonly until: PlainDate | undefined;
  /** First day on which nothing is sold in this term and billing; left out: none known. */
  readonly offSaleFrom?: PlainDate;
  readonly source: string;
}

/**
 * What price lists say of one offer. Lists have tens of thousands of lines, of which a book asks for few: they are columns, and a
 * line is made when somebody asks (src/catalogue/price-lines.ts). Plain data, to be sent from one thread to another.
 */
export interface PriceLines {
  readonly parts: readonly PricePart[];
}

/** Its lines in one list: rows of the table. */
export interface PricePart {
  readonly table: PriceTable;
  readonly rows: readonly number[];
}

/** Each field of a line, for all rows of a list. */
export type PriceTable = { readonly [Field in keyof Price]-?: PriceColumn<Price[Field]> };

export interface PriceColumn<Value> {
  /** Those that the column has, and maybe others. */
  readonly values: readonly Value[];
  /** By row: which of them. */
  readonly codes: Uint32Array;
}

export interface SubscriptionLimit {
  readonly count: number;
  readonly scope: "at a time" | "ever";
}

/** One offer of the catalogue: one product in one segment, under its current name. */
export interface Offer {
  /** The catalogue's own id, a slug that never changes. */
  readonly id: string;
  readonly name: string;
  readonly segment: Segment;
  /** CSP `ProductId:SkuId`, SkuId padded to four; empty when not known. */
  readonly productSku: string;
  /** Entra skuIds (GUID, lower case). Same skuId before and after: licences stay assigned. */
  readonly skuIds: readonly string[];
  readonly isAddOn: boolean;
  readonly isTrial: boolean;
  readonly minimumSeats: number;
  readonly maximumSeats: number | undefined;
  /** Seats of this product that one tenant may hold in total, over all partners and channels; undefined: no pool. */
  readonly tenantSeatPool: number | undefined;
  /** For three years it is sold from so many seats, and not billed monthly; left out: for three years as for one. */
  readonly threeYears?: { readonly minimumSeats: number; readonly source: string };
  /** Subscriptions of it that a customer may have with one partner, at a time or ever; left out: not known to be limited. */
  readonly subscriptionLimit?: SubscriptionLimit;
  /** For an add-on: ids of offers of which the tenant must hold one; empty: not known. */
  readonly baseOfferIds: readonly string[];
  /** ISO countries in which it is sold; undefined: not known to be limited. */
  readonly countries: ReadonlySet<string> | undefined;
  /** Terms in which it is sold; undefined: not known. */
  readonly terms: readonly Term[] | undefined;
  /** Every line of the price lists loaded; left out: none. */
  readonly prices?: PriceLines;
  /** Names of its service plans, for a person; empty when not known. */
  readonly services: readonly string[];
  /** Where these facts come from, with date; for `provenance` and `catalogue`. */
  readonly sources: readonly string[];
}

export type MatchKind = "decision" | "exact" | "renamed" | "successor" | "equivalent" | "name" | "none";

/** An offer that a person may choose. Reads `ProductId:SkuId name (score, reason)`. */
export interface Candidate {
  readonly offer: Offer;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: Value;
}

/**
 * What the source product is, whatever the day. One object per distinct product, stated segment and trial flag: interned,
 * so that a mapping row is an identity.
 */
export interface Identity {
  readonly product: SourceProduct;
  readonly segment: Segment;
  /** How the catalogue found it. */
  readonly found: "id" | "name" | "nothing";
  readonly offer: Offer | undefined;
  /** Two or more offers that the name may mean; empty when it means one or none. */
  readonly readings: readonly Offer[];
  /** The stated segment is not the product's own. */
  readonly segmentConflict: { readonly stated: Segment; readonly offers: readonly Offer[] } | undefined;
  /** Another offer, which the name beside the id means and no source connects with that of the id; left out: none. */
  readonly otherOffer?: Offer;
  /** The former name, where the row's product carries one. */
  readonly formerName: string | undefined;
  /** Equal for two rows of one tenant when they are the same product: for usage, seat sums and pools. */
  readonly productKey: string;
  /** False for Azure, perpetual and software subscriptions that the catalogue or the product id tells. */
  readonly isLicenceBased: boolean;
  /** The id itself is a ProductId:SkuId or a legacy offer id: what the channel is when nobody states it. */
  readonly channelOfId: "csp-nce" | "csp-legacy" | undefined;
}

/** What each record's product is: parallel to the subscriptions and the usage of the book. */
export interface Identities {
  readonly subscriptions: readonly Identity[];
  readonly usage: readonly Identity[];
}

/** Why an offer cannot simply be bought again, on the day asked for. */
export interface Discontinuation {
  readonly status: "endOfSale" | "notRenewable" | "retired" | "promotion" | "programmeEnded";
  readonly since: PlainDate | undefined;
  readonly note: string;
  readonly source: string;
  /** True: of the legacy offer alone; new commerce may well have the product. */
  readonly ofLegacyOffer?: boolean;
}

/** An offer that a person chose and that cannot be ordered on the day. */
export interface OffSale {
  readonly offer: Pick<Offer, "name" | "productSku">;
  readonly discontinuation: Discontinuation;
}

/** Which CSP offer a source product becomes when switched on one day by one path. */
export interface Target {
  readonly match: MatchKind;
  /** What is ordered: none, one, or several together (no-Teams suite + Teams). */
  readonly offers: readonly Offer[];
  readonly licenceAction: "keep" | "reassign" | undefined;
  readonly servicesLost: readonly string[];
  readonly servicesGained: readonly string[];
  /** At most three, best first; also where a target was found and the source names other options. */
  readonly candidates: readonly Candidate[];
  readonly discontinuation: Discontinuation | undefined;
  /** The new partner can order the source offer on that day. */
  readonly purchasable: boolean;
  /** The old partner still renews it on that day. */
  readonly renewable: boolean;
  /** Of the offers that a person chose, those that the new partner cannot order on that day. The rules choose no such offer. */
  readonly offSale: readonly OffSale[];
  /** What is only remembered of the source offer and decides nothing: for a person to look up. Undefined: nothing. */
  readonly unconfirmed: string | undefined;
  /** Where the match comes from, for mapping.csv. */
  readonly provenance: Value;
}
