import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const noTargetDecided = defineRule({
  code: "NO_TARGET_DECIDED",
  group: "review",
  severity: "blocking",
  title: "Decided to have no target",
  why: "A reviewer found no offer that this product should become, so there is nothing to order.",
  remedy: "Choose a target for its source offer or for this subscription, or exclude it.",

  check({ verdict, target }) {
    const ruling = verdict?.ruling;
    if (ruling?.offers === undefined || ruling.offers.length > 0 || target.offers.length > 0) return undefined;
    return { source: ruling.source };
  },

  message: ({ source }) => say`${source}: the source offer gets no target.`,

  examples: {
    flagged: [
      {
        name: "none was decided for the source offer",
        target: { match: "none", offers: [] },
        verdict: { ruling: { kind: "mapping", offers: [], seats: undefined, switchOn: undefined, source: "Anna" } },
      },
    ],
    clean: [
      { name: "nothing decided" },
      {
        name: "held, and the rules find no target",
        target: { match: "none", offers: [] },
        verdict: { ruling: { kind: "hold", offers: undefined, seats: undefined, switchOn: undefined, source: "Anna" } },
      },
    ],
  },
});
