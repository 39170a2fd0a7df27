import { decideOrder } from "../../cells/date-order.ts";
import type { InputFile } from "../../model/input-file.ts";
import { isoDate, type PlainDate } from "../../model/plain-date.ts";
import { cellsOf, type UncutCells } from "../../text/cut-tidy.ts";
import { foldHeader } from "../../text/header.ts";
import { inspectFile } from "../../text/inspect.ts";
import { isBlank, ownCell, readUncut, type UncutRow, UnreadableFile } from "../../text/read-csv.ts";
import type { CatalogueLayer } from "../statement.ts";
import type { CatalogueKind } from "./catalogue-kind.ts";
import { dateInName } from "./date-in-name.ts";
import { KeptColumn } from "./kept-column.ts";
import { KeptRows, type PlacedColumn } from "./kept-rows.ts";
import { catalogueKinds } from "./kinds/index.ts";
import { FileRows } from "./rows.ts";

/** The header stands in one of the first rows; what is above it are titles. */
const HEADER_ROWS = 20;

/** A layer, or why the file cannot be used: one sentence with its name. */
export type CatalogueReading =
  | { readonly kind: "layer"; readonly layer: CatalogueLayer }
  | { readonly kind: "refused"; readonly why: string };

/**
 * Reads one file of facts. A row that says something unreadable is a problem of the layer, and the others go on; a file that is
 * no text, or of no kind known, is refused. Only the columns that its kind reads are held.
 */
export async function readCatalogueFile(file: InputFile): Promise<CatalogueReading> {
  const inspection = await inspectFile(file);
  const refused = (reason: string): CatalogueReading => ({ kind: "refused", why: `${file.label}: ${reason}.` });
  if (inspection.refusal !== undefined) return refused(inspection.refusal);

  const first: (readonly string[])[] = [];
  const numbers: number[] = [];
  const problems: string[] = [];
  let found: FoundKind | undefined;
  let kept: KeptRows | undefined;
  const keep = (row: UncutRow, kept: KeptRows) => {
    if (row.problem !== undefined) problems.push(`${file.label} row ${row.row}: ${row.problem}; this row is not used.`);
    else if (isFilled(row)) {
      numbers.push(row.row);
      kept.keep(row);
    }
  };
  try {
    for await (const batch of readUncut(file, inspection)) {
      for (const row of batch) {
        if (kept !== undefined) keep(row, kept);
        else if (first.length < HEADER_ROWS) {
          const cells = cellsOf(row).map(ownCell);
          found = kindOf(cells);
          if (found === undefined) first.push(cells);
          else kept = new KeptRows(found.columns);
        }
      }
      if (found === undefined && first.length >= HEADER_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return refused(error.message);
  }
  if (found === undefined) return refused(unknownWhy(first));
  if (found.twice.length > 0) return refused(`the header has ${quoted(found.twice)} more than once`);

  const { kind } = found;
  const columns = new Map(found.columns.map(({ name, kept }) => [name, kept]));
  readDays(kind, columns);
  const named = dateInName(file.label);
  const newest = named === undefined && kind.dated !== undefined ? columns.get(kind.dated)?.newestDay : undefined;
  const date = dayText(named ?? newest);
  const rows = new FileRows(file.label, columns, numbers, (problem) => problems.push(problem));
  const statements = kind.read(rows, { source: date === "" ? file.label : `${file.label} (${date})` });
  return {
    kind: "layer",
    layer: {
      name: file.label,
      kind: kind.id,
      date,
      sha256: inspection.sha256,
      rows: numbers.length,
      offers: statements.offers ?? [],
      successors: statements.successors ?? [],
      mappings: statements.mappings ?? [],
      problems,
    },
  };
}

function isFilled({ source, cuts }: UncutCells): boolean {
  for (let cell = 0; cell < cuts.length; cell += 2) {
    for (let at = cuts[cell] ?? 0; at < (cuts[cell + 1] ?? 0); at += 1)
      if (!isBlank(source.charCodeAt(at))) return true;
  }
  return false;
}

/** Microsoft writes these files with the month first, where their own rows do not tell. */
function readDays(kind: CatalogueKind, columns: ReadonlyMap<string, KeptColumn>): void {
  const dated = kind.dates.flatMap((name) => columns.get(name) ?? []);
  const all = dated.map((column) => column.evidence);
  dated.forEach((column, at) => {
    const evidence = all[at];
    if (evidence !== undefined) column.readDaysAs(decideOrder(evidence, all, undefined, "mdy"));
  });
}

function dayText(day: PlainDate | undefined): string {
  return day === undefined ? "" : isoDate(day);
}

interface FoundKind {
  readonly kind: CatalogueKind;
  /** Columns of the kind, and where they stand. */
  readonly columns: readonly (PlacedColumn & { readonly name: string })[];
  /** Headers that stand twice, so that it is open which column holds the value. */
  readonly twice: readonly string[];
}

/** The kind of which a row is the header: the one that asks for most, then the one that reads most of it. */
function kindOf(header: readonly string[]): FoundKind | undefined {
  const folded = header.map(foldHeader);
  let best: FoundKind | undefined;
  for (const kind of catalogueKinds) {
    const columns = Object.entries(kind.columns).flatMap(([name, headers]) => {
      const index = headers.map((each) => folded.indexOf(foldHeader(each))).find((at) => at >= 0);
      return index === undefined ? [] : [{ name, index, kept: new KeptColumn(header[index] ?? name) }];
    });
    const has = new Set(columns.map(({ name }) => name));
    if (!kind.needs.every((group) => group.some((column) => has.has(column)))) continue;
    const twice = columns.filter(({ index }) => folded.indexOf(folded[index] ?? "", index + 1) >= 0);
    const asked = kind.needs.length - (best?.kind.needs.length ?? 0);
    if (best === undefined || asked > 0 || (asked === 0 && columns.length > best.columns.length))
      best = { kind, columns, twice: twice.map(({ kept }) => kept.header) };
  }
  return best;
}

function unknownWhy(rows: readonly (readonly string[])[]): string {
  const header = rows.find((cells) => cells.filter((cell) => cell !== "").length >= 2) ?? rows[0];
  if (header === undefined) return "the file has no rows; name another, or remove it from the configuration";
  const seen = quoted(header.filter((cell) => cell !== "").slice(0, 6));
  const kinds = catalogueKinds.map(({ title }) => title).join("; ");
  return `expected the header of a catalogue file (${kinds}), found ${seen}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
