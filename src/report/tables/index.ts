import type { AnyTable } from "../table.ts";
import { changesTable } from "./changes.ts";
import { customersTable } from "./customers.ts";
import { decisionsNotAppliedTable } from "./decisions-not-applied.ts";
import { findingsTable } from "./findings.ts";
import { mappingTable } from "./mapping.ts";
import { planTable } from "./plan.ts";
import { rejectedTable } from "./rejected.ts";
import { reviewQueueTable } from "./review-queue.ts";
import { runbookTable } from "./runbook.ts";

/** Every list of the plan, in the order of the sheets. */
export const tables: readonly AnyTable[] = [
  planTable,
  reviewQueueTable,
  customersTable,
  mappingTable,
  runbookTable,
  findingsTable,
  rejectedTable,
  decisionsNotAppliedTable,
  changesTable,
];
