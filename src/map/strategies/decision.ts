import type { Strategy } from "./strategy.ts";

/** A person has chosen: what the catalogue would choose does not matter any more. */
export const decision: Strategy = {
  name: "decision",
  answer({ choice }) {
    if (choice === undefined || choice.offers.length === 0) return undefined;
    return {
      match: "decision",
      offers: choice.offers,
      candidates: [],
      because: choice.because,
      source: choice.source,
    };
  },
};
