import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { namesText, offerText, productText } from "../phrases.ts";

export const nameContradictsId = defineRule({
  code: "NAME_CONTRADICTS_ID",
  group: "offer",
  severity: "warning",
  title: "Product id and name are of two offers",
  why: "One of them stands in the wrong row. The id is planned; if the name is right, users get another product.",
  remedy: "Look up which of the two the tenant has, correct the id or the name in the row, and plan again.",

  check({ identity: { product, offer, otherOffer }, target }) {
    if (offer === undefined || otherOffer === undefined || target.match === "decision") return undefined;
    return { product, offer, otherOffer };
  },

  message: ({ product, offer, otherOffer }) =>
    say`The id of ${productText(product)} is that of ${namesText([offer.name])}, its name that of ${offerText(otherOffer)}.`,

  examples: {
    flagged: [
      { name: "the name of another offer", otherOffer: { id: "premium", name: "Business Premium" } },
      {
        name: "what replaces the id's offer rests on that id",
        otherOffer: { id: "premium", name: "Business Premium", productSku: "" },
        target: { match: "successor" },
      },
    ],
    clean: [
      { name: "the name of the same offer" },
      { name: "a person said which", otherOffer: { id: "premium" }, target: { match: "decision" } },
    ],
  },
});
