import path from "node:path";
import { STARTING_CONFIGURATION } from "../../config/starting-configuration.ts";
import { writeNewFile } from "../../disk/files.ts";
import { DEFAULT_CONFIGURATION } from "../configuration-option.ts";
import type { Terminal } from "../terminal.ts";

/** `init`: writes a commented configuration into the working folder, never over one that is there. Gives the exit code. */
export async function initCommand(terminal: Terminal): Promise<number> {
  await writeNewFile(path.join(terminal.workingFolder, DEFAULT_CONFIGURATION), [STARTING_CONFIGURATION]);
  terminal.out(
    `Written ${DEFAULT_CONFIGURATION}. Name your partner location there; everything else may stay as it is.\n`,
  );
  return 0;
}
