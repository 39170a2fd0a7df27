import { isAscii } from "node:buffer";
import { StringDecoder } from "node:string_decoder";

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";

/** Turns bytes into text chunk by chunk. A byte order mark stays: whoever reads lines drops it. */
export interface Decoder {
  write(chunk: Uint8Array): string;
  end(): string;
}

export function decoderOf(encoding: Encoding): Decoder {
  switch (encoding) {
    case "utf-8":
    case "utf-8-bom":
      return utf8Decoder();
    case "utf-16le":
    case "utf-16be":
      return utf16Decoder(encoding);
    case "windows-1252":
      return { write: windows1252, end: () => "" };
    default:
      return encoding satisfies never;
  }
}

// StringDecoder and not TextDecoder: its strings take one byte a character where they can.
function utf8Decoder(): Decoder {
  const decoder = new StringDecoder("utf8");
  return { write: (chunk) => decoder.write(bufferOf(chunk)), end: () => decoder.end() };
}

function utf16Decoder(encoding: "utf-16le" | "utf-16be"): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}

/** 0x80 to 0x9F, where Windows-1252 is not Latin-1. The five bytes without a character stay as they are. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

// By hand, because some Node releases read these 32 bytes as Latin-1 in TextDecoder.
function windows1252(chunk: Uint8Array): string {
  return bufferOf(chunk)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

const FEW = 0.05;

function hasUtf8Mark(start: Uint8Array): boolean {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
}

/** UTF-16 by its byte order mark, or by nearly every second byte of the start being zero; undefined: bytes decide later. */
export function encodingOfStart(start: Uint8Array): Encoding | undefined {
  if (hasUtf8Mark(start)) return "utf-8-bom";
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const pairs = Math.floor(Math.min(start.length, 4096) / 2);
  if (pairs < 2) return undefined;
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (start[pair * 2] === 0) zeroFirst += 1;
    if (start[pair * 2 + 1] === 0) zeroSecond += 1;
  }
  // Some characters have a zero on the other side, and so may a damaged byte.
  const few = pairs * FEW;
  if (zeroFirst <= few && zeroSecond * 2 > pairs) return "utf-16le";
  if (zeroSecond <= few && zeroFirst * 2 > pairs) return "utf-16be";
  return undefined;
}

/** When so many lines with characters beyond ASCII have been seen, the rest of a file changes nothing. */
const TELLING_LINES = 1000;

/**
 * Whether bytes are UTF-8, wherever chunks cut a character. By lines: damage to a row of a file costs that row, and must not
 * turn the umlauts of all others into something else. Windows-1252 is UTF-8 by chance in few lines, if any.
 */
export class Utf8Evidence {
  #hasBegun = false;
  #soundLines = 0;
  #faultyLines = 0;
  /** Of the line that is being read. */
  #hasCharacters = false;
  #hasFault = false;
  #rest: Uint8Array = new Uint8Array(0);

  see(chunk: Uint8Array): void {
    if (!this.#hasBegun && hasUtf8Mark(chunk)) this.#soundLines = TELLING_LINES;
    this.#hasBegun = true;
    if (this.#isDecided) return;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const whole = bytes.length - cutCharacterLength(bytes);
    this.#rest = bytes.slice(whole);
    const text = bytes.subarray(0, whole);
    if (!isAscii(text)) this.#count(text);
    else if (text.includes(LF) || text.includes(CR)) this.#endLine();
  }

  get isUtf8(): boolean {
    const hasFault = this.#hasFault || this.#rest.length > 0;
    const faulty = this.#faultyLines + (hasFault ? 1 : 0);
    const sound = this.#soundLines + (this.#hasCharacters && !hasFault ? 1 : 0);
    return faulty === 0 || (sound > 0 && sound >= faulty);
  }

  get #isDecided(): boolean {
    return this.#soundLines >= TELLING_LINES || this.#faultyLines >= TELLING_LINES;
  }

  #count(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      at += 1;
      if (byte < 0x80) {
        if (byte !== LF && byte !== CR) continue;
        this.#endLine();
        if (this.#isDecided) return;
        continue;
      }
      const needed = bytesBehind(byte);
      let found = 0;
      while (found < needed && ((bytes[at] ?? 0) & 0xc0) === 0x80) {
        found += 1;
        at += 1;
      }
      if (needed > 0 && found === needed) this.#hasCharacters = true;
      else this.#hasFault = true;
    }
  }

  #endLine(): void {
    if (this.#hasFault) this.#faultyLines += 1;
    else if (this.#hasCharacters) this.#soundLines += 1;
    this.#hasFault = false;
    this.#hasCharacters = false;
  }
}

const LF = 10;
const CR = 13;

/** How many bytes a first byte wants behind it; 0 where it is none. */
function bytesBehind(byte: number): number {
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 1;
  return byte < 0xf0 ? 2 : 3;
}

/** Bytes at the end that begin a character without finishing it. */
function cutCharacterLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
}

function bufferOf(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
