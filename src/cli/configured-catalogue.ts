import type { Catalogue } from "../catalogue/catalogue.ts";
import { UserError } from "../model/user-error.ts";
import type { CatalogueFilesRead } from "./read-catalogue-files.ts";

export interface ConfiguredCatalogue {
  readonly catalogue: Catalogue;
  readonly files: CatalogueFilesRead["files"];
  /** Rows that say something unreadable, and mappings that nothing can follow, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * The built-in catalogue with the files that the configuration names over it. A file that is not there, or cannot be used, is a
 * fault of the configuration: targets would silently be others without it. All such files are named together.
 */
export async function configuredCatalogue(reading: Promise<CatalogueFilesRead>): Promise<ConfiguredCatalogue> {
  // Loaded and read while another thread reads the files.
  const [{ overlay, files, refusals }, builtIn, { overlaid }] = await Promise.all([
    reading,
    import("../catalogue/built-in.ts").then(({ builtInCatalogue }) => builtInCatalogue()),
    import("../catalogue/overlaid.ts"),
  ]);
  if (refusals.length > 0) throw new UserError(refusals);
  const catalogue = overlay === undefined ? builtIn : overlaid(builtIn, overlay);
  const problems = catalogue.sources.flatMap((source) => (source.problems ?? []).map((one) => `catalogue: ${one}`));
  return { catalogue, files, problems };
}
