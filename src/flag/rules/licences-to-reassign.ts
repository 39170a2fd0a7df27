import { defineRule } from "../../findings/define-rule.ts";
import { counted, say } from "../../locale/sentence.ts";
import { namesText } from "../phrases.ts";

export const licencesToReassign = defineRule({
  code: "LICENCES_TO_REASSIGN",
  group: "offer",
  severity: "warning",
  title: "Licences must be assigned again",
  why: "The new offer is another licence in the tenant: users lose the service when the old one ends, unless they have the new one.",
  remedy: "Assign the new licences to every user before the old subscription ends, then remove the old ones.",

  check({ target, productInTenant, targetSeats }) {
    if (target.licenceAction !== "reassign") return undefined;
    return { offers: target.offers.map(({ name }) => name), users: productInTenant.assignedSeats, targetSeats };
  },

  message: ({ offers, users, targetSeats }) =>
    say`${namesText(offers)} must be assigned to ${users === undefined ? say`the users of ${targetSeats} seats` : counted(users, "user")} by hand.`,

  examples: {
    flagged: [
      { name: "another licence", target: { licenceAction: "reassign" } },
      {
        name: "another licence, users not counted",
        target: { licenceAction: "reassign" },
        subscription: { assignedSeats: undefined },
      },
    ],
    clean: [
      { name: "the same licence", target: { licenceAction: "keep" } },
      { name: "no target", target: { licenceAction: undefined, match: "none", offers: [] } },
    ],
  },
});
