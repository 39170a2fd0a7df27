import type { PriceLines, SubscriptionLimit } from "../model/offer.ts";
import type { Segment } from "../model/subscription.ts";
import type { OtherName, SaleFact } from "./catalogue.ts";
import type { OwnMapping } from "./own-mapping.ts";

/** What identifies the offer that a file talks about. */
export interface OfferKey {
  readonly space: "productSku" | "legacyOfferId" | "skuId";
  readonly id: string;
}

/** What one file says of one offer. What it leaves out it says nothing about. */
export interface OfferStatement {
  readonly about: OfferKey;
  readonly segment: Segment;
  readonly name: string;
  /** Whether the name is the one under which the offer is sold; a tenant's list has names of its own. */
  readonly isSaleName: boolean;
  /** The file gives the name to several products. */
  readonly sharesName?: boolean;
  readonly productSku?: string;
  readonly skuIds?: readonly string[];
  readonly skuPartNumbers?: readonly string[];
  readonly otherNames?: readonly OtherName[];
  readonly isAddOn?: boolean;
  readonly isTrial?: boolean;
  readonly minimumSeats?: number;
  readonly maximumSeats?: number;
  readonly subscriptionLimit?: SubscriptionLimit;
  readonly countries?: ReadonlySet<string>;
  /** `ProductId:SkuId` of the offers of which an add-on needs one. */
  readonly bases?: readonly string[];
  readonly servicePlans?: ReadonlyMap<string, string>;
  /** Where and while a list has a price for it, it is on sale. */
  readonly prices?: PriceLines;
  readonly saleFacts?: readonly SaleFact[];
}

/** All that one file says. */
export interface CatalogueLayer {
  readonly name: string;
  readonly kind: string;
  /** ISO day; empty when neither its name nor its rows tell. */
  readonly date: string;
  readonly sha256: string;
  readonly rows: number;
  readonly offers: readonly OfferStatement[];
  /** Microsoft's own words on which offer follows a legacy one. */
  readonly successors: readonly LegacySuccessor[];
  readonly mappings: readonly OwnMapping[];
  readonly problems: readonly string[];
}

export interface LegacySuccessor {
  readonly legacyOfferId: string;
  readonly productSku: string;
  readonly legacyName: string;
  readonly name: string;
  readonly note: string;
}
