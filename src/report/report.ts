import type { Plan, PlanChange } from "../model/plan.ts";
import type { TypedDecision } from "../model/verdict.ts";
import { decisionColumns } from "./columns/decisions.ts";
import { renderPage } from "./page/render-page.ts";
import { renderCsv } from "./render-csv.ts";
import { renderWorkbook } from "./render-workbook.ts";
import type { Sink } from "./sink.ts";
import { customerGroups, partOfPlan } from "./split.ts";
import { changeColumns } from "./tables/changes.ts";
import { tables } from "./tables/index.ts";

export { renderManifest, totalsJson } from "./manifest.ts";
export { planCells } from "./plan-cells.ts";
export { streamingWriter as loadWorkbookWriter } from "./render-workbook.ts";
export type { Sink } from "./sink.ts";

const PAGE = "report.html";
const WORKBOOK = "transfer-plan.xlsx";

/** Writes decisions.csv; gives the number of its lines. */
export function renderDecisions(decisions: readonly TypedDecision[], sink: Sink): Promise<number> {
  return renderCsv(decisionColumns, decisions, sink);
}

/** Writes changes as CSV; gives their number. */
export function renderChanges(changes: readonly PlanChange[], sink: Sink): Promise<number> {
  return renderCsv(changeColumns, changes, sink);
}

export interface OutputFile {
  readonly name: string;
  /** Gives the number of rows that the file holds. */
  write(sink: Sink): Promise<{ readonly rows: number | undefined }>;
}

/**
 * Takes the plan, and gives the files that show it, each to be written on its own: the CSV files, then the page and the workbook.
 * `split`: at most so many subscriptions a workbook; left out: one workbook.
 * Every file is made from the plan and from nothing else: same plan, same bytes. The manifest, which lists them, comes last
 * and from {@link renderManifest}.
 */
export function outputsOf(plan: Plan, split?: number): readonly OutputFile[] {
  const lists = tables.flatMap((table): readonly OutputFile[] => {
    if (table.file === undefined || table.isIn?.(plan) === false) return [];
    const write = async (sink: Sink) => ({ rows: await renderCsv(table.columns(plan), table.rows(plan), sink) });
    return [{ name: table.file, write }];
  });
  return [...lists, pageOf(plan), ...workbooksOf(plan, split)];
}

/** Every name that a file of a plan may have, before there is a plan; of the workbooks of a split, whose number nobody knows yet, the first. */
export function possibleFileNames(split?: number): readonly string[] {
  const lists = tables.flatMap(({ file }) => (file === undefined ? [] : [file]));
  return [...lists, PAGE, split === undefined ? WORKBOOK : partFileName(1)];
}

function pageOf(plan: Plan): OutputFile {
  return {
    name: PAGE,
    async write(sink) {
      await renderPage(plan, sink);
      return { rows: undefined };
    },
  };
}

function workbooksOf(plan: Plan, split: number | undefined): readonly OutputFile[] {
  if (split === undefined) return [workbookOf(plan.subscriptions.length, WORKBOOK, () => plan)];
  const groups = customerGroups(plan, split);
  return groups.map((customers, index) => {
    const number = index + 1;
    const rows = customers.reduce((sum, customer) => sum + customer.subscriptions.length, 0);
    // Each part is put together when it is written: all at once they would be a second plan in memory.
    return workbookOf(rows, partFileName(number), () => partOfPlan(plan, customers, number, groups.length));
  });
}

function workbookOf(rows: number, name: string, planOf: () => Plan): OutputFile {
  return {
    name,
    async write(sink) {
      await renderWorkbook(planOf(), tables, sink);
      return { rows };
    },
  };
}

/** "transfer-plan-001.xlsx". */
export function partFileName(number: number): string {
  return `transfer-plan-${String(number).padStart(3, "0")}.xlsx`;
}

/** Customers that alone have more subscriptions than a workbook should, with the workbook that each has to itself. */
export function oversizedCustomers(
  plan: Plan,
  split: number,
): readonly { readonly customer: string; readonly subscriptions: number; readonly file: string }[] {
  return customerGroups(plan, split).flatMap(([first], index) =>
    first === undefined || first.subscriptions.length <= split
      ? []
      : [
          {
            customer: first.customer.name,
            subscriptions: first.subscriptions.length,
            file: partFileName(index + 1),
          },
        ],
  );
}
