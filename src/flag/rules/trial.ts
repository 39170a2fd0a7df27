import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { namedProduct, productText } from "../phrases.ts";

export const trial = defineRule({
  code: "TRIAL",
  group: "subscription",
  severity: "excluded",
  title: "Trial",
  why: "A trial cannot change partner, and it matches no paid offer.",
  remedy: "Ask the customer whether to buy the offer from the new partner when the trial ends.",

  check({ exclusions, identity }) {
    return exclusions.includes("TRIAL") ? { product: namedProduct(identity) } : undefined;
  },

  message: ({ product }) => say`${productText(product)} is a trial.`,

  examples: {
    flagged: [{ name: "a trial", case: { exclusions: ["TRIAL"] } }],
    clean: [
      { name: "a paid subscription" },
      { name: "excluded for another reason", case: { exclusions: ["NOT_ACTIVE"] } },
    ],
  },
});
