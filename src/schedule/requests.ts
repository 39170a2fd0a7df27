import type { PlainDate } from "../model/plain-date.ts";
import type { Slot } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import { bundleRoots } from "./bundles.ts";

/** At most 25 items a transfer request (DOMAIN.md 1.3). */
const REQUEST_ITEMS = 25;

interface Item {
  readonly index: number;
  readonly key: string;
  readonly root: number;
  readonly switchOn: PlainDate;
}

/**
 * Numbers the transfer requests of each customer: 1, 2, ... in order of day. A request has one day, at most 25 items, and holds
 * a base with all its add-ons, unless these alone are more than 25. Runs parallel to `items`.
 */
export function numberRequests(
  items: readonly { readonly surveyed: Surveyed; readonly slot: Slot; readonly moves: boolean }[],
): readonly (number | undefined)[] {
  const roots = bundleRoots(items.map(({ surveyed }) => surveyed));
  const byCustomer = new Map<string, Item[]>();
  items.forEach(({ surveyed: { subscription }, slot, moves }, index) => {
    if (!moves || slot.path !== "billing-transfer" || slot.switchOn === undefined) return;
    const item: Item = { index, key: subscription.key, root: roots[index] ?? index, switchOn: slot.switchOn };
    const own = byCustomer.get(subscription.customer.key);
    if (own === undefined) byCustomer.set(subscription.customer.key, [item]);
    else own.push(item);
  });

  const numbers: (number | undefined)[] = items.map(() => undefined);
  for (const own of byCustomer.values()) {
    let last = 0;
    for (const sameDay of groupedBy(own, (item) => item.switchOn).sort(byFirstDay)) {
      const requests = fillRequests(groupedBy(sameDay.sort(byKey), (item) => item.root));
      for (const request of requests) {
        last += 1;
        for (const { index } of request) numbers[index] = last;
      }
    }
  }
  return numbers;
}

/** Puts each bundle into the first request that has room for all of it. */
function fillRequests(bundles: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  const requests: Item[][] = [];
  let firstWithRoom = 0;
  for (const bundle of bundles) {
    for (let start = 0; start < bundle.length; start += REQUEST_ITEMS) {
      const part = bundle.slice(start, start + REQUEST_ITEMS);
      while ((requests[firstWithRoom]?.length ?? 0) >= REQUEST_ITEMS) firstWithRoom += 1;
      const roomy = requests.find(
        (request, number) => number >= firstWithRoom && request.length + part.length <= REQUEST_ITEMS,
      );
      if (roomy === undefined) requests.push(part);
      else roomy.push(...part);
    }
  }
  return requests;
}

function groupedBy(items: readonly Item[], groupOf: (item: Item) => number): Item[][] {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group === undefined) groups.set(groupOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function byKey(a: Item, b: Item): number {
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

function byFirstDay(a: readonly Item[], b: readonly Item[]): number {
  return (a[0]?.switchOn ?? 0) - (b[0]?.switchOn ?? 0);
}
