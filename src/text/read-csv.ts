import { CsvError, parse } from "csv-parse/sync";
import type { InputFile } from "../model/input-file.ts";
import { openContent } from "./content.ts";
import { decoderOf } from "./encoding.ts";
import { type Frame, Framer } from "./framer.ts";
import type { Inspection } from "./inspect.ts";
import { MAX_COLUMNS } from "./limits.ts";
import { declaredDelimiter } from "./sniff-delimiter.ts";
import { splitTidy } from "./split-tidy.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export { UnreadableFile } from "./unreadable-file.ts";

/** One record of a file, as it stands there: also blank lines and lines above the header. */
export interface RawRow {
  /** Without spaces, tabs, NBSP and byte order marks at both ends; otherwise as written. A blank line has empty cells only. */
  readonly cells: readonly string[];
  /** As Excel counts, from 1. */
  readonly row: number;
  /** As an editor counts, from 1. */
  readonly line: number;
  /** Why the row cannot be read, a colon, and what to do; its cells are then a rough cut, for rejected.csv. */
  readonly problem: string | undefined;
}

const TOO_WIDE = `the row has more than ${MAX_COLUMNS} columns: check the delimiter, or remove the empty columns at its end`;
const QUOTES_DIFFER = "the quotes of this row do not match: write a quote that is text twice";

/** Reads a file's rows in batches, holding one chunk of it. Throws UnreadableFile where the rest cannot be read. */
export async function* readRows(file: InputFile, inspection: Inspection): AsyncGenerator<readonly RawRow[]> {
  for await (const batch of readUntrimmed(file, inspection)) {
    yield batch.map((row) => ({ ...row, cells: row.cells.map(ownCell) }));
  }
}

/**
 * The same, with the cells as they stand between the delimiters: for whoever keeps few of them, by {@link ownCell}. Each of
 * the others holds a chunk of the file in memory.
 */
export async function* readUntrimmed(file: InputFile, inspection: Inspection): AsyncGenerator<readonly RawRow[]> {
  if (inspection.refusal !== undefined) throw new UnreadableFile(inspection.refusal);
  const { chunks } = await openContent(file);
  const decoder = decoderOf(inspection.encoding);
  const framer = new Framer(inspection.delimiter);
  let rowsDeclaring = 0;
  const rowsOf = (frames: readonly Frame[]): readonly RawRow[] => {
    const [first] = frames;
    if (first?.row === 1 && declaredDelimiter(first.text) !== undefined) rowsDeclaring = 1;
    const rows = first?.row === 1 ? frames.slice(rowsDeclaring) : frames;
    return toRows(rows, inspection.delimiter, rowsDeclaring);
  };
  for await (const chunk of chunks) {
    const rows = rowsOf(framer.push(decoder.write(chunk)));
    if (rows.length > 0) yield rows;
  }
  const rows = rowsOf([...framer.push(decoder.end()), ...framer.end()]);
  if (rows.length > 0) yield rows;
}

function toRows(frames: readonly Frame[], delimiter: string, rowsDeclaring: number): readonly RawRow[] {
  const parsed = new Map<Frame, readonly string[]>();
  const others: Frame[] = [];
  for (const frame of frames) {
    if (frame.quotes === "none" || frame.cells !== undefined || frame.problem !== undefined) continue;
    const cells = frame.quotes === "tidy" ? splitTidy(frame.text, delimiter) : undefined;
    if (cells === undefined) others.push(frame);
    else parsed.set(frame, cells);
  }
  for (const quotes of ["tidy", "loose"] as const) {
    for (const [frame, cells] of parseFrames(others, quotes, delimiter)) parsed.set(frame, cells);
  }
  return frames.map((frame) => {
    // Without a quote a record is its cells and nothing else: cutting it is several times as fast as parsing it.
    const known = frame.problem === undefined ? (frame.cells ?? parsed.get(frame)) : undefined;
    const cells = known ?? frame.text.split(delimiter);
    const row = frame.row - rowsDeclaring;
    if (cells.length > MAX_COLUMNS) {
      return { cells: cells.slice(0, MAX_COLUMNS), row, line: frame.line, problem: frame.problem ?? TOO_WIDE };
    }
    const isUnparsed = frame.quotes !== "none" && known === undefined;
    const problem = frame.problem ?? (isUnparsed ? QUOTES_DIFFER : undefined);
    return { cells, row, line: frame.line, problem };
  });
}

/** The cells of all records of one kind, in one call: starting a parser costs more than a row. */
function parseFrames(
  frames: readonly Frame[],
  quotes: "tidy" | "loose",
  delimiter: string,
): readonly (readonly [Frame, readonly string[]])[] {
  const wanted = frames.filter((frame) => frame.quotes === quotes && frame.problem === undefined);
  if (wanted.length === 0) return [];
  const records = parseText(wanted.map((frame) => frame.text).join("\n"), quotes, delimiter);
  if (records?.length === wanted.length) return wanted.map((frame, index) => [frame, records[index] ?? []]);
  // Where the parser sees other record ends than the framer does, only the records at fault may suffer.
  return wanted.flatMap((frame) => {
    const [record, ...others] = parseText(frame.text, quotes, delimiter) ?? [];
    return record === undefined || others.length > 0 ? [] : [[frame, record] as const];
  });
}

/** Undefined where csv-parse refuses the text. Loose quotes are kept as text; then spaces around quoted cells are not dropped. */
function parseText(text: string, quotes: "tidy" | "loose", delimiter: string): string[][] | undefined {
  const isLoose = quotes === "loose";
  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: isLoose,
      ltrim: true,
      rtrim: !isLoose,
    });
    return isLoose ? records.map((record) => record.map(withoutOuterQuotes)) : records;
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** `"Contoso "Retail" Ltd"`: the outer quotes are the cell's, those within were to be written twice. */
function withoutOuterQuotes(cell: string): string {
  const trimmed = cell.trim();
  if (trimmed.length < 3 || !trimmed.startsWith('"') || !trimmed.endsWith('"')) return cell;
  return trimmed.slice(1, -1).replaceAll('""', '"');
}

/** Trimmed, and cut loose: V8 keeps the whole chunk alive for as long as a slice of 13 characters or more lives. */
export function ownCell(cell: string): string {
  let start = 0;
  let end = cell.length;
  while (start < end && isBlank(cell.charCodeAt(start))) start += 1;
  while (end > start && isBlank(cell.charCodeAt(end - 1))) end -= 1;
  const trimmed = end - start === cell.length ? cell : cell.slice(start, end);
  return trimmed.length < 13 ? trimmed : ` ${trimmed}`.slice(1);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0xfeff;
}
