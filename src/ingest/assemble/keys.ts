import { hash as digest } from "node:crypto";
import { type Merged, productText } from "./duplicates.ts";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KEY_BYTES = 8;

/**
 * A key for each subscription, the same in every run whatever the files are called: of its id where that is a GUID of
 * one customer, of customer and id where it is not, of what the row says where there is no id.
 */
export function keysOf(subscriptions: readonly Merged[]): string[] {
  const customerOfGuid = new Map<string, string | undefined>();
  for (const { record, customer } of subscriptions) {
    const id = record.id.toLowerCase();
    if (!GUID.test(id)) continue;
    customerOfGuid.set(
      id,
      customerOfGuid.has(id) && customerOfGuid.get(id) !== customer.key ? undefined : customer.key,
    );
  }

  const ordinals = ordinalsOf(subscriptions);
  const used = new Set<string>();
  return subscriptions.map((subscription) => {
    const { record, customer } = subscription;
    const id = record.id.toLowerCase();
    const ordinal = ordinals.get(subscription);
    let text = `${customer.key}\n${id}`;
    if (id === "") text = `${withoutId(subscription)}\n${ordinal}`;
    else if (customerOfGuid.get(id) !== undefined) text = id;
    let key = hash(text);
    // 64 bits of a million subscriptions collide once in many million books; a key must not.
    while (used.has(key)) key = hash(`${text}\n${key}`);
    used.add(key);
    return key;
  });
}

function hash(text: string): string {
  return digest("sha256", text, "buffer").toString("hex", 0, KEY_BYTES);
}

function withoutId({ record, customer }: Merged): string {
  return `${customer.key}\n\n${productText(record.product)}\n${record.termEnd ?? ""}\n${record.seats}`;
}

/** Numbers the subscriptions without id that are otherwise alike, by the rest of what their rows say. */
function ordinalsOf(subscriptions: readonly Merged[]): ReadonlyMap<Merged, number> {
  const alike = new Map<string, Merged[]>();
  for (const subscription of subscriptions) {
    if (subscription.record.id !== "") continue;
    const text = withoutId(subscription);
    const found = alike.get(text);
    if (found === undefined) alike.set(text, [subscription]);
    else found.push(subscription);
  }
  const ordinals = new Map<Merged, number>();
  for (const group of alike.values()) {
    group.sort((a, b) => (a.content === b.content ? 0 : a.content < b.content ? -1 : 1));
    for (const [index, subscription] of group.entries()) ordinals.set(subscription, index + 1);
  }
  return ordinals;
}
