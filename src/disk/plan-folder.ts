import { existsSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import { UserError } from "../model/user-error.ts";
import { kindOf, type PlanFile, type WrittenFile, writeWhole } from "./files.ts";
import { isRecord, MANIFEST, namesOfInterruptedRun, readManifest, STAGING } from "./manifest.ts";

const WRITTEN_AT_ONCE = 2;

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
