import type { Place } from "./place.ts";

/** A country that some row claims for the tenant: ISO 3166-1 alpha-2, upper case. */
export interface CountryClaim {
  readonly country: string;
  readonly at: Place;
}

/**
 * Rows of one customer that do not agree, each value where it stands first. `several by ...`: the same domain or name stands
 * for more than one tenant.
 */
export interface CustomerConflict {
  readonly field: "name" | "domain" | "relationship" | "several by domain" | "several by name";
  readonly kept: string;
  readonly keptAt: Place;
  readonly other: string;
  readonly otherAt: Place;
}

/** One customer tenant. Every record of a tenant points at the same object. */
export interface Customer {
  /** Stable from run to run, unique in the book: tenant id, else domain, else name, in lower case. */
  readonly key: string;
  /** Never empty: name, else domain, else tenant id. */
  readonly name: string;
  /** Lower-case GUID, or whatever id the export has; empty when unknown. */
  readonly tenantId: string;
  readonly domain: string;
  /** Distinct countries claimed by any row or customer record of the tenant, by code; normally one. */
  readonly countries: readonly CountryClaim[];
  /** Country and state whose holidays are the customer's, as DE-BY; left out: nobody said, or not with one voice. */
  readonly state?: string;
  /** True: the new partner has a reseller relationship already. Undefined: nobody said. */
  readonly relationship: boolean | undefined;
  /** False: the customer is only the name of a file or folder. */
  readonly confirmed: boolean;
  /** The first ten where there are more; none for nearly all. */
  readonly conflicts: readonly CustomerConflict[];
}
