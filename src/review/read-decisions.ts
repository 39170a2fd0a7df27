import { Readable } from "node:stream";
import type { InputFile } from "../model/input-file.ts";
import { passOver } from "./pass-over.ts";
import { type SheetCell, type SheetItem, sheetItems } from "./sheet-rows.ts";
import { readStringTable } from "./string-table.ts";
import { UnreadableWorkbook } from "./unreadable-workbook.ts";

export interface SheetRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly SheetCell[];
  /** What to add to a number that stands for a day: a workbook may count its days from 1904. */
  readonly daysToAdd: number;
}

/** A row of a sheet, or a range of it that was merged. */
export type ReadItem =
  | (Extract<SheetItem, { kind: "merged" }> & { readonly sheet: string })
  | ({ readonly kind: "row" } & SheetRow);

/** Days between the two calendars that a workbook may count in: from 1900, or from 1904. */
const DAYS_TO_1904 = 1462;
/** Bytes of a part that is no sheet and holds no texts. */
const LARGEST_LIST = 1 << 22;

/**
 * Gives every row of every sheet of a workbook, one at a time, and takes none of it for more than text.
 * Throws UnreadableWorkbook.
 */
export async function* readSheets(file: InputFile): AsyncGenerator<ReadItem> {
  await refuseOther(file);
  try {
    const { strings, ...parts } = await readParts(file);
    const reader = await readerOf(file, "emit");
    // Everything that sheets refer to is known before the first is read: the library would otherwise keep sheets in
    // temporary files until it has met the strings, and lose names that some programs write after the sheets.
    Object.assign(reader, parts, { sharedStrings: [], _parseRels: skipped, _parseWorkbook: skipped });
    const daysToAdd = parts.properties?.model?.date1904 === true ? DAYS_TO_1904 : 0;
    for await (const { eventType, value } of reader.parse()) {
      if (eventType !== "worksheet") continue;
      const sheet = value.name ?? "";
      for await (const item of sheetItems(value.iterator, strings)) {
        yield item.kind === "row" ? { ...item, sheet, daysToAdd } : { ...item, sheet };
      }
    }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    throw new UnreadableWorkbook("it is damaged, or no workbook", { cause: error });
  }
}

interface Parts {
  readonly strings: readonly string[];
  readonly workbookRels: readonly { Target: string }[];
  readonly model: { readonly sheets?: readonly unknown[] };
  readonly properties: { readonly model?: { readonly date1904?: boolean } } | undefined;
}

/**
 * What the streaming reader of exceljs 4.4.0 has beyond its typings; the package is frozen. It finds the parts in the zip and the
 * names of the sheets. Rows and strings are read by ourselves: it divides characters between two pieces of a part, keeps
 * the last of several runs of text, and has no bound.
 */
interface Reader extends Omit<Parts, "strings"> {
  parse(): AsyncIterable<{ readonly eventType: string; readonly value: Sheet }>;
  _parseRels(entry: AsyncIterable<Uint8Array>): Promise<void>;
  _parseWorkbook(entry: AsyncIterable<Uint8Array>): Promise<void>;
}

interface Sheet {
  readonly name?: string;
  readonly iterator: AsyncIterable<Uint8Array>;
}

async function readParts(file: InputFile): Promise<Parts> {
  const reader = await readerOf(file, "ignore");
  let strings: readonly string[] = [];
  const parseRels = reader._parseRels.bind(reader);
  const parseWorkbook = reader._parseWorkbook.bind(reader);
  Object.assign(reader, {
    sharedStrings: [],
    workbookRels: [],
    model: {},
    _parseRels: (entry: AsyncIterable<Uint8Array>) => parseRels(bounded(entry)),
    _parseWorkbook: (entry: AsyncIterable<Uint8Array>) => parseWorkbook(bounded(entry)),
    // biome-ignore lint/correctness/useYield: the library goes through what it yields
    async *_parseSharedStrings(entry: AsyncIterable<Uint8Array>) {
      strings = await readStringTable(entry);
    },
    // biome-ignore lint/correctness/useYield: the library goes through what it yields
    async *_parseWorksheet(entry: AsyncIterable<Uint8Array>) {
      await passOver(entry);
    },
  });
  for await (const _ of reader.parse());
  const { model, properties } = reader;
  if (model.sheets === undefined) throw new UnreadableWorkbook("it is no workbook: it has no list of sheets");
  // Some programs write where a part is from the top of the file, others from its folder.
  const workbookRels = reader.workbookRels.map((rel) => ({ ...rel, Target: rel.Target.replace(/^\/xl\//, "") }));
  return { strings, workbookRels, model, properties };
}

/** Styles are left out: whether a number is a day is told by its column, not by its look. */
async function readerOf(file: InputFile, worksheets: "emit" | "ignore") {
  const { default: exceljs } = await import("exceljs");
  const source = Readable.from(file.open());
  const ignored = { sharedStrings: "ignore", hyperlinks: "ignore", styles: "ignore", entries: "ignore" } as const;
  return new exceljs.stream.xlsx.WorkbookReader(source as never, { ...ignored, worksheets }) as unknown as Reader;
}

async function skipped(entry: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of entry);
}

/** The names of sheets and parts, which the library holds whole. */
function bounded(entry: AsyncIterable<Uint8Array>): Readable {
  return Readable.from(
    (async function* () {
      let bytes = 0;
      for await (const chunk of entry) {
        bytes += chunk.length;
        if (bytes > LARGEST_LIST) throw new UnreadableWorkbook("its list of sheets is larger than any workbook's");
        yield chunk;
      }
    })(),
  );
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
