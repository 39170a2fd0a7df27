import path from "node:path";
import { replaceFile } from "../../disk/files.ts";
import { namedFiles } from "../../disk/find-inputs.ts";
import type { InputFile } from "../../model/input-file.ts";
import type { PlanChange } from "../../model/plan.ts";
import { UserError } from "../../model/user-error.ts";
import { renderChanges } from "../../report/report.ts";
import { differenceOf } from "../../review/changes.ts";
import { printable, type Terminal } from "../terminal.ts";

export interface DiffOptions {
  readonly csv?: string;
}

const SHOWN = 20;
const KINDS = [
  ["gone", "Gone"],
  ["added", "Added"],
  ["changed", "Changed"],
] as const;

/** `diff`: what changed between two plans. Gives 0 where they plan the same, 1 where they do not. */
export async function diffCommand(
  folders: readonly [string, string],
  options: DiffOptions,
  terminal: Terminal,
): Promise<number> {
  const [before, after] = await planFiles(folders);
  const csv = options.csv === undefined ? undefined : path.resolve(terminal.workingFolder, options.csv);
  if (csv !== undefined) await refuseOther(csv);
  const { changes, subscriptions } = await differenceOf(before, after);

  const bySubscription = new Map<string, PlanChange[]>();
  for (const change of changes) {
    const own = bySubscription.get(change.key);
    if (own === undefined) bySubscription.set(change.key, [change]);
    else own.push(change);
  }
  const groups = [...bySubscription.values()];
  const numberOf = (kind: PlanChange["kind"]) => groups.filter(([first]) => first?.kind === kind).length;
  const counts = KINDS.map(([kind]) => `${numberOf(kind)} ${kind}`).join(", ");
  terminal.out(`${subscriptions.before} subscriptions before, ${subscriptions.after} after: ${counts}.\n`);
  for (const [kind, title] of KINDS) tellKind(groups, kind, title, terminal);
  if (csv !== undefined) {
    await replaceFile(csv, async (sink) => ({ rows: await renderChanges(changes, sink) }));
    terminal.out(`Every change is in ${printable(path.relative(terminal.workingFolder, csv) || csv)}.\n`);
  }
  return changes.length === 0 ? 0 : 1;
}

function tellKind(
  groups: readonly (readonly PlanChange[])[],
  kind: PlanChange["kind"],
  title: string,
  terminal: Terminal,
) {
  const own = groups.filter(([first]) => first?.kind === kind);
  if (own.length === 0) return;
  const lines = [`\n${title} (${own.length})`];
  for (const changes of own.slice(0, SHOWN)) {
    const [first] = changes;
    if (first === undefined) continue;
    lines.push(
      `  ${first.customer}, ${first.subscriptionId === "" ? "no subscription id" : first.subscriptionId} [${first.key}]`,
    );
    if (kind !== "changed") continue;
    for (const { field, before, after } of changes) lines.push(`    ${field}: ${shown(before)} -> ${shown(after)}`);
  }
  if (own.length > SHOWN) lines.push(`  and ${own.length - SHOWN} more; --csv <file> writes all of them`);
  for (const line of lines) terminal.out(`${printable(line)}\n`);
}

const LONGEST = 80;

function shown(value: string): string {
  if (value === "") return "(empty)";
  return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…`;
}

/** Both folders are looked at before either is complained about. */
async function planFiles(folders: readonly [string, string]): Promise<readonly [InputFile, InputFile]> {
  const problems: string[] = [];
  const files: InputFile[] = [];
  for (const folder of folders) {
    const [file] = await namedFiles([path.join(folder, "plan.csv")]).catch(() => []);
    if (file === undefined) problems.push(`"${folder}": expected the folder of a plan, found no plan.csv in it.`);
    else files.push({ ...file, label: path.join(folder, "plan.csv") });
  }
  const [before, after] = files;
  if (before === undefined || after === undefined) throw new UserError(problems);
  return [before, after];
}

async function refuseOther(csv: string): Promise<void> {
  const [earlier] = await namedFiles([csv]).catch(() => []);
  if (earlier !== undefined)
    throw new UserError([`--csv "${csv}": is there already; name another file, or move it away.`]);
}
