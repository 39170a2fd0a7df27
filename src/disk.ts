import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, type Dirent, existsSync, rmSync } from "node:fs";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import type { InputFile } from "./model/input-file.ts";
import { UserError } from "./model/user-error.ts";
import { distinctLabels, foldersAbove, slashes } from "./text/file-labels.ts";

const EXPORT_FILE = /\.(csv|tsv|txt)(\.gz)?$/i;
const MANIFEST = "manifest.json";
/** Files are written here first, inside the output folder, and moved when all are whole. */
const STAGING = ".transfer-plan-being-written";
/** How many files are looked at together: enough to hide the disk's latency, far below any limit on open files. */
const AT_ONCE = 16;
const WRITTEN_AT_ONCE = 2;

/** A file's text, or undefined where there is none. Other trouble is thrown as a UserError. */
export async function readTextFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw new UserError([`${file}: cannot be read (${reasonOf(error)}).`]);
  }
}

/**
 * The export files that the words on the command line name: files, folders with their subfolders, and globs. Sorted by
 * label, each real file once. Earlier plan folders inside a folder are passed over unless named themselves.
 * `configurationFolder` is what `files.match` is relative to. Throws a UserError naming every word that leads nowhere.
 */
export async function findInputs(words: readonly string[], configurationFolder: string): Promise<readonly InputFile[]> {
  const problems: string[] = [];
  const found: Found[] = [];
  for (const word of words) {
    const matches = await filesOf(word);
    if (matches.length === 0)
      problems.push(
        `"${word}": expected a file, a folder with .csv, .tsv or .txt files, or a glob that matches some; found none.`,
      );
    found.push(...matches);
  }
  if (problems.length > 0) throw new UserError(problems);

  const limit = pLimit(AT_ONCE);
  const real = await Promise.all(
    found.map((file) => limit(async () => ({ ...file, ...(await identityOf(file.path)) }))),
  );
  // Of several names of one file the first by name, so that the order on the command line does not matter.
  real.sort((a, b) => (a.label === b.label ? (a.path < b.path ? -1 : 1) : a.label < b.label ? -1 : 1));
  const seen = new Set<string>();
  const distinct = real.filter((file) => !seen.has(file.real) && seen.add(file.real));
  const labels = distinctLabels(distinct);
  return distinct
    .map((file, index) => ({
      label: labels[index] ?? file.label,
      matchPath: slashes(path.relative(configurationFolder, file.path)),
      bytes: file.bytes,
      open: () => bytesOf(file),
    }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function bytesOf({ path: file, bytes, trouble }: Found & { readonly bytes: number }): AsyncIterable<Uint8Array> {
  if (trouble !== undefined) return failing(trouble);
  // A buffer of the size of the file: thousands of small files would fill the memory with large empty ones.
  return createReadStream(file, { highWaterMark: Math.min(1 << 18, Math.max(1 << 12, bytes + 1)) });
}

/** Whoever reads it is told why it cannot be read, as for a file that cannot be opened. */
// biome-ignore lint/correctness/useYield: it has no bytes
async function* failing(trouble: unknown): AsyncGenerator<Uint8Array> {
  throw trouble;
}

/** A file that is listed and cannot be looked at stays, so that the reader of its rows can say so. */
async function identityOf(file: string): Promise<{ readonly real: string; readonly bytes: number }> {
  try {
    return { real: await realpath(file), bytes: (await stat(file)).size };
  } catch {
    return { real: file, bytes: 0 };
  }
}

interface Found {
  readonly path: string;
  /** Relative to the folder that was named, else the file's name; a folder's ends in `/`. */
  readonly label: string;
  /** Why it cannot be read: a folder that may not be listed. It stays, so that it is named and counted. */
  readonly trouble?: unknown;
}

async function filesOf(word: string): Promise<readonly Found[]> {
  const absolute = path.resolve(word);
  const kind = await kindOf(absolute);
  // A device or a pipe has no end, or cannot be read a second time.
  if (kind === "file" && !(await isFile(absolute))) return [];
  if (kind === "file") return [{ path: absolute, label: path.basename(absolute) }];
  if (kind === "folder") {
    const inside = await filesBelow(absolute, "");
    const plans = new Set(await planFoldersAmong(absolute, inside));
    return inside
      .filter(
        ({ label, trouble }) =>
          (trouble !== undefined || EXPORT_FILE.test(label)) &&
          !foldersAbove(label).some((folder) => plans.has(folder)),
      )
      .map((file) => (file.label === "" ? { ...file, label: `${path.basename(absolute)}/` } : file));
  }
  // Loaded only for patterns: most people name files and folders.
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(word)) return [];
  const matches = await glob([slashes(word)], { absolute: true, followSymbolicLinks: false });
  return matches.map((file) => ({ path: path.resolve(file), label: path.basename(file) }));
}

/**
 * Every file below a folder, labelled relative to it with `/`. A link to a file is that file; links to folders, which may lead
 * in circles, and names that begin with a dot are passed over. A folder that may not be listed stands for itself, and so
 * does a link that leads nowhere.
 */
async function filesBelow(folder: string, above: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  const here = path.join(folder, above);
  let entries: readonly Dirent[];
  try {
    entries = await readdir(here, { withFileTypes: true });
  } catch (trouble) {
    return [{ path: here, label: above === "" ? "" : `${above}/`, trouble }];
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const label = above === "" ? entry.name : `${above}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, label)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFileOrNothing(path.join(folder, label)))))
      found.push({ path: path.join(folder, label), label });
  }
  return found;
}

/** A link that leads to a file, or nowhere: then whoever reads it says so. */
async function isFileOrNothing(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isFile();
  } catch {
    return true;
  }
}

/** True for a file, also behind a link; not for a device or a pipe. */
async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Folders that hold a plan of ours. The folder that was named itself is not one of them. */
async function planFoldersAmong(folder: string, files: readonly Found[]): Promise<readonly string[]> {
  const ours: string[] = [];
  for (const { label } of files) {
    if (!label.endsWith(`/${MANIFEST}`)) continue;
    if ((await readManifest(path.join(folder, label))) !== undefined) ours.push(path.posix.dirname(label));
  }
  return ours;
}

/** Exactly the files that the words name, in their order, each real file once. Throws a UserError naming every word that is none. */
export async function namedFiles(words: readonly string[]): Promise<readonly InputFile[]> {
  const problems: string[] = [];
  const files = new Map<string, Found & { readonly bytes: number }>();
  for (const word of words) {
    const absolute = path.resolve(word);
    if ((await kindOf(absolute)) !== "file" || !(await isFile(absolute))) {
      problems.push(
        `"${word}": expected a file, found ${(await kindOf(absolute)) === "folder" ? "a folder" : "nothing"}.`,
      );
      continue;
    }
    const { real, bytes } = await identityOf(absolute);
    if (!files.has(real)) files.set(real, { path: absolute, label: path.basename(absolute), bytes });
  }
  if (problems.length > 0) throw new UserError(problems);
  const found = [...files.values()];
  const labels = distinctLabels(found);
  return found.map((file, index) => ({
    label: labels[index] ?? file.label,
    matchPath: slashes(file.path),
    bytes: file.bytes,
    open: () => createReadStream(file.path),
  }));
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

/** A file of a plan, as the report stage describes it. */
interface PlanFile {
  readonly name: string;
  write(sink: { write(chunk: Uint8Array | string): Promise<void> }): Promise<{ readonly rows: number | undefined }>;
}

export interface WrittenFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number | undefined;
}

/** Throws a UserError where a plan must not be written: an earlier plan without `force`, or files of these names that are not ours. */
export async function checkOutputFolder(folder: string, names: readonly string[], force: boolean): Promise<void> {
  const kind = await kindOf(folder);
  if (kind === undefined) return;
  if (kind === "file") throw new UserError([`--out "${folder}": expected a folder, found a file.`]);
  const earlier = await readManifest(path.join(folder, MANIFEST));
  if (earlier !== undefined && !force) {
    throw new UserError([
      `--out "${folder}": holds an earlier plan; use --force to replace it, or name another folder.`,
    ]);
  }
  const ours = new Set([...(earlier ?? []), ...(await namesOfInterruptedRun(folder))]);
  const foreign: string[] = [];
  for (const name of [...names, MANIFEST]) {
    if (name === MANIFEST && earlier !== undefined) continue;
    if (!ours.has(name) && (await kindOf(path.join(folder, name))) !== undefined) foreign.push(name);
  }
  if (foreign.length > 0) {
    throw new UserError([
      `--out "${folder}": holds ${foreign.join(", ")}, which no manifest of an earlier plan names; move them away, or name another folder.`,
    ]);
  }
}

/**
 * Writes all files of a plan, or none: each is written whole into a staging folder inside `folder`; then the earlier plan's
 * manifest goes, the files are moved, and the new manifest is moved last. Without its manifest a folder holds no plan, so
 * whoever kills this at any moment leaves the earlier plan, the new plan, or none. Files that no manifest names are kept.
 */
export async function writePlanFolder(
  folder: string,
  files: readonly PlanFile[],
  renderManifest: (written: readonly WrittenFile[]) => string,
): Promise<readonly WrittenFile[]> {
  const staging = path.join(folder, STAGING);
  const earlier = [
    ...((await readManifest(path.join(folder, MANIFEST))) ?? []),
    ...(await namesOfInterruptedRun(folder)),
  ];
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  try {
    const written = await writeAll(staging, files);
    await writeFile(path.join(staging, MANIFEST), renderManifest(written));
    const names = files.map((file) => file.name);
    await writeFile(path.join(staging, "moving.json"), JSON.stringify([...new Set([...names, ...earlier])]));
    await rm(path.join(folder, MANIFEST), { force: true });
    for (const name of earlier.filter((name) => !names.includes(name)))
      await rm(path.join(folder, name), { force: true });
    for (const name of [...names, MANIFEST]) await rename(path.join(staging, name), path.join(folder, name));
    return written;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Takes away what an interrupted run has begun to write; the earlier plan is still whole. At once, before anything else of the
 * run goes on: it would write into what is being taken away.
 */
export function discardStaging(folder: string): void {
  const staging = path.join(folder, STAGING);
  if (existsSync(path.join(staging, "moving.json"))) return;
  rmSync(staging, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
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

/**
 * Two at a time: while the zip of one is compressed, in a thread of its own, rows of the other are made. Waits for both also
 * when one fails, so that nobody still writes when the folder is taken away.
 */
async function writeAll(folder: string, files: readonly PlanFile[]): Promise<readonly WrittenFile[]> {
  const limit = pLimit(WRITTEN_AT_ONCE);
  // The workbook is the last and takes longest.
  const started = [...files].reverse().map((file) => limit(() => writeWhole(path.join(folder, file.name), file)));
  const ended = (await Promise.allSettled(started)).reverse();
  return ended.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}

async function writeWhole(target: string, file: PlanFile): Promise<WrittenFile> {
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

/** The folder inside `folder` with the latest plan by its as-of day, then by name; undefined where there is none. */
export async function latestPlanFolder(folder: string): Promise<string | undefined> {
  if ((await kindOf(folder)) !== "folder") return undefined;
  const plans: { readonly name: string; readonly asOf: string }[] = [];
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name, MANIFEST);
    if ((await readManifest(file)) === undefined) continue;
    const manifest: unknown = JSON.parse(await readFile(file, "utf8"));
    plans.push({ name, asOf: isRecord(manifest) && typeof manifest.asOf === "string" ? manifest.asOf : "" });
  }
  plans.sort((a, b) => (a.asOf === b.asOf ? (a.name < b.name ? -1 : 1) : a.asOf < b.asOf ? -1 : 1));
  const latest = plans.at(-1);
  return latest === undefined ? undefined : path.join(folder, latest.name);
}

/** Names of the files of a plan of ours, or undefined where the file is missing or somebody else's. */
async function readManifest(file: string): Promise<readonly string[] | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(file, "utf8"));
    if (!isRecord(manifest) || !isRecord(manifest.tool) || manifest.tool.name !== "csp-transfer-planner")
      return undefined;
    const outputs = Array.isArray(manifest.outputs) ? manifest.outputs : [];
    return outputs.flatMap((output: unknown) => (isRecord(output) ? safeNames([output.file]) : []));
  } catch {
    return undefined;
  }
}

/** What a run that was killed while moving its files had named. */
async function namesOfInterruptedRun(folder: string): Promise<readonly string[]> {
  try {
    const names: unknown = JSON.parse(await readFile(path.join(folder, STAGING, "moving.json"), "utf8"));
    return Array.isArray(names) ? safeNames(names) : [];
  } catch {
    return [];
  }
}

/** A manifest may have been tampered with: only plain file names inside the folder are ever removed. */
function safeNames(names: readonly unknown[]): readonly string[] {
  return names.flatMap((name) =>
    typeof name === "string" && /^[\w-]+\.(csv|xlsx|html|json)$/.test(name) ? [name] : [],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

async function kindOf(file: string): Promise<"file" | "folder" | undefined> {
  try {
    return (await stat(file)).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
