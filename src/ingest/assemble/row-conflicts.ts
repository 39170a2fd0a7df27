import { isoDate } from "../../model/plain-date.ts";
import type { RowConflict } from "../../model/subscription.ts";
import type { SubscriptionRecord } from "./record.ts";

/**
 * Where two rows of one subscription say different things of which a plan depends: how many seats, until when, of what, and
 * whether it runs and renews at all. A gap is no disagreement.
 */
export function conflictsOf(kept: SubscriptionRecord, other: SubscriptionRecord): RowConflict[] {
  const places = { keptAt: kept.place, otherAt: other.place };
  const conflicts: RowConflict[] = [];
  const compare = (field: RowConflict["field"], one: string | undefined, another: string | undefined) => {
    if (one === undefined || another === undefined || one === another) return;
    conflicts.push({ field, kept: one, other: another, ...places });
  };
  compare("seats", String(kept.seats), String(other.seats));
  compare("term_end", dayText(kept), dayText(other));
  if (isOtherProduct(kept, other)) compare("product", productName(kept), productName(other));
  compare("status", kept.status, other.status);
  compare("auto_renew", yesNo(kept.autoRenew), yesNo(other.autoRenew));
  compare("is_trial", yesNo(kept.isTrial), yesNo(other.isTrial));
  compare("segment", kept.segment, other.segment);
  return conflicts;
}

function dayText({ termEnd }: SubscriptionRecord): string | undefined {
  return termEnd === undefined ? undefined : isoDate(termEnd);
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? "yes" : "no";
}

const PRODUCT_SKU = /^(?:P\d+[DMY]:)?([A-Z0-9]{12}):([A-Z0-9]{1,4})(?::|$)/i;

/**
 * Two files may call one product differently, but not by two CSP ids; within a file it has one name, and an id of several
 * products is no id.
 */
function isOtherProduct(a: SubscriptionRecord, b: SubscriptionRecord): boolean {
  if (a.product === b.product) return false;
  const [skuOfA, skuOfB] = [productSku(a), productSku(b)];
  if (skuOfA !== undefined && skuOfB !== undefined) return skuOfA !== skuOfB;
  if (a.place.file !== b.place.file || a.product.name === b.product.name) return false;
  return !a.product.ids.some((id) => b.product.ids.includes(id));
}

function productSku({ product }: SubscriptionRecord): string | undefined {
  for (const id of product.ids) {
    const match = PRODUCT_SKU.exec(id);
    if (match !== null) return `${match[1]}:${match[2]?.padStart(4, "0")}`.toUpperCase();
  }
  return undefined;
}

function productName({ product }: SubscriptionRecord): string {
  const [id = ""] = product.ids;
  if (product.name === "" || id === "") return product.name || product.ids.join(" ");
  return `${product.name} (${id})`;
}
