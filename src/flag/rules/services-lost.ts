import { defineRule } from "../../findings/define-rule.ts";
import { joined, say } from "../../locale/sentence.ts";

export const servicesLost = defineRule({
  code: "SERVICES_LOST",
  group: "offer",
  severity: "warning",
  title: "Target lacks services that the source has",
  why: "Users lose these services at the switch, and may lose the data in them.",
  remedy: "Ask the customer whether anybody uses them; if so, agree an offer that has them, or add one.",

  check({ target }) {
    return target.servicesLost.length === 0 ? undefined : { services: target.servicesLost };
  },

  message: ({ services }) => say`Not in the target: ${joined(services)}.`,

  examples: {
    flagged: [{ name: "one service fewer", target: { servicesLost: ["Yammer Enterprise"] } }],
    clean: [{ name: "only more services", target: { servicesLost: [], servicesGained: ["Microsoft Bookings"] } }],
  },
});
