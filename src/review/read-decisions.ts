import { Readable } from "node:stream";
import type { InputFile } from "../model/input-file.ts";

/** A cell as it was read: its column from 1, its address, and its text. A day is the number that a workbook has for it. */
export interface SheetCell {
  readonly column: number;
  readonly address: string;
  readonly text: string;
}

export interface SheetRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly SheetCell[];
  /** What to add to a number that stands for a day: a workbook may count its days from 1904. */
  readonly daysToAdd: number;
}

/** It is no workbook that can be read; the message says why. */
export class UnreadableWorkbook extends Error {}

/** Days between the two calendars that a workbook may count in: from 1900, or from 1904. */
const DAYS_TO_1904 = 1462;

/**
 * Gives every row of every sheet of a workbook, one at a time, and takes none of it for more than text.
 * Throws UnreadableWorkbook.
 */
export async function* readSheets(file: InputFile): AsyncGenerator<SheetRow> {
  await refuseOther(file);
  try {
    const parts = await readParts(file);
    const reader = await readerOf(file, { worksheets: "emit" });
    // Everything that sheets refer to is known before the first is read: the library would otherwise keep sheets in
    // temporary files until it has met the strings, and lose names that some programs write after the sheets.
    Object.assign(reader, parts);
    const daysToAdd = parts.properties?.model?.date1904 === true ? DAYS_TO_1904 : 0;
    for await (const { eventType, value } of reader.parse()) {
      if (eventType !== "worksheet") continue;
      for await (const row of value) {
        yield { sheet: value.name, row: row.number, cells: cellsOf(row), daysToAdd };
      }
    }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    throw new UnreadableWorkbook("it is damaged, or no workbook", { cause: error });
  }
}

interface Parts {
  readonly sharedStrings: readonly unknown[];
  readonly workbookRels: readonly { Target: string }[];
  readonly model: { readonly sheets?: readonly unknown[] };
  readonly properties: { readonly model?: { readonly date1904?: boolean } } | undefined;
}

/** What the streaming reader of exceljs 4.4.0 has beyond its typings; the package is frozen. */
interface Reader extends Parts {
  parse(): AsyncIterable<{ readonly eventType: string; readonly value: Sheet }>;
}

interface Sheet extends AsyncIterable<Row> {
  readonly name: string;
}

interface Row {
  readonly number: number;
  eachCell(visit: (cell: { readonly value: unknown; readonly address: string }, column: number) => void): void;
}

async function readParts(file: InputFile): Promise<Parts> {
  const reader = await readerOf(file, { worksheets: "ignore", sharedStrings: "cache" });
  Object.assign(reader, { sharedStrings: [], workbookRels: [], model: {} });
  for await (const _ of reader.parse());
  const { sharedStrings, model, properties } = reader;
  if (model.sheets === undefined) throw new UnreadableWorkbook("it is no workbook: it has no list of sheets");
  // Some programs write where a part is from the top of the file, others from its folder.
  const workbookRels = reader.workbookRels.map((rel) => ({ ...rel, Target: rel.Target.replace(/^\/xl\//, "") }));
  return { sharedStrings, workbookRels, model, properties };
}

/** Styles are left out: whether a number is a day is told by its column, not by its look. */
async function readerOf(file: InputFile, options: { worksheets: "emit" | "ignore"; sharedStrings?: "cache" }) {
  const { default: exceljs } = await import("exceljs");
  const source = Readable.from(file.open());
  const reader = new exceljs.stream.xlsx.WorkbookReader(source as never, {
    sharedStrings: "ignore",
    hyperlinks: "ignore",
    styles: "ignore",
    entries: "ignore",
    ...options,
  }) as unknown as Reader;
  if (options.worksheets === "emit") {
    const kept = async (entry: AsyncIterable<unknown>) => {
      for await (const _ of entry);
    };
    Object.assign(reader, { _parseRels: kept, _parseWorkbook: kept });
  }
  return reader;
}

function cellsOf(row: Row): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  row.eachCell((cell, column) => {
    const text = textOf(cell.value);
    if (text !== "") cells.push({ column, address: cell.address, text });
  });
  return cells;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return unescaped(value).trim();
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "object") return String(value);
  if ("richText" in value && Array.isArray(value.richText)) {
    return value.richText.map((run: { text?: unknown }) => textOf(run.text)).join("");
  }
  if ("result" in value) return textOf(value.result);
  if ("error" in value) return String(value.error);
  if ("formula" in value) return `=${String(value.formula)}`;
  return "";
}

/** Excel writes characters that XML cannot hold, and line ends, as _x000D_. */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OR_ENCRYPTED = [0xd0, 0xcf, 0x11, 0xe0];

async function refuseOther(file: InputFile): Promise<void> {
  const start = await startOf(file);
  if (ZIP.every((byte, index) => start[index] === byte)) return;
  if (OLD_OR_ENCRYPTED.every((byte, index) => start[index] === byte)) {
    throw new UnreadableWorkbook("it is an old .xls or protected by a password: save it as .xlsx without one");
  }
  throw new UnreadableWorkbook("it is no .xlsx workbook");
}

async function startOf(file: InputFile): Promise<Uint8Array> {
  try {
    for await (const chunk of file.open()) return chunk;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new UnreadableWorkbook(`it cannot be read (${code})`, { cause: error });
  }
  throw new UnreadableWorkbook("it is empty");
}
