import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/locale/language.ts";
import type { PlanChange } from "../../src/model/plan.ts";
import type { CellValue } from "../../src/report/table.ts";
import { changesTable } from "../../src/report/tables/changes.ts";
import { aPlan } from "../support/a-plan.ts";
import { inEnglish } from "../support/in-english.ts";

const changed: PlanChange = {
  kind: "changed",
  key: "k",
  customer: "Fabrikam",
  subscriptionId: "s-1",
  sourceOffer: "Visio Plan 2",
  field: "switch_on",
  before: "2027-03-24",
  after: "",
  against: "earlier plan",
};

function cellsOf(change: Partial<PlanChange>): readonly CellValue[] {
  const columns = changesTable.sheetColumns?.(aPlan()) ?? [];
  return ["field", "before", "after"].map((key) =>
    columns.find((each) => each.key === key)?.value({ ...changed, ...change }),
  );
}

const inPortuguese = (cell: CellValue) => (typeof cell === "object" ? languageOf("pt-BR").say(cell) : cell);

describe("a change on the sheet", () => {
  it.each([
    [{}, ["Switch on", "2027-03-24", ""], ["Migra em", "24/03/2027", ""]],
    [
      { field: "status", before: "ready", after: "blocked" },
      ["Status", "ready", "blocked"],
      ["Status", "pronta", "bloqueada"],
    ],
    [
      { field: "auto_renew", before: "yes", after: "no" },
      ["Auto-renew", "yes", "no"],
      ["Renovação automática", "sim", "não"],
    ],
    [
      { field: "licence_action", before: "keep", after: "" },
      ["Licence action", "keep", ""],
      ["Ação de licença", "manter", ""],
    ],
    [{ field: "", before: "", after: "review" }, ["", "", "review"], ["", "", "em revisão"]],
    [
      { field: "a column of the future", after: "3" },
      ["a column of the future", "2027-03-24", "3"],
      ["a column of the future", "24/03/2027", "3"],
    ],
  ])(
    "is called as its column, and its values are said in the language of the workbook: %j",
    (change, english, portuguese) => {
      expect(cellsOf(change).map(inEnglish)).toEqual(english);
      expect(cellsOf(change).map(inPortuguese)).toEqual(portuguese);
    },
  );

  it("is in changes.csv by the column of plan.csv, with its values as there", () => {
    const columns = changesTable.columns(aPlan());
    const textIn = (key: string) => inEnglish(columns.find((each) => each.key === key)?.value(changed));

    expect([textIn("field"), textIn("before"), textIn("source_offer")]).toEqual([
      "switch_on",
      "2027-03-24",
      "Visio Plan 2",
    ]);
  });
});
