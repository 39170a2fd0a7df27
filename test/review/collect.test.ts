import { describe, expect, it } from "vitest";
import { collectDecisions } from "../../src/review/collect.ts";
import { aDecision } from "../support/a-decision.ts";

describe("what several people typed", () => {
  it("is one line where they say the same of the same key, with all names and places", () => {
    const lines = [
      aDecision({ key: "k", reviewer: "Anna", source: "a.xlsx Plan!D2" }),
      aDecision({ key: "k", reviewer: "Bert", source: "b.xlsx Plan!D9" }),
    ];

    const { decisions, problems } = collectDecisions(lines);

    expect(problems).toEqual([]);
    expect(decisions).toMatchObject([{ reviewer: "Anna; Bert", source: "a.xlsx Plan!D2; b.xlsx Plan!D9" }]);
  });

  it("is two lines that are named where they disagree", () => {
    const lines = [
      aDecision({ key: "k", decision: "approve", reviewer: "Anna", source: "a.xlsx Plan!D2" }),
      aDecision({ key: "k", decision: "hold", reviewer: "Bert", source: "b.xlsx Plan!D9" }),
    ];

    const { decisions, problems } = collectDecisions(lines);

    expect(decisions).toHaveLength(2);
    expect(problems).toEqual([
      expect.stringMatching(/Anna: approve \(a\.xlsx Plan!D2\); Bert: hold \(b\.xlsx Plan!D9\)/),
    ]);
  });

  it("stays apart where rows have lost their keys: they may be about different things", () => {
    const lines = [
      aDecision({ key: "", decision: "hold", source: "a.xlsx Plan!D2" }),
      aDecision({ key: "", decision: "hold", source: "a.xlsx Plan!D3" }),
      aDecision({ key: "", decision: "approve", source: "a.xlsx Plan!D4" }),
    ];

    const { decisions, problems } = collectDecisions(lines);

    expect(decisions).toHaveLength(3);
    expect(problems).toEqual([]);
  });
});
