import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { LOCALES } from "../locale/language.ts";
import { UserError } from "../model/user-error.ts";
import type { DiffOptions } from "./commands/diff.ts";
import type { GenerateOptions } from "./commands/generate.ts";
import type { ReviewOptions } from "./commands/review.ts";
import type { PlanOptions } from "./plan-options.ts";
import { printable, type Terminal } from "./terminal.ts";
import { tool } from "./tool.ts";

/** Runs one command line (without node and script) and gives the exit code: 0, 1 (diff), 2, 3 or 70. Never throws. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = programFor(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      for (const problem of error.problems) terminal.err(`${printable(problem)}\n`);
      return 2;
    }
    terminal.err(`${stackOf(error)}\nThis is a fault of the program, not of your files. Nothing was written.\n`);
    return 70;
  }
}

/** Each command is loaded when it is called: some take longer to load than others to run. */
function programFor(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command("transfer-planner")
    .description("Plans the transfer of acquired customers' licence-based Microsoft subscriptions to a CSP partner.")
    .version(tool.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .showHelpAfterError("(--help shows what can be given)");

  program
    .command("plan")
    .description("read exports, write a transfer plan")
    .argument("<file | folder | glob...>", "exports of the acquired book")
    .option("--out <dir>", "output folder (default: reports/plan-<as-of>)")
    .option("--config <file>", "configuration (default: ./transfer-planner.json when there is one)")
    .option("--as-of <YYYY-MM-DD>", "the day the plan is made for (default: today, UTC)")
    .option("--partner-country <CC>", "shorthand for one partner, without a configuration file")
    .addOption(new Option("--locale <locale>", "language of workbook and report").choices([...LOCALES]).default("en"))
    .option("--split <n>", "at most n subscriptions a workbook; a customer is never divided")
    .addOption(new Option("--date-order <order>", "for files whose dates do not tell").choices(["dmy", "mdy"]))
    .option(
      "--fail-on <status,...>",
      "exit 3 when any subscription has one of these statuses, or any row was rejected (word: rejected)",
    )
    .option("--decisions <file>", "decisions.csv from earlier reviews")
    .option("--force", "replace an earlier plan: only files that its manifest names; other files stay")
    .option("--quiet", "no progress")
    .option("--json", "totals as one JSON object on stdout")
    .action(async (files: string[], options: PlanOptions) => {
      const { planCommand } = await import("./commands/plan.ts");
      exit(await planCommand(files, options, terminal));
    });

  program
    .command("catalogue")
    .description("what the offer catalogue knows: its sources, offers by words, or everything about one by its id")
    .argument("[search words | id...]")
    .option("--config <file>", "configuration whose catalogue files are read, too (default: as in plan)")
    .action(async (words: string[], options: { readonly config?: string }) => {
      const { catalogueCommand } = await import("./commands/catalogue.ts");
      exit(await catalogueCommand(words, options, terminal));
    });

  program
    .command("review")
    .description("read reviewers' decisions back from workbooks")
    .argument("<workbook...>", "workbooks of one plan, each with the decisions of one or more people")
    .option("--out <file>", "file for the decisions; an earlier decisions.csv is replaced", "decisions.csv")
    .action(async (files: string[], options: ReviewOptions) => {
      const { reviewCommand } = await import("./commands/review.ts");
      exit(await reviewCommand(files, options, terminal));
    });

  program
    .command("diff")
    .description("what changed between two plans; exit 0 same, 1 different")
    .argument("<before>", "folder of a plan")
    .argument("<after>", "folder of a later plan")
    .option("--csv <file>", "write every change as CSV, too")
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diffCommand } = await import("./commands/diff.ts");
      exit(await diffCommand([before, after], options, terminal));
    });

  program
    .command("formats")
    .description("the export formats known; with a file: which it is, and why")
    .argument("[file]")
    .option("--config <file>", "configuration whose formats are known, too (default: as in plan)")
    .action(async (file: string | undefined, options: { readonly config?: string }) => {
      const { formatsCommand } = await import("./commands/formats.ts");
      exit(await formatsCommand(file, options, terminal));
    });

  program
    .command("explain")
    .description("what a finding means, or why a subscription's row is as it is")
    .argument("<CODE | subscription id>", "code of a finding, such as REGION_CONFLICT; or id or key of a subscription")
    .option("--plan <folder>", "folder of the plan (default: the latest below reports/)")
    .action(async (word: string, options: { readonly plan?: string }) => {
      const { explainCommand } = await import("./commands/explain.ts");
      exit(await explainCommand(word, options, terminal));
    });

  program
    .command("init")
    .description("write a commented starting configuration, ./transfer-planner.json")
    .action(async () => {
      const { initCommand } = await import("./commands/init.ts");
      exit(await initCommand(terminal));
    });

  program
    .command("generate")
    .description("a synthetic book with known defects")
    .requiredOption("--customers <n>", "number of customers", wholeNumber(1))
    .requiredOption("--seed <n>", "same seed, same book", wholeNumber(0))
    .requiredOption("--out <dir>", "folder for the book; nothing there is overwritten")
    .option("--as-of <YYYY-MM-DD>", "the day around which terms end", "2026-12-01")
    .action(async (options: GenerateOptions) => {
      const { generateCommand } = await import("./commands/generate.ts");
      exit(await generateCommand(options, terminal));
    });

  return program;
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least)) throw new InvalidArgumentError(`expected a whole number from ${least}.`);
    return value;
  };
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause =
    error.cause === undefined
      ? ""
      : `\nCause: ${error.cause instanceof Error ? error.cause.stack : JSON.stringify(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
