import { defineRule } from "../../findings/define-rule.ts";
import { day, joined, say, word } from "../../locale/sentence.ts";
import type { MatchKind } from "../../model/offer.ts";
import { discontinuedExample } from "../discontinued-example.ts";
import { namedProduct, offerText, productText } from "../phrases.ts";

const MEANS: Readonly<Partial<Record<MatchKind, string>>> = {
  successor: "stated successor",
  equivalent: "same services in",
};

export const offerDiscontinued = defineRule({
  code: "OFFER_DISCONTINUED",
  group: "offer",
  severity: "warning",
  title: "Offer discontinued, another takes its place",
  why: "The customer gets a different product: price, services and licence assignment may change.",
  remedy: "Agree the new offer with the customer; mapping.csv lists other candidates where it does not fit.",

  check({ identity, target }) {
    if (target.discontinuation === undefined) return undefined;
    const { match, discontinuation, candidates } = target;
    const isReplaced = match === "successor" || match === "equivalent";
    // A billing transfer keeps what can still be renewed; the customer will meet the end of it all the same.
    const isKept = !isReplaced && target.offers.length > 0 && candidates.length > 0;
    if (!isReplaced && !isKept) return undefined;
    const offers = isReplaced ? target.offers : candidates.slice(0, 1).map(({ offer }) => offer);
    const means = isKept ? "the transfer keeps it while it is renewed; successor" : (MEANS[match] ?? "");
    const isLegacy = match === "equivalent" && discontinuation.ofLegacyOffer === true;
    return { product: namedProduct(identity), since: discontinuation.since, means, offers, isLegacy };
  },

  message: ({ product, since, means, offers, isLegacy }) =>
    say`${productText(product)} cannot be ordered${since === undefined ? say` any more` : say` from ${day(since)} on`}; ${word(means)}: ${joined(offers.map(offerText))}${isLegacy ? say`, but the NCE Mapping tab of the legacy offer matrix may name the same product` : ""}.`,

  examples: {
    flagged: [
      { name: "a stated successor", target: discontinuedExample({ match: "successor" }) },
      { name: "an equivalent with nothing lost", target: discontinuedExample({ match: "equivalent" }) },
      {
        name: "an equivalent of a legacy offer",
        target: discontinuedExample({ match: "equivalent", ofLegacyOffer: true }),
      },
      {
        name: "kept by a billing transfer, a successor is stated",
        target: discontinuedExample({ match: "exact" }),
        candidates: [{ name: "Office 365 E5" }],
      },
    ],
    clean: [
      { name: "on sale" },
      { name: "off sale, moved by a billing transfer, no successor", target: discontinuedExample({ match: "exact" }) },
      { name: "without anything to take its place", target: discontinuedExample({ match: "none", offers: [] }) },
      {
        name: "without anything but candidates that lack something",
        target: discontinuedExample({ match: "none", offers: [] }),
        candidates: [{ name: "Office 365 E5" }],
      },
    ],
  },
});
