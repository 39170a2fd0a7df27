import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { candidatesText, productText } from "../phrases.ts";

export const offerUnknown = defineRule({
  code: "OFFER_UNKNOWN",
  group: "offer",
  severity: "blocking",
  title: "Product not in the catalogue",
  why: "Nobody knows what to order, so users would be without their services after the switch.",
  remedy: "Correct the product id or name in the row, or choose among the candidates that mapping.csv lists.",

  check({ identity, target }) {
    const isKnown =
      identity.offer !== undefined || identity.readings.length > 0 || identity.segmentConflict !== undefined;
    // A person's own mapping says what an unknown product becomes.
    if (isKnown || target.offers.length > 0) return undefined;
    return { product: identity.product, candidates: target.candidates.map(({ offer }) => offer) };
  },

  message: ({ product, candidates }) =>
    say`Neither an id nor the name of ${productText(product)} is known; ${candidatesText(candidates, say`nothing comes close`)}.`,

  examples: {
    flagged: [
      {
        name: "no id and no name matches",
        identity: { offer: undefined, found: "nothing" },
        target: { match: "none", offers: [] },
      },
    ],
    clean: [
      { name: "an offer of the catalogue" },
      { name: "a name with two readings", readings: [{ id: "a" }, { id: "b" }], target: { match: "none", offers: [] } },
      {
        name: "only in another segment",
        identity: { offer: undefined, segmentConflict: { stated: "education", offers: [] } },
        target: { match: "none", offers: [] },
      },
      { name: "mapped by a person", identity: { offer: undefined, found: "nothing" }, target: { match: "decision" } },
    ],
  },
});
