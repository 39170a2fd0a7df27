import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const excludedByDecision = defineRule({
  code: "EXCLUDED_BY_DECISION",
  group: "review",
  severity: "excluded",
  title: "Excluded by a reviewer",
  why: "A person decided that it does not move; moving it all the same would surprise the customer.",
  remedy: "Nothing to do. If it is to move after all, take the decision back in the workbook or in decisions.csv.",

  check({ exclusions, verdict }) {
    if (!exclusions.includes("EXCLUDED_BY_DECISION")) return undefined;
    return { source: verdict?.ruling?.source ?? "" };
  },

  message: ({ source }) => say`Excluded by a decision${source === "" ? "" : say`: ${source}`}.`,

  examples: {
    flagged: [
      {
        name: "decided to stay",
        case: { exclusions: ["EXCLUDED_BY_DECISION"] },
        verdict: {
          ruling: { kind: "exclude", offers: undefined, seats: undefined, switchOn: undefined, source: "Anna" },
        },
      },
    ],
    clean: [{ name: "nothing decided" }, { name: "a trial", case: { exclusions: ["TRIAL"] } }],
  },
});
