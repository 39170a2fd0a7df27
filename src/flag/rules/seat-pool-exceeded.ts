import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";

export const seatPoolExceeded = defineRule({
  code: "SEAT_POOL_EXCEEDED",
  group: "seats",
  severity: "warning",
  title: "Old and new seats together exceed the tenant's limit",
  why: "A tenant may hold only so many seats of the product over all partners: the order is refused while the old ones count.",
  remedy:
    "Move it by a billing transfer, or let the old subscription end first and order the new one in its grace period.",

  check({ slot: { poolExceeded, switchOn, termEnd } }) {
    if (poolExceeded === undefined) return undefined;
    const waitsFor = switchOn !== undefined && termEnd !== undefined && switchOn > termEnd ? termEnd : undefined;
    return { ...poolExceeded, waitsFor };
  },

  message: ({ seats, limit, waitsFor }) =>
    waitsFor === undefined
      ? say`${seats} seats of one product, old and new together; a tenant may hold ${limit}.`
      : say`${seats} seats of one product if old and new ran together; a tenant may hold ${limit}, so the switch waits until the old ones have ended on ${day(waitsFor)}.`,

  examples: {
    flagged: [
      { name: "too many while both run", slot: { poolExceeded: { seats: 302, limit: 300 } } },
      {
        name: "too many, so that the switch waits for the term end",
        slot: {
          poolExceeded: { seats: 302, limit: 300 },
          termEnd: plainDate("2027-03-01"),
          switchOn: plainDate("2027-03-02"),
        },
      },
    ],
    clean: [{ name: "no overlap above the limit", slot: { poolExceeded: undefined } }],
  },
});
