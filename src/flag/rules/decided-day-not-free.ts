import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { conditionOf } from "../date-conditions.ts";

export const decidedDayNotFree = defineRule({
  code: "DECIDED_DAY_NOT_FREE",
  group: "schedule",
  severity: "warning",
  title: "Decided day is no free day",
  why: "Nobody works on that day, it is frozen, or more switches than the capacity allows are decided for it.",
  remedy: "Make sure that somebody is there to do it, or decide another day.",

  check({ slot }) {
    const condition = conditionOf(slot, "DECIDED_DAY_NOT_FREE");
    if (condition === undefined) return undefined;
    return { switchOn: slot.switchOn, refusal: condition.facts.refusal };
  },

  message: ({ switchOn, refusal }) =>
    switchOn === undefined
      ? say`The decided day is no free day.`
      : say`The decided day ${day(switchOn)} is no free day${refusal === undefined ? "" : say`: ${refusal}`}.`,

  examples: {
    flagged: [
      {
        name: "on a day off",
        slot: { conditions: [{ code: "DECIDED_DAY_NOT_FREE", facts: {} }] },
      },
    ],
    clean: [{ name: "a day that the rules chose" }],
  },
});
