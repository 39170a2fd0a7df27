import fc from "fast-check";
import { expect, it } from "vitest";
import { KeptColumn } from "../../../src/catalogue/files/kept-column.ts";
import { KeptRows } from "../../../src/catalogue/files/kept-rows.ts";
import { inspectFile } from "../../../src/text/inspect.ts";
import { readUncut, type UncutRow } from "../../../src/text/read-csv.ts";
import { aText } from "../../text/a-text.ts";

/** As a file writes them: bare, quoted, with quotes inside, with spaces that only a forgiving parser drops, or empty. */
const cells = fc.constantFrom(
  "a",
  "ab",
  "b",
  "",
  '""',
  '"a"',
  '"ab"',
  '"a,b"',
  '"a""b"',
  '""""',
  '" a" ',
  "a b",
  '"",""',
);
const rows = fc.array(cells, { minLength: 1, maxLength: 5 }).map((row) => row.join(","));
/** Long enough that it is known which columns repeat; then a few rows of all kinds, again and again. */
const quiet = fc.tuple(rows, fc.integer({ min: 60, max: 80 })).map(([row, count]) => Array<string>(count).fill(row));
const texts = fc
  .tuple(quiet, fc.array(rows, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(3), { maxLength: 60 }))
  .map(([before, kinds, order]) => [...before, ...order.map((kind) => kinds[kind % kinds.length] ?? "")].join("\n"));

async function uncutRowsOf(text: string, chunkBytes: number): Promise<readonly UncutRow[]> {
  const inspection = { ...(await inspectFile(aText(text))), delimiter: "," } as const;
  const read: UncutRow[] = [];
  for await (const batch of readUncut(aText(text, chunkBytes), inspection)) read.push(...batch);
  return read.filter(({ problem }) => problem === undefined);
}

function textsOf(read: readonly UncutRow[], places: readonly number[]): readonly (readonly string[])[] {
  const columns = places.map((index) => ({ index, kept: new KeptColumn(`column ${index}`) }));
  const kept = new KeptRows(columns);
  for (const row of read) kept.keep(row);
  return columns.map((column) => read.map((_, at) => column.kept.text(at)));
}

it("keeps columns side by side as it keeps each alone, whatever the quotes and widths of rows", async () => {
  const places = [0, 1, 2, 4];
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 5, max: 400 }), async (text, chunkBytes) => {
      const read = await uncutRowsOf(text, chunkBytes);

      expect(textsOf(read, places)).toEqual(places.flatMap((place) => textsOf(read, [place])));
    }),
    { numRuns: 300 },
  );
});

it("looks at columns together that repeat, and reads the first row that does not", async () => {
  const read = await uncutRowsOf(
    [...Array<string>(100).fill('"a","b","c"'), '"a","b","d"', '"a,b","c"', '"a","b","c"', "a", '"a","b","c"'].join(
      "\n",
    ),
    1000,
  );

  const [first, second, third] = textsOf(read, [0, 1, 2]);

  expect(first?.slice(99)).toEqual(["a", "a", "a,b", "a", "a", "a"]);
  expect(second?.slice(99)).toEqual(["b", "b", "c", "b", "", "b"]);
  expect(third?.slice(99)).toEqual(["c", "d", "", "c", "", "c"]);
});

it("does not take the same text inside and outside of quotes for the same cells", async () => {
  const outside = '",""",",",x';
  const read = await uncutRowsOf([...Array<string>(100).fill(outside), `"${outside}"`, outside].join("\n"), 1000);

  const [first, second, third] = textsOf(read, [0, 1, 2]);

  expect(first?.slice(99)).toEqual([',"', "", ',"']);
  expect(second?.slice(99)).toEqual([",", '",', ","]);
  expect(third?.slice(99)).toEqual(["x", ",x", "x"]);
});
