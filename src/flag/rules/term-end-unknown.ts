import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";

export const termEndUnknown = defineRule({
  code: "TERM_END_UNKNOWN",
  group: "subscription",
  severity: "warning",
  title: "Term end not known",
  why: "Without the last day no safe switch date exists: too late loses data, too early pays twice.",
  remedy: "Get the term end from the current partner, write it into the row, and plan again.",

  check({ slot, subscription }) {
    return slot.termEnd === undefined ? { term: subscription.term } : undefined;
  },

  message: ({ term }) =>
    term === "P1M"
      ? say`Neither a term end nor a start from which the monthly term could be counted is given.`
      : say`The export gives no term end, so no date is planned.`,

  examples: {
    flagged: [
      { name: "no term end", subscription: { termEnd: undefined } },
      { name: "monthly without a start", subscription: { term: "P1M", start: undefined, termEnd: undefined } },
    ],
    clean: [
      { name: "a term end" },
      {
        name: "monthly, counted from its start",
        subscription: { term: "P1M", termEnd: undefined },
        slot: { termEnd: plainDate("2026-12-14") },
      },
    ],
  },
});
