import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { discontinuedExample } from "../discontinued-example.ts";
import { namesText } from "../phrases.ts";

export const promotionLost = defineRule({
  code: "PROMOTION_LOST",
  group: "offer",
  severity: "info",
  title: "Promotional price ends with the switch",
  why: "A promotion never moves: the new subscription is charged at list price.",
  remedy: "Tell the customer the new price before the switch, and look for a promotion that runs on the switch date.",

  check({ subscription, target, slot }) {
    const isPromotionOffer = target.discontinuation?.status === "promotion";
    // A billing transfer starts no new term, so the price of the running one is not lost by it.
    const endsByRepurchase = subscription.promotion !== "" && slot.path !== "billing-transfer";
    return isPromotionOffer || endsByRepurchase ? { promotion: subscription.promotion } : undefined;
  },

  message: ({ promotion }) =>
    promotion === ""
      ? say`The offer is itself a promotion, and the full-price offer takes its place.`
      : say`The price rests on promotion ${namesText([promotion])}, which does not move.`,

  examples: {
    flagged: [
      { name: "a promotional price, bought again", subscription: { promotion: "39NFJQT1PJ4Z" } },
      { name: "the offer is a promotion", target: discontinuedExample({ match: "successor", status: "promotion" }) },
    ],
    clean: [
      { name: "list price", subscription: { promotion: "" } },
      {
        name: "a promotional price, transferred",
        subscription: { promotion: "39NFJQT1PJ4Z" },
        slot: { path: "billing-transfer" },
      },
    ],
  },
});
