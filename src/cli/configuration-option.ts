import path from "node:path";
import { catalogueFilesNamed } from "../config/catalogue-files-named.ts";
import { readTextFile } from "../disk/files.ts";
import type { Configuration } from "../model/configuration.ts";
import { UserError } from "../model/user-error.ts";
import type { Terminal } from "./terminal.ts";

export const DEFAULT_CONFIGURATION = "transfer-planner.json";

interface ConfigurationOptions {
  readonly config?: string;
  readonly partnerCountry?: string;
}

/** A configuration that is found and not yet checked. */
interface ConfigurationFound {
  /** To which its names of files are relative. */
  readonly folder: string;
  /** As `catalogueFiles` of the configuration. */
  readonly catalogueFiles: readonly string[];
  /** Rejects with a UserError. */
  read(): Promise<Configuration>;
}

/** The configuration that `--config` names, else the one in the working folder, else the defaults; and its folder. */
export async function configurationOption(
  options: ConfigurationOptions,
  terminal: Terminal,
): Promise<{ readonly configuration: Configuration; readonly folder: string }> {
  const found = await findConfiguration(options, terminal);
  return { configuration: await found.read(), folder: found.folder };
}

/** The same, for whoever can do something while it is read: to load what checks a configuration takes longer than to find it. */
export async function findConfiguration(
  options: ConfigurationOptions,
  terminal: Terminal,
): Promise<ConfigurationFound> {
  const { config, partnerCountry } = options;
  const name = config ?? DEFAULT_CONFIGURATION;
  const file = path.resolve(terminal.workingFolder, name);
  const text = await readTextFile(file);
  if (text === undefined && config !== undefined)
    throw new UserError([`--config "${config}": expected a configuration file, found none.`]);
  return {
    folder: text === undefined ? terminal.workingFolder : path.dirname(file),
    catalogueFiles: text === undefined ? [] : catalogueFilesNamed(text),
    read: async () => {
      const { configurationFor, readConfiguration } = await import("../config/read-configuration.ts");
      if (text === undefined) return configurationFor(partnerCountry);
      const configuration = await readConfiguration(text, name);
      if (partnerCountry === undefined) return configuration;
      if (configuration.partners.length > 0) {
        throw new UserError([
          `--partner-country "${partnerCountry}": ${path.basename(file)} names partners already; give one or the other.`,
        ]);
      }
      return { ...configuration, partners: configurationFor(partnerCountry).partners };
    },
  };
}
