import { createReadStream, type Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import type { InputFile } from "../model/input-file.ts";
import { UserError } from "../model/user-error.ts";
import { distinctLabels, foldersAbove, slashes } from "../text/file-labels.ts";
import { kindOf } from "./files.ts";
import { MANIFEST, readManifest } from "./manifest.ts";

const EXPORT_FILE = /\.(csv|tsv|txt)(\.gz)?$/i;
/** How many files are looked at together: enough to hide the disk's latency, far below any limit on open files. */
const AT_ONCE = 16;

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
