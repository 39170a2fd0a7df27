import { defineRule } from "../../findings/define-rule.ts";
import { say, word } from "../../locale/sentence.ts";
import { countryName } from "../../regions/country-codes.ts";
import { whyUnserved } from "../../regions/regions.ts";

export const regionUnserved = defineRule({
  code: "REGION_UNSERVED",
  group: "region",
  severity: "blocking",
  title: "Tenant's country lies in no CSP region",
  why: "No partner anywhere may sell to this tenant through CSP.",
  remedy: "Check the country that is set in the tenant; if it is right, the customer cannot be moved.",

  check({ tenant: { region } }) {
    return region.kind === "unserved" ? { country: region.country } : undefined;
  },

  message: ({ country }) =>
    say`${word(countryName(country), "country")} (${country}) lies in no CSP region: ${word(whyUnserved(country))}.`,

  examples: {
    flagged: [{ name: "a tenant in Belarus", tenant: { region: { kind: "unserved", country: "BY" } } }],
    clean: [
      { name: "served" },
      { name: "another region", tenant: { region: { kind: "conflict", country: "KE", region: "Africa" } } },
    ],
  },
});
