import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

// DOMAIN.md 1.1 and 1.6: above 150, buying everything again would exceed the 300 that a tenant may hold.
const MOST_TO_DUPLICATE = 150;
const MOST_IN_TENANT = 300;

export const tenantOver150 = defineRule({
  code: "TENANT_OVER_150",
  group: "subscription",
  severity: "warning",
  title: "More than 150 active subscriptions in the tenant",
  why: "A tenant may hold 300; old and new together would exceed that, and orders are refused on the way.",
  remedy: "Move them by billing transfers, or let the old ones expire first and buy again within the grace period.",

  check({ tenant: { activeSubscriptionCount } }) {
    // Above 300 the stronger finding says it.
    if (activeSubscriptionCount <= MOST_TO_DUPLICATE || activeSubscriptionCount > MOST_IN_TENANT) return undefined;
    return { activeSubscriptionCount };
  },

  message: ({ activeSubscriptionCount }) =>
    say`The tenant has ${activeSubscriptionCount} active subscriptions; bought again they would be ${activeSubscriptionCount * 2}, and ${MOST_IN_TENANT} are allowed.`,

  examples: {
    flagged: [
      { name: "151", tenant: { activeSubscriptionCount: 151 } },
      { name: "300", tenant: { activeSubscriptionCount: 300 } },
    ],
    clean: [
      { name: "150", tenant: { activeSubscriptionCount: 150 } },
      { name: "301, which has its own finding", tenant: { activeSubscriptionCount: 301 } },
    ],
  },
});
