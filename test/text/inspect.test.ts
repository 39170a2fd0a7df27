import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { encodingLabel, inspectFile } from "../../src/text/inspect.ts";
import { GZIP_FREE_BYTES, SAMPLE_BYTES } from "../../src/text/limits.ts";
import { readRows, UnreadableFile } from "../../src/text/read-csv.ts";
import { aText, cellsOf, rowsOf } from "./a-text.ts";

const TEXT = "Kunde,Ort\r\nMüller,Köln\r\nŁódź,日本\r\n";
const EXPECTED = [
  ["Kunde", "Ort"],
  ["Müller", "Köln"],
  ["Łódź", "日本"],
];

const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));

describe("encodings", () => {
  it.each([
    ["utf-8", Buffer.from(TEXT)],
    ["utf-8 with BOM", Buffer.from(`\ufeff${TEXT}`)],
    ["utf-16le", utf16le(`\ufeff${TEXT}`)],
    ["utf-16be", utf16be(`\ufeff${TEXT}`)],
    ["utf-16le", utf16le(TEXT)],
    ["utf-16be", utf16be(TEXT)],
    ["utf-8, gzip", gzipSync(TEXT)],
    ["utf-16le, gzip", gzipSync(utf16le(`\ufeff${TEXT}`))],
  ])("reads %s, wherever chunks cut a character", async (label, content) => {
    for (const chunkBytes of [1, 2, 3, 5, 65_536]) {
      const { inspection, rows } = await rowsOf(content, chunkBytes);

      expect(encodingLabel(inspection)).toBe(label);
      expect(rows.map((row) => row.cells)).toEqual(EXPECTED);
    }
  });

  it("reads Windows-1252 with the characters that Latin-1 does not have", async () => {
    const { inspection, rows } = await rowsOf(
      bytes("a;b\nM", 0xfc, "ller;1.958,07 ", 0x80, "\n", 0x8a, ";", 0x92, "\n"),
    );

    expect(encodingLabel(inspection)).toBe("windows-1252");
    expect(rows.map((row) => row.cells)).toEqual([
      ["a", "b"],
      ["Müller", "1.958,07 €"],
      ["Š", "’"],
    ]);
  });

  it("is Windows-1252 where one byte far behind tells", async () => {
    const padding = "1,2\n".repeat(SAMPLE_BYTES);

    expect((await inspectFile(aText(bytes("a,b\n", padding, 0xe9, ",2\n")))).encoding).toBe("windows-1252");
    expect((await inspectFile(aText(bytes("a,b\n", padding, "é,2\n")))).encoding).toBe("utf-8");
    expect((await inspectFile(aText(bytes("a,b\n1,", 0xc3)))).encoding).toBe("windows-1252");
  });

  it.each([
    ["as many lines of UTF-8 as of something else", bytes("é\n", "1\n", 0xe9, "\n"), "utf-8"],
    ["more lines of something else", bytes("é\n", 0xe9, "\n", 0xe8, "\n"), "windows-1252"],
    ["much damage in one line", bytes("é\n", 0xe9, 0xe8, 0xff, "\n"), "utf-8"],
    ["a line that is both", bytes("é", 0xe9, "\n"), "windows-1252"],
    ["a character cut short by the end", bytes("é\n", "ab", 0xc3), "utf-8"],
    ["a byte of UTF-8 that nothing follows", bytes("é\n", 0xc3, "a\n"), "utf-8"],
    ["bytes that UTF-8 never has", bytes(0xc0, 0x80, "\n", 0xf8, 0x80, 0x80, 0x80, 0x80, "\n"), "windows-1252"],
  ])("with %s, whatever the chunks", async (_name, content, encoding) => {
    for (const chunkBytes of [1, 2, 3, 65_536]) {
      expect((await inspectFile(aText(content, chunkBytes))).encoding).toBe(encoding);
    }
  });

  it("is UTF-16 without its mark, also where a character has its zero on the other side", async () => {
    const text = `customer,product_name\n${"Ā,abcdefghijklmnopqrstuvwxyz\n".repeat(3)}`;

    expect((await inspectFile(aText(utf16le(text)))).encoding).toBe("utf-16le");
    expect((await inspectFile(aText(utf16be(text)))).encoding).toBe("utf-16be");
  });
});

