import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const termUnknown = defineRule({
  code: "TERM_UNKNOWN",
  group: "rows",
  severity: "warning",
  title: "Term not understood",
  why: "The subscription is dated and ordered as annual; renewals and overlap are wrong if its term is another one.",
  remedy: "Write P1M, P1Y or P3Y in the column, and plan again.",

  check({ subscription }) {
    return subscription.unread.find(({ field }) => field === "term");
  },

  message: ({ column, value }) => say`Column "${column}" says "${value}"; the term is taken as annual.`,

  examples: {
    flagged: [
      {
        name: "a term that CSP does not have",
        subscription: { term: undefined, unread: [{ field: "term", column: "Term", value: "2 years" }] },
      },
    ],
    clean: [
      { name: "a known term", subscription: { term: "P3Y" } },
      { name: "no term given", subscription: { term: undefined } },
    ],
  },
});
