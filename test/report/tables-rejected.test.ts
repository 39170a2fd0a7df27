import fc from "fast-check";
import { expect, it } from "vitest";
import { rejectedTable } from "../../src/report/tables/rejected.ts";
import { aPlan, aRejectedRow } from "../support/a-plan.ts";
import { csvRecords } from "../support/read-table.ts";

const LEADING = ["file", "row", "line", "column", "value", "code", "remedy", "format"];

function planOf(...rows: readonly { header: readonly string[]; cells: readonly string[] }[]) {
  return aPlan({ rejected: rows.map((row) => aRejectedRow(row)) });
}

function rawKeys(plan: ReturnType<typeof planOf>) {
  return rejectedTable
    .columns(plan)
    .map((column) => column.key)
    .slice(LEADING.length);
}

it("starts with the place and the reason, then the row as it was", async () => {
  const row = aRejectedRow({ place: { file: "a/book.csv", row: 5, line: 7 } });

  const rows = await csvRecords(rejectedTable, aPlan({ rejected: [row] }));

  expect(rows).toEqual([
    {
      file: "a/book.csv",
      row: "5",
      line: "7",
      column: "seats",
      value: "ten",
      code: "ROW_UNREADABLE",
      remedy: "Write the seats as a whole number.",
      format: "generic",
      customer: "Fabrikam",
      seats: "ten",
    },
  ]);
});

it.each([
  ["the union, by first appearance", [["a", "b"], ["c", "b", "d"], ["a"]], ["a", "b", "c", "d"]],
  ["a name of ours", [["file", "a", "Value", "ROW"]], ["file (raw)", "a", "Value (raw)", "ROW (raw)"]],
  ["a name that already says raw", [["file", "file (raw)"]], ["file (raw)", "file (raw) (raw)"]],
  ["the same name twice in one file", [["a", "b", "a", "a"]], ["a", "b", "a (raw)", "a (raw) (raw)"]],
  ["names that differ by case only", [["Seats"], ["seats"]], ["Seats", "seats"]],
  ["names that are one name in the file", [["=a", "'=a", "b\u0000", "b"]], ["'=a", "'=a (raw)", "b", "b (raw)"]],
  ["names that objects have", [["__proto__", "constructor"]], ["__proto__", "constructor"]],
])("names the raw columns: %s", (_, headers, expected) => {
  expect(rawKeys(planOf(...headers.map((header) => ({ header, cells: header }))))).toEqual(expected);
});

it("keeps the cells of a row that is longer than its header", async () => {
  const header = ["customer", "seats"];
  const plan = planOf({ header, cells: ["Fabrikam"] }, { header, cells: ["Fabrikam", "Inc", "10"] });

  const rows = await csvRecords(rejectedTable, plan);

  expect(rawKeys(plan)).toEqual(["customer", "seats", "cell 3"]);
  expect(rows.map((row) => [row.customer, row.seats, row["cell 3"]])).toEqual([
    ["Fabrikam", "", ""],
    ["Fabrikam", "Inc", "10"],
  ]);
});

it("gives a cell under no name a column only where something stands in it", () => {
  const header = ["a", "", "", "b"];
  const empty = planOf({ header, cells: ["1", "", "", "2", ""] });
  const filled = planOf({ header, cells: ["1", "", "", "2", ""] }, { header: [...header], cells: ["1", "", "x", "2"] });

  expect(rawKeys(empty)).toEqual(["a", "b"]);
  expect(rawKeys(filled)).toEqual(["a", "b", "cell 3"]);
});

it("puts each cell under its own name, whatever the order of the columns", async () => {
  const plan = planOf({ header: ["a", "b"], cells: ["a1", "b1"] }, { header: ["b", "a"], cells: ["b2", "a2"] });

  const rows = await csvRecords(rejectedTable, plan);

  expect(rows.map((row) => [row.a, row.b])).toEqual([
    ["a1", "b1"],
    ["a2", "b2"],
  ]);
});

it("loses no cell and gives no name twice, whatever the headers", () => {
  const name = fc.constantFrom("a", "b", "file", "File", "a (raw)", "file (raw)", "", "cell 2");
  const row = fc.record({
    header: fc.array(name, { maxLength: 5 }),
    cells: fc.array(fc.constantFrom("", "x", "y", "z"), { maxLength: 7 }),
  });

  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const plan = planOf(...rows);
      const columns = rejectedTable.columns(plan);
      const keys = columns.map((column) => column.key.toLowerCase());

      expect(keys.slice(0, LEADING.length)).toEqual(LEADING);
      expect(keys.slice(LEADING.length).filter((key) => LEADING.includes(key))).toEqual([]);
      expect(new Set(columns.map((column) => column.key)).size).toBe(columns.length);
      for (const rejected of plan.rejected) {
        const shown = columns.slice(LEADING.length).map((column) => column.value(rejected));
        const filled = (cells: readonly unknown[]) => cells.filter((cell) => cell !== undefined && cell !== "").sort();
        expect(filled(shown)).toEqual(filled(rejected.cells));
      }
    }),
  );
});

it("stops at Excel's last column on the sheet, and nowhere in the CSV", () => {
  const header = Array.from({ length: 16_400 }, (_, index) => `c${index}`);
  const plan = planOf({ header, cells: header });

  expect(rejectedTable.columns(plan)).toHaveLength(16_408);
  expect(rejectedTable.sheetColumns?.(plan)).toHaveLength(16_384);
});
