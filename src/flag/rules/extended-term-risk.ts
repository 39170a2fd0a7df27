import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";
import { conditionOf, termEndOf } from "../date-conditions.ts";

export const extendedTermRisk = defineRule({
  code: "EXTENDED_TERM_RISK",
  group: "schedule",
  severity: "warning",
  title: "No free grace after the term end",
  why: "With auto-renew merely off, it runs on month by month at 3 % more, or 23 % where no monthly plan exists; cancelled at the end of its term, access stops the next day.",
  remedy:
    'Choose "cancel at end of term" only once the new subscription is active; until then accept the extended term, and cancel it on the day of the switch.',

  check({ slot }) {
    const condition = conditionOf(slot, "EXTENDED_TERM_RISK");
    if (condition === undefined) return undefined;
    return { termEnd: termEndOf(slot, condition), switchOn: slot.switchOn };
  },

  message: ({ termEnd, switchOn }) =>
    say`${termEnd === undefined ? say`The term` : say`The term that ends on ${day(termEnd)}`} has no free grace period, and ${switchOn === undefined ? say`no switch is possible before it ends` : say`the switch is on ${day(switchOn)}`}.`,

  examples: {
    flagged: [
      {
        name: "no day before the end",
        slot: { switchOn: plainDate("2027-04-05"), conditions: [{ code: "EXTENDED_TERM_RISK", facts: {} }] },
      },
    ],
    clean: [{ name: "before the term ends" }],
  },
});
