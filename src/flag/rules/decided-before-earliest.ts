import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { conditionOf, dayIn } from "../date-conditions.ts";

export const decidedBeforeEarliest = defineRule({
  code: "DECIDED_BEFORE_EARLIEST",
  group: "schedule",
  severity: "warning",
  title: "Decided day lies before the first possible one",
  why: "The day is over, or the customer cannot have accepted the relationship by then: orders are refused.",
  remedy: "Settle the relationship before that day, or decide a later one.",

  check({ slot }) {
    const condition = conditionOf(slot, "DECIDED_BEFORE_EARLIEST");
    if (condition === undefined) return undefined;
    return { switchOn: slot.switchOn, earliestOn: dayIn(condition, "earliestOn") ?? slot.earliestOn };
  },

  message: ({ switchOn, earliestOn }) =>
    switchOn === undefined || earliestOn === undefined
      ? say`The decided day lies before the first possible one.`
      : say`The decided day ${day(switchOn)} lies before ${day(earliestOn)}, the first possible one.`,

  examples: {
    flagged: [
      {
        name: "too early",
        slot: { conditions: [{ code: "DECIDED_BEFORE_EARLIEST", facts: {} }] },
      },
    ],
    clean: [{ name: "a day that the rules chose" }],
  },
});
