import type { Surveyed } from "../model/survey.ts";

/** The book in the order of ties. */
export interface CustomerOrder {
  /** Places in the list, by customer key, subscription id, key. */
  readonly places: Int32Array;
  /** Number of a subscription's customer. */
  customerOf(index: number): number;
}

export function customerOrder(surveyed: readonly Surveyed[]): CustomerOrder {
  const byCustomer = new Map<string, number[]>();
  surveyed.forEach(({ subscription }, index) => {
    const own = byCustomer.get(subscription.customer.key);
    if (own === undefined) byCustomer.set(subscription.customer.key, [index]);
    else own.push(index);
  });
  const customers = new Int32Array(surveyed.length);
  const places = new Int32Array(surveyed.length);
  let place = 0;
  const sorted = [...byCustomer].sort(([a], [b]) => (a < b ? -1 : 1));
  sorted.forEach(([, own], number) => {
    // Side by side while they are sorted: what lies far apart is slow to compare.
    const named = own.map((index) => {
      const { id, key } = (surveyed[index] as Surveyed).subscription;
      return { index, id, key };
    });
    for (const { index } of named.sort(byId)) {
      customers[index] = number;
      places[place] = index;
      place += 1;
    }
  });
  return { places, customerOf: (index) => customers[index] ?? 0 };
}

interface Named {
  readonly index: number;
  readonly id: string;
  readonly key: string;
}

function byId(one: Named, other: Named): number {
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}
