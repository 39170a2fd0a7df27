import ExcelJS from "exceljs";
import type { Plan } from "../../src/model/plan.ts";
import { renderWorkbook } from "../../src/report/render-workbook.ts";
import type { AnyTable, CellValue, Column } from "../../src/report/table.ts";

/** The bytes of a workbook. */
export async function aWorkbook(plan: Plan, tables: readonly AnyTable[], rowLimit?: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = {
    async write(chunk: Uint8Array | string) {
      chunks.push(Buffer.from(chunk as Uint8Array));
    },
  };
  await renderWorkbook(plan, tables, sink, rowLimit);
  return Buffer.concat(chunks);
}

/** The workbook as a program that opens it sees it. */
export async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}

export type TestRow = Readonly<Record<string, CellValue>>;

export function aColumn(key: string, difference: Partial<Column<TestRow>> = {}): Column<TestRow> {
  return {
    key,
    title: `Title of ${key}`,
    kind: "text",
    width: 12,
    note: `Note on ${key}.`,
    value: (row) => row[key],
    ...difference,
  };
}

/** A list of one text column "words", or of whatever is given. */
export function aTable(rows: Iterable<TestRow>, difference: Partial<AnyTable> = {}): AnyTable {
  return {
    file: undefined,
    sheet: "Plan",
    frozenColumns: 1,
    purpose: "For tests.",
    columns: () => [aColumn("words")],
    rows: () => rows,
    ...difference,
  };
}
