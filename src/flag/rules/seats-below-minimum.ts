import { defineRule } from "../../findings/define-rule.ts";
import { counted, say } from "../../locale/sentence.ts";
import type { Offer } from "../../model/offer.ts";

export const seatsBelowMinimum = defineRule({
  code: "SEATS_BELOW_MINIMUM",
  group: "seats",
  severity: "blocking",
  title: "Fewer seats planned than the offer requires",
  why: "An order below the minimum is refused.",
  remedy: "Order the minimum if the customer agrees to pay for it, or agree an offer or a term with a lower one.",

  check({ subscription, target, targetSeats }) {
    const minimumOf = ({ minimumSeats, threeYears }: Offer) =>
      Math.max(minimumSeats, subscription.term === "P3Y" ? (threeYears?.minimumSeats ?? 0) : 0);
    const offer = target.offers.find((one) => targetSeats < minimumOf(one));
    if (offer === undefined) return undefined;
    const minimumSeats = minimumOf(offer);
    return { offer: offer.name, targetSeats, minimumSeats, isForThreeYears: minimumSeats > offer.minimumSeats };
  },

  message: ({ offer, targetSeats, minimumSeats, isForThreeYears }) =>
    isForThreeYears
      ? say`${counted(targetSeats, "seat")} planned, and "${offer}" starts at ${minimumSeats} for three years.`
      : say`${counted(targetSeats, "seat")} planned, and "${offer}" starts at ${minimumSeats}.`,

  examples: {
    flagged: [
      { name: "one below", subscription: { seats: 19 }, targetOffer: { minimumSeats: 20 } },
      {
        name: "one below that of three years",
        subscription: { seats: 99, term: "P3Y" },
        targetOffer: { threeYears: { minimumSeats: 100, source: "an example" } },
      },
      { name: "no seat at all", subscription: { seats: 0 }, targetOffer: { minimumSeats: 1 } },
    ],
    clean: [
      { name: "the minimum", subscription: { seats: 20 }, targetOffer: { minimumSeats: 20 } },
      {
        name: "the minimum of three years",
        subscription: { seats: 100, term: "P3Y" },
        targetOffer: { threeYears: { minimumSeats: 100, source: "an example" } },
      },
      {
        name: "below it, for a year",
        subscription: { seats: 99, term: "P1Y" },
        targetOffer: { threeYears: { minimumSeats: 100, source: "an example" } },
      },
    ],
  },
});
