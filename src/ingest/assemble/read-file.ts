import { cleanText } from "../../cells/text.ts";
import { finding } from "../../findings/finding.ts";
import type { Ours } from "../../locale/sentence.ts";
import type { InputFile } from "../../model/input-file.ts";
import type { Place } from "../../model/place.ts";
import type { Inspection } from "../../text/inspect.ts";
import { type RawRow, UnreadableFile } from "../../text/read-csv.ts";
import { dateOrderUnknown, fileUnknown } from "../notices.ts";
import { type Binding, findHeader } from "../recognise.ts";
import type { Learnt, UndecidedDates } from "./column-evidence.ts";
import { dataRows } from "./data-rows.ts";
import { entryFor } from "./file-entry.ts";
import {
  type BookContext,
  emptyTally,
  type FileReading,
  IgnoredRows,
  orderText,
  reportBasics,
} from "./file-reading.ts";
import { readRejectedRows } from "./read-rejected-rows.ts";
import { RecordReader } from "./record-reader.ts";
import { Rejections, rowProblem } from "./rejections.ts";

/** Reads a file that takes from other files what its own rows cannot tell, so that it is read after all of them. */
type ReadLater = () => Promise<FileReading>;

/** Reads one file into records. It is refused, never thrown away: each of its rows is accounted for. */
export async function readFile(file: InputFile, book: BookContext): Promise<FileReading | ReadLater> {
  const found = await findHeader(file, book.ownFormats);
  const { inspection, binding, headerRow, refusal } = found;
  const refuse = (why: Ours, remedy: string) => refuseFile(file, inspection, { why, remedy, headerRow, binding });
  if (headerRow === undefined) return refuse(refusal ?? "the file has no rows", "");
  if (refusal !== undefined) return refuse(refusal, binding === undefined ? fileUnknown.remedy : NAMES_OF_THEIR_OWN);
  const readOrRefuse = async (read: () => Promise<FileReading>) => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return refuse(error.message, "");
    }
  };
  if (found.isRejectedRows) {
    return () => readOrRefuse(() => readRejectedRows(file, inspection, headerRow, book));
  }
  if (binding === undefined) return refuse("the file is of no known format", fileUnknown.remedy);
  return readOrRefuse(() => readKnownFile(file, { inspection, binding, headerRow, book }));
}

const NAMES_OF_THEIR_OWN = "Give each column a name of its own, or take the second one out.";

interface KnownFile {
  readonly inspection: Inspection;
  readonly binding: Binding;
  readonly headerRow: RawRow;
  readonly book: BookContext;
}

async function readKnownFile(file: InputFile, known: KnownFile, learnt?: Learnt): Promise<FileReading> {
  const { inspection, binding, headerRow, book } = known;
  const { format, header, unreadColumns } = binding;
  const entry = entryFor(book.entries, [file.matchPath, file.label]);
  const reader = new RecordReader(binding, {
    fileName: file.label,
    entry,
    dateOrder: book.dateOrder,
    exportOrders: undefined,
    exportDecimals: undefined,
    delimiter: inspection.delimiter,
    learnt,
    products: book.products,
  });
  const tally = emptyTally();
  const ignored = new IgnoredRows();
  const rejections = new Rejections();
  const { toBeAdded } = format;
  const isAdded = toBeAdded !== undefined && !binding.indexes.has(toBeAdded.column);
  const source = { format: format.id, header };
  const toFillIn = { ...source, header: isAdded ? [...header, toBeAdded.name] : header };
  for await (const batch of dataRows(file, inspection, { headerRow, binding, ignored })) {
    for (const row of batch) {
      const place: Place = { file: file.label, row: row.row, line: row.line };
      const problem = rowProblem(row, header);
      const problems = problem === undefined ? reader.read(row.cells, place) : [problem];
      // A cell beyond the header must not come to stand in the added column.
      const written = row.cells.length > header.length ? source : toFillIn;
      if (problems.length > 0) rejections.unreadable(row, place, problems, written);
    }
    tally.read += batch.length;
    book.onRows(file.label, tally.read + ignored.total);
  }
  const records = reader.finish();
  if (records.kind === "again") return readKnownFile(file, known, records.learnt);
  if (records.kind === "undecided") return refuseDates(file, known, records);
  const { columnOrders, columnDecimals } = records;
  book.exports.set(file.label, { entry, format: format.id, orders: columnOrders, decimals: columnDecimals });

  tally.ignored = ignored.total;
  tally.read += tally.ignored + records.furtherRows;
  tally.rejected = rejections.rows.length;
  return {
    report: {
      ...reportBasics(file, inspection),
      format: format.id,
      dateOrder: orderText([records]),
      dateEvidence: records.dateEvidence,
      decimalEvidence: records.decimalEvidence,
      ignored: ignored.list(),
      unreadColumns,
      refusal: undefined,
      isEmpty: tally.read === 0,
    },
    tally,
    records: [records],
    rejected: rejections.rows,
    notices: rejections.notices,
  };
}

