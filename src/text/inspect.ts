import { createHash } from "node:crypto";
import type { InputFile } from "../model/input-file.ts";
import { diskErrorOf, openContent } from "./content.ts";
import { decoderOf, type Encoding, encodingOfStart, Utf8Evidence } from "./encoding.ts";
import { SAMPLE_BYTES } from "./limits.ts";
import { type Delimiter, sniffDelimiter } from "./sniff-delimiter.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** How a file is to be read, from one pass over all its bytes. */
export interface Inspection {
  /** Of the bytes on disk, like `bytes`. */
  readonly sha256: string;
  readonly bytes: number;
  readonly gzip: boolean;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Why it is no text at all. */
  readonly refusal: string | undefined;
}

/**
 * Looks at a whole file: UTF-8 where its characters are, else Windows-1252, unless its start says otherwise.
 * Never throws for what the bytes are, nor where the disk does not give them.
 */
export async function inspectFile(file: InputFile): Promise<Inspection> {
  const hash = createHash("sha256");
  let bytes = 0;
  let gzip = false;
  const utf8 = new Utf8Evidence();
  const start: Uint8Array[] = [];
  let startBytes = 0;
  let contentBytes = 0;
  try {
    const content = await openContent(file, (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    gzip = content.gzip;
    for await (const chunk of content.chunks) {
      utf8.see(chunk);
      contentBytes += chunk.length;
      if (startBytes >= SAMPLE_BYTES) continue;
      start.push(chunk.slice(0, SAMPLE_BYTES - startBytes));
      startBytes += Math.min(chunk.length, SAMPLE_BYTES - startBytes);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { sha256, size } = await digestOf(file);
    return { sha256, bytes: size, gzip, encoding: "utf-8", delimiter: ",", refusal: error.message };
  }
  const sampleBytes = Buffer.concat(start);
  const encoding = encodingOfStart(sampleBytes) ?? (utf8.isUtf8 ? "utf-8" : "windows-1252");
  const sample = decoderOf(encoding).write(sampleBytes);
  return {
    sha256: hash.digest("hex"),
    bytes,
    gzip,
    encoding,
    delimiter: sniffDelimiter(sample, contentBytes <= SAMPLE_BYTES),
    refusal: refusalOf(sampleBytes, sample),
  };
}

/** What `manifest.json` and `formats` call the encoding. */
export function encodingLabel(inspection: Inspection): string {
  const encoding = inspection.encoding === "utf-8-bom" ? "utf-8 with BOM" : inspection.encoding;
  return inspection.gzip ? `${encoding}, gzip` : encoding;
}

/** Of all that the disk gives. */
async function digestOf(file: InputFile): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const chunk of file.open()) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    if (diskErrorOf(error) === undefined) throw error;
  }
  return { sha256: hash.digest("hex"), size };
}

function refusalOf(bytes: Buffer, sample: string): string | undefined {
  if (bytes.subarray(0, 4).equals(Buffer.of(0x50, 0x4b, 0x03, 0x04))) {
    return "the file is an Excel workbook or another zip archive, not text: save the sheet as CSV, or unpack the archive";
  }
  if (bytes.subarray(0, 4).equals(Buffer.of(0xd0, 0xcf, 0x11, 0xe0))) {
    return "the file is an old Excel workbook (.xls), not text: save the sheet as CSV";
  }
  if (isBinary(sample)) return "the file is not text (NUL bytes): export it as CSV";
  return undefined;
}

/** A text may hold NULs in a row, and only that row suffers; other things hold control characters wherever one looks. */
function isBinary(sample: string): boolean {
  if (!sample.includes("\0")) return false;
  let lines = 0;
  let linesWithControls = 0;
  for (const line of sample.split(/[\r\n]+/)) {
    if (line === "") continue;
    lines += 1;
    if (CONTROL.test(line)) linesWithControls += 1;
  }
  return linesWithControls * 2 > lines;
}

const CONTROL = /(?!\t)\p{Cc}/u;
