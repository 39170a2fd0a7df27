import { word } from "../../locale/sentence.ts";
import type { PlanChange } from "../../model/plan.ts";
import type { Column, Table } from "../table.ts";

export const changeColumns: readonly Column<PlanChange>[] = [
  {
    ...text(
      "against",
      "Compared with",
      16,
      "no decisions: the same book without them. earlier plan: the one that was replaced, or that lay beside the decisions.",
    ),
    value: ({ against }) => word(against),
  },
  { ...text("change", "Change", 11, "added, gone or changed."), value: ({ kind }) => word(kind, "change") },
  { ...text("key", "Key", 19, "Key of the row of Plan."), kind: "id" },
  text("customer", "Customer", 28, "Name of the customer."),
  { ...text("subscription_id", "Subscription id", 38, "As exported.", "subscriptionId"), kind: "id" },
  text("field", "Field", 22, "Column of plan.csv. Empty: the whole subscription is added or gone."),
  text("before", "Before", 40, "Its value before."),
  text("after", "After", 40, "Its value in this plan."),
];

/** What decisions changed, and what changed since the earlier plan. */
export const changesTable: Table<PlanChange> = {
  file: "changes.csv",
  sheet: "Changes",
  frozenColumns: 3,
  purpose: "What decisions have changed, and what is new since the earlier plan.",
  isIn: (plan) => plan.changes !== undefined,
  columns: () => changeColumns,
  rows: (plan) => plan.changes ?? [],
};

function text(
  key: string,
  title: string,
  width: number,
  note: string,
  property: keyof PlanChange = key as keyof PlanChange,
): Column<PlanChange> {
  return { key, title, kind: "text", width, note, value: (change) => change[property] };
}
