import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import type { Plan } from "../../src/model/plan.ts";
import { tables } from "../../src/report/tables/index.ts";
import { partName } from "../../src/report/workbook/list-sheet.ts";
import { aPlan, aRejectedRow, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aColumn, aTable, aWorkbook, opened, type TestRow } from "../support/a-workbook.ts";
import { partOf } from "../support/unzip.ts";

const kinds = [
  aColumn("id", { kind: "id" }),
  aColumn("status", { marks: "status" }),
  aColumn("seats", { kind: "integer" }),
  aColumn("cost", { kind: "money" }),
  aColumn("on", { kind: "date" }),
  aColumn("notes", { wrap: true }),
  aColumn("hidden", { csvOnly: true }),
];
const row: TestRow = {
  id: "0042",
  status: "blocked",
  seats: 25,
  cost: -1.5,
  on: plainDate("2027-03-31"),
  notes: "two\nlines",
  hidden: "no",
};

async function sheetOf(rows: readonly TestRow[], plan: Plan = aPlan()) {
  const workbook = await opened(await aWorkbook(plan, [aTable(rows, { columns: () => kinds })]));
  const sheet = workbook.getWorksheet("Plan");
  if (sheet === undefined) throw new Error("No sheet Plan.");
  return sheet;
}

describe("a list sheet", () => {
  it("has the titles of its columns as header, without those of the CSV alone", async () => {
    const sheet = await sheetOf([row]);

    expect(sheet.getRow(1).values).toEqual([
      undefined,
      "Title of id",
      "Title of status",
      "Title of seats",
      "Title of cost",
      "Title of on",
      "Title of notes",
    ]);
  });

  it("holds real dates and numbers, and ids as text", async () => {
    const sheet = await sheetOf([row]);

    expect(sheet.getCell("A2").value).toBe("0042");
    expect(sheet.getCell("A2").numFmt).toBe("@");
    expect(sheet.getCell("C2").value).toBe(25);
    expect(sheet.getCell("D2").value).toBe(-1.5);
    expect(sheet.getCell("D2").numFmt).toBe("#,##0.00");
    expect(sheet.getCell("E2").value).toEqual(new Date("2027-03-31T00:00:00Z"));
    expect(sheet.getCell("E2").numFmt).toBe("yyyy-mm-dd");
    expect(sheet.getCell("F2").alignment.wrapText).toBe(true);
  });

  it("prints its name, the plan's day and the page below, and wide lists over pages that can be read", async () => {
    const wide = (width: number) =>
      aTable([row], { columns: () => [aColumn("id", { width: 20 }), aColumn("notes", { width })] });
    const pages = async (width: number) =>
      (await opened(await aWorkbook(aPlan(), [wide(width)]))).getWorksheet("Plan")?.pageSetup.fitToWidth;

    expect((await sheetOf([row])).headerFooter.oddFooter).toBe("&L&8&A&C&8Plan of 2026-12-01&R&8Page &P of &N");
    expect([await pages(196), await pages(197), await pages(392), await pages(393)]).toEqual([1, 2, 2, 3]);
  });

  it("lets a list break after each of its items", async () => {
    const columns = () => [aColumn("codes", { wrap: true, isList: true, width: 12 })];
    const workbook = await opened(
      await aWorkbook(aPlan(), [aTable([{ codes: "SEATS_ONE;SEATS_TWO;TRIAL" }], { columns })]),
    );

    const first = workbook.getWorksheet("Plan")?.getRow(2);
    expect(first?.getCell(1).value).toBe("SEATS_ONE; SEATS_TWO; TRIAL");
    expect(first?.height).toBe(3 * 12.5);
  });

  it("leaves a cell empty where there is nothing", async () => {
    const sheet = await sheetOf([{ id: "1", seats: undefined, on: undefined, notes: "" }]);

    expect([3, 5, 6].map((column) => sheet.getRow(2).getCell(column).value)).toEqual([null, null, null]);
  });

  it("writes words in a number or date column as text, and a day before Excel's calendar as its date", async () => {
    const sheet = await sheetOf([{ seats: "many", cost: "n/a", on: plainDate("1899-12-31") }]);

    expect(["C2", "D2", "E2"].map((ref) => sheet.getCell(ref).value)).toEqual(["many", "n/a", "1899-12-31"]);
  });

  it("gives each status its own ground, told apart by lightness alone", async () => {
    const sheet = await sheetOf(["ready", "review", "blocked", "excluded"].map((status) => ({ status })));

    const greys = [2, 3, 4, 5].map((number) => greyOf(sheet.getRow(number).getCell(2).fill)).sort((a, b) => a - b);
    const steps = greys.slice(1).map((grey, index) => grey - (greys[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(20);
  });

  it("freezes the header and key columns, prints the header on each page, and fits the width", async () => {
    const sheet = await sheetOf([row]);

    expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 1, topLeftCell: "B2" });
    expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup.printTitlesRow).toBe("1:1");
  });

  it.each([
    [0, "A1:F1"],
    [1, "A1:F2"],
    [7, "A1:F8"],
  ])("with %i rows filters %s, under a hidden name too", async (count, range) => {
    const rows = Array.from({ length: count }, () => row);
    const bytes = await aWorkbook(aPlan(), [aTable(rows, { columns: () => kinds })]);

    const absolute = range.replace(/([A-Z])(\d)/g, "$$$1$$$2");
    expect(partOf(bytes, "xl/worksheets/sheet2.xml")).toContain(`<autoFilter ref="${range}"`);
    expect(partOf(bytes, "xl/workbook.xml")).toContain(
      `<definedName name="_xlnm._FilterDatabase" hidden="1" localSheetId="1">&apos;Plan&apos;!${absolute}</definedName>`,
    );
  });

  it("refuses a number that Excel could not open", async () => {
    await expect(sheetOf([{ seats: Number.NaN }])).rejects.toThrow("finite number");
  });
});

