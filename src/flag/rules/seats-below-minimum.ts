import { defineRule } from "../../findings/define-rule.ts";
import { counted } from "../phrases.ts";

export const seatsBelowMinimum = defineRule({
  code: "SEATS_BELOW_MINIMUM",
  group: "seats",
  severity: "blocking",
  title: "Fewer seats planned than the offer requires",
  why: "An order below the minimum is refused.",
  remedy: "Order the minimum if the customer agrees to pay for it, or agree an offer with a lower one.",

  check({ target, targetSeats }) {
    const offer = target.offers.find(({ minimumSeats }) => targetSeats < minimumSeats);
    return offer === undefined ? undefined : { offer: offer.name, targetSeats, minimumSeats: offer.minimumSeats };
  },

  message: ({ offer, targetSeats, minimumSeats }) =>
    `${counted(targetSeats, "seat")} planned, and "${offer}" starts at ${minimumSeats}.`,

  examples: {
    flagged: [
      { name: "one below", subscription: { seats: 19 }, targetOffer: { minimumSeats: 20 } },
      { name: "no seat at all", subscription: { seats: 0 }, targetOffer: { minimumSeats: 1 } },
    ],
    clean: [{ name: "the minimum", subscription: { seats: 20 }, targetOffer: { minimumSeats: 20 } }],
  },
});
