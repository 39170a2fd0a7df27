import { defineRule } from "../../findings/define-rule.ts";
import { counted } from "../phrases.ts";

export const seatsAboveMaximum = defineRule({
  code: "SEATS_ABOVE_MAXIMUM",
  group: "seats",
  severity: "blocking",
  title: "More seats planned than the offer allows",
  why: "An order above the maximum is refused, and users are left without a licence.",
  remedy: "Order fewer seats, or agree an offer without that limit with the customer, for all or some of the users.",

  check({ target, targetSeats }) {
    const offer = target.offers.find(({ maximumSeats }) => maximumSeats !== undefined && targetSeats > maximumSeats);
    return offer === undefined ? undefined : { offer: offer.name, targetSeats, maximumSeats: offer.maximumSeats };
  },

  message: ({ offer, targetSeats, maximumSeats }) =>
    `${counted(targetSeats, "seat")} planned, and "${offer}" ends at ${maximumSeats}.`,

  examples: {
    flagged: [{ name: "one above", subscription: { seats: 301 }, targetOffer: { maximumSeats: 300 } }],
    clean: [
      { name: "the maximum", subscription: { seats: 300 }, targetOffer: { maximumSeats: 300 } },
      { name: "no maximum known", subscription: { seats: 9000 }, targetOffer: { maximumSeats: undefined } },
    ],
  },
});
