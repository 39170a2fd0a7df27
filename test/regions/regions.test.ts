import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Customer } from "../../src/model/customer.ts";
import type { Partner } from "../../src/model/region.ts";
import { COUNTRY_CODES } from "../../src/regions/country-codes.ts";
import table from "../../src/regions/data/regions.json" with { type: "json" };
import { regionOf, regionSource, routeCustomer, whyUnserved } from "../../src/regions/regions.ts";

const MIDDLE_EAST = "Middle East, Central Europe and Eastern Europe";
const LATAM = "Latin America and the Caribbean";

describe("regionOf", () => {
  it.each([
    ["ZA", MIDDLE_EAST],
    ["EG", MIDDLE_EAST],
    ["MA", MIDDLE_EAST],
    ["DZ", MIDDLE_EAST],
    ["TN", MIDDLE_EAST],
    ["UA", MIDDLE_EAST],
    ["RS", MIDDLE_EAST],
    ["TR", MIDDLE_EAST],
    ["IL", MIDDLE_EAST],
    ["AE", MIDDLE_EAST],
    ["KZ", MIDDLE_EAST],
    ["XK", MIDDLE_EAST],
    ["KE", "Africa"],
    ["NG", "Africa"],
    ["RE", "Africa"],
    ["DE", "Europe"],
    ["CH", "Europe"],
    ["NO", "Europe"],
    ["GB", "Europe"],
    ["PL", "Europe"],
    ["BG", "Europe"],
    ["GL", "Europe"],
    ["US", "United States"],
    ["GU", "United States"],
    ["AS", "United States"],
    ["MP", "United States"],
    ["PR", LATAM],
    ["VI", LATAM],
    ["MX", LATAM],
    ["AR", LATAM],
    ["BR", "Brazil"],
    ["CA", "Canada"],
    ["PM", "Canada"],
    ["CN", "China"],
    ["HK", "Asia and Pacific"],
    ["SG", "Asia and Pacific"],
    ["TW", "Taiwan"],
    ["IN", "India"],
    ["JP", "Japan"],
    ["KR", "Korea"],
    ["AU", "Australia"],
    ["NZ", "New Zealand"],
    ["WS", "New Zealand"],
    ["RU", undefined],
    ["BY", undefined],
    ["CU", undefined],
    ["EH", undefined],
    ["IR", undefined],
    ["KP", undefined],
    ["SD", undefined],
    ["SY", undefined],
    ["ZZ", undefined],
  ])("puts %s in %s", (country, region) => {
    expect(regionOf(country)).toBe(region);
  });

  it("has each country once: 15 regions and 242 codes, and the eight without a region with the reason", () => {
    const codes = Object.values(table.regions).flatMap((text) => text.split(" "));
    const unserved = Object.keys(table.unserved);

    expect(Object.keys(table.regions)).toHaveLength(15);
    expect(codes).toHaveLength(242);
    expect([...codes, ...unserved].sort()).toEqual([...COUNTRY_CODES].sort());
    expect(whyUnserved("RU")).toContain("2021");
    expect(whyUnserved("CU")).not.toContain("2021");
    expect(regionSource).toMatchObject({ date: "2023-08-17", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  const sharedTable = new URL("../../../shared/data/csp-regions.json", import.meta.url);
  it.skipIf(!existsSync(sharedTable))("agrees with the region table that the project was given", () => {
    const { _meta, ...given } = JSON.parse(readFileSync(sharedTable, "utf8"));

    for (const [region, { countries }] of Object.entries<{ countries: string[] }>(given)) {
      for (const country of countries) expect([country, regionOf(country)]).toEqual([country, region]);
    }
    expect(_meta.notInAnyRegion).toEqual(Object.keys(table.unserved));
  });
});

const berlin = aPartner("berlin", "DE");
const paris = aPartner("paris", "FR");
const amsterdam = aPartner("amsterdam", "NL");
const miami = aPartner("miami", "US");

describe("routeCustomer", () => {
  it("serves a customer from the location in its region", () => {
    expect(routeCustomer(aCustomerIn("CH"), [miami, berlin], undefined)).toEqual({
      kind: "served",
      country: "CH",
      region: "Europe",
      partner: berlin,
    });
  });

  it.each([
    ["the same country first", "FR", "paris"],
    ["then the lowest id", "IT", "amsterdam"],
  ])("chooses among several locations of the region %s", (_, country, id) => {
    for (const partners of [
      [berlin, paris, amsterdam],
      [amsterdam, paris, berlin],
    ]) {
      expect(routeCustomer(aCustomerIn(country), partners, undefined)).toMatchObject({ partner: { id } });
    }
  });

  it.each([
    ["KE", "ZA"],
    ["PR", "US"],
    ["MX", "BR"],
    ["UA", "PL"],
    ["CN", "HK"],
  ])("finds a conflict between a tenant in %s and a partner in %s", (country, location) => {
    expect(routeCustomer(aCustomerIn(country), [aPartner("only", location)], undefined)).toEqual({
      kind: "conflict",
      country,
      region: regionOf(country),
    });
  });

  it.each(["RU", "BY"])("has no region for %s, with partners or without", (country) => {
    expect(routeCustomer(aCustomerIn(country), [berlin], undefined)).toEqual({ kind: "unserved", country });
    expect(routeCustomer(aCustomerIn(country), [], undefined)).toEqual({ kind: "unserved", country });
  });

  it("says so where no country is known, with the text that could not be read", () => {
    expect(routeCustomer(aCustomerIn(), [berlin], undefined)).toEqual({ kind: "unknownCountry", value: "" });
    expect(routeCustomer(aCustomerIn(), [berlin], "Atlantis")).toEqual({ kind: "unknownCountry", value: "Atlantis" });
  });

  it("goes by the country that was read, where another row's was not", () => {
    expect(routeCustomer(aCustomerIn("DE"), [berlin], "Atlantis").kind).toBe("served");
  });

  it("does not settle on one of two countries, but names the partner that serves both", () => {
    const countries = ["DE", "FR"];

    expect(routeCustomer(aCustomerIn("DE", "FR"), [amsterdam, paris], undefined)).toEqual({
      kind: "contradictory",
      countries,
      partner: paris,
    });
  });

  it.each([
    ["in two regions", ["DE", "US"]],
    ["one without a region", ["DE", "RU"]],
    ["in a region without a partner", ["MX", "AR"]],
    ["both without a region", ["BY", "RU"]],
  ])("names no partner for two countries %s", (_, countries) => {
    expect(routeCustomer(aCustomerIn(...countries), [berlin, miami], undefined)).toEqual({
      kind: "contradictory",
      countries,
      partner: undefined,
    });
  });

  it("says that no partner is configured", () => {
    expect(routeCustomer(aCustomerIn("DE"), [], undefined)).toEqual({
      kind: "noPartner",
      country: "DE",
      region: "Europe",
    });
  });
});

function aPartner(id: string, country: string): Partner {
  return { id, name: id, country, tenantId: "" };
}

function aCustomerIn(...countries: string[]): Customer {
  return {
    key: "fabrikam.example",
    name: "Fabrikam",
    tenantId: "",
    domain: "fabrikam.example",
    countries: countries.map((country) => ({ country, at: { file: "book.csv", row: 2, line: 2 } })),
    relationship: undefined,
    confirmed: true,
    conflicts: [],
  };
}
