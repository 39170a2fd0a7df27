import type { Identity } from "../model/offer.ts";
import type { AssignedCount, SourceProduct, Usage } from "../model/subscription.ts";

/** Assigned seats of one product in one tenant, where the first of them was read, and the files that say differently. */
export interface AssignedSeats extends AssignedCount {
  readonly elsewhere: readonly AssignedCount[];
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
 * holds: too few seats take licences away from users, one too many costs a seat. Files that say differently are told.
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

/** What one file says: the most of each product, and their sum. */
interface Sighting extends AssignedCount {
  readonly byProduct: ReadonlyMap<SourceProduct, AssignedCount>;
}

function countOf(records: readonly UsageRecord[]): AssignedSeats {
  const byFile = new Map<string, Map<SourceProduct, AssignedCount>>();
  for (const { usage } of records) {
    for (const count of [{ seats: usage.assignedSeats, at: usage.place }, ...usage.repeats]) {
      const inFile = byFile.get(count.at.file) ?? new Map<SourceProduct, AssignedCount>();
      byFile.set(count.at.file, inFile);
      const seen = inFile.get(usage.product);
      if (seen === undefined || count.seats > seen.seats) inFile.set(usage.product, count);
    }
  }
  const sightings = [...byFile.values()].map(sightingOf).sort((a, b) => b.seats - a.seats || compareFiles(a, b));
  const [highest, ...others] = sightings;
  if (highest === undefined) throw new Error("A product without usage was counted");
  const elsewhere = others.filter((other) => isDifferent(highest, other)).map(({ seats, at }) => ({ seats, at }));
  return { seats: highest.seats, at: highest.at, elsewhere };
}

function sightingOf(byProduct: ReadonlyMap<SourceProduct, AssignedCount>): Sighting {
  const counted = [...byProduct.values()].sort((a, b) => a.at.row - b.at.row);
  const [first] = counted;
  if (first === undefined) throw new Error("A file without usage was counted");
  return { seats: counted.reduce((sum, { seats }) => sum + seats, 0), at: first.at, byProduct };
}

/** A file may list fewer of the offer's products. It says differently only where both have one, or call it by other names. */
function isDifferent(highest: Sighting, other: Sighting): boolean {
  const common = [...other.byProduct].filter(([product]) => highest.byProduct.has(product));
  if (common.length === 0) return other.seats !== highest.seats;
  return common.some(([product, { seats }]) => seats !== highest.byProduct.get(product)?.seats);
}

function compareFiles(a: Sighting, b: Sighting): number {
  if (a.at.file === b.at.file) return 0;
  return a.at.file < b.at.file ? -1 : 1;
}
