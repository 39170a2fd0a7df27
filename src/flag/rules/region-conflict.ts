import { defineRule } from "../../findings/define-rule.ts";
import { say, word } from "../../locale/sentence.ts";
import { countryName } from "../../regions/country-codes.ts";

export const regionConflict = defineRule({
  code: "REGION_CONFLICT",
  group: "region",
  severity: "blocking",
  title: "No partner location in the tenant's CSP region",
  why: "A partner may sell only within its own region: the customer cannot even accept the relationship.",
  remedy: "Add a partner location in that region to the configuration, or leave the customer with a partner there.",

  check({ tenant: { region } }) {
    return region.kind === "conflict" ? region : undefined;
  },

  message: ({ country, region }) =>
    say`The tenant is in ${word(countryName(country), "country")} (${country}), region "${word(region, "region")}"; no partner location is.`,

  examples: {
    flagged: [
      {
        name: "a tenant in Kenya, a partner in Germany",
        tenant: { region: { kind: "conflict", country: "KE", region: "Africa" } },
      },
    ],
    clean: [
      { name: "served" },
      { name: "no partner configured", tenant: { region: { kind: "noPartner", country: "KE", region: "Africa" } } },
    ],
  },
});
