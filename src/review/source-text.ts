import type { Decision } from "../model/decision.ts";

/** Where it was decided, and by whom: "Anna, plan.xlsx Plan!D7". */
export function sourceText({ reviewer, source }: Pick<Decision, "reviewer" | "source">): string {
  return [reviewer, source].filter((part) => part !== "").join(", ");
}
