import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const relationshipMissing = defineRule({
  code: "RELATIONSHIP_MISSING",
  group: "subscription",
  severity: "info",
  title: "No reseller relationship yet",
  why: "Nothing can be transferred or ordered before the customer has accepted the new partner.",
  remedy:
    "Send the relationship request by the invite day of the plan; a customer list of the new partner shows who has accepted.",

  check({ subscription: { customer } }) {
    return customer.relationship === true ? undefined : { isStated: customer.relationship === false };
  },

  message: ({ isStated }) =>
    isStated
      ? say`The customer has no relationship with the new partner.`
      : say`No export says that the customer has a relationship with the new partner.`,

  examples: {
    flagged: [
      { name: "none", customer: { relationship: false } },
      { name: "nobody said", customer: { relationship: undefined } },
    ],
    clean: [{ name: "accepted", customer: { relationship: true } }],
  },
});
