import { defineRule } from "../../findings/define-rule.ts";
import { counted } from "../phrases.ts";

export const addonSeatsExceedBase = defineRule({
  code: "ADDON_SEATS_EXCEED_BASE",
  group: "seats",
  severity: "warning",
  title: "More add-on seats than base seats",
  why: "The surplus add-on seats have no user to work for, and may be refused.",
  remedy: "Ask the customer which users need the add-on, and lower its seats or raise those of the base.",

  check({ base, subscription: { seats } }) {
    // No base at all has its own finding.
    if (base === undefined || base.baseSeats === 0 || seats <= base.baseSeats) return undefined;
    return { seats, baseSeats: base.baseSeats };
  },

  message: ({ seats, baseSeats }) => `${counted(seats, "add-on seat")} on ${counted(baseSeats, "base seat")}.`,

  examples: {
    flagged: [
      {
        name: "one more than the base",
        subscription: { seats: 26 },
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 25 } },
      },
    ],
    clean: [
      {
        name: "as many as the base",
        subscription: { seats: 25 },
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 25 } },
      },
      {
        name: "no base, which has its own finding",
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 0 } },
      },
      { name: "not an add-on" },
    ],
  },
});
