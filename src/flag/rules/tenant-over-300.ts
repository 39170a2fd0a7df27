import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

// DOMAIN.md 1.6.
const MOST_IN_TENANT = 300;

export const tenantOver300 = defineRule({
  code: "TENANT_OVER_300",
  group: "subscription",
  severity: "blocking",
  title: "More than 300 active subscriptions in the tenant",
  why: "The tenant is above the limit already: no further subscription can be ordered for it.",
  remedy: "Have subscriptions of the same offer merged or dropped until at most 300 are left, and export again.",

  check({ tenant: { activeSubscriptionCount } }) {
    return activeSubscriptionCount > MOST_IN_TENANT ? { activeSubscriptionCount } : undefined;
  },

  message: ({ activeSubscriptionCount }) =>
    say`The tenant has ${activeSubscriptionCount} active subscriptions; ${MOST_IN_TENANT} are allowed.`,

  examples: {
    flagged: [{ name: "301", tenant: { activeSubscriptionCount: 301 } }],
    clean: [{ name: "300", tenant: { activeSubscriptionCount: 300 } }],
  },
});
