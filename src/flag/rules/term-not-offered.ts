import { priceLines } from "../../catalogue/price-lines.ts";
import { isBilled, termsSold } from "../../catalogue/prices.ts";
import { defineRule } from "../../findings/define-rule.ts";
import { joined, say, word } from "../../locale/sentence.ts";
import type { Price } from "../../model/offer.ts";
import { plainDate } from "../../model/plain-date.ts";
import { countryOf } from "../../model/region.ts";
import { judgedOn } from "../../model/slot.ts";

function priceLine(term: Price["term"], billing: Price["billing"], differences: Partial<Price> = {}): Price {
  return {
    term,
    billing,
    market: "",
    currency: "EUR",
    perMonth: 10,
    fromSeats: 0,
    toSeats: Number.POSITIVE_INFINITY,
    from: undefined,
    until: undefined,
    source: "price-list-DE.csv",
    ...differences,
  };
}

export const termNotOffered = defineRule({
  code: "TERM_NOT_OFFERED",
  group: "offer",
  severity: "warning",
  title: "Offer not sold in this term or with this billing",
  why: "The order is refused, or made in a term that binds the customer longer than today.",
  remedy: "Agree a term that the offer has with the customer, or another offer.",

  check({ subscription, target, tenant, slot }) {
    // A term that is not given is planned as annual.
    const term = subscription.term ?? "P1Y";
    const country = countryOf(tenant.region);
    for (const offer of target.offers) {
      const terms = termsSold(offer, country, judgedOn(slot));
      if (terms !== undefined && !terms.includes(term)) return { offer: offer.name, term, terms, billing: "" };
    }
    const unbilled = target.offers.find((one) => !isBilled(one, term, subscription.billing, country));
    return unbilled === undefined
      ? undefined
      : { offer: unbilled.name, term, terms: [], billing: subscription.billing ?? "" };
  },

  message: ({ offer, term, terms, billing }) =>
    billing === ""
      ? say`"${offer}" is not sold as ${term}${terms.length === 0 ? "" : say`, only as ${joined(terms)}`}.`
      : say`"${offer}" is sold as ${term}, but not with ${word(billing, "billing")} billing.`,

  examples: {
    flagged: [
      { name: "monthly, sold annually", subscription: { term: "P1M" }, targetOffer: { terms: ["P1Y", "P3Y"] } },
      {
        name: "three years billed monthly, sold upfront only",
        subscription: { term: "P3Y", billing: "monthly" },
        targetOffer: { terms: ["P3Y"], prices: priceLines([priceLine("P3Y", "triennial")]) },
      },
      {
        name: "three years billed monthly, known not to be sold so",
        subscription: { term: "P3Y", billing: "monthly" },
        targetOffer: { threeYears: { minimumSeats: 100, source: "an example" } },
      },
      {
        name: "monthly, whose sale ends before the switch",
        subscription: { term: "P1M" },
        slot: { switchOn: plainDate("2027-01-01") },
        targetOffer: {
          prices: priceLines([
            priceLine("P1M", "monthly", { offSaleFrom: plainDate("2027-01-01") }),
            priceLine("P1Y", "annual"),
          ]),
        },
      },
      {
        name: "monthly, sold so in another market only",
        subscription: { term: "P1M" },
        targetOffer: {
          prices: priceLines([
            priceLine("P1M", "monthly", { market: "US" }),
            priceLine("P1Y", "annual", { market: "DE" }),
          ]),
        },
      },
      { name: "no term given, sold monthly only", subscription: { term: undefined }, targetOffer: { terms: ["P1M"] } },
    ],
    clean: [
      {
        name: "a year billed monthly, for which lists have no line of its own",
        subscription: { term: "P1Y", billing: "monthly" },
        targetOffer: { terms: ["P1Y"], prices: priceLines([priceLine("P1Y", "annual")]) },
      },
      {
        name: "three years paid yearly, known not to be billed monthly",
        subscription: { term: "P3Y", billing: "annual" },
        targetOffer: { threeYears: { minimumSeats: 100, source: "an example" } },
      },
      {
        name: "three years billed monthly, as a price list has it",
        subscription: { term: "P3Y", billing: "monthly" },
        targetOffer: {
          terms: ["P3Y"],
          prices: priceLines([priceLine("P3Y", "monthly")]),
          threeYears: { minimumSeats: 100, source: "an example" },
        },
      },
      {
        name: "monthly, whose sale ends after the switch",
        subscription: { term: "P1M" },
        slot: { switchOn: plainDate("2026-12-31") },
        targetOffer: {
          prices: priceLines([
            priceLine("P1M", "monthly", { offSaleFrom: plainDate("2027-01-01") }),
            priceLine("P1Y", "annual"),
          ]),
        },
      },
      { name: "sold in that term", subscription: { term: "P1M" }, targetOffer: { terms: ["P1M"] } },
      { name: "terms not known", subscription: { term: "P1M" }, targetOffer: { terms: undefined } },
    ],
  },
});
