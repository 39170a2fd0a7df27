import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../model/user-error.ts";

/** A file's text, or undefined where there is none. Other trouble is thrown as a UserError. */
export async function readTextFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw new UserError([`${file}: cannot be read (${reasonOf(error)}).`]);
  }
}

export async function kindOf(file: string): Promise<"file" | "folder" | undefined> {
  try {
    return (await stat(file)).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

/** Writes one new file, chunk by chunk; throws a UserError where something is there already. */
export async function writeNewFile(file: string, text: Iterable<string>): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (isCode(error, "EEXIST"))
      throw new UserError([`${file}: is there already; name another folder, or move it away.`]);
    throw new UserError([`${file}: cannot be written (${reasonOf(error)}).`]);
  }
}

/** A file of a plan, as the report stage describes it. */
export interface PlanFile {
  readonly name: string;
  write(sink: { write(chunk: Uint8Array | string): Promise<void> }): Promise<{ readonly rows: number | undefined }>;
}

export interface WrittenFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number | undefined;
}

/** Writes one file whole or not at all, over an earlier one. */
export async function replaceFile(file: string, write: PlanFile["write"]): Promise<void> {
  const part = `${file}.being-written`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeWhole(part, { name: path.basename(file), write });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof UserError) throw error;
    throw new UserError([`${file}: cannot be written (${reasonOf(error)}).`]);
  }
}

export async function writeWhole(target: string, file: PlanFile): Promise<WrittenFile> {
  const stream = createWriteStream(target, { highWaterMark: 1 << 18 });
  const hash = createHash("sha256");
  const failed = once(stream, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => undefined);
  const write = async (chunk: Uint8Array | string) => {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    hash.update(bytes);
    if (!stream.write(bytes)) await Promise.race([once(stream, "drain"), failed]);
  };
  try {
    const { rows } = await file.write({ write });
    stream.end();
    await Promise.race([once(stream, "finish"), failed]);
    await flushToDisk(target);
    return { file: file.name, sha256: hash.digest("hex"), rows };
  } catch (error) {
    stream.destroy();
    if (isCode(error, "ENOSPC") || isCode(error, "EACCES") || isCode(error, "EROFS")) {
      throw new UserError([`${target}: cannot be written (${reasonOf(error)}).`]);
    }
    throw error;
  }
}

async function flushToDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
