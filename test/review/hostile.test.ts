import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readStringTable } from "../../src/review/string-table.ts";
import { workbookDecisions } from "../../src/review/workbook-decisions.ts";
import { sheetBytes, workbookFile } from "../support/a-sheet-file.ts";
import { unzip } from "../support/unzip.ts";

const MEBIBYTE = 1 << 20;
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";

/** A part of `repeats` times the same piece, which takes hardly any room when it is compressed, and no time to make. */
interface Part {
  readonly before: string;
  readonly piece: string;
  readonly repeats: number;
}

/** A workbook one part of which expands to far more than anybody could have typed. */
function expanding(name: string, part: Part): Buffer {
  const parts = new Map([...unzip(sheetBytes({ name: "Plan", rows: [["key", "decision", "new target"]] }))]);
  const local: Buffer[] = [];
  for (const [each, { text }] of parts) {
    if (each !== name) local.push(entry(each, deflateRawSync(text)));
  }
  const flushed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const piece = flushed(part.piece);
  const body = Buffer.concat([
    flushed(part.before),
    ...Array.from({ length: part.repeats }, () => piece),
    Buffer.from([3, 0]),
  ]);
  // Sheets follow what they refer to, as in a workbook of ours.
  const all = [...local, entry(name, body)];
  return Buffer.concat([...all, Buffer.from("504b0506", "hex"), Buffer.alloc(18)]);
}

function entry(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.write("PK\x03\x04", "latin1");
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(body.length, 18);
  head.writeUInt32LE(1, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), body]);
}

const gigabytes = 5 * 1024;
const text = "x".repeat(MEBIBYTE);

describe("a workbook that expands to gigabytes", () => {
  it.each<[string, string, Part, string]>([
    [
      "one cell",
      SHEET,
      { before: `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>`, piece: text, repeats: gigabytes },
      "far longer than a cell",
    ],
    [
      "one tag",
      SHEET,
      { before: `<worksheet><sheetData><row r="1" spans="`, piece: text, repeats: gigabytes },
      "far longer than a cell",
    ],
    [
      "one row of cells without a place",
      SHEET,
      { before: `<worksheet><sheetData><row r="1">`, piece: "<c/>".repeat(MEBIBYTE / 4), repeats: gigabytes },
      "goes on without any rows",
    ],
    [
      "one row of one cell again and again",
      SHEET,
      {
        before: `<worksheet><sheetData><row r="1">`,
        piece: `<c r="A1" t="str"><v>${"x".repeat(30_000)}</v></c>`.repeat(30),
        repeats: gigabytes,
      },
      "goes on without any rows",
    ],
    [
      "more rows than a sheet has",
      SHEET,
      { before: "<worksheet><sheetData>", piece: "<row/>".repeat(MEBIBYTE / 8), repeats: gigabytes },
      "more rows than a sheet",
    ],
    [
      "no rows at all",
      SHEET,
      { before: "<worksheet><cols>", piece: "<col/>".repeat(MEBIBYTE / 8), repeats: gigabytes },
      "goes on without any rows",
    ],
    [
      "one text that cells refer to",
      STRINGS,
      { before: "<sst><si><t>", piece: text, repeats: gigabytes },
      "far longer than a cell",
    ],
    [
      "its list of sheets",
      "xl/workbook.xml",
      { before: "<workbook><sheets>", piece: `<sheet name="a"/>`.repeat(MEBIBYTE / 16), repeats: gigabytes },
      "larger than any workbook's",
    ],
  ])("in %s is refused before it fills the memory", { timeout: 120_000 }, async (_, name, part, said) => {
    const bytes = expanding(name, part);
    const before = process.memoryUsage().rss;

    await expect(workbookDecisions(workbookFile(bytes))).rejects.toThrow(said);
    expect((process.memoryUsage().rss - before) / MEBIBYTE).toBeLessThan(400);
  });

  it("in all the texts that cells refer to together is refused, and what to do is said", async () => {
    async function* pieces() {
      for (;;) yield Buffer.from(`<si><t>${"x".repeat(1000)}</t></si>`.repeat(100));
    }
    async function* endless() {
      yield Buffer.from("<sst>");
      yield* pieces();
    }

    await expect(readStringTable(endless(), 3 * MEBIBYTE)).rejects.toThrow("more than 3 MiB: delete the sheets");
  });

  it("is told from one that is only large", async () => {
    async function* some() {
      yield Buffer.from("<sst>");
      for (let at = 0; at < 20; at += 1) yield Buffer.from(`<si><t>${"x".repeat(30_000)}</t></si>`);
      yield Buffer.from("</sst>");
    }

    expect(await readStringTable(some(), MEBIBYTE)).toHaveLength(20);
  });
});

describe("what is no workbook", () => {
  it.each<[string, Uint8Array, string]>([
    ["empty", Buffer.alloc(0), "it is empty"],
    ["a text", Buffer.from("scope,key,decision\r\n"), "it is no .xlsx workbook"],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "save it as .xlsx"],
    ["cut off", sheetBytes({ name: "Plan", rows: [["key"]] }).subarray(0, 300), "it is "],
    ["a zip of something else", entry("readme.txt", deflateRawSync("hello")), "it is "],
  ])("is said to be so: %s", async (_, bytes, said) => {
    await expect(workbookDecisions(workbookFile(bytes))).rejects.toThrow(said);
  });
});
