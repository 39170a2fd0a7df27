import { cleanText } from "../../cells/text.ts";
import { finding } from "../../findings/finding.ts";
import { say } from "../../locale/sentence.ts";
import type { InputFile } from "../../model/input-file.ts";
import type { Place } from "../../model/place.ts";
import type { Inspection } from "../../text/inspect.ts";
import type { RawRow } from "../../text/read-csv.ts";
import type { Format } from "../formats/format.ts";
import { formats } from "../formats/index.ts";
import { ambiguousDate, type CellProblem } from "../formats/row-reader.ts";
import { dateOrderUnknown, fileUnknown } from "../notices.ts";
import { bindAlternatives, bindFormat, REJECTED_COLUMNS } from "../recognise.ts";
import type { Learnt, UndecidedDates } from "./column-evidence.ts";
import { dataRows } from "./data-rows.ts";
import { entryForExport } from "./file-entry.ts";
import {
  type BookContext,
  emptyTally,
  type FileReading,
  IgnoredRows,
  orderText,
  reportBasics,
} from "./file-reading.ts";
import { type FileRecords, type ReadAgain, RecordReader } from "./record-reader.ts";
import { Rejections, rowProblem, tooManyCells } from "./rejections.ts";

const FILE = REJECTED_COLUMNS.indexOf("file");
const COLUMN = REJECTED_COLUMNS.indexOf("column");
const VALUE = REJECTED_COLUMNS.indexOf("value");
const PLACE_NAME = /^cell \d+$/;
const FORMAT = REJECTED_COLUMNS.indexOf("format");

/** The rows of one format that came from one file: they were written together, so they share the order of their dates. */
interface Part {
  readonly format: Format;
  readonly reader: RecordReader;
  /** Where the columns of the format are in the row being read. */
  readonly indexes: Map<string, number>;
  /** Columns for which two of the united headers have a name: whichever is filled holds the value. */
  readonly alternatives: ReadonlyMap<string, readonly number[]>;
  outcome: FileRecords | UndecidedDates | ReadAgain | undefined;
}

/**
 * Reads our own rejected.csv, corrected by a person: each row by the format that it names, from its raw columns. Of the
 * eight columns before them two count: `format`, and `file`, since the export that a row is from tells whose rows they
 * are, the order of its dates, and the other charge lines of an invoice.
 */
