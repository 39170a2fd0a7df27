import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const seatsUnassigned = defineRule({
  code: "SEATS_UNASSIGNED",
  group: "seats",
  severity: "info",
  title: "Seats paid for that nobody uses",
  why: "The customer keeps paying for them, for another term.",
  remedy: "Ask the customer whether the seats are needed; the switch is the day to drop them.",

  check({ productInTenant: { seats, assignedSeats } }) {
    return assignedSeats === undefined || assignedSeats >= seats ? undefined : { seats, assignedSeats };
  },

  message: ({ seats, assignedSeats }) =>
    seats - assignedSeats === 1
      ? say`1 seat of ${seats} in the tenant is not assigned.`
      : say`${seats - assignedSeats} seats of ${seats} in the tenant are not assigned.`,

  examples: {
    flagged: [{ name: "one to spare", subscription: { seats: 25, assignedSeats: 24 } }],
    clean: [
      { name: "all assigned", subscription: { seats: 25, assignedSeats: 25 } },
      { name: "assigned seats not known", subscription: { assignedSeats: undefined } },
    ],
  },
});