describe("gzip", () => {
  it("is known by its bytes, and read through all its members", async () => {
    const content = Buffer.concat([gzipSync("a,b\n1,2\n"), gzipSync("3,4\n")]);

    expect(await cellsOf(content, 4)).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("has the digest and the size of the bytes on disk", async () => {
    const content = gzipSync("a,b\n1,2\n");

    const inspection = await inspectFile(aText(content, 4));

    expect(inspection).toMatchObject({
      gzip: true,
      bytes: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    });
  });

  it.each([
    ["cut short", gzipSync(TEXT.repeat(50)).subarray(0, 60), "cut short"],
    ["damaged", Buffer.concat([gzipSync("a,b\n").subarray(0, 12), Buffer.alloc(20, 0xff)]), "damaged"],
    ["nothing but the magic bytes", Buffer.of(0x1f, 0x8b), "damaged"],
    ["boundless", gzipSync(Buffer.alloc(GZIP_FREE_BYTES + 1, `${"x".repeat(5000)}\n`)), "200 times"],
  ])("is refused with the reason when %s, and still has a digest", async (_name, content, reason) => {
    const inspection = await inspectFile(aText(content));

    expect(inspection.refusal).toContain(reason);
    expect(inspection.sha256).toBe(createHash("sha256").update(content).digest("hex"));
    expect(inspection.bytes).toBe(content.length);
    await expect(readRows(aText(content), inspection).next()).rejects.toThrow(UnreadableFile);
    await expect(
      (async () => {
        for await (const _ of readRows(aText(content), { ...inspection, refusal: undefined }));
      })(),
    ).rejects.toThrow(UnreadableFile);
  });

  it("may compress well as long as it is not large", async () => {
    const content = gzipSync(Buffer.alloc(GZIP_FREE_BYTES, "a,b\n"));

    expect((await inspectFile(aText(content))).refusal).toBeUndefined();
  });
});

describe("what is no text", () => {
  it.each([
    ["an Excel workbook", bytes("PK", 3, 4, "whatever"), "save the sheet as CSV"],
    ["an old Excel workbook", bytes(0xd0, 0xcf, 0x11, 0xe0, "whatever"), "save the sheet as CSV"],
    ["a zipped workbook in gzip", gzipSync(bytes("PK", 3, 4, "whatever")), "save the sheet as CSV"],
    ["binary", Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256)), "NUL"],
  ])("%s is refused", async (_name, content, reason) => {
    expect((await inspectFile(aText(content))).refusal).toContain(reason);
  });

  it("is not a text with NULs in one row", async () => {
    expect((await inspectFile(aText(`a,b\n${"\0".repeat(500)},2\n3,4\n`))).refusal).toBeUndefined();
    expect((await inspectFile(aText(`a,b\n${"\0".repeat(5)},2\n3,\0\n`))).refusal).toContain("NUL");
  });

  it("is not a text with one NUL in it", async () => {
    expect((await inspectFile(aText(`a,b\n${"1,2\n".repeat(20)}\0,4\n`))).refusal).toBeUndefined();
  });
});

describe("the delimiter", () => {
  it.each([
    [",", "one column", "a\n1\n2\n"],
    [",", "an empty file", ""],
    [",", "a header only", "a,b,c"],
    [";", "decimal commas in each row", "Kunde;Preis;Rabatt\nContoso;1,50;0,10\nFabrikam;2,50;0,20\n"],
    [";", "many commas in each row", "a;b;c\nx, y, z, w;1;2\nx, y, z, w;1;2\nx, y, z, w;1;2\n"],
    [";", "quoted commas", '"a";"b"\n"x, y";"p, q"\n"x, y";"p, q"\n'],
    ["\t", "tabs with commas", "a\tb\nx, y\t1,5\n"],
    [";", "a comma in the same column of each row and the header", "a, in EUR;b;c\n1,5;2;3\n"],
    [";", "a comma in the header and half of the rows", "a, in EUR;b\n1,5;2\n3;4\n"],
    ["|", "pipes", "a|b|c\n1|2|3\n"],
    [",", "a pipe in every name", "name,seats\nA | B,1\nC | D,2\n"],
    [",", "lines above the header", "Report; of a day\n\na,b,c\n1,2,3\n4,5,6\n"],
    [
      ";",
      "a comma in a line above the header and in every price",
      "By S, A\n\na;b;c;d\n1,5;2;3;4\n2,5;3;4;5\n3,5;4;5;6\n",
    ],
    [",", "a quoted line break in the header", '"a\nx","b; c",d\n1,2,3\n'],
    [";", "sep= above", "sep=;\na,b\n1,2;3,4\n"],
    ["\t", "sep= with a tab", '"sep=\t"\na,b\n1,2\n'],
  ])("is %j: %s", async (delimiter, _name, text) => {
    expect((await inspectFile(aText(text))).delimiter).toBe(delimiter);
  });
});
