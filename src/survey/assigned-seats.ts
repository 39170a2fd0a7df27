import type { Identity } from "../model/offer.ts";
import { type Place, placeText } from "../model/place.ts";
import type { SourceProduct, Usage } from "../model/subscription.ts";

/** Assigned seats of one product in one tenant, and where the first of them was read. */
export interface AssignedSeats {
  readonly seats: number;
  readonly at: Place;
}

/** A product that the tenant has subscriptions of, with every word by which a licence export may call it. */
export interface ProductNames {
  readonly productKey: string;
  /** Lower-case ids and folded names. */
  readonly words: ReadonlySet<string>;
}

/** What a tenant-side record may be joined by: the strongest first. */
export interface UsageRecord {
  readonly usage: Usage;
  readonly identity: Identity;
  readonly words: readonly string[];
}

/**
 * Joins one tenant's usage to its products: by what the catalogue says both are, else by skuId, part number or name.
 *
 * A record is the tenant's whole count of one product. Two files that both carry it are two sightings of one count, and so
 * are two rows of one product in one file; only different products (two skuIds of one offer) add up. The higher sighting
 * holds: too few seats take licences away from users, one too many costs a seat.
 */
export function joinUsage(
  products: readonly ProductNames[],
  records: readonly UsageRecord[],
): ReadonlyMap<string, AssignedSeats> {
  const ofProduct = new Map<string, UsageRecord[]>();
  for (const record of records) {
    const productKey = keyFor(record, products);
    if (productKey === undefined) continue;
    const joined = ofProduct.get(productKey);
    if (joined === undefined) ofProduct.set(productKey, [record]);
    else joined.push(record);
  }
  return new Map([...ofProduct].map(([productKey, joined]) => [productKey, countOf(joined)]));
}

function keyFor({ identity, words }: UsageRecord, products: readonly ProductNames[]): string | undefined {
  const same = products.find((product) => product.productKey === identity.productKey);
  if (same !== undefined) return same.productKey;
  for (const word of words) {
    const named = products.find((product) => product.words.has(word));
    if (named !== undefined) return named.productKey;
  }
  return undefined;
}

function countOf(records: readonly UsageRecord[]): AssignedSeats {
  const byFile = new Map<string, Map<SourceProduct, Usage>>();
  for (const { usage } of records) {
    const inFile = byFile.get(usage.place.file) ?? new Map<SourceProduct, Usage>();
    byFile.set(usage.place.file, inFile);
    const seen = inFile.get(usage.product);
    if (seen === undefined || usage.assignedSeats > seen.assignedSeats) inFile.set(usage.product, usage);
  }
  const sightings = [...byFile.values()].map((inFile) => {
    const counted = [...inFile.values()].sort((a, b) => a.place.row - b.place.row);
    const first = counted[0];
    if (first === undefined) throw new Error(`No usage in a file that has some: ${records.map(placeOf).join(", ")}`);
    return { seats: counted.reduce((sum, usage) => sum + usage.assignedSeats, 0), at: first.place };
  });
  return sightings.reduce((highest, next) => (isHigher(next, highest) ? next : highest));
}

function isHigher(a: AssignedSeats, b: AssignedSeats): boolean {
  return a.seats > b.seats || (a.seats === b.seats && a.at.file < b.at.file);
}

function placeOf({ usage }: UsageRecord): string {
  return placeText(usage.place);
}
