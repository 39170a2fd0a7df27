import { foldChargeLines } from "./charge-lines.ts";
import type { FileReading } from "./file-reading.ts";
import type { SubscriptionRecord } from "./record.ts";
import { newestSnapshots } from "./snapshots.ts";

type Records = readonly SubscriptionRecord[];

/**
 * The subscriptions of each file, its charge lines or months folded. Lines corrected in a rejected.csv are folded together with
 * those of the export that they are from, since a line alone does not tell the seats in force; what comes of them stands
 * where the first line of the export is. `onMerged` is told the file of each further line, `onDuplicate` of each that
 * the export itself calls a duplicate.
 */
export function foldByFile(
  readings: readonly FileReading[],
  onMerged: (file: string) => void,
  onDuplicate: (file: string) => void,
): readonly (readonly Records[])[] {
  const listsOf = new Map<string, Records[]>();
  const ownLines = new Map<string, Records>();
  const correctedLines = new Map<string, SubscriptionRecord[]>();
  for (const { report, records } of readings) {
    const lists: Records[] = [];
    listsOf.set(report.file, lists);
    for (const { origin, formatId, subscriptions } of records) {
      const key = `${formatId}\n${origin}`;
      if (!subscriptions.some(isOneOfSeveral)) lists.push(subscriptions);
      else if (origin === report.file) ownLines.set(key, subscriptions);
      else correctedLines.set(key, [...(correctedLines.get(key) ?? []), ...subscriptions]);
    }
  }

  for (const key of new Set([...ownLines.keys(), ...correctedLines.keys()])) {
    const lines = [...(ownLines.get(key) ?? []), ...(correctedLines.get(key) ?? [])];
    const foldedOf = new Map<string, SubscriptionRecord[]>();
    const isCharges = lines.some(({ charge }) => charge !== undefined);
    const foldedLines = isCharges ? foldChargeLines(lines, onMerged) : newestSnapshots(lines, onMerged, onDuplicate);
    for (const record of foldedLines) {
      const folded = foldedOf.get(record.place.file);
      if (folded === undefined) foldedOf.set(record.place.file, [record]);
      else folded.push(record);
    }
    for (const [file, folded] of foldedOf) listsOf.get(file)?.push(folded);
  }
  return readings.map(({ report }) => listsOf.get(report.file) ?? []);
}

function isOneOfSeveral({ charge, snapshot }: SubscriptionRecord): boolean {
  return charge !== undefined || snapshot !== undefined;
}
