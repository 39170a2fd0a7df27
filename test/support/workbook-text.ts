import { readFileSync } from "node:fs";
import exceljs from "exceljs";

/** A workbook as text that a reviewer can read: each sheet, each filled cell with address, value and number format. */
export async function workbookText(file: string): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(readFileSync(file)).buffer as ArrayBuffer);
  const lines: string[] = [];
  for (const sheet of workbook.worksheets) {
    const filter = typeof sheet.autoFilter === "string" ? `, filter ${sheet.autoFilter}` : "";
    lines.push(`# ${sheet.name}: ${sheet.rowCount} rows, ${sheet.columnCount} columns${filter}`);
    sheet.eachRow((row, number) => {
      const cells: string[] = [];
      row.eachCell((cell) => {
        const format =
          cell.numFmt === undefined || cell.numFmt === "General" || cell.numFmt === "@" ? "" : ` {${cell.numFmt}}`;
        cells.push(`${cell.address.replace(/\d+$/, "")}=${valueText(cell.value)}${format}`);
      });
      lines.push(`${number} ${cells.join(" | ")}`);
    });
  }
  return `${lines.join("\n")}\n`;
}

function valueText(value: exceljs.CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" ? JSON.stringify(value) : JSON.stringify(value ?? null);
}
