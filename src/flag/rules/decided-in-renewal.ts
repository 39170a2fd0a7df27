import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { conditionOf } from "../date-conditions.ts";

export const decidedInRenewal = defineRule({
  code: "DECIDED_IN_RENEWAL",
  group: "schedule",
  severity: "warning",
  title: "Decided transfer lies within two days of a term end",
  why: "While the renewal is processed, transfers are refused.",
  remedy: "Decide a day that is at least three days away from the term end.",

  check({ slot }) {
    const condition = conditionOf(slot, "DECIDED_IN_RENEWAL");
    if (condition === undefined) return undefined;
    return { switchOn: slot.switchOn };
  },

  message: ({ switchOn }) =>
    switchOn === undefined
      ? say`The decided day lies within two days of a term end.`
      : say`The decided day ${day(switchOn)} lies within two days of a term end.`,

  examples: {
    flagged: [
      {
        name: "while the renewal is processed",
        slot: { conditions: [{ code: "DECIDED_IN_RENEWAL", facts: {} }] },
      },
    ],
    clean: [{ name: "a day that the rules chose" }],
  },
});
