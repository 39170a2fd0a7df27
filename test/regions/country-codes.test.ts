import { describe, expect, it } from "vitest";
import { COUNTRY_CODES, countryCodeOf, countryName } from "../../src/regions/country-codes.ts";
import table from "../../src/regions/data/country-names.json" with { type: "json" };

describe("countryCodeOf", () => {
  it.each([
    ["DE", "DE"],
    ["de", "DE"],
    [" gb ", "GB"],
    ["UK", "GB"],
    ["U.K.", "GB"],
    ["USA", "US"],
    ["U.S.A.", "US"],
    ["DEU", "DE"],
    ["zaf", "ZA"],
    ["Deutschland", "DE"],
    ["Alemanha", "DE"],
    ["Alemania", "DE"],
    ["ALLEMAGNE", "DE"],
    ["Brasil", "BR"],
    ["Brésil", "BR"],
    ["Côte d'Ivoire", "CI"],
    ["CÔTE D’IVOIRE", "CI"],
    ["Cote d Ivoire", "CI"],
    ["Elfenbeinküste", "CI"],
    ["Großbritannien", "GB"],
    ["GROSSBRITANNIEN", "GB"],
    ["Österreich", "AT"],
    ["Oesterreich", "AT"],
    ["Saint Lucia", "LC"],
    ["St. Lucia", "LC"],
    ["México", "MX"],
    ["Czech Republic", "CZ"],
    ["Czechia", "CZ"],
    ["Türkiye", "TR"],
    ["Turkey", "TR"],
    ["Russian Federation", "RU"],
    ["Viet Nam", "VN"],
    ["Hong Kong SAR", "HK"],
    ["Hong Kong Special Administrative Region", "HK"],
    ["Macao Special Administrative Region", "MO"],
    ["North Macedonia, Republic of", "MK"],
    ["Heard Island and McDonald Islands", "HM"],
    ["St Helena, Ascension, Tristan da Cunha", "SH"],
    ["Korea, Republic of", "KR"],
    ["Congo (DRC)", "CD"],
    ["Niger", "NE"],
    ["Nigeria", "NG"],
    ["Kosovo", "XK"],
    ["Antigua and Barbuda", "AG"],
    ["ZZ", undefined],
    ["EU", undefined],
    ["Europe", undefined],
    ["Atlantis", undefined],
    ["", undefined],
    ["-", undefined],
    ["__proto__", undefined],
  ])("reads %j as %j", (text, code) => {
    expect(countryCodeOf(text)).toBe(code);
  });

  it("finds every code and every name under its own country, so that no name stands under two", () => {
    const read = Object.entries(table.names).flatMap(([code, names]) => [code, ...names].map((text) => [text, code]));

    expect(read.map(([text]) => [text, countryCodeOf(text ?? "")])).toEqual(read);
  });

  it("knows the 249 codes of ISO 3166-1 and Kosovo, each with an alpha-3 code of its own", () => {
    const alpha3 = Object.values(table.names).map(([code]) => code);

    expect(COUNTRY_CODES).toHaveLength(250);
    expect(new Set(alpha3).size).toBe(250);
    expect(alpha3.every((code) => /^[A-Z]{3}$/.test(code ?? ""))).toBe(true);
  });

  it("names a country in English", () => {
    expect(countryName("ZA")).toBe("South Africa");
    expect(countryName("??")).toBe("??");
  });
});
