import type { Customer } from "../../model/customer.ts";
import { isoDate } from "../../model/plain-date.ts";
import type { RowConflict, SourceProduct } from "../../model/subscription.ts";
import { comparePlaces } from "./customers.ts";
import type { SubscriptionRecord, UsageRecord, Who } from "./record.ts";

/** A subscription that is planned, and what its other rows say differently. */
export interface Merged {
  readonly record: SubscriptionRecord;
  readonly customer: Customer;
  /** Without an id: what the row says, and the how-manieth such row of its file it is. Else empty. */
  readonly content: string;
  readonly conflicts: readonly RowConflict[];
}

type CustomerOf = (who: Who) => Customer;

const NO_CONFLICT: readonly RowConflict[] = [];

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
      };
    }
    const ranked = rows.sort(compareWorth);
    const [best, ...others] = ranked;
    if (best === undefined) throw new Error("A subscription without a row");
    const conflicts = others.flatMap((other) => conflictsOf(best, other));
    for (const other of others) {
      fillFrom(best, other);
      onDuplicate(other.place.file);
    }
    return { record: best, customer: customerOf(best.who), content: contents.get(best) ?? "", conflicts };
  });
}

/** Usage rows that another file repeats would count seats twice: the one with the most assigned seats stays. */
export function mergeUsage(
  files: readonly (readonly UsageRecord[])[],
  customerOf: CustomerOf,
  onDuplicate: (file: string) => void,
): UsageRecord[] {
  const kept = new Map<string, UsageRecord>();
  for (const records of files) {
    const occurrences = new Map<string, number>();
    for (const record of records) {
      const content = `${customerOf(record.who).key}\n${productText(record.product).toLowerCase()}`;
      const key = `${content}\n${countUp(occurrences, content)}`;
      const known = kept.get(key);
      if (known === undefined) {
        kept.set(key, record);
        continue;
      }
      const isMore = record.assignedSeats > known.assignedSeats;
      if (isMore) kept.set(key, record);
      const repeated = isMore ? known : record;
      if (repeated.isRow) onDuplicate(repeated.place.file);
    }
  }
  return [...kept.values()];
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
  for (const field of FILLABLE) if (!isEmpty(record[field])) filled += 1;
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

const FILLABLE = [
  "parentId",
  "assignedSeats",
  "status",
  "segment",
  "channel",
  "term",
  "billing",
  "start",
  "termEnd",
  "autoRenew",
  "isTrial",
  "promotion",
  "unitPrice",
  "currency",
  "partnerTenantId",
] as const satisfies readonly (keyof SubscriptionRecord)[];

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "";
}

/** Empty fields take the other row's value; what the other row could not read either stays said. */
function fillFrom(best: SubscriptionRecord, other: SubscriptionRecord): void {
  const isUnread = new Set(best.unread.map(({ field }) => field));
  const unread = other.unread.filter(({ field }) => !isUnread.has(field) && !isKnown(best, field));
  if (unread.length > 0) best.unread = [...best.unread, ...unread];
  // A word that could not be read is no empty field: it stays as given.
  if (!isUnread.has("status")) best.status ??= other.status;
  if (!isUnread.has("segment")) best.segment ??= other.segment;
  if (!isUnread.has("channel")) best.channel ??= other.channel;
  if (!isUnread.has("term")) best.term ??= other.term;
  if (!isUnread.has("billing")) best.billing ??= other.billing;
  if (!isUnread.has("auto_renew")) best.autoRenew ??= other.autoRenew;
  if (!isUnread.has("is_trial")) best.isTrial ??= other.isTrial;
  best.parentId ||= other.parentId;
  best.assignedSeats ??= other.assignedSeats;
  best.start ??= other.start;
  best.termEnd ??= other.termEnd;
  best.promotion ||= other.promotion;
  best.partnerTenantId ||= other.partnerTenantId;
  best.isAddOn ||= other.isAddOn;
  best.isLicenceBased &&= other.isLicenceBased;
  // An amount and its currency belong together.
  if (best.unitPrice === undefined) {
    best.unitPrice = other.unitPrice;
    best.currency = other.unitPrice === undefined ? best.currency || other.currency : other.currency;
  }
  const { ids, name } = best.product;
  if (ids.length === 0 || name === "") {
    best.product = { ids: ids.length === 0 ? other.product.ids : ids, name: name || other.product.name };
  }
}

function isKnown(record: SubscriptionRecord, field: string): boolean {
  switch (field) {
    case "status":
    case "term":
    case "billing":
    case "segment":
    case "channel":
      return record[field] !== undefined;
    case "auto_renew":
      return record.autoRenew !== undefined;
    case "is_trial":
      return record.isTrial !== undefined;
    default:
      return false;
  }
}

function conflictsOf(kept: SubscriptionRecord, other: SubscriptionRecord): RowConflict[] {
  const places = { keptAt: kept.place, otherAt: other.place };
  const conflicts: RowConflict[] = [];
  if (kept.seats !== other.seats) {
    conflicts.push({ field: "seats", kept: String(kept.seats), other: String(other.seats), ...places });
  }
  if (kept.termEnd !== undefined && other.termEnd !== undefined && kept.termEnd !== other.termEnd) {
    conflicts.push({ field: "term_end", kept: isoDate(kept.termEnd), other: isoDate(other.termEnd), ...places });
  }
  if (isOtherProduct(kept, other)) {
    conflicts.push({ field: "product", kept: productName(kept), other: productName(other), ...places });
  }
  return conflicts;
}

/** Two files may call one product differently; within a file it has one name, and an id of several products is no id. */
function isOtherProduct(a: SubscriptionRecord, b: SubscriptionRecord): boolean {
  if (a.place.file !== b.place.file || a.product === b.product || a.product.name === b.product.name) return false;
  return !a.product.ids.some((id) => b.product.ids.includes(id));
}

function productName({ product }: SubscriptionRecord): string {
  return product.name || product.ids.join(" ");
}
