import { stringify } from "csv-stringify/sync";
import { cellWriter, safeText } from "./cells.ts";
import type { Sink } from "./sink.ts";
import type { Column } from "./table.ts";

const BYTE_ORDER_MARK = "\uFEFF";
const ROWS_PER_CHUNK = 500;
const CHARACTERS_PER_CHUNK = 1_000_000;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * Writes one list as CSV: UTF-8 with byte order mark, comma, CRLF, header row. Gives the number of rows below the header.
 * A few hundred rows are turned into text at a time, and no more before the sink has taken them.
 */
export async function renderCsv<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  sink: Sink,
): Promise<number> {
  const textOf = cellWriter();
  let count = 0;
  let waiting: string[][] = [];
  let characters = 0;
  await sink.write(BYTE_ORDER_MARK + csvLines([columns.map((column) => safeText(column.key))]));

  for (const row of rows) {
    const cells = columns.map((column) => textOf(column.value(row), column.kind));
    for (const cell of cells) characters += cell.length;
    waiting.push(cells);
    count += 1;
    // Counting characters, too: a few hundred rows of very long cells are much text.
    if (waiting.length < ROWS_PER_CHUNK && characters < CHARACTERS_PER_CHUNK) continue;
    await sink.write(csvLines(waiting));
    waiting = [];
    characters = 0;
  }
  if (waiting.length > 0) await sink.write(csvLines(waiting));
  return count;
}

/**
 * Few cells need quotes, and the library looks at every cell at length. So only the cells that do are handed to it, as one
 * column each; NUL parts them again, since no cell holds a control character.
 */
function csvLines(lines: readonly (readonly string[])[]): string {
  const special: string[][] = [];
  for (const line of lines) {
    for (const cell of line) if (NEEDS_QUOTES.test(cell)) special.push([cell]);
  }
  const quoted =
    special.length === 0
      ? []
      : stringify(special, { quoted: true, record_delimiter: "\u0000", eof: false }).split("\u0000");
  let next = 0;
  let text = "";
  for (const line of lines) {
    for (let index = 0; index < line.length; index += 1) {
      const cell = line[index] ?? "";
      text += index === 0 ? "" : ",";
      if (NEEDS_QUOTES.test(cell)) {
        text += quoted[next] ?? "";
        next += 1;
      } else text += cell;
    }
    text += "\r\n";
  }
  return text;
}
