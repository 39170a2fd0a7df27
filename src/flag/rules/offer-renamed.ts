import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { namesText, productText } from "../phrases.ts";

export const offerRenamed = defineRule({
  code: "OFFER_RENAMED",
  group: "offer",
  severity: "info",
  title: "Same product under a newer name",
  why: "Nothing changes for users, but invoices and the admin centre show the new name.",
  remedy: "Nothing to do. Tell the customer the new name, so that nobody takes it for another product.",

  check({ identity, target }) {
    if (identity.offer === undefined || identity.segmentConflict !== undefined) return undefined;
    if (target.match !== "renamed" && identity.formerName === undefined) return undefined;
    // Where another offer takes its place, "nothing to do" is not true.
    if (!target.offers.some(({ id }) => id === identity.offer?.id)) return undefined;
    return { product: identity.product, formerName: identity.formerName, name: identity.offer.name };
  },

  message: ({ product, formerName, name }) =>
    formerName === undefined
      ? say`What has the id ${productText(product)} was renamed: it is called ${namesText([name])} today.`
      : say`${namesText([formerName])} is called ${namesText([name])} today.`,

  examples: {
    flagged: [
      { name: "matched under its newer name", target: { match: "renamed" } },
      { name: "the row carries a former name", identity: { formerName: "Office 365 Enterprise E3" } },
    ],
    clean: [
      { name: "today's name", target: { match: "exact" } },
      {
        name: "a former name of what another offer replaces",
        identity: { formerName: "Office 365 Enterprise E3" },
        target: { match: "successor" },
        targetOffer: { id: "office-365-e5", name: "Office 365 E5" },
      },
      { name: "a former name of something unknown", identity: { offer: undefined, formerName: "Office 365 E3" } },
    ],
  },
});
