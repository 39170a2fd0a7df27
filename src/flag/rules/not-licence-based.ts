import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { productText } from "../phrases.ts";

export const notLicenceBased = defineRule({
  code: "NOT_LICENCE_BASED",
  group: "subscription",
  severity: "excluded",
  title: "Not a licence-based subscription",
  why: "Azure, perpetual software and software subscriptions move by other rules, or not at all.",
  remedy: "Plan it apart from this transfer: Azure has its own transfer request, perpetual software stays where it is.",

  check({ exclusions, identity }) {
    return exclusions.includes("NOT_LICENCE_BASED") ? { product: identity.product } : undefined;
  },

  message: ({ product }) => say`${productText(product)} is usage-based, perpetual or a software subscription.`,

  examples: {
    flagged: [{ name: "an Azure plan", case: { exclusions: ["NOT_LICENCE_BASED"] } }],
    clean: [{ name: "seats of a licence" }],
  },
});
