import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const assignedUnknown = defineRule({
  code: "ASSIGNED_UNKNOWN",
  group: "seats",
  severity: "info",
  title: "Assigned seats not known",
  why: "Nobody can tell whether the planned seats are enough for the users, or more than they need.",
  remedy: "Add a licence export of the tenant (assigned seats by product), and plan again.",

  check({ productInTenant, subscription }) {
    return productInTenant.assignedSeats === undefined ? { seats: subscription.seats } : undefined;
  },

  message: ({ seats }) => say`No export says how many of the ${seats} seats are assigned.`,

  examples: {
    flagged: [{ name: "no usage read", subscription: { assignedSeats: undefined } }],
    clean: [{ name: "nobody has a licence", subscription: { assignedSeats: 0 } }],
  },
});
