import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const regionUnknown = defineRule({
  code: "REGION_UNKNOWN",
  group: "region",
  severity: "warning",
  title: "Region cannot be checked",
  why: "If tenant and partner are in different regions, the customer cannot accept the relationship, and nothing can be ordered.",
  remedy:
    "Give the tenant's country in the export, a customer list or a files entry, and the partner's by --partner-country or partners.",

  check({ tenant: { region } }) {
    return region.kind === "unknownCountry" || region.kind === "noPartner" ? region : undefined;
  },

  message: (facts) => {
    if (facts.kind === "noPartner") {
      return say`No partner location is configured, so nobody can serve ${facts.country}; give --partner-country, or "partners" in the configuration.`;
    }
    return facts.value === ""
      ? say`No export gives the tenant's country.`
      : say`The tenant's country is given as "${facts.value}", which is no country code or name.`;
  },

  examples: {
    flagged: [
      { name: "no country", tenant: { region: { kind: "unknownCountry", value: "" } } },
      { name: "a country that cannot be read", tenant: { region: { kind: "unknownCountry", value: "Atlantis" } } },
      { name: "no partner", tenant: { region: { kind: "noPartner", country: "DE", region: "Europe" } } },
    ],
    clean: [
      { name: "served" },
      {
        name: "two countries, which has its own finding",
        tenant: { region: { kind: "contradictory", countries: ["DE", "US"], partner: undefined } },
      },
    ],
  },
});
