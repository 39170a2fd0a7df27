import { day, type Value, word } from "../../locale/sentence.ts";
import { parseIsoDate } from "../../model/plain-date.ts";
import { type Plan, type PlanChange, STATUSES } from "../../model/plan.ts";
import { type Column, inOrder, type Table } from "../table.ts";
import { planTable } from "./plan.ts";

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
  { ...text("change", "Change", 10, "added, gone or changed."), value: ({ kind }) => word(kind, "change") },
  { ...text("key", "Key", 18, "Key of the row of Plan."), kind: "id" },
  text("customer", "Customer", 26, "Name of the customer."),
  { ...text("subscription_id", "Subscription id", 38, "As exported.", "subscriptionId"), kind: "id" },
  text(
    "source_offer",
    "Source offer",
    28,
    "Product name as exported; where the export has none, the product id.",
    "sourceOffer",
  ),
  text("field", "Field", 18, "Column of plan.csv. Empty: the whole subscription is added or gone."),
  { ...text("before", "Before", 40, "Its value before."), wrap: true, isList: true },
  { ...text("after", "After", 40, "Its value in this plan."), wrap: true, isList: true },
];

/** Whose, what, and from what to what, on one line of a page; ids follow. */
const FIRST_ON_SHEET = ["customer", "source_offer", "field", "before", "after"];

/** On the sheet a field is called as its column there is, and its values are said in the workbook's language. */
function sheetColumns(plan: Plan): readonly Column<PlanChange>[] {
  const titles = new Map(planTable.columns(plan).map(({ key, title }) => [key, title]));
  return inOrder(changeColumns, FIRST_ON_SHEET).map((column) => {
    switch (column.key) {
      case "field":
        return { ...column, wrap: true, note: FIELD_ON_SHEET, value: ({ field }) => word(titles.get(field) ?? field) };
      case "before":
        return { ...column, value: ({ field, before }) => valueSaid(field, before) };
      case "after":
        return { ...column, value: ({ field, after }) => valueSaid(field, after) };
      default:
        return column;
    }
  });
}

const FIELD_ON_SHEET = "Column of Plan. Empty: the whole subscription is added or gone.";

/** Of a whole subscription, its status. */
function valueSaid(field: string, value: string): Value {
  if ((field === "status" || field === "") && (STATUSES as readonly string[]).includes(value))
    return word(value, "status");
  if (field === "licence_action" && value !== "") return word(value, "licence action");
  if (value === "yes") return word(value);
  if (value === "no") return word(value, "answer");
  const on = parseIsoDate(value);
  return on === undefined ? value : day(on);
}

/** What decisions changed, and what changed since the earlier plan. */
export const changesTable: Table<PlanChange> = {
  file: "changes.csv",
  sheet: "Changes",
  frozenColumns: 2,
  groupedBy: "key",
  printed: { to: "key" },
  purpose: "What decisions have changed, and what is new since the earlier plan.",
  isIn: (plan) => plan.changes !== undefined,
  columns: () => changeColumns,
  sheetColumns,
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
