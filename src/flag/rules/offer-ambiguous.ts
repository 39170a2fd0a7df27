import { defineRule } from "../../findings/define-rule.ts";
import { joined, say } from "../../locale/sentence.ts";
import { offerText, productText } from "../phrases.ts";

export const offerAmbiguous = defineRule({
  code: "OFFER_AMBIGUOUS",
  group: "offer",
  severity: "blocking",
  title: "Name means more than one offer",
  why: "The wrong reading gives users too little or charges the customer for too much.",
  remedy:
    "Find out which offer the customer has (its product id or a user's licence tells), and write the id into the row.",

  check({ identity, target }) {
    if (identity.readings.length < 2 || target.offers.length > 0) return undefined;
    return { product: identity.product, readings: identity.readings };
  },

  message: ({ product, readings }) => say`${productText(product)} may be ${joined(readings.map(offerText))}.`,

  examples: {
    flagged: [
      {
        name: "a name that changed hands",
        readings: [
          { id: "standard", name: "Business Standard" },
          { id: "premium", name: "Business Premium" },
        ],
        target: { match: "none", offers: [] },
      },
    ],
    clean: [
      { name: "one reading" },
      { name: "chosen by a person", readings: [{ id: "a" }, { id: "b" }], target: { match: "decision" } },
    ],
  },
});
