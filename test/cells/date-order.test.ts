import { describe, expect, it } from "vitest";
import { readDate } from "../../src/cells/date.ts";
import { DateOrderEvidence, decideOrder } from "../../src/cells/date-order.ts";

function evidence(...texts: readonly string[]): DateOrderEvidence {
  const column = new DateOrderEvidence();
  for (const text of texts) column.see(readDate(text), text);
  return column;
}

const UNTOLD = ["03/04/2027", "05/06/2027"];

describe("evidence", () => {
  it.each([
    [undefined, UNTOLD],
    [undefined, ["05/05/2027", "31.03.2027", "2027-03-31", "", "what"]],
    ["dmy", [...UNTOLD, "13/04/2027"]],
    ["mdy", [...UNTOLD, "04/13/2027"]],
    ["contradictory", ["04/13/2027", "13/04/2027"]],
  ] as const)("proves %s", (proven, texts) => {
    expect(evidence(...texts).proven).toBe(proven);
  });

  it("shows the first three distinct values that need an order", () => {
    const column = evidence("13/04/2027", "03/04/2027", "03/04/2027", "1/2/2027", "05/05/2027", "2/3/2027", "4/5/2027");

    expect(column.samples).toEqual(["03/04/2027", "1/2/2027", "2/3/2027"]);
    expect(column.hasAmbiguous).toBe(true);
    expect(evidence("13/04/2027", "05/05/2027").hasAmbiguous).toBe(false);
  });
});

describe("the proof of an order", () => {
  it.each([
    ["", [...UNTOLD, "31.03.2027"]],
    ["13/04/2027", ["2027-03-31", ...UNTOLD, "13/04/2027", "05/05/2027", "14/04/2027"]],
  ] as const)("is the first value that tells day from month: %j", (proof, texts) => {
    expect(evidence(...texts).proof).toBe(proof);
  });
});

describe("the order of a column", () => {
  const untold = evidence(...UNTOLD);
  const dmy = evidence("13/04/2027");
  const mdy = evidence("04/13/2027");
  const both = evidence("04/13/2027", "13/04/2027", ...UNTOLD);

  it.each([
    ["its own rows, before everything else", dmy, [dmy, mdy], "mdy", "mdy", "dmy"],
    ["the other columns where they agree", untold, [untold, mdy, mdy], "dmy", "dmy", "mdy"],
    ["the flag where they do not", untold, [untold, dmy, mdy], "mdy", "dmy", "mdy"],
    ["the flag where one contradicts itself", untold, [untold, dmy, both], "mdy", "dmy", "mdy"],
    ["the flag where they tell nothing", untold, [untold, untold], "dmy", "mdy", "dmy"],
    ["the format where there is no flag", untold, [untold], undefined, "mdy", "mdy"],
    ["nothing where there is neither", untold, [untold], undefined, undefined, undefined],
    ["nothing where its rows contradict each other", both, [both, dmy], undefined, "dmy", undefined],
    ["the flag where its rows contradict each other", both, [both, dmy], "mdy", "dmy", "mdy"],
  ] as const)("is told by %s", (_name, column, file, flag, format, expected) => {
    expect(decideOrder(column, file, flag, format)).toBe(expected);
  });
});
