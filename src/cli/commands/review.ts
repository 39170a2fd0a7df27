import path from "node:path";
import { replaceFile } from "../../disk/files.ts";
import { namedFiles } from "../../disk/find-inputs.ts";
import { english } from "../../locale/english.ts";
import { counted } from "../../locale/sentence.ts";
import type { InputFile } from "../../model/input-file.ts";
import { UserError } from "../../model/user-error.ts";
import type { TypedDecision } from "../../model/verdict.ts";
import { renderDecisions } from "../../report/report.ts";
import { decidesSomething } from "../../review/agreement.ts";
import { collectDecisions } from "../../review/collect.ts";
import { isDecisionsFile } from "../../review/decisions-file.ts";
import { UnreadableWorkbook } from "../../review/unreadable-workbook.ts";
import { type WorkbookDecisions, workbookDecisions } from "../../review/workbook-decisions.ts";
import { printable, type Terminal } from "../terminal.ts";

export interface ReviewOptions {
  readonly out: string;
}

/** `review`: reads what people typed into workbooks and writes decisions.csv. Gives the exit code. */
export async function reviewCommand(
  words: readonly string[],
  options: ReviewOptions,
  terminal: Terminal,
): Promise<number> {
  const files = await namedFiles(words);
  const out = path.resolve(terminal.workingFolder, options.out);
  await checkOut(out);
  const workbooks = await readAll(files);

  for (const { problems } of workbooks) for (const problem of problems) terminal.err(`${printable(problem)}\n`);
  const { decisions, problems } = collectDecisions(workbooks.flatMap((workbook) => workbook.decisions));
  for (const problem of problems) terminal.err(`${printable(problem)}\n`);
  await replaceFile(out, async (sink) => ({ rows: await renderDecisions(decisions, sink) }));
  terminal.out(`${printable(countsText(workbooks, decisions))}\n`);
  terminal.out(`Written to ${printable(path.relative(terminal.workingFolder, out) || out)}.\n`);
  return 0;
}

/** All that cannot be read are named together; then nothing is written, or a part would pass for the whole. */
async function readAll(files: readonly InputFile[]): Promise<readonly WorkbookDecisions[]> {
  const workbooks: WorkbookDecisions[] = [];
  const problems: string[] = [];
  for (const file of files) {
    try {
      const workbook = await workbookDecisions(file);
      if (workbook.subscriptions + workbook.mappings > 0) workbooks.push(workbook);
      else
        problems.push(
          `${file.label}: expected a workbook of a plan, found no sheet with the columns key and decision, and rows below them.`,
        );
    } catch (error) {
      if (!(error instanceof UnreadableWorkbook)) throw error;
      problems.push(`${file.label}: ${error.message}.`);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return workbooks;
}

/** A file that is there may be replaced only where it is a decisions.csv: the word may be that of a workbook. */
async function checkOut(out: string): Promise<void> {
  const [earlier] = await namedFiles([out]).catch(() => []);
  if (earlier === undefined || (await isDecisionsFile(earlier))) return;
  throw new UserError([
    `--out "${out}": is there already, and is no decisions.csv; move it away, or name another file.`,
  ]);
}

function countsText(workbooks: readonly WorkbookDecisions[], decisions: readonly TypedDecision[]): string {
  const subscriptions = workbooks.reduce((sum, workbook) => sum + workbook.subscriptions, 0);
  const mappings = workbooks.reduce((sum, workbook) => sum + workbook.mappings, 0);
  const words = new Map<string, number>();
  for (const line of decisions) {
    const word =
      line.decision === "" ? (decidesSomething(line) ? "without a decision" : "comment only") : line.decision;
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  const each = [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, count]) => `${count} ${word}`);
  return (
    `${workbooks.length} ${workbooks.length === 1 ? "workbook" : "workbooks"} read: ${english(counted(subscriptions, "row"))} of subscriptions, ${mappings} of source offers; ` +
    `${english(counted(decisions.length, "line"))}${each.length === 0 ? "" : `: ${each.join(", ")}`}.`
  );
}
