import type { InputFile } from "../model/input-file.ts";
import { openContent } from "./content.ts";
import { type Cuts, cellsOf, cutTidy, type UncutCells, uncut } from "./cut-tidy.ts";
import { decoderOf } from "./encoding.ts";
import { type Frame, Framer, textOf } from "./framer.ts";
import type { Inspection } from "./inspect.ts";
import { MAX_COLUMNS } from "./limits.ts";
import { declaredDelimiter } from "./sniff-delimiter.ts";
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

type Parser = typeof import("csv-parse/sync");

const TOO_WIDE = `the row has more than ${MAX_COLUMNS} columns: check the delimiter, or remove the empty columns at its end`;
const QUOTES_DIFFER = "the quotes of this row do not match: write a quote that is text twice";

/** A record with its cells where they stand in a text, not trimmed: for whoever keeps few of them, by {@link ownCell}. */
export interface UncutRow extends Omit<RawRow, "cells">, UncutCells {}

/** Reads a file's rows in batches, holding one chunk of it. Throws UnreadableFile where the rest cannot be read. */
export async function* readRows(file: InputFile, inspection: Inspection): AsyncGenerator<readonly RawRow[]> {
  for await (const batch of readUncut(file, inspection)) {
    yield batch.map((uncutRow) => {
      const { row, line, problem } = uncutRow;
      return { cells: cellsOf(uncutRow).map(ownCell), row, line, problem };
    });
  }
}

export async function* readUncut(file: InputFile, inspection: Inspection): AsyncGenerator<readonly UncutRow[]> {
  if (inspection.refusal !== undefined) throw new UnreadableFile(inspection.refusal);
  const { chunks } = await openContent(file);
  const decoder = decoderOf(inspection.encoding);
  const framer = new Framer(inspection.delimiter);
  let rowsDeclaring = 0;
  const rowsOf = (frames: readonly Frame[]): Promise<readonly UncutRow[]> => {
    const [first] = frames;
    if (first?.row === 1 && declaredDelimiter(textOf(first)) !== undefined) rowsDeclaring = 1;
    const rows = first?.row === 1 ? frames.slice(rowsDeclaring) : frames;
    return toRows(rows, inspection.delimiter, rowsDeclaring);
  };
  for await (const chunk of chunks) {
    const rows = await rowsOf(framer.push(decoder.write(chunk)));
    if (rows.length > 0) yield rows;
  }
  const rows = await rowsOf([...framer.push(decoder.end()), ...framer.end()]);
  if (rows.length > 0) yield rows;
}

async function toRows(
  frames: readonly Frame[],
  delimiter: string,
  rowsDeclaring: number,
): Promise<readonly UncutRow[]> {
  if (rowsDeclaring === 0 && frames.every(isCut)) return frames;
  // To cut a record at its delimiters is several times as fast as to parse it.
  const tidy = frames.map((frame) => (frame.problem === undefined ? cutsOf(frame, delimiter) : undefined));
  const others = frames.filter(({ problem }, at) => problem === undefined && tidy[at] === undefined);
  const parsed = others.length === 0 ? NONE_PARSED : await parsedFrames(others, delimiter);
  return frames.map((frame, at) => {
    const own = tidy[at];
    const known = own === undefined ? parsed.get(frame) : { source: frame.source, cuts: own };
    const { source, cuts } = known ?? uncut(textOf(frame).split(delimiter));
    const isWide = cuts.length > 2 * MAX_COLUMNS;
    return {
      source,
      cuts: isWide ? cuts.slice(0, 2 * MAX_COLUMNS) : cuts,
      row: frame.row - rowsDeclaring,
      line: frame.line,
      problem: frame.problem ?? (isWide ? TOO_WIDE : known === undefined ? QUOTES_DIFFER : undefined),
    };
  });
}

/** Whether finding its end has shown all that there is to know. */
function isCut(frame: Frame): frame is Frame & { readonly cuts: Cuts } {
  return frame.cuts !== undefined && frame.problem === undefined && frame.cuts.length <= 2 * MAX_COLUMNS;
}

function cutsOf({ source, start, end, quotes, cuts }: Frame, delimiter: string): Cuts | undefined {
  if (cuts !== undefined || quotes === "loose") return cuts;
  return cutTidy(source, start, end, delimiter.charCodeAt(0));
}

const NONE_PARSED: ReadonlyMap<Frame, UncutCells> = new Map();

async function parsedFrames(frames: readonly Frame[], delimiter: string): Promise<ReadonlyMap<Frame, UncutCells>> {
  // Loaded only where it is needed: many a file is tidy to its end.
  const parser = await import("csv-parse/sync");
  return new Map([
    ...parseFrames(parser, frames, "tidy", delimiter),
    ...parseFrames(parser, frames, "loose", delimiter),
  ]);
}

/** The cells of all records of one kind, in one call: starting a parser costs more than a row. */
function parseFrames(
  parser: Parser,
  frames: readonly Frame[],
  quotes: "tidy" | "loose",
  delimiter: string,
): readonly (readonly [Frame, UncutCells])[] {
  const wanted = frames.filter((frame) => frame.quotes === quotes);
  if (wanted.length === 0) return [];
  const records = parseText(parser, wanted.map(textOf).join("\n"), quotes, delimiter);
  if (records?.length === wanted.length) return wanted.map((frame, index) => [frame, uncut(records[index] ?? [])]);
  // Where the parser sees other record ends than the framer does, only the records at fault may suffer.
  return wanted.flatMap((frame) => {
    const [record, ...others] = parseText(parser, textOf(frame), quotes, delimiter) ?? [];
    return record === undefined || others.length > 0 ? [] : [[frame, uncut(record)] as const];
  });
}

/** Undefined where csv-parse refuses the text. Loose quotes are kept as text; then spaces around quoted cells are not dropped. */
function parseText(
  { parse, CsvError }: Parser,
  text: string,
  quotes: "tidy" | "loose",
  delimiter: string,
): string[][] | undefined {
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

export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0xfeff;
}
