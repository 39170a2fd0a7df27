import { english } from "../locale/english.ts";
import { joined, listed, type Ours, type Phrase, say, type Value } from "../locale/sentence.ts";
import type { InputFile } from "../model/input-file.ts";
import { foldHeader } from "../text/header.ts";
import { type Inspection, inspectFile } from "../text/inspect.ts";
import { type RawRow, readRows, UnreadableFile } from "../text/read-csv.ts";
import type { Format } from "./formats/format.ts";
import { formats } from "./formats/index.ts";

/** The header stands in one of the first rows; what is above it are titles. */
const HEADER_ROWS = 20;

/** Which column of a file holds which column of a format. */
export interface Binding {
  readonly format: Format;
  readonly header: readonly string[];
  /** Column of the format to column of the file. */
  readonly indexes: ReadonlyMap<string, number>;
  readonly unreadColumns: readonly string[];
}

interface Recognition {
  readonly format: Format | undefined;
  /** As Excel counts; 0 when no row is known to be the header. */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly why: string;
  readonly understood: readonly { readonly column: string; readonly as: string }[];
  readonly notUnderstood: readonly string[];
  /** The format of which the fewest columns are missing. */
  readonly nearest: { readonly format: Format; readonly missing: readonly Value[] } | undefined;
  readonly inspection: Inspection;
}

/** Where a file's header is, and what it says. */
interface HeaderFound {
  readonly inspection: Inspection;
  /** The first rows, up to the header where there is one. */
  readonly rows: readonly RawRow[];
  readonly binding: Binding | undefined;
  /** The header is that of our own rejected.csv. */
  readonly isRejectedRows: boolean;
  /** The header's row; where none is recognised, the row that looks most like one. */
  readonly headerRow: RawRow | undefined;
  /** Why the file is refused. */
  readonly refusal: Ours | undefined;
}

/** `ownFormats` are the user's: they are asked first, of all rows, since whoever described an export knows what it is. */
export async function findHeader(file: InputFile, ownFormats: readonly Format[]): Promise<HeaderFound> {
  const inspection = await inspectFile(file);
  const found = { inspection, rows: [], binding: undefined, isRejectedRows: false, headerRow: undefined };
  if (inspection.refusal !== undefined) return { ...found, refusal: inspection.refusal };

  const rows = await firstRows(file, inspection);
  for (const asked of ownFormats.length === 0 ? [formats] : [ownFormats, formats]) {
    for (const headerRow of rows) {
      if (isRejectedHeader(headerRow.cells))
        return { ...found, rows, headerRow, isRejectedRows: true, refusal: undefined };
      const binding = bindHeader(headerRow, asked);
      if (binding === undefined) continue;
      const twice = repeatedHeaders(headerRow.cells);
      return { ...found, rows, binding, headerRow, refusal: twice.length > 0 ? repeatedWhy(twice) : undefined };
    }
  }
  return { ...found, rows, headerRow: rows[presumedHeader(rows)], refusal: unknownWhy(rows, ownFormats) };
}

/** Which export a file is, and how the program would read its columns. */
export async function recogniseFile(file: InputFile, ownFormats: readonly Format[] = []): Promise<Recognition> {
  const { inspection, binding, headerRow, isRejectedRows, refusal } = await findHeader(file, ownFormats);
  const header = headerRow?.cells ?? [];
  const common = { headerRow: headerRow?.row ?? 0, header, inspection };
  const understood = binding === undefined ? [] : understoodColumns(binding);
  if (binding === undefined || refusal !== undefined) {
    const notUnderstood = binding?.unreadColumns ?? (isRejectedRows ? [] : header.filter((cell) => cell !== ""));
    const nearest = binding === undefined && !isRejectedRows ? nearestFormat(header, ownFormats) : undefined;
    const why = english(refusal ?? "rejected.csv of an earlier plan: each row is read by the format that it names");
    return { ...common, format: undefined, understood, notUnderstood, nearest, why };
  }
  const { format, unreadColumns } = binding;
  const needed = format.needs.flatMap((group) => group.flatMap((name) => headerNames(binding, name)));
  const why = `row ${common.headerRow} is the header of ${format.title}: it has ${quoted(needed)}`;
  return { ...common, format, understood, notUnderstood: unreadColumns, nearest: undefined, why };
}

/** The format that knows this header best, and where its columns are; undefined when none does. */
function bindHeader({ cells: header, row }: RawRow, asked: readonly Format[]): Binding | undefined {
  const positions = positionsOf(header);
  let best: { readonly binding: Binding; readonly needs: number } | undefined;
  for (const format of asked) {
    if (format.headerRow !== undefined && format.headerRow !== row) continue;
    if (missingGroups(format, positions).length > 0) continue;
    const binding = bind(format, header, positions);
    if (format.isOther?.((column) => binding.indexes.has(column))) continue;
    const needs = format.needs.length;
    // A full reconciliation file has all that the template needs, too: the more a format asks for, the surer it is.
    const isBetter =
      best === undefined ||
      needs > best.needs ||
      (needs === best.needs && binding.indexes.size > best.binding.indexes.size);
    if (isBetter) best = { binding, needs };
  }
  return best?.binding;
}

/** Where a given format's columns are in a header, whether it has all that are needed or not. */
export function bindFormat(format: Format, header: readonly string[]): Binding {
  return bind(format, header, positionsOf(header));
}

