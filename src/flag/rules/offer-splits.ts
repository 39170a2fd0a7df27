import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { namesText } from "../phrases.ts";

export const offerSplits = defineRule({
  code: "OFFER_SPLITS",
  group: "offer",
  severity: "warning",
  title: "One subscription becomes several",
  why: "With only one of them ordered, users miss the part that the other holds.",
  remedy: "Order all of them with the same seats and dates, and assign each to every user.",

  check({ target }) {
    return target.offers.length < 2 ? undefined : { offers: target.offers.map(({ name }) => name) };
  },

  message: ({ offers }) => say`To be ordered together: ${namesText(offers)}.`,

  examples: {
    flagged: [{ name: "a suite and Teams", moreTargetOffers: [{ id: "teams-enterprise", name: "Teams Enterprise" }] }],
    clean: [{ name: "one offer" }, { name: "no offer", target: { match: "none", offers: [] } }],
  },
});
