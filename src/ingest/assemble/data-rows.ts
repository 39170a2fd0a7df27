import type { InputFile } from "../../model/input-file.ts";
import type { Inspection } from "../../text/inspect.ts";
import { type RawRow, readRows } from "../../text/read-csv.ts";
import type { Binding } from "../recognise.ts";
import type { IgnoredRows } from "./file-reading.ts";
import { FurtherHeaders } from "./further-headers.ts";
import { totalsLikeness } from "./totals-row.ts";

interface DataSection {
  readonly headerRow: RawRow;
  /** Undefined: the header is unknown, and every row with a filled cell is data. */
  readonly binding: Binding | undefined;
  /** The header is that of rejected.csv, whose rows are of many formats. */
  readonly isRejectedRows?: boolean;
  /** Blank and totals rows are counted here as they are met. */
  readonly ignored: IgnoredRows;
}

/** The rows below the header that may be records. Blank rows after the last row do not exist. */
export async function* dataRows(
  file: InputFile,
  inspection: Inspection,
  { headerRow, binding, ignored, isRejectedRows = false }: DataSection,
): AsyncGenerator<readonly RawRow[]> {
  const identifying = binding === undefined ? [] : identifyingIndexes(binding);
  const headers = new FurtherHeaders(headerRow.cells);
  let blankRows = 0;
  // A row of nothing but numbers is a sum when no record follows it.
  let maybeTotals: RawRow[] = [];
  for await (const batch of readRows(file, inspection)) {
    const data: RawRow[] = [];
    for (const found of batch) {
      if (found.row <= headerRow.row) continue;
      if (isBlank(found)) {
        blankRows += 1;
        continue;
      }
      ignored.add("blank row", blankRows);
      blankRows = 0;
      if ((binding !== undefined || isRejectedRows) && headers.isHeader(found)) {
        ignored.add("repeated header");
        continue;
      }
      const row = headers.underFirst(found);
      const likeness = binding === undefined || row.problem !== undefined ? "no" : totalsLikeness(row.cells);
      if (likeness === "named") {
        ignored.add("totals row");
      } else if (likeness === "numbersOnly" && identifying.every((index) => (row.cells[index] ?? "") === "")) {
        maybeTotals.push(row);
      } else {
        if (maybeTotals.length > 0) data.push(...maybeTotals);
        maybeTotals = [];
        data.push(row);
      }
    }
    if (data.length > 0) yield data;
  }
  ignored.add("totals row", maybeTotals.length);
}

const IDENTIFYING: ReadonlySet<string> = new Set([
  "tenant_id",
  "domain",
  "customer",
  "subscription_id",
  "product_id",
  "product_name",
]);

function identifyingIndexes({ format, indexes }: Binding): number[] {
  return [...indexes].flatMap(([column, index]) => (IDENTIFYING.has(format.columns[column]?.as ?? "") ? [index] : []));
}

function isBlank(row: RawRow): boolean {
  if (row.problem !== undefined) return false;
  for (const cell of row.cells) if (cell !== "") return false;
  return true;
}