/** Names that stand twice in a header. Case and spaces do not make a difference. */
function repeatedHeaders(header: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const cell of header) {
    const name = cell
      .replaceAll(/[\s\u00a0\ufeff]+/g, " ")
      .trim()
      .toLowerCase();
    if (name === "") continue;
    if (seen.has(name)) twice.push(cell.trim());
    seen.add(name);
  }
  return twice;
}

/** Titles above a header fill a cell or two of it; a row below it may be damaged and have one or two more. */
const HEADER_SHARE = 0.75;

/** Index of the row that looks most like a header: the first that is about as wide as the widest; -1 where none has a cell. */
function presumedHeader(rows: readonly RawRow[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell !== "").length);
  const widest = Math.max(0, ...filled);
  return widest === 0 ? -1 : filled.findIndex((count) => count >= widest * HEADER_SHARE);
}

function repeatedWhy(twice: readonly string[]): Phrase {
  return say`the header has ${quoted(twice)} more than once, so that it is open which column holds the value`;
}

function unknownWhy(rows: readonly RawRow[], ownFormats: readonly Format[]): Phrase {
  const header = rows[presumedHeader(rows)];
  if (header === undefined) return say`the file has no rows`;
  const nearest = nearestFormat(header.cells, ownFormats);
  const known = say`none of the first ${HEADER_ROWS} rows is the header of a known export`;
  if (nearest === undefined) return known;
  const needed = joined(nearest.missing);
  return say`${known}; nearest is ${nearest.format.id}, which also needs ${needed}`;
}

/** The columns that rejected.csv puts before the raw ones. */
export const REJECTED_COLUMNS = ["file", "row", "line", "column", "value", "code", "remedy", "format"] as const;

function isRejectedHeader(header: readonly string[]): boolean {
  return REJECTED_COLUMNS.every((name, index) => foldHeader(header[index] ?? "") === name);
}

/** All columns of a header that may hold each column of a format: a header that unites several files' may have more than one. */
export function bindAlternatives(format: Format, header: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const folded = header.map(foldHeader);
  const alternatives = new Map<string, number[]>();
  for (const [column, names] of namesOf(format)) {
    const indexes = names.flatMap((name) => folded.flatMap((each, index) => (each === name ? [index] : [])));
    if (indexes.length > 1) alternatives.set(column, indexes);
  }
  return alternatives;
}

const foldedNames = new WeakMap<Format, ReadonlyMap<string, readonly string[]>>();

function namesOf(format: Format): ReadonlyMap<string, readonly string[]> {
  let names = foldedNames.get(format);
  if (names === undefined) {
    names = new Map(Object.entries(format.columns).map(([column, { names }]) => [column, names.map(foldHeader)]));
    foldedNames.set(format, names);
  }
  return names;
}

function positionsOf(header: readonly string[]): Map<string, number> {
  const positions = new Map<string, number>();
  header.forEach((cell, index) => {
    const name = foldHeader(cell);
    if (name !== "" && !positions.has(name)) positions.set(name, index);
  });
  return positions;
}

function bind(format: Format, header: readonly string[], positions: ReadonlyMap<string, number>): Binding {
  const indexes = new Map<string, number>();
  for (const [column, names] of namesOf(format)) {
    const name = names.find((each) => positions.has(each));
    const index = name === undefined ? undefined : positions.get(name);
    if (index !== undefined) indexes.set(column, index);
  }
  const read = new Set(indexes.values());
  return { format, header, indexes, unreadColumns: header.filter((cell, index) => cell !== "" && !read.has(index)) };
}

function missingGroups(format: Format, positions: ReadonlyMap<string, number>): (readonly string[])[] {
  const names = namesOf(format);
  return format.needs.filter(
    (group) => !group.some((column) => names.get(column)?.some((name) => positions.has(name))),
  );
}

function nearestFormat(header: readonly string[], ownFormats: readonly Format[]): Recognition["nearest"] {
  const positions = positionsOf(header);
  let nearest: { readonly format: Format; readonly missing: readonly Value[]; readonly share: number } | undefined;
  for (const format of [...ownFormats, ...formats]) {
    const groups = missingGroups(format, positions);
    const share = 1 - groups.length / format.needs.length;
    if (share === 0 || (nearest !== undefined && share <= nearest.share)) continue;
    const missing = groups.map((group) =>
      listed(
        group.map((column) => `"${format.columns[column]?.names[0] ?? column}"`),
        "or",
      ),
    );
    nearest = { format, missing, share };
  }
  return nearest === undefined ? undefined : { format: nearest.format, missing: nearest.missing };
}

function understoodColumns({ format, header, indexes }: Binding): { column: string; as: string }[] {
  return [...indexes]
    .sort(([, a], [, b]) => a - b)
    .map(([column, index]) => ({ column: header[index] ?? "", as: format.columns[column]?.as ?? column }));
}

function headerNames(binding: Binding, column: string): string[] {
  const index = binding.indexes.get(column);
  return index === undefined ? [] : [binding.header[index] ?? column];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

async function firstRows(file: InputFile, inspection: Inspection): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  try {
    for await (const batch of readRows(file, inspection)) {
      rows.push(...batch.slice(0, HEADER_ROWS - rows.length));
      if (rows.length >= HEADER_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return rows;
}
