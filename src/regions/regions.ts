import { createHash } from "node:crypto";
import type { Customer } from "../model/customer.ts";
import type { CatalogueSource } from "../model/plan.ts";
import type { Partner, RegionVerdict } from "../model/region.ts";
import table from "./data/regions.json" with { type: "json" };

const UNSERVED: ReadonlyMap<string, string> = new Map(Object.entries(table.unserved));

const REGIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(table.regions).flatMap(([region, codes]) => codes.split(" ").map((code) => [code, region] as const)),
);

/** Where the region table comes from, for the manifest. */
export const regionSource: CatalogueSource = {
  name: table.source,
  date: table.date,
  sha256: createHash("sha256").update(JSON.stringify(table)).digest("hex"),
};

/** The CSP region of a country (alpha-2, capitals); undefined where the table has none. DOMAIN.md 2. */
export function regionOf(country: string): string | undefined {
  return REGIONS.get(country);
}

/** Why a country lies in no region, as far as the table tells. */
export function whyUnserved(country: string): string {
  return UNSERVED.get(country) ?? "not in the table";
}

/**
 * Which partner location may serve a customer's tenant. The tenant's country decides, nothing else.
 * `unreadCountry` is the text of a country that could not be read, for the person who is to mend it.
 */
export function routeCustomer(
  customer: Customer,
  partners: readonly Partner[],
  unreadCountry: string | undefined,
): RegionVerdict {
  const countries = customer.countries.map((claim) => claim.country);
  const [country] = countries;
  if (country === undefined) return { kind: "unknownCountry", value: unreadCountry ?? "" };
  if (countries.length > 1) return { kind: "contradictory", countries, partner: partnerForAll(countries, partners) };

  const region = regionOf(country);
  if (region === undefined) return { kind: "unserved", country };
  if (partners.length === 0) return { kind: "noPartner", country, region };
  const partner = nearestPartner(countries, region, partners);
  return partner === undefined ? { kind: "conflict", country, region } : { kind: "served", country, region, partner };
}

/** Whichever of the countries is right, this partner can serve it. */
function partnerForAll(countries: readonly string[], partners: readonly Partner[]): Partner | undefined {
  const [region, ...others] = new Set(countries.map(regionOf));
  if (region === undefined || others.length > 0) return undefined;
  return nearestPartner(countries, region, partners);
}

/** A location in the region: one in the same country first, then the lowest id. */
function nearestPartner(
  countries: readonly string[],
  region: string,
  partners: readonly Partner[],
): Partner | undefined {
  let best: Partner | undefined;
  for (const partner of partners) {
    if (regionOf(partner.country) !== region) continue;
    if (best === undefined || isNearer(partner, best, countries)) best = partner;
  }
  return best;
}

function isNearer(partner: Partner, than: Partner, countries: readonly string[]): boolean {
  const isLocal = countries.includes(partner.country);
  if (isLocal !== countries.includes(than.country)) return isLocal;
  return partner.id < than.id;
}
