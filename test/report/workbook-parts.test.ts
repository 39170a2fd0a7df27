import { afterEach, describe, expect, it } from "vitest";
import { tables } from "../../src/report/tables/index.ts";
import { aFileReport, aFinding, aPlan, aRejectedRow, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aWorkbook } from "../support/a-workbook.ts";
import { partOf, unzip } from "../support/unzip.ts";
import { childrenOfRoot } from "../support/xml.ts";

const refusal = aFinding("FILE_UNKNOWN", "rejecting", `the header "<a> & 'b'" is of no known format`);
const hostile = aRejectedRow({
  value: `=cmd|' /C calc'!A0 <&>"\u0000\u001b`,
  header: ["__proto__"],
  cells: ["_x0041_"],
});
const plan = aPlan({
  subscriptions: manyPlannedSubscriptions(60),
  rejected: [hostile],
  files: [aFileReport(), aFileReport({ file: "odd & <name>.csv", format: "", refusal })],
});

/** CT_Worksheet's children in the order that its schema wants, those that we write. */
const SCHEMA_ORDER = [
  "sheetPr",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetProtection",
  "autoFilter",
  "mergeCells",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "legacyDrawing",
];

afterEach(() => {
  process.env.TZ = "America/Los_Angeles";
});

describe("the parts of the workbook", () => {
  it("are well-formed XML, every one", async () => {
    const parts = unzip(await aWorkbook(plan, tables));

    expect(parts.size).toBeGreaterThan(12);
    for (const [name, { text }] of parts) expect(() => childrenOfRoot(text), name).not.toThrow();
  });

  it("have the elements of each sheet in the order of the schema", async () => {
    const parts = unzip(await aWorkbook(plan, tables));

    const sheets = [...parts].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(11);
    for (const [name, { text }] of sheets) {
      const places = childrenOfRoot(text).map((child) => SCHEMA_ORDER.indexOf(child));
      expect(places, name).not.toContain(-1);
      expect(places, name).toEqual([...places].sort((a, b) => a - b));
      const once = places.filter((place) => SCHEMA_ORDER[place] !== "conditionalFormatting");
      expect(new Set(once).size, name).toBe(once.length);
    }
  });

  it("name each cell of a sheet once, in order", async () => {
    const xml = partOf(await aWorkbook(plan, tables), "xl/worksheets/sheet2.xml");

    const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map((match) => Number(match[1]));
    const refs = [...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map((match) => match[1]);
    expect(rows).toEqual(Array.from({ length: 61 }, (_, index) => index + 1));
    expect(new Set(refs).size).toBe(refs.length);
  });

  it("jump inside the workbook, to sheets that there are, without a relation to anything outside", async () => {
    const bytes = await aWorkbook(plan, tables);

    const summary = partOf(bytes, "xl/worksheets/sheet1.xml");
    const targets = [...summary.matchAll(/<hyperlink ref="[A-Z]+\d+" location="'([^']+)'!A(\d+)"\/>/g)];
    const sheets = [...partOf(bytes, "xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(targets.length).toBeGreaterThan(6);
    for (const [, sheet] of targets) expect(sheets).toContain(sheet);
    const relations = [...unzip(bytes)].filter(([name]) => name.startsWith("xl/worksheets/_rels"));
    for (const [name, { text }] of relations) {
      expect(text, name).not.toContain("External");
      expect(text, name).not.toContain("hyperlink");
    }
  });

  it("hold no formulas but counts of our own words in ranges of the data rows, and the places of keys on Plan", async () => {
    const parts = unzip(await aWorkbook(plan, tables));

    const count = String.raw`COUNTIFS\('Plan'!\$B\$2:\$B\$61,"(?:ready|review|blocked)",'Plan'!\$D\$2:\$D\$61,"(?:approve|hold|exclude|change|\?\*)"\)`;
    const allowed = new RegExp(String.raw`^(?:${count}|\d+-\(${count}\)|REPT\("█",ROUND\(20\*\(${count}\)/\d+,0\)\))$`);
    for (const [name, { text }] of parts) {
      const formulas = [...text.matchAll(/<f(?: [^>]*)?>(.*?)<\/f>/g)].map((match) =>
        (match[1] ?? "").replaceAll("&quot;", '"'),
      );
      if (name === "xl/worksheets/sheet3.xml") {
        expect(formulas).toEqual(formulas.map((_, at) => `MATCH($A${at + 2},'Plan'!$A$2:$A$61,0)+1`));
        expect(formulas).toHaveLength(text.split("<row ").length - 2);
        continue;
      }
      if (name !== "xl/worksheets/sheet1.xml") expect(formulas, name).toEqual([]);
      else expect(formulas).toHaveLength(18);
      for (const formula of formulas) expect(formula).toMatch(allowed);
    }
  });

  it("say what the file is, and by whom and when it was made from the plan's day alone", async () => {
    const core = partOf(await aWorkbook(plan, tables), "docProps/core.xml");

    expect(core).toContain("<dc:title>CSP transfer plan</dc:title>");
    expect(core).toContain("<dc:subject>Transfer of 60 subscriptions, as of 2026-12-01</dc:subject>");
    expect(core).toContain("<dc:creator>csp-transfer-planner</dc:creator>");
    expect(core).toContain(">2026-12-01T00:00:00Z</dcterms:created>");
    expect(core).toContain(">2026-12-01T00:00:00Z</dcterms:modified>");
  });

  it("carry the plan's day as the date of each entry", async () => {
    const parts = unzip(await aWorkbook(plan, tables));

    const midnight = ((2026 - 1980) << 25) | (12 << 21) | (1 << 16);
    expect([...new Set([...parts.values()].map((part) => part.stamp))]).toEqual([midnight]);
  });

  it("are the same bytes twice, also in another time zone", async () => {
    const here = await aWorkbook(plan, tables);
    process.env.TZ = "Pacific/Kiritimati";
    const there = await aWorkbook(plan, tables);

    expect(new Date(0).getTimezoneOffset()).not.toBe(480);
    expect(there.equals(here)).toBe(true);
  });
});
