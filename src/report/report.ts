import type { Plan } from "../model/plan.ts";
import { renderPage } from "./page/render-page.ts";
import { renderCsv } from "./render-csv.ts";
import { renderWorkbook } from "./render-workbook.ts";
import type { Sink } from "./sink.ts";
import { tables } from "./tables/index.ts";

export { renderManifest, totalsJson } from "./manifest.ts";
export type { Sink } from "./sink.ts";

export interface OutputFile {
  readonly name: string;
  /** Gives the number of rows that the file holds. */
  write(sink: Sink): Promise<{ readonly rows: number | undefined }>;
}

/**
 * Takes the plan, and gives the files that show it, each to be written on its own: the CSV files, then the page and the workbook.
 * Every file is made from the plan and from nothing else: same plan, same bytes. The manifest, which lists them, comes last
 * and from {@link renderManifest}.
 */
export function outputsOf(plan: Plan): readonly OutputFile[] {
  const lists = tables.flatMap((table): readonly OutputFile[] => {
    if (table.file === undefined) return [];
    const write = async (sink: Sink) => ({ rows: await renderCsv(table.columns(plan), table.rows(plan), sink) });
    return [{ name: table.file, write }];
  });
  return [...lists, pageOf(plan), workbookOf(plan)];
}

function pageOf(plan: Plan): OutputFile {
  return {
    name: "report.html",
    async write(sink) {
      await renderPage(plan, sink);
      return { rows: undefined };
    },
  };
}

function workbookOf(plan: Plan): OutputFile {
  return {
    name: "transfer-plan.xlsx",
    async write(sink) {
      await renderWorkbook(plan, tables, sink);
      return { rows: plan.subscriptions.length };
    },
  };
}
