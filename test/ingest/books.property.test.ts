import fc from "fast-check";
import { expect, it } from "vitest";
import { aFile, describeBook, ingestAll } from "./support.ts";
import { books, carriedBy, carriedOf } from "./written-book.ts";
import { styles, writeBook } from "./written-file.ts";
import { writtenFormats } from "./written-formats.ts";

const RUNS = 100;

it.each(writtenFormats.map((format) => [format.name, format] as const))(
  "%s gives back the book that was written, in any style",
  async (_name, format) => {
    await fc.assert(
      fc.asyncProperty(
        styles().chain((style) =>
          fc.tuple(fc.constant(style), books(style.encoding === "windows-1252" ? "latin" : "any")),
        ),
        async ([style, truth]) => {
          const { bytes } = writeBook(truth, format, style);

          const book = await ingestAll([aFile("book.csv", bytes)]);

          expect(book.files[0]?.format, describeBook(book)).toBe(format.id);
          const read = book.subscriptions.map((each) => carriedBy(each, format.fields)).sort(byId);
          expect(read, describeBook(book)).toEqual(truth.map((each) => carriedOf(each, format)).sort(byId));
        },
      ),
      { numRuns: RUNS },
    );
  },
);

function byId(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number {
  return String(a.id) < String(b.id) ? -1 : 1;
}
