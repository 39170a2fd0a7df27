import { namedFiles } from "../disk/find-inputs.ts";
import { english } from "../locale/english.ts";
import { counted } from "../locale/sentence.ts";
import type { DecisionsFile, Plan } from "../model/plan.ts";
import { saidBy } from "../review/agreement.ts";
import { type ReadDecisions, readDecisionsFile } from "../review/decisions-file.ts";
import { printable, type Terminal } from "./terminal.ts";

/** The decisions that a person names; undefined where none are named. */
export async function decisionsOption(
  word: string | undefined,
): Promise<(ReadDecisions & { readonly file: DecisionsFile }) | undefined> {
  if (word === undefined) return undefined;
  const [file] = await namedFiles([word]);
  if (file === undefined) throw new Error(`No file for "${word}", and nobody said so.`);
  const read = await readDecisionsFile(file);
  return { ...read, file: { file: file.label, sha256: read.sha256, lines: read.decisions.length } };
}

const SHOWN = 20;

/** Every decision that does not hold, with its reason; the whole list is in decisions-not-applied.csv. */
export function tellDecisions({ decisions }: Pick<Plan, "decisions">, terminal: Pick<Terminal, "err">): void {
  if (decisions === undefined) return;
  const { unapplied, ruled } = decisions;
  for (const { decision, reason } of unapplied.slice(0, SHOWN)) {
    const [who, why] = [english(saidBy(decision)), english(reason)];
    terminal.err(`${printable(`${decision.scope} ${decision.key}, ${who}: not applied: ${why}`)}.\n`);
  }
  if (unapplied.length > SHOWN) {
    terminal.err(`and ${unapplied.length - SHOWN} more, all in decisions-not-applied.csv.\n`);
  }
  terminal.err(
    `Decisions hold for ${english(counted(ruled, "subscription"))}; ${english(counted(unapplied.length, "line"))} not applied${unapplied.length === 0 ? "" : " (decisions-not-applied.csv)"}.\n`,
  );
}
