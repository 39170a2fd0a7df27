import path from "node:path";
import { findInputs, namedFiles } from "../disk/find-inputs.ts";
import { checkOutputFolder, discardStaging, writePlanFolder } from "../disk/plan-folder.ts";
import { english } from "../locale/english.ts";
import { counted } from "../locale/sentence.ts";
import type { Configuration } from "../model/configuration.ts";
import type { InputFile } from "../model/input-file.ts";
import { isoDate, type PlainDate } from "../model/plain-date.ts";
import type { Plan, Totals } from "../model/plan.ts";
import { run } from "../pipeline.ts";
import {
  loadWorkbookWriter,
  outputsOf,
  oversizedCustomers,
  possibleFileNames,
  renderManifest,
  totalsJson,
} from "../report/report.ts";
import type { ConfiguredCatalogue } from "./configured-catalogue.ts";
import { decisionsOption, tellDecisions } from "./decisions-option.ts";
import type { FailWord, PlanOptions } from "./plan-options.ts";
import { Progress } from "./progress.ts";
import { tellTrouble } from "./tell-trouble.ts";
import { printable, type Terminal } from "./terminal.ts";
import { tool } from "./tool.ts";

/** A workbook of so many subscriptions was opened by LibreOffice without trouble; larger ones were not tried. */
const EASILY_OPENED = 50_000;
const SUGGESTED_SPLIT = 5_000;

/** A plan of nothing still says what was rejected, and why. */
const FILES_OF_AN_EMPTY_PLAN = ["rejected.csv"];

interface PlanRequest {
  readonly words: readonly string[];
  readonly options: PlanOptions;
  readonly today: PlainDate;
  readonly failOn: readonly FailWord[];
  readonly split: number | undefined;
  readonly configuration: Configuration;
  /** The configuration's. */
  readonly folder: string;
  /** May still be read. */
  readonly configured: Promise<ConfiguredCatalogue>;
}

/** Makes the plan that a command line asks for, writes it and tells what it holds. Gives the exit code. */
export async function makePlan(request: PlanRequest, terminal: Terminal): Promise<number> {
  const { words, options, today, failOn, split, configuration, folder, configured } = request;
  const out = path.resolve(terminal.workingFolder, options.out ?? path.join("reports", `plan-${isoDate(today)}`));
  const files = await findInputs(words, folder);
  const decisions = await decisionsOption(options.decisions);
  await checkOutputFolder(out, possibleFileNames(split), options.force === true);

  const earlierPlan = (await earlierPlanIn(out)) ?? (await earlierPlanBeside(options.decisions));
  const catalogue = configured.then((known) => known.catalogue);
  let refusal: unknown;
  catalogue.catch((error: unknown) => {
    refusal = error;
  });
  // The catalogue files are being read by another thread: a good time for what takes long to load, and will be needed.
  if (configuration.catalogueFiles.length > 0) await loadWorkbookWriter();
  const progress = new Progress(terminal, options.quiet === true || options.json === true);
  try {
    const plan = await run({
      files,
      catalogue,
      configuration,
      today,
      locale: options.locale,
      dateOrder: options.dateOrder,
      earlierPlan,
      ...(decisions === undefined ? {} : { decisions: decisions.decisions, decisionsFile: decisions.file }),
      progress: (step) => {
        // A large book is not read to its end for a plan that cannot be made.
        if (refusal !== undefined) throw refusal;
        progress.step(step);
      },
    });
    progress.step({ kind: "stage", stage: "report" });
    const nothing = plan.totals.planned === 0;
    const outputs = outputsOf(plan, split).filter((file) => !nothing || FILES_OF_AN_EMPTY_PLAN.includes(file.name));
    // How many workbooks there are is known only now.
    if (split !== undefined) {
      const names = outputs.map((file) => file.name);
      await checkOutputFolder(out, names, options.force === true);
    }
    await interruptibly(terminal, out, () =>
      writePlanFolder(out, outputs, (written) => renderManifest(plan, written, tool)),
    );
    progress.clear();
    const { problems } = await configured;
    for (const problem of problems) terminal.err(`${printable(problem)}\n`);
    tellTrouble(plan, terminal);
    for (const problem of plan.notCompared ?? []) terminal.err(`${printable(notComparedText(problem))}\n`);
    if (split !== undefined) tellOversized(plan, split, terminal);
    else tellLarge(plan, terminal);
    for (const problem of decisions?.problems ?? []) terminal.err(`${printable(problem)}\n`);
    tellDecisions(plan, terminal);
    if (options.json === true) terminal.out(`${totalsJson(plan)}\n`);
    else tellResult(plan, path.relative(terminal.workingFolder, out) || ".", possibleFileNames(split), terminal);
    if (nothing) {
      terminal.err("Nothing could be planned: no row of the files named gave a subscription.\n");
      return 2;
    }
    return failOn.some((word) => plan.totals[word] > 0) ? 3 : 0;
  } finally {
    progress.clear();
  }
}

