import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { conditionOf } from "../date-conditions.ts";

export const noFreeDay = defineRule({
  code: "NO_FREE_DAY",
  group: "schedule",
  severity: "blocking",
  title: "Every working day of the window is frozen or full",
  why: "Without a day the subscription renews at the current partner, or lapses.",
  remedy: "Shorten a freeze or raise the capacity of those days in the configuration, and plan again.",

  check({ slot }) {
    const condition = conditionOf(slot, "NO_FREE_DAY");
    if (condition === undefined) return undefined;
    const { together, capacity } = condition.facts;
    return { earliestOn: slot.earliestOn, latestOn: slot.latestOn, together, capacity };
  },

  message: ({ earliestOn, latestOn, together, capacity }) => {
    if (together !== undefined && capacity !== undefined) {
      return say`It must share a day with others: ${together} subscriptions together, and a day takes ${capacity} at most.`;
    }
    return earliestOn === undefined || latestOn === undefined
      ? say`No working day of its window is free.`
      : say`No working day from ${day(earliestOn)} to ${day(latestOn)} is free.`;
  },

  examples: {
    flagged: [
      { name: "all days frozen", slot: { switchOn: undefined, conditions: [{ code: "NO_FREE_DAY", facts: {} }] } },
    ],
    clean: [
      { name: "a free day" },
      { name: "another condition", slot: { conditions: [{ code: "BUFFER_REDUCED", facts: {} }] } },
    ],
  },
});
