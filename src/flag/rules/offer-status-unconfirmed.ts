import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { discontinuedExample } from "../discontinued-example.ts";
import { namedProduct, productText } from "../phrases.ts";

export const offerStatusUnconfirmed = defineRule({
  code: "OFFER_STATUS_UNCONFIRMED",
  group: "offer",
  severity: "warning",
  title: "Offer said to be discontinued, without a source",
  why: "If it is true, the order is refused on the day of the switch.",
  remedy: "Look the offer up in this month's NCE price list before anything is ordered.",

  check({ identity, target }) {
    // Beside a confirmed fact, what is only remembered adds nothing.
    if (target.unconfirmed === undefined || target.discontinuation !== undefined) return undefined;
    return { product: namedProduct(identity), note: target.unconfirmed };
  },

  message: ({ product, note }) =>
    say`Of ${productText(product)} it is remembered, but not confirmed: ${note.replace(/\.?$/, ".")}`,

  examples: {
    flagged: [{ name: "remembered only", target: { unconfirmed: "End of sale in 2022." } }],
    clean: [
      { name: "nothing of the kind", target: { unconfirmed: undefined } },
      {
        name: "discontinued by a fact with a source",
        target: { ...discontinuedExample({ match: "successor" }), unconfirmed: "End of sale in 2022." },
      },
    ],
  },
});
