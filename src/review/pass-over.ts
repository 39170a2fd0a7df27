import { UnreadableWorkbook } from "./unreadable-workbook.ts";

const MOST_ROWS = 1_048_576;
/** Bytes of XML without the beginning of a tag, or of a row: many times what an honest sheet has. */
const MOST_WITHOUT_TAG = 1 << 22;
const MOST_WITHOUT_ROW = 1 << 27;
const TAG = "<".charCodeAt(0);

/**
 * Lets a sheet pass that is read later, when what it refers to is known. A sheet that expands to no end is refused here, by its
 * bytes alone, and not after all of it was unpacked. Throws UnreadableWorkbook.
 */
export async function passOver(part: AsyncIterable<Uint8Array>): Promise<void> {
  let rows = 0;
  let sinceTag = 0;
  let sinceRow = 0;
  for await (const chunk of part) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lastTag = bytes.lastIndexOf(TAG);
    sinceTag = lastTag < 0 ? sinceTag + bytes.length : bytes.length - lastTag;
    sinceRow += bytes.length;
    for (let at = bytes.indexOf("row"); at >= 0; at = bytes.indexOf("row", at + 3)) {
      sinceRow = bytes.length - at;
      if (bytes[at - 1] === TAG) rows += 1;
    }
    if (sinceTag > MOST_WITHOUT_TAG) throw tooLong("a text far longer than a cell of a workbook can be");
    if (sinceRow > MOST_WITHOUT_ROW) throw tooLong("a sheet that goes on without any rows");
    if (rows > MOST_ROWS) throw tooLong("more rows than a sheet of a workbook has");
  }
}

function tooLong(what: string): UnreadableWorkbook {
  return new UnreadableWorkbook(`it holds ${what}`);
}
