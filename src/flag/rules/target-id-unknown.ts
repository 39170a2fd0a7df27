import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { namesText } from "../phrases.ts";

export const targetIdUnknown = defineRule({
  code: "TARGET_ID_UNKNOWN",
  group: "offer",
  severity: "warning",
  title: "CSP product id of the target not known",
  why: "The offer cannot be ordered by name, and a look-alike is easily picked by hand.",
  remedy: "Look the id up in the file that the message names, and order by that id.",

  check({ identity, target }) {
    const unknown = target.offers.filter(({ productSku }) => productSku === "");
    if (unknown.length === 0) return undefined;
    return { offers: unknown.map(({ name }) => name), isLegacy: identity.channelOfId === "csp-legacy" };
  },

  message: ({ offers, isLegacy }) =>
    say`The ProductId:SkuId of ${namesText(offers)} is not known; ${isLegacy ? say`the NCE Mapping tab of the legacy offer matrix` : say`the NCE offer matrix`} tells it.`,

  examples: {
    flagged: [
      { name: "known by name only", targetOffer: { productSku: "" } },
      { name: "one of two", moreTargetOffers: [{ id: "teams-enterprise", name: "Teams Enterprise", productSku: "" }] },
      { name: "a legacy offer", targetOffer: { productSku: "" }, identity: { channelOfId: "csp-legacy" } },
    ],
    clean: [
      { name: "the id is known" },
      { name: "no target, which has its own finding", target: { match: "none", offers: [] } },
    ],
  },
});
