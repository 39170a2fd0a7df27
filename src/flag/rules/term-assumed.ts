import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const termAssumed = defineRule({
  code: "TERM_ASSUMED",
  group: "subscription",
  severity: "info",
  title: "Term taken as annual",
  why: "Were it monthly, the subscription could switch sooner and overlap would cost less.",
  remedy: "Give the term (P1M, P1Y or P3Y) where the customer has another than annual.",

  check({ subscription }) {
    if (subscription.term !== undefined) return undefined;
    // A term that is given but not understood has its own finding.
    return subscription.unread.some(({ field }) => field === "term") ? undefined : {};
  },

  message: () => say`The export gives no term; it is planned as annual.`,

  examples: {
    flagged: [{ name: "no term", subscription: { term: undefined } }],
    clean: [
      { name: "a term", subscription: { term: "P1Y" } },
      {
        name: "a term that is not understood",
        subscription: { term: undefined, unread: [{ field: "term", column: "Term", value: "2 years" }] },
      },
    ],
  },
});
