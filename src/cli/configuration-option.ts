import path from "node:path";
import { configurationFor, readConfiguration } from "../config/read-configuration.ts";
import { readTextFile } from "../disk.ts";
import type { Configuration } from "../model/configuration.ts";
import { UserError } from "../model/user-error.ts";
import type { Terminal } from "./terminal.ts";

export const DEFAULT_CONFIGURATION = "transfer-planner.json";

/** The configuration that `--config` names, else the one in the working folder, else the defaults; and its folder. */
export async function configurationOption(
  options: { readonly config?: string; readonly partnerCountry?: string },
  terminal: Terminal,
): Promise<{ readonly configuration: Configuration; readonly folder: string }> {
  const named = options.config !== undefined;
  const file = path.resolve(terminal.workingFolder, options.config ?? DEFAULT_CONFIGURATION);
  const text = await readTextFile(file);
  if (text === undefined) {
    if (named) throw new UserError([`--config "${options.config}": expected a configuration file, found none.`]);
    return { configuration: configurationFor(options.partnerCountry), folder: terminal.workingFolder };
  }
  const configuration = await readConfiguration(text, options.config ?? DEFAULT_CONFIGURATION);
  if (options.partnerCountry === undefined) return { configuration, folder: path.dirname(file) };
  if (configuration.partners.length > 0) {
    throw new UserError([
      `--partner-country "${options.partnerCountry}": ${path.basename(file)} names partners already; give one or the other.`,
    ]);
  }
  const { partners } = configurationFor(options.partnerCountry);
  return { configuration: { ...configuration, partners }, folder: path.dirname(file) };
}
