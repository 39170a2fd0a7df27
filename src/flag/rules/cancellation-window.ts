import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { addDays, plainDate } from "../../model/plain-date.ts";
import { conditionOf, termEndOf } from "../date-conditions.ts";

// DOMAIN.md 3.2: seven days from the renewal, which begins on the day after the term end.
const WINDOW_DAYS = 7;

export const cancellationWindow = defineRule({
  code: "CANCELLATION_WINDOW",
  group: "schedule",
  severity: "warning",
  title: "Switch falls into the week after a renewal",
  why: "The renewed subscription must be cancelled within seven days; a day later the customer pays for the whole new term.",
  remedy: "Agree the cancellation day with the current partner in writing, before the new subscription is ordered.",

  check({ slot }) {
    const condition = conditionOf(slot, "CANCELLATION_WINDOW");
    if (condition === undefined) return undefined;
    return { termEnd: termEndOf(slot, condition), switchOn: slot.switchOn };
  },

  message: ({ termEnd, switchOn }) =>
    termEnd === undefined || switchOn === undefined
      ? say`The old subscription renews first and must be cancelled within seven days.`
      : say`The term renews after ${day(termEnd)}; switch on ${day(switchOn)}, and cancel by ${day(addDays(termEnd, WINDOW_DAYS))}.`,

  examples: {
    flagged: [
      {
        name: "after a renewal",
        slot: { switchOn: plainDate("2027-04-05"), conditions: [{ code: "CANCELLATION_WINDOW", facts: {} }] },
      },
    ],
    clean: [{ name: "before the term ends" }],
  },
});
