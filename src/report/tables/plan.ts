import type { PlannedSubscription } from "../../model/plan.ts";
import { dateColumns, findingColumns } from "../columns/plan-dates.ts";
import { rowColumns, sourceColumns } from "../columns/plan-source.ts";
import { targetColumns } from "../columns/plan-target.ts";
import { subscriptionHiddenColumns, subscriptionReviewColumns } from "../columns/review.ts";
import { sinceEarlierColumns } from "../columns/since-earlier.ts";
import { waitingColumns } from "../columns/waiting.ts";
import { type Column, inOrder, type Table } from "../table.ts";

const columns: readonly Column<PlannedSubscription>[] = [
  ...rowColumns,
  ...sourceColumns,
  ...targetColumns,
  ...dateColumns,
  ...findingColumns,
];

/** In sight when scrolling sideways: whatever is typed is typed beside its customer. */
const FROZEN: readonly string[] = ["key", "status", "customer"];

/** What a planner reads first comes next after the review columns: what, to what, when, and why not. The rest follows in CSV order. */
const FIRST_ON_SHEET: readonly string[] = [
  ...FROZEN,
  "source_offer",
  "seats",
  "target_offer",
  "target_seats",
  "switch_on",
  "findings",
  "date_explanation",
  "path",
  "term_end",
  "auto_renew",
  "invite_by",
  "auto_renew_off_by",
  "assigned_seats",
  "match",
  "licence_action",
  "services_lost",
  "country",
  "partner",
  "wave",
  "request",
  "overlap_days",
  "overlap_cost",
  "currency",
  "if_missed",
  "cost_of_waiting",
];

const ordered = inOrder([...columns, ...waitingColumns], FIRST_ON_SHEET);

export const planTable: Table<PlannedSubscription> = {
  file: "plan.csv",
  sheet: "Plan",
  frozenColumns: FROZEN.length,
  printed: { titlesFrom: "status", to: "auto_renew_off_by" },
  purpose: "Every subscription: what it becomes, when it switches, and what stands in the way.",
  columns: () => columns,
  sheetColumns: (plan) => [
    ...ordered.slice(0, FROZEN.length),
    ...subscriptionReviewColumns(plan),
    ...sinceEarlierColumns<PlannedSubscription>(plan, ({ subscription }) => subscription.key),
    ...ordered.slice(FROZEN.length),
    ...subscriptionHiddenColumns(plan, columns),
  ],
  rows: (plan) => plan.subscriptions,
};
