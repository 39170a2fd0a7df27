import { readFile } from "node:fs/promises";
import path from "node:path";

export const MANIFEST = "manifest.json";

/** Files are written here first, inside the output folder, and moved when all are whole. */
export const STAGING = ".transfer-plan-being-written";

/** Names of the files of a plan of ours, or undefined where the file is missing or somebody else's. */
export async function readManifest(file: string): Promise<readonly string[] | undefined> {
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
export async function namesOfInterruptedRun(folder: string): Promise<readonly string[]> {
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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
