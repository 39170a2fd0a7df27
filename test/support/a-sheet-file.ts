import * as XLSX from "@e965/xlsx";
import type { InputFile } from "../../src/model/input-file.ts";
import { aFile } from "./a-file.ts";

/** Text, a number, or a cell in SheetJS's own words: a formula, a rich text, an error. */
export type TypedCell = string | number | boolean | undefined | XLSX.CellObject;

export interface TypedSheet {
  readonly name: string;
  readonly rows: readonly (readonly TypedCell[])[];
  readonly merges?: readonly string[];
  /** Rows that a filter hides, from 0. */
  readonly hiddenRows?: readonly number[];
}

/** A workbook as SheetJS writes it. */
export function sheetBytes(...sheets: readonly TypedSheet[]): Buffer {
  const workbook = XLSX.utils.book_new();
  for (const { name, rows, merges, hiddenRows } of sheets) {
    const sheet: XLSX.WorkSheet = {};
    let width = 1;
    for (const [row, cells] of rows.entries()) {
      width = Math.max(width, cells.length);
      for (const [column, cell] of cells.entries()) {
        if (cell !== undefined) sheet[XLSX.utils.encode_cell({ r: row, c: column })] = cellOf(cell);
      }
    }
    sheet["!ref"] = XLSX.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: Math.max(0, rows.length - 1), c: width - 1 },
    });
    if (merges !== undefined) sheet["!merges"] = merges.map((range) => XLSX.utils.decode_range(range));
    if (hiddenRows !== undefined) {
      sheet["!rows"] = rows.map((_, row) => (hiddenRows.includes(row) ? { hidden: true } : {}));
    }
    XLSX.utils.book_append_sheet(workbook, sheet, name);
  }
  return XLSX.write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

/** A workbook on disk, as the program is given it. */
export function workbookFile(bytes: Uint8Array, label = "plan.xlsx"): InputFile {
  return aFile(label, bytes);
}

function cellOf(cell: Exclude<TypedCell, undefined>): XLSX.CellObject {
  switch (typeof cell) {
    case "string":
      return { t: "s", v: cell };
    case "number":
      return { t: "n", v: cell };
    case "boolean":
      return { t: "b", v: cell };
    default:
      return cell;
  }
}
