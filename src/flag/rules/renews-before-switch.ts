import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";
import { conditionOf } from "../date-conditions.ts";

export const renewsBeforeSwitch = defineRule({
  code: "RENEWS_BEFORE_SWITCH",
  group: "schedule",
  severity: "warning",
  title: "Renews before it can switch",
  why: "The customer is bound to another term, at the price of that day, before the new partner takes over.",
  remedy:
    "Settle the relationship sooner and plan again. Otherwise leave auto-renew on until the term that the switch falls into, or users lose the service before it.",

  check({ slot, today }) {
    const { termEnd, switchOn } = slot;
    return conditionOf(slot, "RENEWS_BEFORE_SWITCH") && { termEnd, switchOn, today };
  },

  message({ termEnd, switchOn, today }) {
    const when = switchOn === undefined ? say`only later` : say`on ${day(switchOn)}`;
    if (termEnd === undefined) return say`The term renews first; the switch is possible ${when}.`;
    return termEnd < today
      ? say`The term that ended on ${day(termEnd)} has renewed; the switch is possible ${when}.`
      : say`The term that ends on ${day(termEnd)} renews first; the switch is possible ${when}.`;
  },

  examples: {
    flagged: [
      {
        name: "no day before the renewal",
        slot: { switchOn: plainDate("2027-04-05"), conditions: [{ code: "RENEWS_BEFORE_SWITCH", facts: {} }] },
      },
    ],
    clean: [{ name: "a day before the term ends" }],
  },
});
