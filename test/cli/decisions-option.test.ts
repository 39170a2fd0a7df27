import { expect, it } from "vitest";
import { tellDecisions } from "../../src/cli/decisions-option.ts";
import { say, word } from "../../src/locale/sentence.ts";
import type { UnappliedDecision } from "../../src/model/verdict.ts";
import { aDecision } from "../support/a-decision.ts";

function told(unapplied: readonly UnappliedDecision[]): readonly string[] {
  let text = "";
  tellDecisions({ decisions: { file: undefined, ruled: 3, unapplied } }, { err: (more) => (text += more) });
  return text.split("\n").slice(0, -1);
}

const REFUSED: UnappliedDecision = {
  decision: aDecision({ key: "s\u0007" }),
  reason: say`still ${word("blocked", "status")}`,
};

it("says in words what was not applied, who said it and why", () => {
  expect(told([REFUSED])).toEqual([
    "subscription s\uFFFD, Ana: approve (plan.xlsx Plan!D2): not applied: still blocked.",
    "Decisions hold for 3 subscriptions; 1 line not applied (decisions-not-applied.csv).",
  ]);
});

it("says only how many hold where all were applied", () => {
  expect(told([])).toEqual(["Decisions hold for 3 subscriptions; 0 lines not applied."]);
});

it.each([
  [20, 21],
  [21, 22],
])("of %d that were not applied shows twenty at most", (count, lines) => {
  const said = told(Array.from({ length: count }, () => REFUSED));

  expect(said).toHaveLength(lines);
  expect(said.at(-2)).toBe(count === 20 ? said[0] : "and 1 more, all in decisions-not-applied.csv.");
});
