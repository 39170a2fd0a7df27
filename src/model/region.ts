/**
 * One location of the new partner; `country` is ISO alpha-2, upper case, `tenantId` lower case or empty. `state` has holidays of
 * its own; left out: those of the whole country.
 */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly state?: string;
  readonly tenantId: string;
}

/** Whether, and from which partner location, a customer's tenant can be served. */
export type RegionVerdict =
  | { readonly kind: "served"; readonly country: string; readonly region: string; readonly partner: Partner }
  | { readonly kind: "conflict"; readonly country: string; readonly region: string }
  | { readonly kind: "unserved"; readonly country: string }
  | { readonly kind: "unknownCountry"; readonly value: string }
  | { readonly kind: "contradictory"; readonly countries: readonly string[]; readonly partner: Partner | undefined }
  | { readonly kind: "noPartner"; readonly country: string; readonly region: string };

/** The tenant's country; undefined where none or several are given. */
export function countryOf(region: RegionVerdict): string | undefined {
  return "country" in region ? region.country : undefined;
}
