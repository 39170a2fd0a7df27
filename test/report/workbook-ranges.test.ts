import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/locale/language.ts";
import type { Plan, PlanChange } from "../../src/model/plan.ts";
import { tables } from "../../src/report/tables/index.ts";
import { columnLetters } from "../../src/report/workbook/cell-xml.ts";
import { sheetColumns, titleOf } from "../../src/report/workbook/list-sheet.ts";
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
      sourceOffer: "",
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
      expect(prints.get(name), name).toMatch(new RegExp(`^[A-Z]+1:[A-Z]+${last}$`));
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

/** What is printed of a sheet, and what stands before it on every page, by keys of columns. */
async function printedKeys(sheet: string): Promise<readonly string[][]> {
  const [table] = tables.filter((each) => each.sheet === sheet);
  const plan = aFullPlan();
  const keys = (table?.sheetColumns?.(plan) ?? table?.columns(plan) ?? [])
    .filter(({ csvOnly }) => csvOnly !== true)
    .map(({ key }) => key);
  const columns = new Map(keys.map((key, at) => [columnLetters(at), key]));
  const between = (range: string | undefined) => {
    const [first = "", last = ""] = [...(range ?? "").matchAll(/\$?([A-Z]+)\$?\d*/g)].map((match) => match[1] ?? "");
    return range === undefined
      ? []
      : keys.slice(keys.indexOf(columns.get(first) ?? ""), keys.indexOf(columns.get(last) ?? "") + 1);
  };
  const titles = namedRanges(await bytes, "_xlnm.Print_Titles")
    .get(sheet)
    ?.split(",");
  const titleColumns = titles?.find((range) => !/\d/.test(range));
  return [between(titleColumns), between(namedRanges(await bytes, "_xlnm.Print_Area").get(sheet))];
}

describe("what is printed", () => {
  it("begins on Plan with status, customer and offers, and leaves out columns for typing and what paper does not need", async () => {
    const [titles, columns] = await printedKeys("Plan");

    expect(titles).toEqual(["status", "customer"]);
    expect(columns?.slice(0, 6)).toEqual([
      "since_earlier_plan",
      "source_offer",
      "seats",
      "target_offer",
      "target_seats",
      "switch_on",
    ]);
    expect(columns?.at(-1)).toBe("auto_renew_off_by");
  });

  it("begins on Mapping with the source offer, without columns for typing", async () => {
    const [titles, columns] = await printedKeys("Mapping");

    expect(titles).toEqual(["source_offer"]);
    expect(columns?.[0]).toBe("segment");
    expect(columns?.at(-1)).toBe("services_lost");
  });

  it.each([
    ["Review queue", "status", "what_to_decide"],
    ["Customers", "customer", "requests"],
    ["Findings", "severity", "remedy"],
    ["Runbook", "customer", "in_review"],
    ["Changes", "customer", "key"],
    ["Rejected", "file", "remedy"],
  ])("of %s fits on one page beside nothing that is repeated", async (sheet, first, last) => {
    const [titles, columns] = await printedKeys(sheet);

    expect(titles).toEqual([]);
    expect([columns?.[0], columns?.at(-1)]).toEqual([first, last]);
    expect(/fitToWidth="(\d+)"/.exec(sheetParts(await bytes).get(sheet) ?? "")?.[1] ?? "1").toBe("1");
  });
});

it("has as many names of a filter and of a printed range as sheets, each once", async () => {
  const sheets = [...sheetParts(await bytes).keys()];

  for (const name of namedRanges(await bytes, "_xlnm.Print_Area").keys()) expect(sheets).toContain(name);
  for (const name of namedRanges(await bytes, "_xlnm._FilterDatabase").keys()) expect(sheets).toContain(name);
});

describe("columns in Portuguese", () => {
  it.each(LISTS)("of %s are as wide as the longest word of their title", (list) => {
    const [table] = tables.filter(({ sheet }) => sheet === list);
    const plan: Plan = { ...aFullPlan(), locale: "pt-BR" };

    for (const column of table === undefined ? [] : sheetColumns(table, plan)) {
      const words = titleOf(column, languageOf("pt-BR")).split(" ");
      expect(column.width, column.key).toBeGreaterThanOrEqual(
        Math.min(24, Math.max(...words.map((each) => each.length)) + 2),
      );
    }
  });
});
