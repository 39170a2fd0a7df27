import { defineRule } from "../../findings/define-rule.ts";
import { joined } from "../phrases.ts";

export const termNotOffered = defineRule({
  code: "TERM_NOT_OFFERED",
  group: "offer",
  severity: "warning",
  title: "Offer not sold in this term",
  why: "The order is refused, or made in a term that binds the customer longer than today.",
  remedy: "Agree a term that the offer has with the customer, or another offer.",

  check({ subscription, target }) {
    // A term that is not given is planned as annual.
    const term = subscription.term ?? "P1Y";
    const offer = target.offers.find(({ terms }) => terms !== undefined && !terms.includes(term));
    return offer === undefined ? undefined : { offer: offer.name, term, terms: offer.terms ?? [] };
  },

  message: ({ offer, term, terms }) =>
    `"${offer}" is not sold as ${term}${terms.length === 0 ? "" : `, only as ${joined(terms)}`}.`,

  examples: {
    flagged: [
      { name: "monthly, sold annually", subscription: { term: "P1M" }, targetOffer: { terms: ["P1Y", "P3Y"] } },
      { name: "no term given, sold monthly only", subscription: { term: undefined }, targetOffer: { terms: ["P1M"] } },
    ],
    clean: [
      { name: "sold in that term", subscription: { term: "P1M" }, targetOffer: { terms: ["P1M"] } },
      { name: "terms not known", subscription: { term: "P1M" }, targetOffer: { terms: undefined } },
    ],
  },
});
