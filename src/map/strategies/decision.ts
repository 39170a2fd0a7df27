import { say } from "../../locale/sentence.ts";
import type { Strategy } from "./strategy.ts";

/** A person has chosen: what the catalogue would choose does not matter any more. */
export const decision: Strategy = {
  name: "decision",
  answer({ choice }) {
    if (choice === undefined || choice.isUnusable) return undefined;
    return {
      match: choice.offers.length === 0 ? "none" : "decision",
      offers: choice.offers,
      candidates: [],
      because: choice.offers.length === 0 ? say`a reviewer decided that it has no target` : choice.because,
      source: choice.source,
    };
  },
};
