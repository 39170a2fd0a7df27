import { defineRule } from "../../findings/define-rule.ts";
import { isoDate } from "../../model/plain-date.ts";
import { discontinuedExample } from "../discontinued-example.ts";
import { productText } from "../phrases.ts";

export const offerEndOfSale = defineRule({
  code: "OFFER_END_OF_SALE",
  group: "offer",
  severity: "blocking",
  title: "Offer off sale, and it would have to be bought",
  why: "The old partner may still renew it, but the new partner cannot order it.",
  remedy:
    "Move it by a billing transfer where the current partner agrees, or agree another offer with the customer; mapping.csv lists candidates.",

  check({ identity, target, slot }) {
    if (target.discontinuation === undefined || target.offers.length > 0) return undefined;
    if (!target.renewable || slot.path === "billing-transfer") return undefined;
    return { product: identity.product, since: target.discontinuation.since, candidates: target.candidates.length };
  },

  message: ({ product, since, candidates }) =>
    `${productText(product)} is off sale${since === undefined ? "" : ` from ${isoDate(since)} on`} and can only be renewed; ${candidates === 0 ? "no offer replaces it" : `candidates that lack something: ${candidates}`}.`,

  examples: {
    flagged: [{ name: "off sale, bought again", target: discontinuedExample({ match: "none", offers: [] }) }],
    clean: [
      {
        name: "moved by a billing transfer",
        target: discontinuedExample({ match: "exact" }),
        slot: { path: "billing-transfer" },
      },
      { name: "with a successor", target: discontinuedExample({ match: "successor" }) },
      {
        name: "gone altogether",
        target: discontinuedExample({ match: "none", offers: [], status: "retired", renewable: false }),
      },
    ],
  },
});
