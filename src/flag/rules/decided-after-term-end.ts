import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { conditionOf, dayIn } from "../date-conditions.ts";

export const decidedAfterTermEnd = defineRule({
  code: "DECIDED_AFTER_TERM_END",
  group: "schedule",
  severity: "warning",
  title: "Decided day lies after the term end",
  why: "By then the old subscription has renewed for another term, or users are without it.",
  remedy: "Check with whoever decided that the day is meant, or decide one before the term ends.",

  check({ slot }) {
    const condition = conditionOf(slot, "DECIDED_AFTER_TERM_END");
    if (condition === undefined) return undefined;
    return { switchOn: slot.switchOn, currentEnd: dayIn(condition, "currentEnd") ?? slot.termEnd };
  },

  message: ({ switchOn, currentEnd }) =>
    switchOn === undefined || currentEnd === undefined
      ? say`The decided day lies after the term end.`
      : say`The decided day ${day(switchOn)} lies after the term end ${day(currentEnd)}.`,

  examples: {
    flagged: [
      {
        name: "after the term end",
        slot: { conditions: [{ code: "DECIDED_AFTER_TERM_END", facts: {} }] },
      },
    ],
    clean: [{ name: "a day that the rules chose" }],
  },
});
