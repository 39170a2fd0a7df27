import * as XLSX from "@e965/xlsx";
import type { Typing } from "./edit-workbook.ts";

/** Sheets to change, each with the title of the column to sort by, and the title of the column of keys. */
export interface SheetWords {
  readonly sortedBy: readonly (readonly [sheet: string, title: string])[];
  readonly key: string;
}

const ENGLISH: SheetWords = {
  sortedBy: [
    ["Plan", "Customer"],
    ["Mapping", "Source offer"],
  ],
  key: "key",
};

export const PORTUGUESE: SheetWords = {
  sortedBy: [
    ["Plano", "Cliente"],
    ["Mapeamento", "Oferta de origem"],
  ],
  key: "chave",
};

type Row = readonly (XLSX.CellObject | undefined)[];

/**
 * The workbook after a person with another program had it: cells typed, rows sorted by another column and half of them filtered
 * away, columns in another order, and one column of the person's own.
 */
export function rearranged(bytes: Buffer, typings: readonly Typing[], words: SheetWords = ENGLISH): Buffer {
  const workbook = XLSX.read(bytes, { type: "buffer", cellNF: true });
  for (const [name, by] of words.sortedBy) {
    const [header = [], ...rows] = rowsOf(workbook.Sheets[name]);
    const columnOf = (title: string) => header.findIndex((cell) => cell?.v === title);
    const typed = rows.map((row) =>
      withTyped(
        row,
        columnOf,
        typings.filter(({ sheet }) => sheet === name),
        words.key,
      ),
    );
    const sorted = typed.toSorted((a, b) => (textIn(a, columnOf(by)) < textIn(b, columnOf(by)) ? 1 : -1));
    const moved = [header, ...sorted].map((row, at) => [
      own(at === 0 ? "my notes" : "mine"),
      ...header.map((_, i) => row[i]).reverse(),
    ]);
    const sheet: XLSX.WorkSheet = {};
    moved.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell !== undefined) sheet[XLSX.utils.encode_cell({ r, c })] = cell;
      });
    });
    const all = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: moved.length - 1, c: header.length } });
    sheet["!ref"] = all;
    sheet["!autofilter"] = { ref: all };
    sheet["!rows"] = moved.map((_, at) => (at > 0 && at % 2 === 0 ? { hidden: true } : {}));
    workbook.Sheets[name] = sheet;
  }
  return XLSX.write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

function rowsOf(sheet: XLSX.WorkSheet | undefined): readonly Row[] {
  const range = XLSX.utils.decode_range(sheet?.["!ref"] ?? "A1");
  return Array.from({ length: range.e.r + 1 }, (_, r) =>
    Array.from(
      { length: range.e.c + 1 },
      (__, c): XLSX.CellObject | undefined => sheet?.[XLSX.utils.encode_cell({ r, c })],
    ),
  );
}

function withTyped(row: Row, columnOf: (title: string) => number, typings: readonly Typing[], keyTitle: string): Row {
  const cells = [...row];
  for (const { key, header, value } of typings) {
    if (textIn(row, columnOf(keyTitle)) !== key) continue;
    cells[columnOf(header)] = typeof value === "number" ? { t: "n", v: value } : own(value);
  }
  return cells;
}

function textIn(row: Row, column: number): string {
  return String(row[column]?.v ?? "");
}

function own(text: string): XLSX.CellObject {
  return { t: "s", v: text };
}
