import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const statusUnknown = defineRule({
  code: "STATUS_UNKNOWN",
  group: "rows",
  severity: "warning",
  title: "Status word not known",
  why: "A subscription that is suspended or cancelled would be planned as if it were active.",
  remedy: "Write active, suspended, expired, disabled, deleted or pending in the column, and plan again.",

  check({ subscription }) {
    return subscription.unread.find(({ field }) => field === "status");
  },

  message: ({ column, value }) => say`Column "${column}" says "${value}"; the subscription is planned as active.`,

  examples: {
    flagged: [
      {
        name: "a word of no export",
        subscription: { unread: [{ field: "status", column: "Status", value: "Parked" }] },
      },
    ],
    clean: [
      { name: "a known word", subscription: { status: "active" } },
      { name: "no word, taken as active", subscription: { status: undefined } },
      { name: "another unread value", subscription: { unread: [{ field: "term", column: "Term", value: "2 years" }] } },
    ],
  },
});
