import path from "node:path";
import { readCatalogueFile } from "../catalogue/files/read-catalogue-file.ts";
import type { CatalogueLayer } from "../catalogue/statement.ts";
import { findInputs } from "../disk.ts";
import type { InputFile } from "../model/input-file.ts";
import { UserError } from "../model/user-error.ts";

export interface CatalogueFilesRead {
  /** In the order in which the files are named. */
  readonly layers: readonly CatalogueLayer[];
  /** Files that are not there, or cannot be used, a sentence each. */
  readonly refusals: readonly string[];
}

export type CatalogueReader = (named: readonly string[], folder: string) => Promise<CatalogueFilesRead>;

/** Reads the files that a configuration names, relative to its folder. Plain data in and out, so that another thread can do it. */
export async function readCatalogueFiles(named: readonly string[], folder: string): Promise<CatalogueFilesRead> {
  const refusals: string[] = [];
  const layers: CatalogueLayer[] = [];
  for (const name of named) {
    for (const file of await filesNamed(name, folder, refusals)) {
      const reading = await readCatalogueFile(file);
      if (reading.kind === "refused") refusals.push(`catalogue: ${reading.why}`);
      else layers.push(reading.layer);
    }
  }
  return { layers, refusals };
}

async function filesNamed(named: string, folder: string, refusals: string[]): Promise<readonly InputFile[]> {
  const where = path.resolve(folder, named);
  try {
    const files = await findInputs([where], folder);
    const isAlone = files.length === 1 && path.basename(where) === files[0]?.label;
    // Named as the configuration does, never by a path of this machine.
    const label = path.isAbsolute(named) ? path.basename(named) : named.replaceAll("\\", "/").replace(/\/$/, "");
    return files.map((file) => ({ ...file, label: isAlone ? label : `${label}/${file.label}` }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refusals.push(`catalogue: "${named}": expected a file, relative to the configuration's folder; found none.`);
    return [];
  }
}
