import type { Customer } from "../../model/customer.ts";
import type { FilledField, RowConflict, SourceProduct } from "../../model/subscription.ts";
import { comparePlaces } from "./customer-conflicts.ts";
import { FILLABLE, fillFrom, isEmpty } from "./fill-gaps.ts";
import type { MergedUsage, SubscriptionRecord, UsageRecord, Who } from "./record.ts";
import { conflictsOf } from "./row-conflicts.ts";

/** A subscription that is planned, and what its other rows say differently. */
export interface Merged {
  readonly record: SubscriptionRecord;
  readonly customer: Customer;
  /** Without an id: what the row says, and the how-manieth such row of its file it is. Else empty. */
  readonly content: string;
  readonly conflicts: readonly RowConflict[];
  readonly filled: readonly FilledField[];
}

type CustomerOf = (who: Who) => Customer;

const NO_CONFLICT: readonly RowConflict[] = [];
const NOTHING_FILLED: readonly FilledField[] = [];

/**
 * One record a subscription. The same id of the same customer is the same subscription; rows without an id are only
 * where another file says the same, the nth equal row of one file with the nth of the other: two equal rows of one file
 * are two subscriptions. `onDuplicate` is told where each further row stands.
 */
export function mergeDuplicates(
  files: readonly (readonly SubscriptionRecord[])[],
  customerOf: CustomerOf,
  onDuplicate: (file: string) => void,
): Merged[] {
  const rowsOf = new Map<Customer, Map<string, SubscriptionRecord | SubscriptionRecord[]>>();
  const contents = new Map<SubscriptionRecord, string>();
  for (const records of files) {
    const occurrences = new Map<string, number>();
    for (const record of records) {
      const customer = customerOf(record.who);
      let identity = record.id.toLowerCase();
      if (identity === "") {
        const content = contentOf(record);
        const nth = countUp(occurrences, `${customer.key}\n${content}`);
        // No id has a tab, so that what a row says is never taken for one.
        identity = `${content}\n${nth}`;
        contents.set(record, identity);
      }
      const known = rowsOf.get(customer);
      const rowsOfCustomer = known ?? new Map<string, SubscriptionRecord | SubscriptionRecord[]>();
      if (known === undefined) rowsOf.set(customer, rowsOfCustomer);
      const rows = rowsOfCustomer.get(identity);
      if (rows === undefined) rowsOfCustomer.set(identity, record);
      else if (Array.isArray(rows)) rows.push(record);
      else rowsOfCustomer.set(identity, [rows, record]);
    }
  }

  const bySubscription = [...rowsOf.values()].flatMap((rowsOfCustomer) => [...rowsOfCustomer.values()]);
  return bySubscription.map((rows): Merged => {
    if (!Array.isArray(rows)) {
      return {
        record: rows,
        customer: customerOf(rows.who),
        content: contents.get(rows) ?? "",
        conflicts: NO_CONFLICT,
        filled: NOTHING_FILLED,
      };
    }
    const ranked = rows.sort(compareWorth);
    const [best, ...others] = ranked;
    if (best === undefined) throw new Error("A subscription without a row");
    const conflicts = others.flatMap((other) => conflictsOf(best, other));
    const filled: FilledField[] = [];
    for (const other of others) {
      for (const field of fillFrom(best, other)) filled.push({ field, at: other.place });
      onDuplicate(other.place.file);
    }
    const content = contents.get(best) ?? "";
    return { record: best, customer: customerOf(best.who), content, conflicts, filled };
  });
}

/** Usage rows that another file repeats would count seats twice: the one with the most assigned seats stays, and knows the others. */
export function mergeUsage(
  files: readonly (readonly UsageRecord[])[],
  customerOf: CustomerOf,
  onDuplicate: (file: string) => void,
): MergedUsage[] {
  const rowsOf = new Map<string, UsageRecord[]>();
  for (const records of files) {
    const occurrences = new Map<string, number>();
    for (const record of records) {
      const content = `${customerOf(record.who).key}\n${productText(record.product).toLowerCase()}`;
      const key = `${content}\n${countUp(occurrences, content)}`;
      const rows = rowsOf.get(key);
      if (rows === undefined) rowsOf.set(key, [record]);
      else rows.push(record);
    }
  }
  return [...rowsOf.values()].map((rows) => {
    const kept = rows.reduce((most, next) => (next.assignedSeats > most.assignedSeats ? next : most));
    const others = rows.filter((row) => row !== kept);
    for (const { isRow, place } of others) if (isRow) onDuplicate(place.file);
    return { ...kept, repeats: others.map(({ assignedSeats, place }) => ({ seats: assignedSeats, at: place })) };
  });
}

function countUp(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** What makes two rows without an id the same subscription. */
function contentOf({ product, seats, start, termEnd, unitPrice }: SubscriptionRecord): string {
  return `${productText(product)}\n${termEnd ?? ""}\n${seats}\n${start ?? ""}\n${unitPrice ?? ""}`;
}

export function productText(product: SourceProduct): string {
  return `${product.ids.join(" ")}\t${product.name}`;
}

/** The latest term end first, then the most filled fields, then the first by file and row. */
function compareWorth(a: SubscriptionRecord, b: SubscriptionRecord): number {
  const byEnd = (b.termEnd ?? Number.NEGATIVE_INFINITY) - (a.termEnd ?? Number.NEGATIVE_INFINITY);
  if (byEnd !== 0 && !Number.isNaN(byEnd)) return byEnd;
  return filledFields(b) - filledFields(a) || comparePlaces(a.place, b.place);
}

function filledFields(record: SubscriptionRecord): number {
  let filled = 0;
  for (const [, key] of FILLABLE) if (!isEmpty(record[key])) filled += 1;
  const { product, who } = record;
  return (
    filled +
    (product.ids.length > 0 ? 1 : 0) +
    (product.name === "" ? 0 : 1) +
    (who.tenantId === "" ? 0 : 1) +
    (who.domain === "" ? 0 : 1) +
    (who.name === "" ? 0 : 1)
  );
}
