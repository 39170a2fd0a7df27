import type { DateOrder, FileEntry, FormatEntry } from "../model/configuration.ts";
import type { Customer } from "../model/customer.ts";
import type { FileReport, Ingested } from "../model/ingested.ts";
import type { InputFile } from "../model/input-file.ts";
import type { Subscription } from "../model/subscription.ts";
import { comparePlaces } from "./assemble/customer-conflicts.ts";
import { resolveCustomers } from "./assemble/customers.ts";
import { type Merged, mergeDuplicates, mergeUsage } from "./assemble/duplicates.ts";
import type { BookContext, FileReading, Tally } from "./assemble/file-reading.ts";
import { foldByFile } from "./assemble/fold-by-file.ts";
import { keysOf } from "./assemble/keys.ts";
import { ProductPool } from "./assemble/pools.ts";
import { readFile } from "./assemble/read-file.ts";
import type { SubscriptionRecord, UsageRecord, Who } from "./assemble/record.ts";
import { configuredFormat } from "./formats/configured.ts";

/**
 * Takes exports; gives one book: subscriptions, usage and customers, each row of each file in exactly one place.
 * Promises the same book whatever the order in which files are given, and never throws for what stands in a file.
 */
export async function ingest(
  files: readonly InputFile[],
  options: {
    readonly entries: readonly FileEntry[];
    readonly formats: readonly FormatEntry[];
    readonly dateOrder: DateOrder | undefined;
    readonly onRows: (file: string, rows: number) => void;
  },
): Promise<Ingested> {
  const ownFormats = options.formats.map(configuredFormat);
  const { entries, dateOrder, onRows } = options;
  const book = { entries, dateOrder, onRows, ownFormats, products: new ProductPool(), exports: new Map() };
  const readings = await readAll(files, book);

  const customers = resolveCustomers(readings.flatMap(({ records }) => records.flatMap(({ whos }) => [...whos])));
  const customerOf = (who: Who): Customer => {
    const customer = customers.get(who);
    if (customer === undefined) throw new Error("A row's customer is not among the customers", { cause: who });
    return customer;
  };
  const tallies = new Map(readings.map(({ report, tally }) => [report.file, tally]));
  const tallyOf = (file: string): Tally => {
    const tally = tallies.get(file);
    if (tally === undefined) throw new Error("A row's file is not among the files", { cause: file });
    return tally;
  };
  const onDuplicate = (file: string) => {
    tallyOf(file).duplicates += 1;
  };
  const onMerged = (file: string) => {
    tallyOf(file).merged += 1;
  };

  const subscriptionsOf = foldByFile(readings, onMerged, onDuplicate).map(joined);
  const merged = mergeDuplicates(subscriptionsOf, customerOf, onDuplicate);
  const usageOf = readings.map(({ records }) => joined(records.map(({ usage }) => usage)));
  const usage = mergeUsage(usageOf, customerOf, onDuplicate);
  for (const { record } of merged) tallyOf(record.place.file).planned += 1;
  for (const { place, isRow } of usage) if (isRow) tallyOf(place.file).usage += 1;
  for (const { tally, records } of readings) {
    for (const { customerRows } of records) tally.customers += customerRows;
  }
  const reports = readings.map(({ report, tally }): FileReport => ({ ...report, rows: tally }));
  for (const report of reports) assertConserved(report);

  const keys = keysOf(merged);
  return {
    subscriptions: merged.map((each, index) => subscriptionOf(each, keys[index] ?? "")).sort(compareSubscriptions),
    usage: usage
      .map(({ who, place, product, assignedSeats, repeats }) => ({
        ...{ customer: customerOf(who), place, product, assignedSeats, repeats },
      }))
      .sort((a, b) => compareCustomers(a.customer, b.customer) || comparePlaces(a.place, b.place)),
    customers: [...new Set(customers.values())].sort(compareCustomers),
    rejected: readings.flatMap(({ rejected }) => rejected),
    files: reports,
    notices: readings.flatMap(({ notices }) => notices),
  };
}

/** Sorted by name. Corrected rows come last: the exports that they are from help to read them. */
async function readAll(files: readonly InputFile[], book: BookContext): Promise<FileReading[]> {
  const readings: FileReading[] = [];
  const later: (() => Promise<FileReading>)[] = [];
  for (const file of [...files].sort((a, b) => compareText(a.label, b.label))) {
    const reading = await readFile(file, book);
    if (typeof reading === "function") later.push(reading);
    else readings.push(reading);
  }
  for (const read of later) readings.push(await read());
  return readings.sort((a, b) => compareText(a.report.file, b.report.file));
}

function joined<T extends SubscriptionRecord | UsageRecord>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first] = lists;
  return lists.length === 1 && first !== undefined ? first : lists.flat();
}

function subscriptionOf({ record, customer, conflicts, filled }: Merged, key: string): Subscription {
  const isOwnTenant = record.partnerTenantId === customer.tenantId;
  return {
    key,
    customer,
    place: record.place,
    id: record.id,
    parentId: record.parentId,
    product: record.product,
    seats: record.seats,
    assignedSeats: record.assignedSeats,
    status: record.status,
    statedSegment: record.segment,
    statedChannel: record.channel,
    term: record.term,
    billing: record.billing,
    start: record.start,
    termEnd: record.termEnd,
    autoRenew: record.autoRenew,
    isTrial: record.isTrial ?? false,
    isAddOn: record.isAddOn,
    isLicenceBased: record.isLicenceBased,
    promotion: record.promotion,
    unitPrice: record.unitPrice,
    currency: record.currency,
    // A tenant that bought for itself has no partner.
    partnerTenantId: isOwnTenant ? "" : record.partnerTenantId,
    unread: record.unread,
    conflicts,
    filled,
  };
}

/** Contract 3: every row read is in exactly one place. */
function assertConserved({ file, rows }: FileReport): void {
  const { read, planned, merged, duplicates, rejected, usage, customers, ignored } = rows;
  if (read === planned + merged + duplicates + rejected + usage + customers + ignored) return;
  throw new Error(`The rows of ${file} do not add up`, { cause: rows });
}

function compareSubscriptions(a: Subscription, b: Subscription): number {
  return (
    compareText(a.customer.name, b.customer.name) ||
    compareText(a.customer.tenantId, b.customer.tenantId) ||
    compareText(a.id, b.id) ||
    comparePlaces(a.place, b.place)
  );
}

function compareCustomers(a: Customer, b: Customer): number {
  return compareText(a.name, b.name) || compareText(a.key, b.key);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
