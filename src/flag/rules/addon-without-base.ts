import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";
import { namesText } from "../phrases.ts";

export const addonWithoutBase = defineRule({
  code: "ADDON_WITHOUT_BASE",
  group: "seats",
  severity: "blocking",
  title: "Add-on without its base subscription",
  why: "An add-on cannot be ordered for a tenant that does not hold a base offer with the same partner, nor does it work alone.",
  remedy: "Find the base subscription at the current partner and add its export, or drop the add-on.",

  check({ base, subscription }) {
    if (base === undefined || base.baseSubscriptions.length > 0) return undefined;
    return { neededOffers: base.neededOffers, parentId: subscription.parentId };
  },

  message: ({ neededOffers, parentId }) => {
    if (parentId !== "") return say`Its base subscription "${parentId}" is not in the book, or does not move.`;
    const names = neededOffers.slice(0, 3).map(({ name }) => name);
    const more = neededOffers.length - names.length;
    return say`The tenant moves none of its base offers: ${namesText(names)}${more === 0 ? "" : say`, or ${more} more`}.`;
  },

  examples: {
    flagged: [
      {
        name: "the base is not in the book",
        subscription: { parentId: "s0" },
        case: { base: { neededOffers: [], baseSubscriptions: [], baseSeats: 0 } },
      },
    ],
    clean: [{ name: "not an add-on", case: { base: undefined } }],
  },
});
