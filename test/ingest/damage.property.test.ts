import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ingested } from "../../src/model/ingested.ts";
import { aFile } from "../support/a-file.ts";
import { describeBook, ingestAll } from "./support.ts";
import { books, carriedBy, type Field } from "./written-book.ts";
import { DAYS_OF_ONE_MEANING, styles, writeBook } from "./written-file.ts";
import { writtenFormats } from "./written-formats.ts";

const RUNS = 300;
const aFormat = fc.constantFrom(...writtenFormats);

/** Where to strike, as a share of what may be struck, and what stands there afterwards. */
const aBlow = fc.tuple(
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 1 }), fc.uint8Array({ minLength: 2, maxLength: 40 })),
);

function expectConserved(book: Ingested): void {
  const total = (of: (rows: Ingested["files"][number]["rows"]) => number) =>
    book.files.reduce((sum, { rows }) => sum + of(rows), 0);
  expect(total(({ planned }) => planned)).toBe(book.subscriptions.length);
  expect(total(({ rejected }) => rejected)).toBe(book.rejected.length);
  expect(total((rows) => rows.planned + rows.merged + rows.duplicates + rows.rejected + rows.ignored)).toBe(
    total(({ read }) => read),
  );
}

describe("damage", () => {
  it("anywhere in a file never throws, and the rows add up", async () => {
    await fc.assert(
      fc.asyncProperty(aFormat, styles(), books("any"), aBlow, async (format, style, truth, [share, bytes]) => {
        const file = Buffer.from(writeBook(truth, format, style).bytes);
        file.set(bytes.subarray(0, file.length), Math.floor(share * Math.max(0, file.length - bytes.length)));

        expectConserved(await ingestAll([aFile("book.csv", file)]));
      }),
      { numRuns: RUNS },
    );
  });

  it("that takes bytes out or puts some in never throws, and the rows add up", async () => {
    await fc.assert(
      fc.asyncProperty(
        aFormat,
        styles(),
        books("any"),
        aBlow,
        fc.nat({ max: 30 }),
        async (format, style, truth, [share, bytes], taken) => {
          const { bytes: file } = writeBook(truth, format, style);
          const at = Math.floor(share * file.length);

          const damaged = Buffer.concat([file.subarray(0, at), bytes, file.subarray(at + taken)]);

          expectConserved(await ingestAll([aFile("book.csv", damaged)]));
        },
      ),
      { numRuns: RUNS },
    );
  });

  // Where the struck row alone told what 1,000 means, the others are read as in a file that never had it.
  it("inside one row changes no other, where it cuts no cells and joins none", async () => {
    await fc.assert(
      fc.asyncProperty(
        aFormat,
        styles(DAYS_OF_ONE_MEANING),
        books("latin", 3),
        fc.nat({ max: 2 }),
        aBlow,
        async (format, style, truth, index, [share, bytes]) => {
          const { bytes: sound, spans } = writeBook(truth, format, style);
          const span = spans[index] ?? { start: 0, end: 0 };
          const damaged = struck(sound, span, share, bytes, style.encoding.startsWith("utf-16"));
          fc.pre(style.encoding !== "windows-1252" || !isUtf8ByChance(damaged.subarray(span.start, span.end)));
          const before = await ingestAll([aFile("book.csv", sound)]);
          const victim = before.subscriptions.find(({ id }) => id === truth[index]?.id);
          const spared = new Set(
            before.subscriptions.filter(({ customer }) => customer !== victim?.customer).map(({ place }) => place.row),
          );

          const after = await ingestAll([aFile("book.csv", damaged)]);

          expectConserved(after);
          const othersIn = (book: Ingested) => others(book, victim?.place.row, spared, format.fields);
          const sameAsBefore = isDeepStrictEqual(othersIn(after), othersIn(before));
          const expected = sameAsBefore ? before : await ingestAll([aFile("book.csv", without(sound, span))]);
          expect(othersIn(after), describeBook(after)).toEqual(othersIn(expected));
        },
      ),
      { numRuns: RUNS },
    );
  });
});

/** The file with a blank line for the row. */
function without(sound: Buffer, span: { readonly start: number; readonly end: number }): Buffer {
  return Buffer.concat([sound.subarray(0, span.start), sound.subarray(span.end)]);
}

/** Where few rows have a character beyond ASCII, one that became UTF-8 outvotes them: their bytes are as likely the damaged. */
function isUtf8ByChance(bytes: Uint8Array): boolean {
  return /[\u0080-\ufffc]/.test(Buffer.from(bytes).toString("utf8"));
}

/** Marks that cut text into cells and rows; in UTF-16 a byte of them may be half of another character. */
const CUTTING = new Set([...',;\t|"\r\n'].map((mark) => mark.charCodeAt(0)));

function struck(
  sound: Buffer,
  span: { readonly start: number; readonly end: number },
  share: number,
  bytes: Uint8Array,
  isWide: boolean,
): Buffer {
  const damaged = Buffer.from(sound);
  const from = span.start + Math.floor(share * (span.end - span.start));
  for (const [index, byte] of bytes.entries()) {
    const at = from + index;
    const isLineEnd = sound[at] === 10 || sound[at] === 13;
    if (at >= span.end || isLineEnd) break;
    if (CUTTING.has(byte) || CUTTING.has(sound[at] ?? 0)) continue;
    // The other byte of the character: a zero beside it, and it is a mark.
    if (isWide && (CUTTING.has(damaged[at ^ 1] ?? 0) || sound[at] === 0)) continue;
    damaged[at] = byte;
  }
  return damaged;
}

/** The rows that were not struck. A customer's name and country are those of all its rows together. */
function others(book: Ingested, struckRow: number | undefined, spared: ReadonlySet<number>, fields: readonly Field[]) {
  const own = fields.filter((field) => field !== "name" && field !== "domain" && field !== "country");
  return book.subscriptions
    .filter(({ place }) => place.row !== struckRow)
    .map((each) => ({ row: each.place.row, ...carriedBy(each, spared.has(each.place.row) ? fields : own) }))
    .sort((a, b) => a.row - b.row);
}
