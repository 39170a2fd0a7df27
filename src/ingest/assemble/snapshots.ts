import type { SubscriptionRecord } from "./record.ts";

/**
 * Of an export with a row a month, the rows of each subscription's newest month. What the earlier months say is past:
 * those rows are merged, or duplicates where the export itself calls them so. Rows of one month go on, and are duplicates
 * like those of any other export. `onMerged` and `onDuplicate` are told the file of each row that does not go on.
 */
export function newestSnapshots(
  records: readonly SubscriptionRecord[],
  onMerged: (file: string) => void,
  onDuplicate: (file: string) => void,
): SubscriptionRecord[] {
  const newestOf = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record);
    newestOf.set(key, Math.max(monthOf(record), newestOf.get(key) ?? NO_MONTH));
  }
  return records.filter((record) => {
    if (monthOf(record) === newestOf.get(keyOf(record))) return true;
    if (record.snapshot?.isDuplicate) onDuplicate(record.place.file);
    else onMerged(record.place.file);
    return false;
  });
}

const NO_MONTH = Number.NEGATIVE_INFINITY;

function monthOf({ snapshot }: SubscriptionRecord): number {
  return snapshot?.month ?? NO_MONTH;
}

function keyOf({ who, id }: SubscriptionRecord): string {
  return `${who.tenantId || who.domain || who.name}\n${id.toLowerCase()}`;
}
