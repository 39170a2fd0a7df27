import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { InputFile } from "../model/input-file.ts";
import { GZIP_FREE_BYTES, MAX_GZIP_RATIO } from "./limits.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** The bytes of a file's text, gzip undone. */
export interface Content {
  readonly gzip: boolean;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Opens a file. Gzip is known by its first two bytes, whatever the name says; all members are read.
 * `onDisk` sees every chunk as it is on disk. Reading throws UnreadableFile for broken or boundless gzip, and where the disk fails.
 */
export async function openContent(file: InputFile, onDisk: (chunk: Uint8Array) => void = () => {}): Promise<Content> {
  const source = file.open()[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  let isDone = false;
  while (head.length < 2 && !isDone) {
    const next = await nextOf(source);
    if (next.done === true) isDone = true;
    else {
      onDisk(next.value);
      head = joined(head, next.value);
    }
  }
  const bytes = (async function* () {
    try {
      if (head.length > 0) yield head;
      while (!isDone) {
        const next = await nextOf(source);
        if (next.done === true) return;
        onDisk(next.value);
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  })();
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  return { gzip, chunks: gzip ? gunzipped(bytes, file.bytes) : bytes };
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>, sizeOnDisk: number): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const source = Readable.from(bytes, { objectMode: false });
  source.once("error", (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  const allowed = Math.max(GZIP_FREE_BYTES, sizeOnDisk * MAX_GZIP_RATIO);
  let size = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > allowed) {
        throw new UnreadableFile(
          `the gzip expands to more than ${MAX_GZIP_RATIO} times its size: unpack it, check it, and give the CSV itself`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new UnreadableFile("the gzip is damaged or cut short: download or pack it again", { cause: error });
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function nextOf(source: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await source.next();
  } catch (error) {
    const code = diskErrorOf(error);
    if (code === undefined) throw error;
    throw new UnreadableFile(`it cannot be read (${code}): check that it is there, whole, and open to you`, {
      cause: error,
    });
  }
}

/** ENOENT, EACCES, EIO and their like; Node's own codes begin with ERR_ and are bugs. */
export function diskErrorOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
