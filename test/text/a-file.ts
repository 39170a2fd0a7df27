import type { InputFile } from "../../src/model/input-file.ts";
import { type Inspection, inspectFile } from "../../src/text/inspect.ts";
import { type RawRow, readRows } from "../../src/text/read-csv.ts";

/** A file in memory that arrives in chunks of `chunkBytes`. */
export function aFile(content: string | Uint8Array, chunkBytes = 65_536): InputFile {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return {
    label: "book.csv",
    matchPath: "book.csv",
    bytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

export async function rowsOf(
  content: string | Uint8Array,
  chunkBytes?: number,
): Promise<{ readonly inspection: Inspection; readonly rows: readonly RawRow[] }> {
  const file = aFile(content, chunkBytes);
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
