import path from "node:path";
import { builtInCatalogue } from "../catalogue/built-in.ts";
import { readCatalogueFile } from "../catalogue/files/read-catalogue-file.ts";
import type { Overlay } from "../catalogue/overlaid.ts";
import { overlayOf } from "../catalogue/overlay.ts";
import type { CatalogueLayer } from "../catalogue/statement.ts";
import { findInputs } from "../disk/find-inputs.ts";
import type { InputFile } from "../model/input-file.ts";
import { UserError } from "../model/user-error.ts";

export interface CatalogueFilesRead {
  /** Over the built-in catalogue; undefined: none is named, or some cannot be used. */
  readonly overlay: Overlay | undefined;
  /** In the order in which they are named. */
  readonly files: readonly Pick<CatalogueLayer, "sha256" | "kind" | "rows">[];
  /** Files that are not there, or cannot be used, a sentence each. */
  readonly refusals: readonly string[];
}

export type CatalogueReader = (named: readonly string[], folder: string) => Promise<CatalogueFilesRead>;

/**
 * Reads the files that a configuration names, relative to its folder, and lays them over the built-in catalogue. Plain data in
 * and out, so that another thread can do it.
 */
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
  const files = layers.map(({ sha256, kind, rows }) => ({ sha256, kind, rows }));
  const isUsed = layers.length > 0 && refusals.length === 0;
  return { overlay: isUsed ? overlayOf(builtInCatalogue(), layers) : undefined, files, refusals };
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