describe("a list longer than a sheet", () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ words: `row ${index}` }));

  it.each([
    [3, ["Plan"]],
    [4, ["Plan", "Plan (2)"]],
    [6, ["Plan", "Plan (2)"]],
    [7, ["Plan", "Plan (2)", "Plan (3)"]],
  ])("of %i rows with room for 3 goes on %j, nothing lost", async (count, names) => {
    const workbook = await opened(await aWorkbook(aPlan(), [aTable(rows(count))], 4));

    const lists = workbook.worksheets.filter((sheet) => sheet.name.startsWith("Plan"));
    const words = lists.flatMap((sheet) => sheet.getColumn(1).values.slice(2));
    expect(lists.map((sheet) => sheet.name)).toEqual(names);
    expect(lists.every((sheet) => sheet.getCell("A1").value === "Title of words")).toBe(true);
    expect(words).toEqual(rows(count).map((each) => each.words));
  });

  it.each([
    ["Plan", 1, "Plan"],
    ["Plan", 2, "Plan (2)"],
    ["x".repeat(40), 1, "x".repeat(31)],
    ["x".repeat(40), 12, `${"x".repeat(26)} (12)`],
    ["a/b[c]:d", 1, "a b c  d"],
  ])("%s, part %i, is named %s", (sheet, part, name) => {
    expect(partName(sheet, part)).toBe(name);
  });
});

describe("the plan's own tables", () => {
  it("stand between Summary and Legend in the order of the contract", async () => {
    const workbook = await opened(await aWorkbook(aPlan(), tables));

    const names = workbook.worksheets.map((sheet) => sheet.name);
    expect(names).toEqual([
      "Summary",
      "Plan",
      "Review queue",
      "Customers",
      "Calendar",
      "Mapping",
      "Runbook",
      "Findings",
      "Rejected",
      "Legend",
      "Lists",
    ]);
    expect(workbook.worksheets.map((sheet) => sheet.state)).toEqual([...names.slice(1).map(() => "visible"), "hidden"]);
  });

  it("put what a planner reads first in sight, on Findings and on Mapping", async () => {
    const workbook = await opened(await aWorkbook(aPlan(), tables));
    const titles = (name: string) => [workbook.getWorksheet(name)?.getRow(1).values ?? []].flat().slice(0, 5);

    expect(titles("Findings")).toEqual(["Severity", "Code", "Customer", "Key", "Message"]);
    expect(titles("Mapping")).toEqual(["key", "Source offer", "decision", "chosen target", "reviewer"]);
  });

  it("make the raw columns of Rejected as wide as what they hold, within reason", async () => {
    const rejected = [aRejectedRow({ header: ["a", "b", "c"], cells: ["x", "y".repeat(25), "z".repeat(500)] })];
    const workbook = await opened(await aWorkbook(aPlan({ rejected }), tables));

    const sheet = workbook.getWorksheet("Rejected");
    expect([9, 10, 11].map((column) => sheet?.getColumn(column).width)).toEqual([12, 27, 40]);
  });

  it("show every row under its header", async () => {
    const plan = aPlan({ subscriptions: manyPlannedSubscriptions(40), rejected: [aRejectedRow(), aRejectedRow()] });
    const workbook = await opened(await aWorkbook(plan, tables));

    const dataRows = (name: string) => (workbook.getWorksheet(name)?.rowCount ?? 0) - 1;
    expect(dataRows("Plan")).toBe(40);
    expect(dataRows("Customers")).toBe(10);
    expect(dataRows("Rejected")).toBe(2);
  });
});

/** The lightness of a ground as a grey print shows it, 0 to 255. */
function greyOf(fill: unknown): number {
  const argb = /"argb":"FF([0-9A-F]{6})"/.exec(JSON.stringify(fill))?.[1] ?? "FFFFFF";
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(argb.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
