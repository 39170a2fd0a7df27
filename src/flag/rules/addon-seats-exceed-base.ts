import { defineRule } from "../../findings/define-rule.ts";
import { counted, say } from "../../locale/sentence.ts";

export const addonSeatsExceedBase = defineRule({
  code: "ADDON_SEATS_EXCEED_BASE",
  group: "seats",
  severity: "warning",
  title: "More add-on seats than base seats",
  why: "The surplus add-on seats have no user to work for, and may be refused.",
  remedy: "Ask the customer which users need the add-on, and lower its seats or raise those of the base.",

  // Two subscriptions of one add-on share the seats of their base.
  check({ base, targetSeats }) {
    // No base at all has its own finding.
    if (base === undefined || (base.baseSeats === 0 && base.baseSubscriptions.length === 0)) return undefined;
    const { baseSeats, addOnSeats = targetSeats } = base;
    return addOnSeats <= baseSeats ? undefined : { seats: addOnSeats, baseSeats };
  },

  message: ({ seats, baseSeats }) => say`${counted(seats, "add-on seat")} on ${counted(baseSeats, "base seat")}.`,

  examples: {
    flagged: [
      {
        name: "one more than the base",
        subscription: { seats: 26 },
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 25 } },
      },
      {
        name: "one more than the base, over two subscriptions",
        subscription: { seats: 13 },
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 25, addOnSeats: 26 } },
      },
    ],
    clean: [
      {
        name: "as many as the base",
        subscription: { seats: 25 },
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 25 } },
      },
      {
        name: "as many as the base, over two subscriptions",
        subscription: { seats: 13 },
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 25, addOnSeats: 25 } },
      },
      {
        name: "no base, which has its own finding",
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 0 } },
      },
      { name: "not an add-on" },
    ],
  },
});
