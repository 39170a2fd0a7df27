import path from "node:path";
import { builtInCatalogue } from "../catalogue/built-in.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { readCatalogueFile } from "../catalogue/files/read-catalogue-file.ts";
import { layOver } from "../catalogue/overlay.ts";
import type { CatalogueLayer } from "../catalogue/statement.ts";
import { findInputs } from "../disk.ts";
import type { Configuration } from "../model/configuration.ts";
import type { InputFile } from "../model/input-file.ts";
import { UserError } from "../model/user-error.ts";

interface ConfiguredCatalogue {
  readonly catalogue: Catalogue;
  readonly layers: readonly CatalogueLayer[];
  /** Rows that say something unreadable, and mappings that nothing can follow, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * The built-in catalogue with the files that the configuration names over it. A file that is not there, or cannot be used, is a
 * fault of the configuration: targets would silently be others without it. All such files are named together.
 */
export async function configuredCatalogue(
  { catalogueFiles }: Configuration,
  folder: string,
): Promise<ConfiguredCatalogue> {
  const refusals: string[] = [];
  const layers: CatalogueLayer[] = [];
  for (const named of catalogueFiles) {
    for (const file of await filesNamed(named, folder, refusals)) {
      const reading = await readCatalogueFile(file);
      if (reading.kind === "refused") refusals.push(`catalogue: ${reading.why}`);
      else layers.push(reading.layer);
    }
  }
  if (refusals.length > 0) throw new UserError(refusals);
  const catalogue = layOver(builtInCatalogue(), layers);
  const problems = catalogue.sources.flatMap((source) => (source.problems ?? []).map((one) => `catalogue: ${one}`));
  return { catalogue, layers, problems };
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
