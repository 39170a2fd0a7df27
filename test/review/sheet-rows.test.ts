import { describe, expect, it } from "vitest";
import { type SheetItem, sheetItems } from "../../src/review/sheet-rows.ts";
import { readStringTable } from "../../src/review/string-table.ts";

async function* bytesOf(xml: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function itemsOf(rows: string, strings: readonly string[] = []): Promise<readonly SheetItem[]> {
  const items: SheetItem[] = [];
  const xml = `<worksheet><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;
  for await (const item of sheetItems(bytesOf(xml), strings)) items.push(item);
  return items;
}

async function textsOf(cells: string, strings?: readonly string[]): Promise<readonly string[]> {
  const [first] = await itemsOf(`<row r="1">${cells}</row>`, strings);
  return first?.kind === "row" ? first.cells.map(({ text }) => text) : [];
}

describe("the cells of a sheet", () => {
  it.each([
    [`<c r="A1" t="s"><v>1</v></c>`, ["second"]],
    [`<c r="A1" t="s"><v>9</v></c>`, []],
    [`<c r="A1"><v>46497</v></c>`, ["46497"]],
    [`<c r="A1" t="n"><v>3.0E1</v></c>`, ["30"]],
    [`<c r="A1" t="d"><v>2027-04-20T00:00:00</v></c>`, ["2027-04-20T00:00:00"]],
    [`<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>`, ["TRUE", "FALSE"]],
    [`<c r="A1" t="e"><v>#N/A</v></c>`, ["#N/A"]],
    [`<c r="A1" t="str"><f>A2</f><v>hold</v></c>`, ["hold"]],
    [`<c r="A1" t="str"><f>A2</f><v></v></c>`, []],
    [`<c r="A1"><f>1+1</f></c>`, ["=1+1"]],
    [`<c r="A1"><f t="shared" si="0"/></c>`, ["="]],
    [`<c r="A1" t="inlineStr"><is><t> a </t></is></c>`, ["a"]],
    [
      `<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t xml:space="preserve"> b</t></r></is></c>`,
      ["a b"],
    ],
    [`<c r="A1" t="inlineStr"><is><t>日本</t><rPh sb="0" eb="2"><t>ニホン</t></rPh></is></c>`, ["日本"]],
    [`<c r="A1" t="inlineStr"><is><t><![CDATA[a <b> & c]]></t></is></c>`, ["a <b> & c"]],
    [`<c r="A1" t="inlineStr"><is><t>&amp;lt; &#8364; _x0041_ _x005F_x0041_</t></is></c>`, ["&lt; € A _x0041_"]],
    [`<x:c r="A1" xmlns:x="urn:x"><x:v>5</x:v></x:c>`, ["5"]],
    [`<c r="A1" s="3"/>`, []],
  ])("%s", async (xml, texts) => {
    expect(await textsOf(xml, ["first", "second"])).toEqual(texts);
  });

  it("stand where they say, or where they follow from the order", async () => {
    const [first, second, merged] = await itemsOf(
      `<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="7"><c r="AA7"><v>4</v></c></row><row r="8"/>`,
    );

    expect(first).toEqual({
      kind: "row",
      row: 1,
      cells: [
        { column: 1, text: "1" },
        { column: 3, text: "2" },
        { column: 4, text: "3" },
      ],
    });
    expect(second).toEqual({ kind: "row", row: 7, cells: [{ column: 27, text: "4" }] });
    expect(merged).toEqual({ kind: "merged", range: "A1:B2" });
  });

  it.each([
    [`<row r="1048577"/>`, "row 1048577"],
    [`<row r="0"/>`, "row 0"],
    [`<row r="x"/>`, "row x"],
    [`<row r="1"><c r="XFE1"/></row>`, "cell XFE1"],
    [`<row r="1"><c r="7"/></row>`, "cell 7"],
  ])("beyond any sheet are refused: %s", async (xml, said) => {
    await expect(itemsOf(xml)).rejects.toThrow(said);
  });

  it("at the last row and column are read", async () => {
    const [last] = await itemsOf(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`);

    expect(last).toEqual({ kind: "row", row: 1_048_576, cells: [{ column: 16_384, text: "1" }] });
  });

  it("are no longer than cells are", async () => {
    const cell = (length: number) => `<row r="1"><c r="A1" t="str"><v>${"x".repeat(length)}</v></c></row>`;

    expect(await itemsOf(cell(40_000))).toHaveLength(2);
    await expect(itemsOf(cell((1 << 20) + 100))).rejects.toThrow("far longer than a cell");
  });
});

it("gives up on a row, and on a sheet, that has no end", async () => {
  async function* endless(before: string, piece: string): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`<worksheet><sheetData>${before}`);
    const bytes = Buffer.from(piece);
    for (;;) yield bytes;
  }
  async function through(part: AsyncIterable<Uint8Array>) {
    for await (const _ of sheetItems(part, []));
  }

  const cell = `<c r="A1" t="str"><v>${"x".repeat(500_000)}</v></c>`;
  await expect(through(endless(`<row r="1">`, cell))).rejects.toThrow("far longer than a row");
  await expect(through(endless("", `<col a="${"x".repeat(500_000)}"/>`))).rejects.toThrow("without any rows");
});

describe("the texts that cells refer to", () => {
  it("are those between their tags, all runs of them, without how they are spoken", async () => {
    const xml = `<sst>\n <si>\n  <t>a</t>\n </si><si><r><t>b</t></r><r><t xml:space="preserve"> c</t></r></si><si/><si><t>日本</t><rPh sb="0" eb="2"><t>ニホン</t></rPh></si></sst>`;

    expect(await readStringTable(bytesOf(xml))).toEqual(["a", "b c", "", "日本"]);
  });
});
