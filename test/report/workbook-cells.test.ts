import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import {
  CELL_TEXT_LIMIT,
  columnLetters,
  cutToCell,
  escapeXml,
  excelDay,
  numberCell,
  textCell,
} from "../../src/report/workbook/cell-xml.ts";
import { heightAttribute, linesOf } from "../../src/report/workbook/row-height.ts";
import { aPlan } from "../support/a-plan.ts";
import { aTable, aWorkbook, opened } from "../support/a-workbook.ts";

describe("escapeXml", () => {
  it.each([
    ["nothing to escape", "Fabrikam GmbH", "Fabrikam GmbH"],
    ["markup", `<a href="x">&</a>`, "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;"],
    ["control characters are dropped", "a\u0000b\u0007c\u001bd\u0085e", "abcde"],
    ["tab and line break stay", "a\tb\nc", "a\tb\nc"],
    ["line breaks of Windows and old Macs become one kind", "a\r\nb\rc", "a\nb\nc"],
    ["what Excel would read as an escape", "_x0041_", "_x005F_x0041_"],
    ["two of them that share an underscore", "_x0041_x0042_", "_x005F_x0041_x005F_x0042_"],
    ["no escape: three digits", "_x004_", "_x004_"],
    ["no escape: no digit", "_x004G_", "_x004G_"],
    ["an emoji is a pair and stays", "Café 🚀", "Café 🚀"],
    ["half a pair, first half", "a\ud83d!", "a\ufffd!"],
    ["half a pair, second half", "a\ude80!", "a\ufffd!"],
    ["no characters of XML", "a\ufffeb\uffffc", "abc"],
    ["right to left", "شركة المثال", "شركة المثال"],
  ])("%s", (_, given, expected) => {
    expect(escapeXml(given)).toBe(expected);
  });
});

describe("cutToCell", () => {
  it("leaves a text alone that just fits", () => {
    expect(cutToCell("x".repeat(CELL_TEXT_LIMIT))).toBe("x".repeat(CELL_TEXT_LIMIT));
  });

  it("cuts a text that is one longer, and says so within the limit", () => {
    const cut = cutToCell("x".repeat(CELL_TEXT_LIMIT + 1));

    expect(cut).toHaveLength(CELL_TEXT_LIMIT);
    expect(cut.endsWith("x …[cut]")).toBe(true);
  });

  it("does not cut an emoji in half, wherever the cut falls", () => {
    const cuts = ["", "x"].map((first) => cutToCell(first + "🚀".repeat(CELL_TEXT_LIMIT)));

    expect(cuts.every((cut) => Buffer.from(cut).toString() === cut && cut.length <= CELL_TEXT_LIMIT)).toBe(true);
  });
});

describe("cells", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("column %i is %s", (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });

  it.each([
    ["1970-01-01", 25_569],
    ["2027-03-31", 46_477],
    ["1900-03-01", 61],
    ["1900-02-28", undefined],
  ])("Excel counts %s as %s", (iso, day) => {
    expect(excelDay(plainDate(iso))).toBe(day);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("refuses %s", (value) => {
    expect(() => numberCell("B7", 0, value)).toThrow("Cell B7");
  });

  it("writes what looks like a formula as text", () => {
    expect(textCell("A1", 0, "=1+1")).toContain('t="inlineStr"');
  });

  it.each([
    "=1+1",
    "+49 30 1234",
    "-2",
    "@SUM(A1)",
    "  blanks around  ",
    "a\nb\tc",
    `"quoted" & <marked>`,
    "0042",
    "Café 🚀 شركة",
    "123e4",
  ])("%j reads back as it was written", async (words) => {
    const workbook = await opened(await aWorkbook(aPlan(), [aTable([{ words }])]));

    const cell = workbook.getWorksheet("Plan")?.getCell("A2");
    expect(cell?.value).toBe(words);
    expect(cell?.formula).toBeUndefined();
  });
});

describe("row heights", () => {
  it.each([
    ["shorter than the column", "x".repeat(23), 1],
    ["one letter too many", "x".repeat(24), 2],
    ["words are not broken", `${"x".repeat(15)} ${"y".repeat(15)} zz`, 2],
    ["a word longer than a line", "x".repeat(47), 3],
    ["capitals are wider", "X".repeat(20), 2],
    ["line breaks count", "a\nb\n\nc", 4],
  ])("%s", (_, words, lines) => {
    expect(linesOf(words, 20)).toBe(lines);
  });

  it("goes as high as a list asks, and never above what Excel allows", () => {
    expect([7, 20, 33, 1000].map((lines) => heightAttribute(lines, 50))).toEqual(
      [7, 20, 32, 32].map((lines) => ` ht="${lines * 12.5}"`),
    );
    expect(heightAttribute(25, 24)).toBe(' ht="300"');
  });

  it("says nothing for a single line, and never more than six, so that a list can be scanned", () => {
    expect([1, 2, 6, 7, 1000].map((lines) => heightAttribute(lines))).toEqual([
      "",
      ' ht="25"',
      ' ht="75"',
      ' ht="75"',
      ' ht="75"',
    ]);
  });
});
