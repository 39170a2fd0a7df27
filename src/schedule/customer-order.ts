import type { Subscription } from "../model/subscription.ts";
import type { Surveyed } from "../model/survey.ts";

/** The book in the order of ties. */
export interface CustomerOrder {
  /** Places in the list, by customer key, subscription id, key. */
  readonly places: Int32Array;
  /** Number of a subscription's customer. */
  customerOf(index: number): number;
}

export function customerOrder(surveyed: readonly Surveyed[]): CustomerOrder {
  const met = new Map<string, number>();
  const customers = Int32Array.from(surveyed, ({ subscription: { customer } }) => {
    const number = met.get(customer.key) ?? met.size;
    if (number === met.size) met.set(customer.key, number);
    return number;
  });
  const rank = new Int32Array(met.size);
  [...met]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([, number], place) => {
      rank[number] = place;
    });
  const end = new Int32Array(met.size + 1);
  customers.forEach((number, index) => {
    const customer = rank[number] as number;
    customers[index] = customer;
    end[customer + 1] = (end[customer + 1] as number) + 1;
  });
  for (let customer = 0; customer < met.size; customer += 1)
    end[customer + 1] = (end[customer + 1] as number) + (end[customer] as number);
  const next = end.slice();
  const places = new Int32Array(surveyed.length);
  customers.forEach((customer, index) => {
    places[next[customer] as number] = index;
    next[customer] = (next[customer] as number) + 1;
  });
  for (let customer = 0; customer < met.size; customer += 1)
    sortById(places.subarray(end[customer], end[customer + 1]), surveyed);
  return { places, customerOf: (index) => customers[index] ?? 0 };
}

/** Of one customer; mostly they are in order already. */
function sortById(places: Int32Array, surveyed: readonly Surveyed[]): void {
  // Side by side while they are compared: what lies far apart is slow to compare.
  const subscriptions = Array.from(places, (index) => (surveyed[index] as Surveyed).subscription);
  if (subscriptions.every((one, at) => at === 0 || byId(subscriptions[at - 1] as Subscription, one) <= 0)) return;
  const named = subscriptions.map((subscription, at) => ({ subscription, index: places[at] as number }));
  named.sort((a, b) => byId(a.subscription, b.subscription));
  named.forEach(({ index }, at) => {
    places[at] = index;
  });
}

function byId(one: Subscription, other: Subscription): number {
  if (one.id < other.id) return -1;
  if (one.id > other.id) return 1;
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}
