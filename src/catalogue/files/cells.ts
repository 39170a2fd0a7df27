import { readSegment } from "../../cells/words.ts";
import type { SubscriptionLimit } from "../../model/offer.ts";
import type { Segment } from "../../model/subscription.ts";
import { segmentOfName } from "../names.ts";
import { readProductId } from "../product-ids.ts";
import type { CatalogueRow } from "./catalogue-kind.ts";

const TRIAL = /\btrial\b/i;

/** A list that names its trials, or tags them. */
export function isTrialText(...texts: readonly string[]): boolean {
  return texts.some((text) => TRIAL.test(text));
}

/** What a column for it says, else the name, else commercial. */
export function segmentOf(name: string, stated = ""): Segment {
  // A nonprofit offer stands among the corporate ones of a price list.
  const named = segmentOfName(name);
  return named === "nonprofit" ? named : (readSegment(stated) ?? named ?? "commercial");
}

/** `ProductId:SkuId` of a row that has them in two columns. A spreadsheet takes the leading zeros of a SkuId. */
export function productSkuOf(row: CatalogueRow): string | undefined {
  const text = `${row.text("ProductId")}:${row.text("SkuId")}`;
  const reading = readProductId(text);
  if (reading.kind === "productSku") return reading.productSku;
  const isProduct = reading.kind === "productOnly";
  row.problem(
    isProduct ? "SkuId" : "ProductId",
    isProduct ? "a SkuId of up to four characters" : "a ProductId such as CFQ7TTC0LH18",
    "correct it, or download the file again; this row is not used",
  );
  return undefined;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A GUID in lower case; undefined, and a problem of the row, where the cell holds anything else. */
export function guidOf(row: CatalogueRow, column: string): string | undefined {
  const reading = readProductId(row.text(column));
  if (reading.kind === "guid" && GUID.test(reading.guid)) return reading.guid;
  row.problem(column, "a GUID", "correct it, or download the file again; this row is not used");
  return undefined;
}

/** How many subscriptions a customer may have: "2" and "ConcurrentCount", "1" and "Lifetime"; undefined: no limit is given. */
export function subscriptionLimitOf(row: CatalogueRow, count: string, scope: string): SubscriptionLimit | undefined {
  const word = row.text(scope).toLowerCase();
  const known = word.includes("concurrent") ? "at a time" : word.includes("lifetime") ? "ever" : undefined;
  const text = row.text(count);
  if (known === undefined || text === "") return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return { count: Number(text), scope: known };
  row.problem(count, "a whole number of subscriptions", "correct it; the limit is taken as not known");
  return undefined;
}

/** A whole number of seats from 1; undefined where the cell is empty or, as a problem of the row, holds anything else. */
export function seatsOf(row: CatalogueRow, column: string): number | undefined {
  const text = row.text(column);
  if (text === "") return undefined;
  const digits = text.replace(/[.,' ](?=\d{3}(?:\D|$))/g, "").replace(/[.,]0+$/, "");
  if (/^\d{1,15}$/.test(digits)) return Number(digits) >= 1 ? Number(digits) : undefined;
  row.problem(column, "a whole number of seats", "correct it; the limit is taken as not known");
  return undefined;
}
