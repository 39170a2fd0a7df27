import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import type { Target } from "../../model/offer.ts";
import { plainDate } from "../../model/plain-date.ts";
import { discontinuedExample } from "../discontinued-example.ts";
import { candidatesText, namedProduct, productText } from "../phrases.ts";

const chosenOffSale: Partial<Target> = {
  match: "decision",
  offSale: [
    {
      offer: { name: "Office 365 E4", productSku: "" },
      discontinuation: { status: "endOfSale", since: plainDate("2027-03-01"), note: "", source: "an example" },
    },
  ],
};

export const offerEndOfSale = defineRule({
  code: "OFFER_END_OF_SALE",
  group: "offer",
  severity: "blocking",
  title: "Offer off sale, and it would have to be bought",
  why: "The old partner may still renew it, but the new partner cannot order it.",
  remedy:
    "Move it by a billing transfer where the current partner agrees, or agree another offer with the customer; mapping.csv lists candidates. A target that somebody chose: choose another, or an earlier day.",

  check({ identity, target, slot }) {
    const [chosen] = target.offSale;
    // What a person chose is not replaced by what the catalogue would take: they are asked again.
    if (chosen !== undefined) {
      const { name, productSku } = chosen.offer;
      const product = { ids: productSku === "" ? [] : [productSku], name };
      return { product, since: chosen.discontinuation.since, isChosen: true, isLegacy: false, candidates: [] };
    }
    if (target.discontinuation === undefined || target.offers.length > 0) return undefined;
    if (!target.renewable || slot.path === "billing-transfer") return undefined;
    const { since, ofLegacyOffer: isLegacy = false } = target.discontinuation;
    const candidates = target.candidates.map(({ offer }) => offer);
    return { product: namedProduct(identity), since, isChosen: false, isLegacy, candidates };
  },

  message: ({ product, since, isChosen, isLegacy, candidates }) => {
    const offSale = say`${productText(product)} is off sale${since === undefined ? "" : say` from ${day(since)} on`}`;
    if (isChosen) return say`${offSale}, and was chosen as the target.`;
    if (isLegacy) {
      return say`${offSale} as a legacy offer; the NCE Mapping tab of the legacy offer matrix tells what is bought instead; ${candidatesText(candidates, say`no offer that is known replaces it`)}.`;
    }
    return say`${offSale} and can only be renewed; ${candidatesText(candidates, say`no offer replaces it`)}.`;
  },

  examples: {
    flagged: [
      { name: "off sale, bought again", target: discontinuedExample({ match: "none", offers: [] }) },
      {
        name: "off sale as a legacy offer",
        target: discontinuedExample({ match: "none", offers: [], ofLegacyOffer: true }),
      },
      { name: "chosen by a person, off sale on the day", target: chosenOffSale },
    ],
    clean: [
      {
        name: "moved by a billing transfer",
        target: discontinuedExample({ match: "exact" }),
        slot: { path: "billing-transfer" },
      },
      { name: "with a successor", target: discontinuedExample({ match: "successor" }) },
      { name: "off sale, and a person chose another offer", target: discontinuedExample({ match: "decision" }) },
      {
        name: "gone altogether",
        target: discontinuedExample({ match: "none", offers: [], status: "retired", renewable: false }),
      },
    ],
  },
});
