import type { Discontinuation, Offer } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { CatalogueSource } from "../model/plan.ts";
import type { SourceProduct } from "../model/subscription.ts";
import type { OwnMapping } from "./own-mapping.ts";

/** A name the offer had, or is known by elsewhere. */
export interface OtherName {
  readonly name: string;
  /** "former": today's name replaced it (the row that carries it is `renamed`); "alias": the same name in other words. */
  readonly kind: "former" | "alias";
  readonly source: string;
}

/** A dated fact about buying or renewing an offer. Outside its days and countries it says nothing. */
export interface SaleFact {
  readonly status: Discontinuation["status"];
  /** First day; undefined: a day that no source tells, long past. */
  readonly from: PlainDate | undefined;
  /** Last day, inclusive; undefined: until further notice. */
  readonly until: PlainDate | undefined;
  /** Only in these countries, or everywhere but in these; undefined: everywhere. */
  readonly countries: { readonly only: ReadonlySet<string> } | { readonly except: ReadonlySet<string> } | undefined;
  /** What to buy instead: options, the stated one first; each is one or more offer ids ordered together. Empty: none stated. */
  readonly successors: readonly (readonly string[])[];
  /** False for what is only remembered: shown to a person, never decides. */
  readonly decides: boolean;
  readonly note: string;
  readonly source: string;
  /** True: of the legacy offer alone, and nothing where the product has a CSP id, by which it is bought. */
  readonly ofLegacyOffer?: boolean;
}

/** Two sources that do not agree on one fact; the newer one decides. */
export interface Contradiction {
  readonly fact: FactName;
  readonly used: string;
  readonly usedFrom: string;
  readonly other: string;
  readonly otherFrom: string;
}

/** What a file can say of an offer, named as `catalogue` shows it. */
export type FactName =
  | "name"
  | "product id"
  | "minimum seats"
  | "maximum seats"
  | "subscription limit"
  | "countries"
  | "bases"
  | "service plans"
  | "terms"
  | "sale"
  | "successor"
  | "mapping";

/** Kinds of ids with lists of their own: CSP's, legacy offers', and a tenant's skuIds with their part numbers. */
export type IdSpace = "productSku" | "legacyOfferId" | "tenant";

/** An offer with everything that finding and judging it needs. */
export interface CatalogueOffer extends Offer {
  readonly legacyOfferIds: readonly string[];
  /** As Microsoft writes them; looked up without regard to case and white space. */
  readonly skuPartNumbers: readonly string[];
  readonly otherNames: readonly OtherName[];
  /** Ids (of any space) that belong to a former name: a row with such an id and no name, or a former name, is `renamed`. */
  readonly renamedIds: ReadonlySet<string>;
  readonly saleFacts: readonly SaleFact[];
  /** Service plan ids with names; empty when not known. Without Exchange Foundation, which nearly all have and no user notices. */
  readonly servicePlans: ReadonlyMap<string, string>;
  readonly isLicenceBased: boolean;
  /** The source that tells its ids of a space, where that is another than the first. */
  readonly idSources?: Readonly<Partial<Record<IdSpace, string>>>;
  /**
   * True: a trial, promotion, tier or qualified form of another offer of its segment, with the same skuIds and part numbers.
   * Look-ups by those answer with the other offer.
   */
  readonly isVariant?: boolean;
  /** Which of the user's files tells a fact; left out: the built-in catalogue. */
  readonly factSources?: Readonly<Partial<Record<FactName, string>>>;
  readonly contradictions?: readonly Contradiction[];
}

/** How a name was found. */
export interface NameReading {
  readonly offer: CatalogueOffer;
  readonly kind: "current" | "former" | "alias";
}

/** What is known of offers. Look-ups take any spelling and give every offer that has the id or name, whatever its segment. */
export interface Catalogue {
  readonly offers: readonly CatalogueOffer[];
  readonly sources: readonly CatalogueSource[];
  byId(offerId: string): CatalogueOffer | undefined;
  /** `ProductId:SkuId`, normalised (src/catalogue/product-ids.ts). */
  byProductSku(productSku: string): readonly CatalogueOffer[];
  byLegacyOfferId(guid: string): readonly CatalogueOffer[];
  bySkuId(guid: string): readonly CatalogueOffer[];
  byPartNumber(partNumber: string): readonly CatalogueOffer[];
  byName(name: string): readonly NameReading[];
  /** What the user's own mapping files say of a product, by any of its ids, else its name. */
  mappingOf(product: SourceProduct): OwnMapping | undefined;
}
