import { defineRule } from "../../findings/define-rule.ts";
import { isoDate } from "../../model/plain-date.ts";
import { conditionOf, termEndOf } from "../date-conditions.ts";

export const termEndsTooSoon = defineRule({
  code: "TERM_ENDS_TOO_SOON",
  group: "schedule",
  severity: "blocking",
  title: "Term ends before the switch is possible",
  why: "Auto-renew is off and no grace period is left: users lose access, and the data goes.",
  remedy:
    "Have the current partner switch auto-renew on, or extend the term, and plan again; or settle the relationship sooner.",

  check({ slot }) {
    const condition = conditionOf(slot, "TERM_ENDS_TOO_SOON");
    if (condition === undefined) return undefined;
    return { termEnd: termEndOf(slot, condition), earliestOn: slot.earliestOn };
  },

  message: ({ termEnd, earliestOn }) =>
    termEnd === undefined || earliestOn === undefined
      ? "The term ends before a switch is possible, and no grace period lasts long enough."
      : `The term ends on ${isoDate(termEnd)}, the first day to switch is ${isoDate(earliestOn)}, and no grace period lasts until a free day.`,

  examples: {
    flagged: [
      {
        name: "the term ends first",
        slot: { switchOn: undefined, conditions: [{ code: "TERM_ENDS_TOO_SOON", facts: {} }] },
      },
    ],
    clean: [{ name: "time enough" }, { name: "in grace", slot: { conditions: [{ code: "IN_GRACE", facts: {} }] } }],
  },
});
