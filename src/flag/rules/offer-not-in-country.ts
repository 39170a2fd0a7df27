import { defineRule } from "../../findings/define-rule.ts";
import { say, word } from "../../locale/sentence.ts";
import { countryName } from "../../regions/country-codes.ts";

export const offerNotInCountry = defineRule({
  code: "OFFER_NOT_IN_COUNTRY",
  group: "offer",
  severity: "blocking",
  title: "Offer not sold in the tenant's country",
  why: "The order is refused, and the original lapses without a replacement.",
  remedy: "Check the tenant's country; if it is right, agree an offer that is sold there with the customer.",

  check({ target, tenant }) {
    if (!("country" in tenant.region)) return undefined;
    const { country } = tenant.region;
    const offer = target.offers.find(({ countries }) => countries !== undefined && !countries.has(country));
    return offer === undefined ? undefined : { offer: offer.name, country };
  },

  message: ({ offer, country }) =>
    say`"${offer}" is not sold in ${word(countryName(country), "country")} (${country}).`,

  examples: {
    flagged: [{ name: "sold only elsewhere", targetOffer: { countries: new Set(["AT", "CH"]) } }],
    clean: [
      { name: "sold in the country", targetOffer: { countries: new Set(["AT", "DE"]) } },
      { name: "no limit known", targetOffer: { countries: undefined } },
      {
        name: "country unknown, which has its own finding",
        targetOffer: { countries: new Set(["AT"]) },
        tenant: { region: { kind: "unknownCountry", value: "" } },
      },
    ],
  },
});
