import { defineRule } from "../../findings/define-rule.ts";
import { counted, day, say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";
import { conditionOf, dayIn } from "../date-conditions.ts";

export const leadTimeShort = defineRule({
  code: "LEAD_TIME_SHORT",
  group: "schedule",
  severity: "warning",
  title: "Lead time pushes the switch past its preferred day",
  why: "The relationship is not settled early enough to keep the buffer before the term end.",
  remedy:
    "Ask the customer to accept the relationship now; once accepted, plan again with the new partner's customer list.",

  check({ slot, policy }) {
    const condition = conditionOf(slot, "LEAD_TIME_SHORT");
    if (condition === undefined) return undefined;
    const preferredOn = dayIn(condition, "preferredOn");
    return { preferredOn, earliestOn: slot.earliestOn, leadDays: policy.relationshipLeadDays };
  },

  message: ({ preferredOn, earliestOn, leadDays }) =>
    preferredOn === undefined || earliestOn === undefined
      ? say`${counted(leadDays, "day")} for the relationship end after the preferred day.`
      : say`${counted(leadDays, "day")} for the relationship make ${day(earliestOn)} the first day; ${day(preferredOn)} is the preferred one.`,

  examples: {
    flagged: [
      {
        name: "the lead time decides",
        slot: {
          earliestOn: plainDate("2027-03-26"),
          conditions: [{ code: "LEAD_TIME_SHORT", facts: { preferredOn: plainDate("2027-03-24") } }],
        },
      },
    ],
    clean: [{ name: "the preferred day is reachable" }],
  },
});
