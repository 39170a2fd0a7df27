import { expect, it } from "vitest";
import { tellTrouble } from "../../src/cli/tell-trouble.ts";
import { finding } from "../../src/findings/finding.ts";
import { fileUnknown } from "../../src/ingest/notices.ts";
import type { RejectedRow } from "../../src/model/ingested.ts";
import { aFileReport, aRejectedRow } from "../support/a-plan.ts";

const SEATS = { expected: "a number of seats", remedy: "Fill in a number of seats." };
const DATE = { expected: "a date as YYYY-MM-DD", remedy: "Write the date as YYYY-MM-DD." };

function told(rejected: readonly RejectedRow[], files = [aFileReport()]): string {
  let text = "";
  tellTrouble({ rejected, files }, { err: (more) => (text += more) });
  return text;
}

function aRow(row: number, ...problems: RejectedRow["problems"]): RejectedRow {
  return aRejectedRow({ place: { file: "book.csv", row, line: row }, problems });
}

it("says nothing where there is none", () => {
  expect(told([])).toBe("");
});

it("groups rejected rows by what was expected and what to do, the most frequent first, whatever the column is called", () => {
  expect(
    told([
      aRow(2, { column: "End", value: "31.31.2027", ...DATE }),
      aRow(3, { column: "Seats", value: "", ...SEATS }),
      aRow(4, { column: "Menge", value: "x".repeat(50), ...SEATS }, { column: "End", value: "soon\u0007", ...DATE }),
      aRow(5, { column: "", value: "a", ...SEATS }),
    ]),
  ).toBe(
    [
      "4 rows rejected. Correct them in rejected.csv and plan that file with the exports, or correct the exports:",
      "  3 x expected a number of seats. Fill in a number of seats.",
      '    book.csv row 3, column "Seats": found an empty cell',
      `    book.csv row 4, column "Menge": found "${"x".repeat(40)}…"`,
      '    book.csv row 5: found "a"',
      "  2 x expected a date as YYYY-MM-DD. Write the date as YYYY-MM-DD.",
      '    book.csv row 2, column "End": found "31.31.2027"',
      '    book.csv row 4, column "End": found "soon\ufffd"',
      "",
    ].join("\n"),
  );
});

it("speaks of one row as of one", () => {
  expect(told([aRow(2, { column: "S", value: "", ...SEATS })])).toMatch(
    /^1 row rejected\. Correct it in rejected\.csv and plan that file with the exports, or correct the export:\n/,
  );
});

it("shows five of a kind, and how many more there are", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => aRow(at, { column: "S", value: "", ...SEATS }));

  expect(told(rows(5))).not.toContain("more");
  expect(told(rows(6)).match(/found/g)).toHaveLength(5);
  expect(told(rows(8))).toMatch(/^8 rows .+\n {2}8 x .+(?:\n {4}.+){5}\n {4}and 3 more in rejected\.csv\n$/);
});

it("names files that are refused for one reason together, and counts their rows nowhere else", () => {
  const refused = (file: string, why: string) =>
    aFileReport({ file, refusal: finding(fileUnknown, { file, why, remedy: "Do this." }) });
  const files = [refused("a.csv", "no header"), refused("b.csv", "no text"), refused("c.csv", "no header")];

  expect(told([aRow(2)], [...files, aFileReport({ file: "d.csv", isEmpty: true })])).toBe(
    "a.csv, c.csv: no header. Do this.\nb.csv: no text. Do this.\nd.csv: has a header and no rows.\n",
  );
});
