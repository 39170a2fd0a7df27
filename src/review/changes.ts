import type { InputFile } from "../model/input-file.ts";
import type { PlanChange } from "../model/plan.ts";
import { type PlanRecord, readPlanFile } from "./plan-file.ts";

type Against = PlanChange["against"];

/** What differs between two records of one subscription, field by field. A field that one of them lacks is not compared. */
export function changedFields(before: PlanRecord, after: PlanRecord, against: Against): readonly PlanChange[] {
  const changes: PlanChange[] = [];
  for (const [field, value] of after.values) {
    const earlier = before.values.get(field);
    if (earlier === undefined || earlier === value) continue;
    changes.push({ kind: "changed", ...nameOf(after), field, before: earlier, after: value, against });
  }
  return changes;
}

/** What has changed since a plan.csv, by key. `recordOf` gives the record of today: records of a whole book are large. */
export async function changesSince<Item>(
  file: InputFile,
  today: ReadonlyMap<string, Item>,
  recordOf: (item: Item) => PlanRecord,
): Promise<readonly PlanChange[]> {
  const left = new Set(today.keys());
  const changes: PlanChange[] = [];
  for await (const before of readPlanFile(file)) {
    const now = today.get(before.key);
    left.delete(before.key);
    if (now === undefined) changes.push(goneOrAdded("gone", before));
    else changes.push(...changedFields(before, recordOf(now), "earlier plan"));
  }
  for (const key of left) {
    const added = today.get(key);
    if (added !== undefined) changes.push(goneOrAdded("added", recordOf(added)));
  }
  return changes.sort(byPlace);
}

export interface PlanDifference {
  readonly changes: readonly PlanChange[];
  readonly subscriptions: { readonly before: number; readonly after: number };
}

/**
 * What has changed from one plan.csv to another, by key. Only what differs is held: the first file is read twice, the second
 * time for the rows that are not the same.
 */
export async function differenceOf(before: InputFile, after: InputFile): Promise<PlanDifference> {
  const left = new Map<string, string>();
  for await (const record of readPlanFile(before)) left.set(record.key, record.digest);
  const subscriptions = { before: left.size, after: 0 };
  const changes: PlanChange[] = [];
  const changed = new Map<string, PlanRecord>();
  for await (const record of readPlanFile(after)) {
    subscriptions.after += 1;
    const digest = left.get(record.key);
    left.delete(record.key);
    if (digest === undefined) changes.push(goneOrAdded("added", record));
    else if (digest !== record.digest) changed.set(record.key, record);
  }
  if (left.size > 0 || changed.size > 0) {
    for await (const record of readPlanFile(before)) {
      const now = changed.get(record.key);
      if (now !== undefined) changes.push(...changedFields(record, now, "earlier plan"));
      else if (left.has(record.key)) changes.push(goneOrAdded("gone", record));
    }
  }
  return { changes: changes.sort(byPlace), subscriptions };
}

function goneOrAdded(kind: "gone" | "added", record: PlanRecord): PlanChange {
  const status = record.values.get("status") ?? "";
  const [before, after] = kind === "gone" ? [status, ""] : ["", status];
  return { kind, ...nameOf(record), field: "", before, after, against: "earlier plan" };
}

function nameOf({ key, customer, subscriptionId, sourceOffer }: PlanRecord) {
  return { key, customer, subscriptionId, sourceOffer };
}

/** By customer, subscription and key; the fields of one stay in the order of plan.csv, for sorting keeps equals in place. */
function byPlace(a: PlanChange, b: PlanChange): number {
  for (const name of ["customer", "subscriptionId", "key"] as const) {
    if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1;
  }
  return 0;
}
