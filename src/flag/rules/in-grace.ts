import { defineRule } from "../../findings/define-rule.ts";
import { counted, day, say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";
import { conditionOf, termEndOf } from "../date-conditions.ts";

export const inGrace = defineRule({
  code: "IN_GRACE",
  group: "schedule",
  severity: "warning",
  title: "Switch falls into the grace period",
  why: "The old subscription has expired by then; 30 days after its term end users lose access, later the data goes.",
  remedy: "Do not let the day slip. Where the relationship can be settled sooner, plan again.",

  check({ slot }) {
    const condition = conditionOf(slot, "IN_GRACE");
    if (condition === undefined) return undefined;
    return { termEnd: termEndOf(slot, condition), switchOn: slot.switchOn };
  },

  message: ({ termEnd, switchOn }) =>
    termEnd === undefined || switchOn === undefined || switchOn <= termEnd
      ? say`The switch comes after the term end, within the grace period.`
      : say`The switch on ${day(switchOn)} is ${counted(switchOn - termEnd, "day")} after the term end ${day(termEnd)}; grace lasts 30 days.`,

  examples: {
    flagged: [
      {
        name: "after the term end",
        slot: { switchOn: plainDate("2027-04-05"), conditions: [{ code: "IN_GRACE", facts: {} }] },
      },
    ],
    clean: [{ name: "before the term ends" }],
  },
});
