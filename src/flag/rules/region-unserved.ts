import { defineRule } from "../../findings/define-rule.ts";
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

  message: ({ country }) => `${countryName(country)} (${country}) lies in no CSP region: ${whyUnserved(country)}.`,

  examples: {
    flagged: [{ name: "a tenant in Belarus", tenant: { region: { kind: "unserved", country: "BY" } } }],
    clean: [
      { name: "served" },
      { name: "another region", tenant: { region: { kind: "conflict", country: "KE", region: "Africa" } } },
    ],
  },
});