/** The whole file is kept out, since its dates may mean either of two days. */
async function refuseDates(file: InputFile, known: KnownFile, undecided: UndecidedDates): Promise<FileReading> {
  const { inspection, binding, headerRow } = known;
  const { format, header, unreadColumns } = binding;
  const { column, samples, isContradictory } = undecided;
  const refusal = finding(dateOrderUnknown, { at: file.label, columns: [column], samples, isContradictory });
  const ignored = new IgnoredRows();
  const rejections = new Rejections();
  const index = header.indexOf(column);
  for await (const batch of dataRows(file, inspection, { headerRow, binding, ignored })) {
    for (const row of batch) {
      const place: Place = { file: file.label, row: row.row, line: row.line };
      const value = cleanText(row.cells[index] ?? "");
      rejections.refused(row, place, refusal, {
        column,
        value,
        remedy: dateOrderUnknown.remedy,
        format: format.id,
        header,
        problems: [],
      });
    }
  }
  const tally = emptyTally();
  tally.ignored = ignored.total;
  tally.rejected = rejections.rows.length;
  tally.read = tally.rejected + tally.ignored;
  return {
    report: {
      ...reportBasics(file, inspection),
      format: format.id,
      dateOrder: "",
      dateEvidence: [],
      decimalEvidence: [],
      ignored: ignored.list(),
      unreadColumns,
      refusal,
      isEmpty: false,
    },
    tally,
    records: [],
    rejected: rejections.rows,
    notices: [{ place: { file: file.label, row: headerRow.row, line: headerRow.line }, finding: refusal }],
  };
}

interface Refusal {
  readonly why: Ours;
  /** Empty where the reason says what to do. */
  readonly remedy: string;
  readonly headerRow: RawRow | undefined;
  readonly binding: Binding | undefined;
}

/** No row can be read; those below what looks like a header are kept for correction. */
async function refuseFile(
  file: InputFile,
  inspection: Inspection,
  { why, remedy, headerRow, binding }: Refusal,
): Promise<FileReading> {
  const refusal = finding(fileUnknown, { file: file.label, why, remedy });
  const header = headerRow?.cells ?? [];
  const ignored = new IgnoredRows();
  const rejections = new Rejections();
  try {
    if (headerRow !== undefined) {
      for await (const batch of dataRows(file, inspection, { headerRow, binding: undefined, ignored })) {
        for (const row of batch) {
          const place: Place = { file: file.label, row: row.row, line: row.line };
          rejections.refused(row, place, refusal, { column: "", value: "", remedy, format: "", header, problems: [] });
        }
      }
    }
  } catch (error) {
    // Where the file breaks off, its rows end.
    if (!(error instanceof UnreadableFile)) throw error;
  }
  const tally = emptyTally();
  tally.ignored = ignored.total;
  tally.rejected = rejections.rows.length;
  tally.read = tally.rejected + tally.ignored;
  const place: Place = { file: file.label, row: headerRow?.row ?? 1, line: headerRow?.line ?? 1 };
  return {
    report: {
      ...reportBasics(file, inspection),
      format: "",
      dateOrder: "",
      dateEvidence: [],
      decimalEvidence: [],
      ignored: ignored.list(),
      unreadColumns: binding?.unreadColumns ?? header.filter((cell) => cell !== ""),
      refusal,
      isEmpty: false,
    },
    tally,
    records: [],
    rejected: rejections.rows,
    notices: [{ place, finding: refusal }],
  };
}
