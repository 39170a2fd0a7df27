import { defineRule } from "../../findings/define-rule.ts";
import { listed, say } from "../../locale/sentence.ts";

export const decisionRefused = defineRule({
  code: "DECISION_REFUSED",
  group: "review",
  severity: "warning",
  title: "Decision that cannot be applied",
  why: "A person wanted something else than what the plan says, and the plan does not do it.",
  remedy: "Correct the decision in the workbook or in decisions.csv, and plan again; nothing of it was applied.",

  check({ verdict }) {
    return verdict === undefined || verdict.refused.length === 0 ? undefined : { refused: verdict.refused };
  },

  message: ({ refused }) =>
    say`${listed(
      refused.map(
        ({ decision, source, reason }) =>
          say`${decision === "" ? say`What was typed` : say`"${decision}"`} in ${source} was not applied: ${reason}.`,
      ),
      " ",
    )}`,

  examples: {
    flagged: [
      {
        name: "a target that nobody knows",
        verdict: {
          refused: [
            { decision: "change", source: "plan.xlsx Plan D7", reason: 'the catalogue knows no offer "Office 2049"' },
          ],
        },
      },
      {
        name: "a new date without a decision",
        verdict: { refused: [{ decision: "", source: "plan.xlsx Plan G7", reason: "a new date needs a decision" }] },
      },
    ],
    clean: [{ name: "nothing decided" }, { name: "applied", verdict: {} }],
  },
});
