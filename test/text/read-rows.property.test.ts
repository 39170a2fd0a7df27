import fc from "fast-check";
import { expect, it } from "vitest";
import { inspectFile } from "../../src/text/inspect.ts";
import { readRows } from "../../src/text/read-csv.ts";
import { aText, cellsOf, rowsOf } from "./a-text.ts";

const delimiters = fc.constantFrom(",", ";", "\t", "|");
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");
/** Text that begins and ends with a letter, so that trimming and a lone column tell nothing apart. */
const cells = fc
  .array(fc.constantFrom("a", "Z", "7", " ", ",", ";", "\t", "|", '"', "\n", "\r\n", "ü", "€", "-"), { maxLength: 8 })
  .map((parts) => `x${parts.join("")}y`);
const tables = fc.array(fc.array(cells, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const HEADER = ["head one", "head two", "head three", "head four"];

const encodings = fc.constantFrom(
  (text: string) => Buffer.from(text),
  (text: string) => Buffer.from(`\ufeff${text}`),
  (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
  (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
);

it("gives back what was written, with any delimiter, line end, encoding, quoting and chunks", async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      delimiters,
      lineEnds,
      encodings,
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      async (rows, delimiter, lineEnd, encode, quoteAll, chunkBytes) => {
        const written = (cell: string) =>
          quoteAll || /[\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
        const text = [HEADER, ...rows].map((row) => row.map(written).join(delimiter) + lineEnd).join("");
        const inspection = { ...(await inspectFile(aText(encode(text)))), delimiter } as const;

        const file = aText(encode(text), chunkBytes);
        const read: (readonly string[])[] = [];
        for await (const batch of readRows(file, inspection)) read.push(...batch.map((row) => row.cells));

        expect(read).toEqual([HEADER, ...rows]);
      },
    ),
    { numRuns: 300 },
  );
});

/** The parser and the framer saw different rows: never, for all we know. */
const QUOTES_DIFFER = "the quotes of this row do not match: write a quote that is text twice";

it("never throws for text of any kind, and reads it the same whatever the chunks", async () => {
  const wild = fc
    .array(fc.constantFrom('"', '""', ",", ";", "\n", "\r", "\r\n", " ", "a", "b", "\0", "\ufeff", "'", "\t"), {
      maxLength: 60,
    })
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(wild, fc.integer({ min: 1, max: 20 }), async (text, chunkBytes) => {
      if ((await inspectFile(aText(text))).refusal !== undefined) return;

      const { rows } = await rowsOf(text);

      expect((await rowsOf(text, chunkBytes)).rows).toEqual(rows);
      expect(rows.every((row) => row.cells.length > 0 && row.problem !== QUOTES_DIFFER)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it("takes any bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
      const inspection = await inspectFile(aText(content, 7));

      if (inspection.refusal === undefined) await cellsOf(content, 7);
    }),
    { numRuns: 1000 },
  );
});
