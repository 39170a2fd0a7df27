import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import type { Catalogue } from "../../src/catalogue/catalogue.ts";
import { readConfiguration } from "../../src/config/read-configuration.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import type { Plan, PlannedSubscription } from "../../src/model/plan.ts";
import { run } from "../../src/pipeline.ts";
import { planCells } from "../../src/report/report.ts";
import { aFile } from "./a-file.ts";

interface Circumstances {
  readonly catalogue?: Catalogue;
  /** As written in the configuration; default: one partner location in Germany. */
  readonly configuration?: object;
  readonly today?: string;
}

/** Files, by name, through the whole run, in Germany on 2026-12-01 unless told otherwise. */
export async function runFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  { catalogue = builtInCatalogue(), configuration = {}, today = "2026-12-01" }: Circumstances = {},
): Promise<Plan> {
  return run({
    files: Object.entries(files).map(([name, content]) => aFile(name, content)),
    catalogue,
    configuration: await readConfiguration(
      JSON.stringify({ partners: [{ id: "eu", country: "DE" }], ...configuration }),
      "case",
    ),
    today: plainDate(today),
    locale: "en",
    dateOrder: undefined,
    progress: () => undefined,
  });
}

/** The row of plan.csv with a subscription id, by column. */
export function planRow(plan: Plan, id: string): Readonly<Record<string, string>> {
  const { columns, cellsOf } = planCells(plan);
  const planned = plannedOf(plan, id);
  return Object.fromEntries(cellsOf(planned).map((cell, at) => [columns[at] ?? "", String(cell)]));
}

export function plannedOf(plan: Plan, id: string): PlannedSubscription {
  const planned = plan.subscriptions.find(({ subscription }) => subscription.id === id);
  if (planned === undefined) throw new Error(`"${id}" is not in the plan`);
  return planned;
}
