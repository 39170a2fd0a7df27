import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
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
      ? say`The term ends before a switch is possible, and no grace period lasts long enough.`
      : say`The term ends on ${day(termEnd)}, the first day to switch is ${day(earliestOn)}, and no grace period lasts until a free day.`,

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
