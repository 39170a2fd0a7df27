import { describe, expect, it } from "vitest";
import { columnStrings, SharedStrings } from "../../src/report/workbook/shared-strings.ts";
import { aPlan } from "../support/a-plan.ts";
import { aColumn, aTable, aWorkbook, opened } from "../support/a-workbook.ts";
import { partOf } from "../support/unzip.ts";

describe("the table of shared strings", () => {
  it("gives equal texts of different columns one entry, and counts the cells", () => {
    const shared = new SharedStrings();
    const [a, b] = [columnStrings(shared), columnStrings(shared)];

    expect([a("yes"), a("no"), a("yes"), b("no"), b("no")]).toEqual([0, 1, 0, 1, 1]);
    expect(shared.xml()).toContain('count="5" uniqueCount="2"><si><t>yes</t></si><si><t>no</t></si></sst>');
  });

  it("stops taking a column's texts that never come again, and goes on where they do", () => {
    const shared = new SharedStrings();
    const [unique, twice] = [columnStrings(shared), columnStrings(shared)];
    const texts = Array.from({ length: 3_000 }, (_, index) => `text ${index}`);

    const alone = texts.map((text) => unique(text));
    const pairs = texts.flatMap((text) => [`${text}a`, `${text}b`, `${text}a`, `${text}b`]).map((text) => twice(text));

    expect(alone.filter((number) => number !== undefined)).toHaveLength(1_000);
    expect(pairs.filter((number) => number === undefined)).toEqual([]);
    expect(unique("text 0")).toBe(0);
  });

  it("loses no text of a list that is longer than the table has room for", async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => ({ id: `id ${index}`, word: index % 2 ? "odd" : "even" }));
    const columns = [aColumn("id", { kind: "id" }), aColumn("word")];

    const bytes = await aWorkbook(aPlan(), [aTable(rows, { columns: () => columns })]);

    const sheet = (await opened(bytes)).getWorksheet("Plan");
    expect(sheet?.getColumn(1).values.slice(2)).toEqual(rows.map((row) => row.id));
    expect(sheet?.getColumn(2).values.slice(2)).toEqual(rows.map((row) => row.word));
    expect(partOf(bytes, "xl/sharedStrings.xml").match(/<t>odd<\/t>/g)).toHaveLength(1);
  });

  it("keeps blanks, markup and what Excel would read as an escape", async () => {
    const words = ["  two  ", "a\nb", "<&>", "_x0041_", "a  b", "x".repeat(40_000)];

    const bytes = await aWorkbook(aPlan(), [aTable(words.map((each) => ({ words: each })))]);

    const read = (await opened(bytes)).getWorksheet("Plan")?.getColumn(1).values.slice(2) ?? [];
    expect(read.slice(0, 5)).toEqual(words.slice(0, 5));
    expect(String(read[5])).toHaveLength(32_767);
  });
});
