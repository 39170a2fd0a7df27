import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const seatPoolExceeded = defineRule({
  code: "SEAT_POOL_EXCEEDED",
  group: "seats",
  severity: "warning",
  title: "Old and new seats together exceed the tenant's limit",
  why: "A tenant may hold only so many seats of the product over all partners: the order is refused while the old ones count.",
  remedy:
    "Move it by a billing transfer, or let the old subscription end first and order the new one in its grace period.",

  check({ slot }) {
    return slot.poolExceeded;
  },

  message: ({ seats, limit }) => say`${seats} seats of one product, old and new together; a tenant may hold ${limit}.`,

  examples: {
    flagged: [{ name: "too many while both run", slot: { poolExceeded: { seats: 302, limit: 300 } } }],
    clean: [{ name: "no overlap above the limit", slot: { poolExceeded: undefined } }],
  },
});
