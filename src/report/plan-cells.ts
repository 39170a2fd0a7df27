import type { Plan, PlannedSubscription } from "../model/plan.ts";
import { cellWriter } from "./cells.ts";
import { planTable } from "./tables/plan.ts";

/** The columns of plan.csv, and a writer of its cells as text: for comparing a plan with one that was written. */
export function planCells(plan: Plan): {
  readonly columns: readonly string[];
  readonly cellsOf: (planned: PlannedSubscription) => readonly string[];
} {
  const writers = planTable.columns(plan).map((column) => ({ column, textOf: cellWriter(column.kind) }));
  return {
    columns: writers.map(({ column }) => column.key),
    cellsOf: (planned) => writers.map(({ column, textOf }) => textOf(column.value(planned))),
  };
}
