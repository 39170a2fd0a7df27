import { defineRule } from "../../findings/define-rule.ts";
import { day, say } from "../../locale/sentence.ts";
import { discontinuedExample } from "../discontinued-example.ts";
import { candidatesText, namedProduct, productText } from "../phrases.ts";

export const offerWithoutSuccessor = defineRule({
  code: "OFFER_WITHOUT_SUCCESSOR",
  group: "offer",
  severity: "blocking",
  title: "Offer gone, and nothing takes its place",
  why: "It is neither sold nor renewed: at the end of its term the users lose the service, whoever the partner is.",
  remedy: "Agree with the customer which offer users get instead; mapping.csv lists candidates.",

  check({ identity, target, slot }) {
    if (target.discontinuation === undefined || target.offers.length > 0) return undefined;
    // Renewable, and it would have to be bought: that is OFFER_END_OF_SALE. Together the two leave no gap.
    if (target.renewable && slot.path !== "billing-transfer") return undefined;
    const candidates = target.candidates.map(({ offer }) => offer);
    return { product: namedProduct(identity), since: target.discontinuation.since, candidates };
  },

  message: ({ product, since, candidates }) =>
    say`${productText(product)} is neither sold nor renewed${since === undefined ? "" : say` from ${day(since)} on`}; ${candidatesText(candidates, say`no offer replaces it`)}.`,

  examples: {
    flagged: [
      {
        name: "retired, bought again",
        target: discontinuedExample({ match: "none", offers: [], status: "retired", renewable: false }),
      },
      {
        name: "retired, also for a billing transfer",
        target: discontinuedExample({ match: "none", offers: [], status: "retired", renewable: false }),
        slot: { path: "billing-transfer" },
      },
    ],
    clean: [
      { name: "still renewed by the old partner", target: discontinuedExample({ match: "none", offers: [] }) },
      {
        name: "with a successor",
        target: discontinuedExample({ match: "successor", status: "retired", renewable: false }),
      },
    ],
  },
});
