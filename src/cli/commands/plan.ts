import path from "node:path";
import { checkOutputFolder, discardStaging, findInputs, namedFiles, writePlanFolder } from "../../disk.ts";
import { english } from "../../locale/english.ts";
import type { Locale } from "../../locale/language.ts";
import { counted } from "../../locale/sentence.ts";
import type { DateOrder } from "../../model/configuration.ts";
import type { InputFile } from "../../model/input-file.ts";
import { isoDate, type PlainDate, parseIsoDate } from "../../model/plain-date.ts";
import type { Plan, Totals } from "../../model/plan.ts";
import { UserError } from "../../model/user-error.ts";
import { run } from "../../pipeline.ts";
import { outputsOf, oversizedCustomers, possibleFileNames, renderManifest, totalsJson } from "../../report/report.ts";
import { configurationOption } from "../configuration-option.ts";
import { configuredCatalogue } from "../configured-catalogue.ts";
import { decisionsOption, tellDecisions } from "../decisions-option.ts";
import { Progress } from "../progress.ts";
import { tellTrouble } from "../tell-trouble.ts";
import { printable, type Terminal } from "../terminal.ts";
import { tool } from "../tool.ts";

export interface PlanOptions {
  readonly out?: string;
  readonly config?: string;
  readonly asOf?: string;
  readonly partnerCountry?: string;
  readonly locale: Locale;
  readonly dateOrder?: DateOrder;
  readonly split?: string;
  readonly decisions?: string;
  readonly failOn?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const FAIL_WORDS = ["ready", "review", "blocked", "excluded", "rejected"] as const;
type FailWord = (typeof FAIL_WORDS)[number];

/** A workbook of so many subscriptions was opened by LibreOffice without trouble; larger ones were not tried. */
const EASILY_OPENED = 50_000;
const SUGGESTED_SPLIT = 5_000;

/** A plan of nothing still says what was rejected, and why. */
const FILES_OF_AN_EMPTY_PLAN = ["rejected.csv"];

/** `plan`: reads exports and writes a transfer plan. Gives the exit code. */
export async function planCommand(words: readonly string[], options: PlanOptions, terminal: Terminal): Promise<number> {
  const today = dayOption(options.asOf ?? terminal.today());
  const failOn = failOnOption(options.failOn);
  const split = splitOption(options.split);
  const { configuration, folder } = await configurationOption(options, terminal);
  const out = path.resolve(terminal.workingFolder, options.out ?? path.join("reports", `plan-${isoDate(today)}`));
  const files = await findInputs(words, folder);
  const { catalogue, problems } = await configuredCatalogue(configuration, folder);
  const decisions = await decisionsOption(options.decisions);
  await checkOutputFolder(out, possibleFileNames(split), options.force === true);

  const earlierPlan = (await earlierPlanIn(out)) ?? (await earlierPlanBeside(options.decisions));
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
      progress: (step) => progress.step(step),
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

function dayOption(text: string): PlainDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new UserError([`--as-of: expected a day as YYYY-MM-DD, found "${text}".`]);
  return day;
}

function failOnOption(text: string | undefined): readonly FailWord[] {
  if (text === undefined) return [];
  const words = text.split(",").map((word) => word.trim());
  const unknown = words.filter((word) => !FAIL_WORDS.some((known) => known === word));
  if (unknown.length > 0) {
    throw new UserError(unknown.map((word) => `--fail-on: expected ${FAIL_WORDS.join(", ")}, found "${word}".`));
  }
  return FAIL_WORDS.filter((known) => words.includes(known));
}

function splitOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UserError([`--split: expected a whole number from 1, found "${text}".`]);
  return Number(text);
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
