import type { InputFile } from "../../src/model/input-file.ts";
import { type Inspection, inspectFile } from "../../src/text/inspect.ts";
import { type RawRow, readRows } from "../../src/text/read-csv.ts";
import { aFile } from "../support/a-file.ts";

/** A file in memory whose name does not matter. */
export function aText(content: string | Uint8Array, chunkBytes?: number): InputFile {
  return aFile("book.csv", content, chunkBytes);
}

export async function rowsOf(
  content: string | Uint8Array,
  chunkBytes?: number,
): Promise<{ readonly inspection: Inspection; readonly rows: readonly RawRow[] }> {
  const file = aText(content, chunkBytes);
  const inspection = await inspectFile(file);
  const rows: RawRow[] = [];
  for await (const batch of readRows(file, inspection)) rows.push(...batch);
  return { inspection, rows };
}

export async function cellsOf(
  content: string | Uint8Array,
  chunkBytes?: number,
): Promise<readonly (readonly string[])[]> {
  return (await rowsOf(content, chunkBytes)).rows.map((row) => row.cells);
}
