import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const sameOfferTwice = defineRule({
  code: "SAME_OFFER_TWICE",
  group: "seats",
  severity: "info",
  title: "Several subscriptions of one product in the tenant",
  why: "One of them may be a leftover that is paid for twice, and several term ends mean several switches.",
  remedy: "Ask the customer whether all of them are needed, and whether one subscription can take their place.",

  check({ productInTenant: { subscriptionCount, seats } }) {
    return subscriptionCount < 2 ? undefined : { subscriptionCount, seats };
  },

  message: ({ subscriptionCount, seats }) =>
    say`The tenant has ${subscriptionCount} subscriptions of this product, ${seats} seats together.`,

  examples: {
    flagged: [{ name: "a second one", productInTenant: { subscriptionCount: 2 } }],
    clean: [{ name: "the only one", productInTenant: { subscriptionCount: 1 } }],
  },
});
