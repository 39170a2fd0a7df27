import fc from "fast-check";
import { expect, it } from "vitest";
import type { Ingested } from "../../src/model/ingested.ts";
import { aFile } from "../support/a-file.ts";
import { describeBook, ingestAll } from "./support.ts";
import { books, carriedBy, carriedOf, customerOf, type TrueSubscription } from "./written-book.ts";
import { rowsOf, styles, writeBook } from "./written-file.ts";
import { type WrittenSheet, writtenFormats } from "./written-formats.ts";
import { writtenCustomers, writtenUsage } from "./written-usage.ts";

const RUNS = 100;

it.each(writtenFormats.map((format) => [format.name, format] as const))(
  "%s gives back the book that was written, in any style",
  async (_name, format) => {
    await inAnyStyle(format, (book, truth) => {
      const read = book.subscriptions.map((each) => carriedBy(each, format.fields));
      expect(sorted(read), describeBook(book)).toEqual(sorted(truth.map((each) => carriedOf(each, format))));
    });
  },
);

it.each(writtenUsage.map((format) => [format.name, format] as const))(
  "%s gives back the assigned seats that were written, in any style",
  async (_name, format) => {
    await inAnyStyle(format, (book, truth) => {
      const read = book.usage.map(
        ({ customer: { tenantId, name, domain }, product: { ids, name: productName }, ...rest }) => ({
          ...{ tenantId, name, domain, ids: ids.join(" "), productName },
          assigned: rest.assignedSeats,
        }),
      );
      const written = rowsOf(truth, format).map(([first]) => ({ ...format.says(first), assigned: first.assigned }));
      expect(sorted(read), describeBook(book)).toEqual(sorted(written));
    });
  },
);

it("pc-customers gives back the customers that were written, in any style", async () => {
  await inAnyStyle(writtenCustomers, (book, truth) => {
    const read = book.customers.map(({ tenantId, name, domain, relationship }) => ({
      ...{ tenantId, name, domain, relationship },
    }));
    const written = rowsOf(truth, writtenCustomers).map(([first]) => {
      const { tenantId, name, domain } = customerOf(first.customer);
      return { tenantId, name, domain, relationship: true };
    });
    expect(sorted(read), describeBook(book)).toEqual(sorted(written));
  });
});

async function inAnyStyle(
  format: WrittenSheet,
  expectSame: (book: Ingested, truth: readonly TrueSubscription[]) => void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      styles().chain((style) =>
        fc.tuple(fc.constant(style), books(style.encoding === "windows-1252" ? "latin" : "any")),
      ),
      async ([style, truth]) => {
        const { bytes } = writeBook(truth, format, style);

        const book = await ingestAll([aFile("book.csv", bytes)]);

        expect(book.files[0]?.format, describeBook(book)).toBe(format.id);
        expect(book.rejected, describeBook(book)).toEqual([]);
        expectSame(book, truth);
      },
    ),
    { numRuns: RUNS },
  );
}

function sorted<Each>(records: readonly Each[]): readonly Each[] {
  return records
    .map((each) => ({ each, text: JSON.stringify(each) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ each }) => each);
}
