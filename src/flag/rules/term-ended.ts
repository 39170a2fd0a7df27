import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";

export const termEnded = defineRule({
  code: "TERM_ENDED",
  group: "subscription",
  severity: "warning",
  title: "Term has ended already",
  why: "Either it has renewed and the customer is bound for another term, or it has lapsed and its data will go.",
  remedy: "Ask the current partner for the state of today: renewed, expired or gone; export again, and plan again.",

  check({ slot: { termEnd }, subscription: { status, term, autoRenew }, today }) {
    const isOver = termEnd !== undefined && termEnd < today;
    // A monthly term that renews has simply rolled to the next month.
    const rolls = term === "P1M" && autoRenew !== false;
    return status === "expired" || (isOver && !rolls) ? { termEnd, today } : undefined;
  },

  message: ({ termEnd, today }) =>
    termEnd === undefined || termEnd >= today
      ? say`The export says that the subscription has expired.`
      : say`The term ended on ${day(termEnd)}, before the day of the plan (${day(today)}).`,

  examples: {
    flagged: [
      { name: "ended yesterday", subscription: { termEnd: plainDate("2026-11-30") } },
      { name: "expired by its status", subscription: { status: "expired", termEnd: undefined } },
      {
        name: "a monthly term that does not renew",
        subscription: { term: "P1M", autoRenew: false, termEnd: plainDate("2026-11-30") },
      },
    ],
    clean: [
      { name: "ends today", subscription: { termEnd: plainDate("2026-12-01") } },
      { name: "a monthly term rolls", subscription: { term: "P1M", termEnd: plainDate("2026-11-30") } },
      { name: "term end not known", subscription: { termEnd: undefined } },
    ],
  },
});
