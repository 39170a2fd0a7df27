import type { SubscriptionRecord } from "./record.ts";

/** Each field that one row may leave open and another tell: in the words of the template, and in the record. */
export const FILLABLE = [
  ["parent_subscription_id", "parentId"],
  ["assigned_seats", "assignedSeats"],
  ["status", "status"],
  ["segment", "segment"],
  ["channel", "channel"],
  ["term", "term"],
  ["billing", "billing"],
  ["start", "start"],
  ["term_end", "termEnd"],
  ["auto_renew", "autoRenew"],
  ["is_trial", "isTrial"],
  ["promotion", "promotion"],
  ["unit_price", "unitPrice"],
  ["currency", "currency"],
  ["partner_tenant_id", "partnerTenantId"],
] as const satisfies readonly (readonly [string, keyof SubscriptionRecord])[];

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === "";
}

/**
 * Empty fields of the planned row take the other row's value; gives their names. What the other row could not read either
 * stays said.
 */
export function fillFrom(best: SubscriptionRecord, other: SubscriptionRecord): readonly string[] {
  const filled: string[] = [];
  const isUnread = new Set<string>(best.unread.map(({ field }) => field));
  const unread = other.unread.filter(({ field }) => !isUnread.has(field) && !isKnown(best, field));
  if (unread.length > 0) best.unread = [...best.unread, ...unread];
  // An amount and its currency belong together.
  const hadPrice = best.unitPrice !== undefined;
  if (!hadPrice && other.unitPrice !== undefined && best.currency !== other.currency) best.currency = "";
  for (const [field, key] of FILLABLE) {
    // A word that could not be read is no empty field: it stays as given.
    if (isUnread.has(field) || !isEmpty(best[key]) || isEmpty(other[key])) continue;
    if (key === "currency" && hadPrice) continue;
    take(best, other, key);
    filled.push(field);
  }
  best.isAddOn ||= other.isAddOn;
  best.isLicenceBased &&= other.isLicenceBased;
  const { ids, name } = best.product;
  if (ids.length === 0 || name === "") {
    best.product = { ids: ids.length === 0 ? other.product.ids : ids, name: name || other.product.name };
    if (ids.length === 0 && best.product.ids.length > 0) filled.push("product_id");
    if (name === "" && best.product.name !== "") filled.push("product_name");
  }
  return filled;
}

function take<Key extends keyof SubscriptionRecord>(
  best: SubscriptionRecord,
  other: SubscriptionRecord,
  key: Key,
): void {
  best[key] = other[key];
}

function isKnown(record: SubscriptionRecord, field: string): boolean {
  const key = FILLABLE.find(([word]) => word === field)?.[1];
  return key !== undefined && !isEmpty(record[key]);
}
