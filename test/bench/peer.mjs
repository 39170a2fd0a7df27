/** The peer of the bench: reads a CSV with csv-parse and writes its rows to one sheet with exceljs, as anybody would. */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import exceljs from "exceljs";

const [book, workbookFile] = process.argv.slice(2);
const workbook = new exceljs.stream.xlsx.WorkbookWriter({
  filename: workbookFile,
  useStyles: true,
  useSharedStrings: false,
});
const sheet = workbook.addWorksheet("Rows");
for await (const row of createReadStream(book).pipe(parse())) sheet.addRow(row).commit();
sheet.commit();
await workbook.commit();
