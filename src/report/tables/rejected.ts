import type { RejectedRow } from "../../model/ingested.ts";
import type { Plan } from "../../model/plan.ts";
import { rawColumns } from "../columns/raw.ts";
import type { Column, Table } from "../table.ts";

/** Where the row stands, and why it was kept out. Our reader skips these when the file is fed in again. */
const leadingColumns: readonly Column<RejectedRow>[] = [
  {
    key: "file",
    title: "File",
    kind: "text",
    width: 30,
    note: "The export that the row was read from.",
    value: (row) => row.place.file,
  },
  {
    key: "row",
    title: "Row",
    kind: "integer",
    width: 8,
    note: "The row in that export, counted as a spreadsheet counts it.",
    value: (row) => row.place.row,
  },
  {
    key: "line",
    title: "Line",
    kind: "integer",
    width: 8,
    note: "The line in that export, counted as an editor counts it.",
    value: (row) => row.place.line,
  },
  {
    key: "column",
    title: "Column",
    kind: "text",
    width: 22,
    note: "The column of the value that could not be read.",
    value: (row) => row.column,
  },
  {
    key: "value",
    title: "Value",
    kind: "text",
    width: 24,
    note: "The value that could not be read.",
    value: (row) => row.value,
  },
  {
    key: "code",
    title: "Code",
    kind: "text",
    width: 22,
    note: "What was found; the legend tells what it means.",
    value: (row) => row.code,
  },
  {
    key: "remedy",
    title: "Remedy",
    kind: "text",
    width: 60,
    note: "What to correct. The corrected file can be fed in again.",
    wrap: true,
    value: (row) => row.remedy,
  },
  {
    key: "format",
    title: "Format",
    kind: "text",
    width: 20,
    note: "The export format by which the row is read. Empty: no format knows the file.",
    value: (row) => row.format,
  },
];

/** Excel ends at column XFD; a hostile header may not. The CSV has every column. */
const SHEET_COLUMN_LIMIT = 16_384;

export const rejectedTable: Table<RejectedRow> = {
  file: "rejected.csv",
  sheet: "Rejected",
  frozenColumns: 2,
  printed: { to: "remedy" },
  purpose:
    "Every row that could not be read, with the reason and the row as it was. Correct rejected.csv and feed it in.",
  columns: allColumns,
  sheetColumns: (plan) => allColumns(plan).slice(0, SHEET_COLUMN_LIMIT),
  rows: (plan) => plan.rejected,
};

function allColumns(plan: Plan): readonly Column<RejectedRow>[] {
  return [...leadingColumns, ...rawColumns(plan.rejected, new Set(leadingColumns.map((column) => column.key)))];
}
