import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { offerText, productText } from "../phrases.ts";

export const nameOnlyMatch = defineRule({
  code: "NAME_ONLY_MATCH",
  group: "offer",
  severity: "warning",
  title: "Matched by name alone",
  why: "Names are reused and shortened; an order for the wrong product only shows when users miss something.",
  remedy: "Compare the tenant's licence with the target, and write the product id into the row.",

  check({ identity, target }) {
    if (identity.offer === undefined || target.offers.length === 0 || target.match === "decision") return undefined;
    // What replaces a discontinued offer rests on the same name.
    if (target.match !== "name" && identity.found !== "name") return undefined;
    return { product: identity.product, offer: identity.offer };
  },

  message: ({ product, offer }) =>
    say`Found by its name alone: ${productText(product)} is taken for ${offerText(offer)}.`,

  examples: {
    flagged: [
      { name: "only the name matched", identity: { found: "name" }, target: { match: "name" } },
      { name: "the successor of an offer found by name", identity: { found: "name" }, target: { match: "successor" } },
    ],
    clean: [
      { name: "matched by id", identity: { found: "id" }, target: { match: "exact" } },
      { name: "a person said so", identity: { found: "name" }, target: { match: "decision" } },
    ],
  },
});