/** Only while files are written is there something to take away first: before that, whoever interrupts is obeyed at once. */
async function interruptibly(terminal: Terminal, out: string, write: () => Promise<unknown>): Promise<void> {
  const release = terminal.onInterrupt(() => discardStaging(out));
  try {
    await write();
  } finally {
    release();
  }
}

/** The plan that this one replaces; undefined: there is none. What is there has been found to be ours. */
async function earlierPlanIn(out: string): Promise<InputFile | undefined> {
  const [file] = await namedFiles([path.join(out, "plan.csv")]).catch(() => []);
  return file;
}

/** Where the decisions lie beside the plan that they were made on, that plan tells what is new. */
async function earlierPlanBeside(decisions: string | undefined): Promise<InputFile | undefined> {
  return decisions === undefined ? undefined : earlierPlanIn(path.dirname(decisions));
}

function notComparedText(problem: string): string {
  return `What has changed since the earlier plan cannot be told: ${problem}`;
}

function tellOversized(plan: Plan, split: number, terminal: Terminal): void {
  for (const { customer, subscriptions, file } of oversizedCustomers(plan, split)) {
    terminal.err(
      `${printable(`${customer}: ${subscriptions} subscriptions, more than --split ${split}; a customer is never divided, so ${file} is its own.`)}\n`,
    );
  }
}

function tellLarge({ totals }: Plan, terminal: Terminal): void {
  if (totals.planned <= EASILY_OPENED) return;
  terminal.err(
    `The workbook holds ${totals.planned} subscriptions: slow to open, or too large for a spreadsheet program. With --split ${SUGGESTED_SPLIT} there are several small ones; review reads them all.\n`,
  );
}

function tellResult(plan: Plan, out: string, names: readonly string[], terminal: Terminal): void {
  const { totals } = plan;
  const workbook = names.at(-1) ?? "";
  terminal.out(`${totalsText(totals)}\n`);
  if (totals.planned > 0) {
    terminal.out(
      `${english(counted(totals.planned, "subscription"))} of ${english(counted(plan.customers.length, "customer"))}: ${totals.ready} ready, ${totals.review} to review, ${totals.blocked} blocked, ${totals.excluded} excluded.\n`,
    );
    terminal.out(
      `Written to ${printable(out)}. Open ${printable(path.join(out, workbook))}; its first sheet says what to do next.\n`,
    );
  } else {
    terminal.out(`Written to ${printable(out)}: rejected.csv and manifest.json.\n`);
  }
}

function totalsText(totals: Totals): string {
  const parts = (["planned", "merged", "duplicates", "rejected", "usage", "customers", "ignored"] as const).map(
    (part) => `${totals[part]} ${part}`,
  );
  return `${totals.rowsRead} rows read = ${parts.join(" + ")}`;
}
