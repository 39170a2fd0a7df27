import { defineRule } from "../../findings/define-rule.ts";
import { counted, say } from "../../locale/sentence.ts";

export const seatsAboveMaximum = defineRule({
  code: "SEATS_ABOVE_MAXIMUM",
  group: "seats",
  severity: "blocking",
  title: "More seats planned than the offer allows",
  why: "An order above the maximum is refused, and users are left without a licence.",
  remedy: "Order fewer seats, or agree an offer without that limit with the customer, for all or some of the users.",

  check({ target, targetSeats }) {
    for (const { name, maximumSeats } of target.offers) {
      if (maximumSeats !== undefined && targetSeats > maximumSeats) return { offer: name, targetSeats, maximumSeats };
    }
    return undefined;
  },

  message: ({ offer, targetSeats, maximumSeats }) =>
    say`${counted(targetSeats, "seat")} planned, and "${offer}" ends at ${maximumSeats}.`,

  examples: {
    flagged: [{ name: "one above", subscription: { seats: 301 }, targetOffer: { maximumSeats: 300 } }],
    clean: [
      { name: "the maximum", subscription: { seats: 300 }, targetOffer: { maximumSeats: 300 } },
      { name: "no maximum known", subscription: { seats: 9000 }, targetOffer: { maximumSeats: undefined } },
    ],
  },
});
