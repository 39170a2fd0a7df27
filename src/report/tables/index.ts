import type { AnyTable } from "../table.ts";
import { customersTable } from "./customers.ts";
import { findingsTable } from "./findings.ts";
import { mappingTable } from "./mapping.ts";
import { planTable } from "./plan.ts";
import { rejectedTable } from "./rejected.ts";
import { reviewQueueTable } from "./review-queue.ts";

/** Every list of the plan, in the order of the sheets. */
export const tables: readonly AnyTable[] = [
  planTable,
  reviewQueueTable,
  customersTable,
  mappingTable,
  findingsTable,
  rejectedTable,
];