export async function readRejectedRows(
  file: InputFile,
  inspection: Inspection,
  headerRow: RawRow,
  book: BookContext,
  learnt: ReadonlyMap<string, Learnt> = new Map(),
): Promise<FileReading> {
  const leading = REJECTED_COLUMNS.length;
  const header = headerRow.cells.slice(leading).map((name) => name.replace(/ \(raw\)$/, ""));
  const parts = new Map<string, Part>();
  const ignored = new IgnoredRows();
  const rejections = new Rejections();
  const tally = emptyTally();
  const section = { headerRow, binding: undefined, isRejectedRows: true, ignored };
  const placeOf = (row: RawRow): Place => ({ file: file.label, row: row.row, line: row.line });

  const partOf = (row: RawRow): Part | undefined => {
    const origin = cleanText(row.cells[FILE] ?? "");
    const id = cleanText(row.cells[FORMAT] ?? "").toLowerCase();
    const key = `${id}\n${origin}`;
    const known = parts.get(key);
    if (known !== undefined) return known;
    const format = [...book.ownFormats, ...formats].find((each) => each.id === id);
    if (format === undefined) return undefined;
    const { dateOrder, products } = book;
    const whole = book.exports.get(origin);
    const entry = whole === undefined ? entryForExport(book.entries, origin) : whole.entry;
    const exportOrders = whole?.format === format.id ? whole.orders : undefined;
    const exportDecimals = whole?.format === format.id ? whole.decimals : undefined;
    const orders = { dateOrder, exportOrders, exportDecimals, delimiter: "", learnt: learnt.get(key) };
    const context = { fileName: origin, entry, products, ...orders };
    const binding = bindFormat(format, header);
    const indexes = new Map(binding.indexes);
    const reader = new RecordReader({ ...binding, indexes }, context);
    const part: Part = { format, reader, indexes, alternatives: bindAlternatives(format, header), outcome: undefined };
    parts.set(key, part);
    return part;
  };

  for await (const batch of dataRows(file, inspection, section)) {
    for (const row of batch) {
      tally.read += 1;
      const place = placeOf(row);
      const raw: RawRow = { ...row, cells: row.cells.slice(leading) };
      const part = partOf(row);
      if (part === undefined) {
        const why = say`row ${row.row} names no known format`;
        const refusal = finding(fileUnknown, { file: file.label, why, remedy: fileUnknown.remedy });
        const value = row.cells[FORMAT] ?? "";
        rejections.refused(raw, place, refusal, {
          column: "format",
          value,
          remedy: fileUnknown.remedy,
          format: "",
          header,
          problems: [{ column: "format", value, expected: "the id of a format", remedy: fileUnknown.remedy }],
        });
        rejections.notices.push({ place, finding: refusal });
        continue;
      }
      const problem = rowProblem(raw, header) ?? extraCellProblem(row, header);
      const problems = problem === undefined ? readPart(part, raw.cells, place) : [problem];
      if (problems.length > 0) rejections.unreadable(raw, place, problems, { format: part.format.id, header });
    }
    book.onRows(file.label, tally.read);
  }

  for (const part of parts.values()) part.outcome = part.reader.finish();
  const again = [...parts].flatMap(([key, { outcome }]) =>
    outcome?.kind === "again" ? [[key, outcome.learnt] as const] : [],
  );
  if (again.length > 0) return readRejectedRows(file, inspection, headerRow, book, new Map([...learnt, ...again]));
  const outcomes = [...parts.values()].map(({ outcome }) => outcome);
  if (outcomes.some((outcome) => outcome?.kind === "undecided")) {
    const alreadyRejected = new Set(rejections.rows.map(({ place }) => place.row));
    const told = new Set<Part>();
    for await (const batch of dataRows(file, inspection, { ...section, ignored: new IgnoredRows() })) {
      for (const row of batch) {
        const part = partOf(row);
        if (part?.outcome?.kind !== "undecided" || alreadyRejected.has(row.row)) continue;
        const { column, samples, isContradictory } = part.outcome;
        const refusal = finding(dateOrderUnknown, { at: file.label, columns: [column], samples, isContradictory });
        const raw: RawRow = { ...row, cells: row.cells.slice(leading) };
        const value = cleanText(raw.cells[header.indexOf(column)] ?? "");
        rejections.refused(raw, placeOf(row), refusal, {
          column,
          value,
          remedy: dateOrderUnknown.remedy,
          format: part.format.id,
          header,
          problems: [{ column, value, ...ambiguousDate }],
        });
        if (!told.has(part)) rejections.notices.push({ place: placeOf(row), finding: refusal });
        told.add(part);
      }
    }
  }

  const records = outcomes.filter((outcome) => outcome?.kind === "records");
  tally.ignored = ignored.total;
  tally.read += tally.ignored + records.reduce((sum, { furtherRows }) => sum + furtherRows, 0);
  tally.rejected = rejections.rows.length;
  return {
    report: {
      ...reportBasics(file, inspection),
      format: "rejected",
      dateOrder: orderText(records),
      dateEvidence: records.flatMap((each) => each.dateEvidence),
      decimalEvidence: records.flatMap((each) => each.decimalEvidence),
      ignored: ignored.list(),
      unreadColumns: [],
      refusal: undefined,
      isEmpty: tally.read === 0,
    },
    tally,
    records,
    rejected: rejections.rows,
    notices: rejections.notices,
  };
}

/**
 * A cell beyond the header of its export has a column of its own in rejected.csv, named by its place. While it holds the
 * value for which the row was rejected, nobody has dealt with it.
 */
function extraCellProblem(row: RawRow, header: readonly string[]): CellProblem | undefined {
  const value = row.cells[VALUE] ?? "";
  if (value === "" || (row.cells[COLUMN] ?? "") !== "") return undefined;
  const isLeft = header.some(
    (name, index) => PLACE_NAME.test(name) && row.cells[REJECTED_COLUMNS.length + index] === value,
  );
  return isLeft ? tooManyCells(value, say`the header of its export has`) : undefined;
}

function readPart({ reader, indexes, alternatives }: Part, cells: readonly string[], place: Place) {
  for (const [column, places] of alternatives) {
    const index = places.find((each) => (cells[each] ?? "") !== "") ?? places[0];
    if (index !== undefined) indexes.set(column, index);
  }
  return reader.read(cells, place);
}
