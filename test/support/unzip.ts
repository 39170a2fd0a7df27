import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

export interface ZipEntry {
  readonly text: string;
  /** DOS date and time, as stored. */
  readonly stamp: number;
}

/** The entries of a zip by name, read from its directory. For tests: everything is held in memory. */
export function unzip(bytes: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = findEnd(bytes);
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`No directory entry at byte ${at}.`);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const stamp = bytes.readUInt32LE(at + 12);
    entries.set(name, { text: contentOf(bytes, at), stamp });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The text of one entry; throws when there is none. */
export function partOf(bytes: Buffer, name: string): string {
  const entry = unzip(bytes).get(name);
  if (entry === undefined) throw new Error(`No part "${name}" in the zip.`);
  return entry.text;
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new Error("No end of a zip directory.");
}

function contentOf(bytes: Buffer, at: number): string {
  const method = bytes.readUInt16LE(at + 10);
  const packed = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(start, start + packed);
  return (method === 0 ? content : inflateRawSync(content)).toString("utf8");
}
