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
  const writers = columns.map((column) => ({ column, textOf: cellWriter(column.kind) }));
  const lines = new Lines();
  let count = 0;
  for (const column of columns) lines.add(safeText(column.key));
  lines.endLine();
  await sink.write(BYTE_ORDER_MARK + lines.take());

  for (const row of rows) {
    for (const { column, textOf } of writers) lines.add(textOf(column.value(row)));
    lines.endLine();
    count += 1;
    // Counting characters, too: a few hundred rows of very long cells are much text.
    if (lines.count >= ROWS_PER_CHUNK || lines.characters >= CHARACTERS_PER_CHUNK) await sink.write(lines.take());
  }
  if (lines.count > 0) await sink.write(lines.take());
  return count;
}

/**
 * Lines that wait to be written. Few cells need quotes, and the library looks at every cell at length; so only the cells that
 * do are handed to it, all of a chunk as one column. NUL parts them again, since no cell holds a control character.
 */
class Lines {
  count = 0;
  characters = 0;
  /** The text between cells that need quotes; each such cell stands after the piece of the same place. */
  #pieces: string[] = [];
  #toQuote: string[] = [];
  #text = "";
  #isFirstCell = true;

  add(cell: string): void {
    if (this.#isFirstCell) this.#isFirstCell = false;
    else this.#text += ",";
    this.characters += cell.length;
    if (!NEEDS_QUOTES.test(cell)) {
      this.#text += cell;
      return;
    }
    this.#pieces.push(this.#text);
    this.#toQuote.push(cell);
    this.#text = "";
  }

  endLine(): void {
    this.#text += "\r\n";
    this.#isFirstCell = true;
    this.count += 1;
  }

  take(): string {
    let text = "";
    if (this.#toQuote.length > 0) {
      const distinct = [...new Set(this.#toQuote)];
      const options = { quoted: true, record_delimiter: "\u0000", eof: false };
      const quoted = stringify(
        distinct.map((cell) => [cell]),
        options,
      ).split("\u0000");
      const quotedOf = new Map(distinct.map((cell, place) => [cell, quoted[place] ?? ""]));
      this.#toQuote.forEach((cell, place) => {
        text += this.#pieces[place] ?? "";
        text += quotedOf.get(cell) ?? "";
      });
    }
    text += this.#text;
    this.count = 0;
    this.characters = 0;
    this.#pieces = [];
    this.#toQuote = [];
    this.#text = "";
    return text;
  }
}
