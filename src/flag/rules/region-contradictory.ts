import { defineRule } from "../../findings/define-rule.ts";
import { joined, placePhrase, say, word } from "../../locale/sentence.ts";
import { countryName } from "../../regions/country-codes.ts";

export const regionContradictory = defineRule({
  code: "REGION_CONTRADICTORY",
  group: "region",
  severity: "warning",
  title: "Two countries for one tenant",
  why: "Only one can be set in the tenant; with the other, partner, price and region may be wrong.",
  remedy:
    "Look up the country in the tenant's organisation settings (not the postal address), and correct the other rows.",

  check({ tenant: { region, customer } }) {
    return region.kind === "contradictory" ? { claims: customer.countries } : undefined;
  },

  message: ({ claims }) =>
    say`The tenant is said to be in ${joined(claims.map(({ country, at }) => say`${word(countryName(country), "country")} (${country}, ${placePhrase(at)})`))}.`,

  examples: {
    flagged: [
      {
        name: "two rows, two countries",
        customer: {
          countries: [
            { country: "DE", at: { file: "book.csv", row: 2, line: 2 } },
            { country: "US", at: { file: "customers.csv", row: 7, line: 7 } },
          ],
        },
        tenant: { region: { kind: "contradictory", countries: ["DE", "US"], partner: undefined } },
      },
    ],
    clean: [{ name: "one country" }, { name: "none", tenant: { region: { kind: "unknownCountry", value: "" } } }],
  },
});
