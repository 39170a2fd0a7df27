import { defineRule } from "../../findings/define-rule.ts";
import { listed, type Phrase, say, word } from "../../locale/sentence.ts";

export const decisionStale = defineRule({
  code: "DECISION_STALE",
  group: "review",
  severity: "warning",
  title: "Decided on facts that have changed since",
  why: "Whoever decided saw other seats, another term end, target or finding, and might decide otherwise today.",
  remedy: "Look at the subscription as it is now and decide again; the decision was not applied.",

  check({ verdict }) {
    return verdict === undefined || verdict.stale.length === 0 ? undefined : { stale: verdict.stale };
  },

  message: ({ stale }) =>
    say`${listed(
      stale.map(({ decision, source, changed }) => {
        const each = changed.map(
          ({ name, seen, now }) => say`${word(name, "fact")} was ${value(seen)}, is ${value(now)}`,
        );
        return say`"${decision}" of ${source} was not applied: ${listed(each, "; ")}.`;
      }),
      " ",
    )}`,

  examples: {
    flagged: [
      {
        name: "seats have changed",
        verdict: {
          stale: [
            {
              decision: "approve",
              source: "plan.xlsx Plan D7",
              changed: [{ name: "seats", seen: "25", now: "30" }],
            },
          ],
        },
      },
    ],
    clean: [{ name: "nothing decided" }, { name: "the same facts", verdict: {} }],
  },
});

function value(text: string): Phrase {
  return text === "" ? say`empty` : say`"${text}"`;
}
