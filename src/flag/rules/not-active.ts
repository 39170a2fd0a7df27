import { defineRule } from "../../findings/define-rule.ts";
import type { Severity } from "../../findings/finding.ts";
import { say, word } from "../../locale/sentence.ts";
import type { SubscriptionStatus } from "../../model/subscription.ts";

// An expired subscription is not here: TERM_ENDED says what to do about it.
const SEVERITY_BY_STATUS: Readonly<Partial<Record<SubscriptionStatus, Severity>>> = {
  suspended: "blocking",
  disabled: "blocking",
  deleted: "excluded",
  pending: "warning",
};

export const notActive = defineRule({
  code: "NOT_ACTIVE",
  group: "subscription",
  severity: "blocking",
  severityOf: ({ status }: { readonly status: SubscriptionStatus }) => SEVERITY_BY_STATUS[status] ?? "blocking",
  title: "Subscription not active",
  why: "What is suspended or disabled cannot be transferred, and its data goes unless it is reactivated before the term ends.",
  remedy:
    "Suspended or disabled: have the current partner reactivate it, or drop it. Pending: export again once it is active. Deleted: nothing is left to move.",

  check({ subscription: { status } }) {
    return status === undefined || SEVERITY_BY_STATUS[status] === undefined ? undefined : { status };
  },

  message: ({ status }) => say`The export says the subscription is ${word(status, "activity")}.`,

  examples: {
    flagged: [
      { name: "suspended", subscription: { status: "suspended" } },
      { name: "disabled", subscription: { status: "disabled" } },
      { name: "pending", subscription: { status: "pending" } },
      { name: "deleted", subscription: { status: "deleted" }, case: { exclusions: ["NOT_ACTIVE"] } },
    ],
    clean: [
      { name: "active", subscription: { status: "active" } },
      { name: "no status, taken as active", subscription: { status: undefined } },
      { name: "expired, which has its own finding", subscription: { status: "expired" } },
    ],
  },
});
