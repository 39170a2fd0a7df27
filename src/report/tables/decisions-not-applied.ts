import type { UnappliedDecision } from "../../model/verdict.ts";
import { decisionColumns } from "../columns/decisions.ts";
import type { Column, Table } from "../table.ts";

const columns: readonly Column<UnappliedDecision>[] = [
  ...decisionColumns.map(({ value, ...column }) => ({
    ...column,
    value: ({ decision }: UnappliedDecision) => value(decision),
  })),
  {
    key: "reason",
    title: "Reason",
    kind: "text",
    width: 60,
    note: "Why it was not applied.",
    value: ({ reason }) => reason,
  },
];

export const decisionsNotAppliedTable: Table<UnappliedDecision> = {
  file: "decisions-not-applied.csv",
  sheet: undefined,
  frozenColumns: 2,
  purpose: "Every decision that was not applied, and why.",
  isIn: (plan) => plan.decisions !== undefined,
  columns: () => columns,
  rows: (plan) => plan.decisions?.unapplied ?? [],
};
