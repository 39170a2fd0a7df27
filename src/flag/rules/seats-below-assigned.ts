import { defineRule } from "../../findings/define-rule.ts";
import { counted, say } from "../../locale/sentence.ts";

export const seatsBelowAssigned = defineRule({
  code: "SEATS_BELOW_ASSIGNED",
  group: "seats",
  severity: "blocking",
  title: "Fewer seats planned than are assigned",
  why: "Users beyond the planned seats lose their licence at the switch.",
  remedy: "Order seats for all assigned users, or remove licences in the tenant first and export the usage again.",

  // Assignments belong to the tenant, not to one subscription: they are compared with all of the product together.
  check({ productInTenant: { targetSeats, assignedSeats, subscriptionCount } }) {
    if (assignedSeats === undefined || targetSeats >= assignedSeats) return undefined;
    return { targetSeats, assignedSeats, subscriptionCount };
  },

  message: ({ targetSeats, assignedSeats, subscriptionCount }) =>
    say`${counted(targetSeats, "seat")} planned${subscriptionCount === 1 ? "" : say` in ${subscriptionCount} subscriptions`} but ${assignedSeats} assigned in the tenant: ${counted(assignedSeats - targetSeats, "user")} would lose the licence.`,

  examples: {
    flagged: [
      { name: "one seat short", subscription: { seats: 24, assignedSeats: 25 } },
      {
        name: "one seat short over two subscriptions",
        productInTenant: { subscriptionCount: 2, seats: 49, targetSeats: 49, assignedSeats: 50 },
      },
      { name: "purchased enough, planned fewer", subscription: { assignedSeats: 25 }, case: { targetSeats: 24 } },
    ],
    clean: [
      { name: "a seat for every user", subscription: { seats: 25, assignedSeats: 25 } },
      {
        name: "enough over two subscriptions",
        productInTenant: { subscriptionCount: 2, seats: 50, targetSeats: 50, assignedSeats: 50 },
      },
      { name: "assigned seats not known", subscription: { assignedSeats: undefined } },
    ],
  },
});
