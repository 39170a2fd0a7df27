import { defineRule } from "../../findings/define-rule.ts";
import { counted, day, say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";
import { conditionOf, termEndOf } from "../date-conditions.ts";

export const bufferReduced = defineRule({
  code: "BUFFER_REDUCED",
  group: "schedule",
  severity: "warning",
  title: "Less time left than the buffer",
  why: "If the order fails or an approval is late, few days are left before the old subscription ends.",
  remedy: "Prepare the order beforehand and have somebody watch it, or free an earlier day and plan again.",

  check({ slot, policy }) {
    const condition = conditionOf(slot, "BUFFER_REDUCED");
    if (condition === undefined) return undefined;
    return { termEnd: termEndOf(slot, condition), switchOn: slot.switchOn, bufferDays: policy.bufferDays };
  },

  message: ({ termEnd, switchOn, bufferDays }) =>
    termEnd === undefined || switchOn === undefined || switchOn > termEnd
      ? say`The switch lies within ${counted(bufferDays, "day")} of the term end.`
      : say`The switch on ${day(switchOn)} leaves ${counted(termEnd - switchOn, "day")} to the term end; the buffer is ${bufferDays}.`,

  examples: {
    flagged: [
      {
        name: "inside the buffer",
        slot: { switchOn: plainDate("2027-03-26"), conditions: [{ code: "BUFFER_REDUCED", facts: {} }] },
      },
    ],
    clean: [{ name: "on the preferred day" }],
  },
});
