import { findConfiguration } from "../configuration-option.ts";
import { configuredCatalogue } from "../configured-catalogue.ts";
import { dayOption, failOnOption, type PlanOptions, splitOption } from "../plan-options.ts";
import type { Terminal } from "../terminal.ts";

/** `plan`: reads exports and writes a transfer plan. Gives the exit code. */
export async function planCommand(words: readonly string[], options: PlanOptions, terminal: Terminal): Promise<number> {
  const today = dayOption(options.asOf ?? terminal.today());
  const failOn = failOnOption(options.failOn);
  const split = splitOption(options.split);
  const found = await findConfiguration(options, terminal);
  const { folder, catalogueFiles } = found;
  // The catalogue files are read by another thread: they come first, and all else is loaded meanwhile.
  const configured = configuredCatalogue(terminal.readCatalogueFiles(catalogueFiles, folder));
  // Awaited later, after what may fail first.
  configured.catch(() => undefined);
  const configuration = await found.read();
  const { makePlan } = await import("../make-plan.ts");
  return makePlan({ words, options, today, failOn, split, configuration, folder, configured }, terminal);
}
