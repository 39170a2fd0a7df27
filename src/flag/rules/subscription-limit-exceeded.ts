import { defineRule } from "../../findings/define-rule.ts";
import { say, word } from "../../locale/sentence.ts";
import { offerText } from "../phrases.ts";

export const subscriptionLimitExceeded = defineRule({
  code: "SUBSCRIPTION_LIMIT_EXCEEDED",
  group: "seats",
  severity: "warning",
  title: "More subscriptions than a customer may have of the offer",
  why: "A partner may sell a customer only so many subscriptions of it: the order for one more is refused.",
  remedy:
    "Order one subscription with the seats of several, where its maximum allows, or agree another offer for the rest.",

  check({ overLimit }) {
    return overLimit;
  },

  message: ({ offer, limit, alreadyThere, coming }) =>
    say`The customer would have ${alreadyThere + coming} subscriptions of ${offerText(offer)} with the new partner${
      alreadyThere === 0 ? "" : say`, ${alreadyThere} of them today`
    }; allowed are ${limit.count} ${limit.scope === "ever" ? word("ever", "limit") : word("at a time", "limit")}.`,

  examples: {
    flagged: [
      { name: "a third of two", overLimit: { alreadyThere: 0, coming: 3 } },
      { name: "a second, with two there", overLimit: { alreadyThere: 2, coming: 1 } },
      { name: "had one before", overLimit: { limit: { count: 1, scope: "ever" }, alreadyThere: 1, coming: 1 } },
    ],
    clean: [{ name: "within the limit, or none is known" }],
  },
});
