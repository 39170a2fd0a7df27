import { describe, expect, it } from "vitest";
import type { Plan, PlanChange } from "../../src/model/plan.ts";
import { tables } from "../../src/report/tables/index.ts";
import { columnLetters } from "../../src/report/workbook/cell-xml.ts";
import { aPlan, aRejectedRow, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aWorkbook } from "../support/a-workbook.ts";
import { namedRanges, sheetParts } from "../support/sheet-xml.ts";

const ROWS = 40;
/** Header and data rows of a sheet, so that every long list goes on over several. */
const LIMIT = 12;

function aFullPlan(): Plan {
  const subscriptions = manyPlannedSubscriptions(ROWS).map((planned, at) => ({
    ...planned,
    // Source offers of their own: the mapping is as long as the plan.
    identity: { ...planned.identity, product: { ids: [], name: `Product ${at}` } },
  }));
  const changes = subscriptions.map(
    ({ subscription: { key } }): PlanChange => ({
      kind: "changed",
      key,
      customer: "",
      subscriptionId: "",
      field: "seats",
      before: "1",
      after: "2",
      against: "earlier plan",
    }),
  );
  const rejected = Array.from({ length: ROWS }, (_, at) => aRejectedRow({ value: `value ${at}` }));
  return aPlan({ subscriptions, changes, rejected });
}

/** Every list of the workbook, but for those laid out by hand. */
const LISTS = tables.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet]));

function ranges(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element} [^>]*?(?:sqref|ref)="([^"]+)"`, "g"))].map((match) => match[1] ?? "");
}

const bytes = aWorkbook(aFullPlan(), tables, LIMIT);

describe.each(LISTS)("the ranges of %s", (list) => {
  it("cover all data rows and no others, on every part of it", async () => {
    const sheets = sheetParts(await bytes);
    const parts = [...sheets].filter(([name]) => name === list || name.startsWith(`${list} (`));
    const filters = namedRanges(await bytes, "_xlnm._FilterDatabase");
    const prints = namedRanges(await bytes, "_xlnm.Print_Area");

    // Every list of this plan is longer than a sheet, but for the customers.
    expect(parts.length).toBeGreaterThan(list === "Customers" ? 0 : 1);
    for (const [name, xml] of parts) {
      const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map((match) => Number(match[1]));
      const last = rows.at(-1) ?? 0;
      expect(rows, name).toEqual(Array.from({ length: last }, (_, index) => index + 1));
      const header = [...(/<row r="1"[^>]*>(.*?)<\/row>/.exec(xml)?.[1]?.matchAll(/<c r="([A-Z]+)1"/g) ?? [])];
      const lastColumn = columnLetters(header.length - 1);
      expect(header.at(-1)?.[1], name).toBe(lastColumn);

      expect(filters.get(name), name).toBe(`A1:${lastColumn}${last}`);
      expect(ranges(xml, "autoFilter"), name).toEqual([`A1:${lastColumn}${last}`]);
      expect(prints.get(name), name).toMatch(new RegExp(`^A1:[A-Z]+${last}$`));
      for (const element of ["dataValidation", "conditionalFormatting"]) {
        for (const range of ranges(xml, element))
          expect(range, `${name} ${element}`).toMatch(new RegExp(`^[A-Z]+2:[A-Z]+${last}$`));
      }
      const isTyped = list === "Plan" || list === "Mapping";
      expect(ranges(xml, "dataValidation").length > 0, name).toBe(isTyped);
      for (const link of ranges(xml, "hyperlink"))
        expect(Number(/\d+/.exec(link)?.[0]), name).toBeLessThanOrEqual(last);
    }
    const rowCounts = parts.map(([, xml]) => xml.split("<row ").length - 1);
    expect(rowCounts.slice(0, -1).every((count) => count === LIMIT)).toBe(true);
  });
});

it("prints Plan as far as a planner needs it on paper, everything else whole, and never a hidden column", async () => {
  const prints = namedRanges(await bytes, "_xlnm.Print_Area");
  const [plan] = tables.filter(({ sheet }) => sheet === "Plan");
  const columns = plan?.sheetColumns?.(aFullPlan()) ?? [];
  const letters = columnLetters(columns.findIndex(({ key }) => key === "auto_renew_off_by"));

  expect(prints.get("Plan")).toBe(`A1:${letters}${LIMIT}`);
  const [mapping] = tables.filter(({ sheet }) => sheet === "Mapping");
  const seen = mapping?.sheetColumns?.(aFullPlan()).filter(({ isHidden, csvOnly }) => !isHidden && !csvOnly) ?? [];
  expect(prints.get("Mapping")).toBe(`A1:${columnLetters(seen.length - 1)}${LIMIT}`);
});

it("has as many names of a filter and of a printed range as sheets, each once", async () => {
  const sheets = [...sheetParts(await bytes).keys()];

  for (const name of namedRanges(await bytes, "_xlnm.Print_Area").keys()) expect(sheets).toContain(name);
  for (const name of namedRanges(await bytes, "_xlnm._FilterDatabase").keys()) expect(sheets).toContain(name);
});
