import fc from "fast-check";
import { expect, it } from "vitest";
import { aCsv, ingestAll } from "./support.ts";

const header = ["tenant_id", "customer", "subscription_id", "product_name", "seats", "term_end", "country"];

/** Cells that are mostly right, sometimes empty, and sometimes anything. */
const aRow = fc.tuple(
  fc.constantFrom("", "t-1", "t-2"),
  fc.constantFrom("", "A", "B"),
  fc.constantFrom("", "s-1", "s-2", "s-3"),
  fc.constantFrom("", "P", "Q", "Total"),
  fc.constantFrom("1", "25", "0", "", "x", "1.200"),
  fc.constantFrom("", "2027-03-31", "31.03.2027", "13/04/2027", "03/04/2027", "04/13/2027", "2026-02-30"),
  fc.oneof(
    fc.constantFrom("", "DE", "FR"),
    fc.string({ maxLength: 4 }).map((text) => text.replaceAll(/[\r\n\0"]/g, "")),
  ),
);
const aBook = fc.array(fc.array(aRow, { maxLength: 12 }), { minLength: 1, maxLength: 3 });

it("puts every row in exactly one place, and plans what has a record", async () => {
  await fc.assert(
    fc.asyncProperty(aBook, async (files) => {
      const book = await ingestAll(files.map((rows, index) => aCsv(`${index}.csv`, header, ...rows)));

      const sum = (of: (rows: (typeof book.files)[number]["rows"]) => number) =>
        book.files.reduce((total, { rows }) => total + of(rows), 0);
      const filled = files.flatMap((rows) =>
        rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell.trim() !== "")) + 1),
      );
      expect(sum(({ read }) => read)).toBe(filled.length);
      expect(sum(({ planned }) => planned)).toBe(book.subscriptions.length);
      expect(sum(({ rejected }) => rejected)).toBe(book.rejected.length);
      expect(sum((rows) => rows.planned + rows.duplicates + rows.rejected + rows.ignored)).toBe(filled.length);
      expect(new Set(book.subscriptions.map(({ key }) => key)).size).toBe(book.subscriptions.length);
    }),
    { numRuns: 150 },
  );
});

it("does not depend on the order in which files are named", async () => {
  await fc.assert(
    fc.asyncProperty(aBook, async (files) => {
      const inputs = files.map((rows, index) => aCsv(`${index}.csv`, header, ...rows));

      expect(await ingestAll([...inputs].reverse())).toEqual(await ingestAll(inputs));
    }),
    { numRuns: 50 },
  );
});
