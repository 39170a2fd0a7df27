import type { Customer } from "../model/customer.ts";
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
  const { numbers, keys, unordered } = customersMet(surveyed);
  const rank = new Int32Array(keys.length);
  [...keys.keys()]
    .sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : 1))
    .forEach((number, place) => {
      rank[number] = place;
    });
  const end = new Int32Array(keys.length + 1);
  for (let index = 0; index < numbers.length; index += 1) {
    const customer = rank[numbers[index] as number] as number;
    numbers[index] = customer;
    end[customer + 1] = (end[customer + 1] as number) + 1;
  }
  for (let customer = 0; customer < keys.length; customer += 1)
    end[customer + 1] = (end[customer + 1] as number) + (end[customer] as number);
  const next = end.slice();
  const places = new Int32Array(surveyed.length);
  for (let index = 0; index < numbers.length; index += 1) {
    const customer = numbers[index] as number;
    places[next[customer] as number] = index;
    next[customer] = (next[customer] as number) + 1;
  }
  for (const number of unordered) {
    const customer = rank[number] as number;
    sortById(places.subarray(end[customer], end[customer + 1]), surveyed);
  }
  return { places, customerOf: (index) => numbers[index] ?? 0 };
}

interface CustomersMet {
  /** By place in the list: its customer's number, in the order in which they are met. */
  readonly numbers: Int32Array;
  /** By number. */
  readonly keys: readonly string[];
  /** Numbers of those whose subscriptions do not stand in order; mostly none, as exports are sorted. */
  readonly unordered: ReadonlySet<number>;
}

/** In one walk: whatever is looked at again lies far away by then, and that is what costs. */
function customersMet(surveyed: readonly Surveyed[]): CustomersMet {
  const byKey = new Map<string, number>();
  // Mostly one object for each key, and found without a look at the key.
  const known = new Map<Customer, number>();
  const numbers = new Int32Array(surveyed.length);
  const lastIds: string[] = [];
  const unordered = new Set<number>();
  let last: Customer | undefined;
  let number = 0;
  for (let index = 0; index < surveyed.length; index += 1) {
    const { customer, id } = (surveyed[index] as Surveyed).subscription;
    // A customer's subscriptions mostly stand together.
    if (customer !== last) {
      number = known.get(customer) ?? byKey.get(customer.key) ?? byKey.size;
      byKey.set(customer.key, number);
      known.set(customer, number);
      last = customer;
    }
    numbers[index] = number;
    const lastId = lastIds[number];
    // The same id again is for the keys to decide.
    if (lastId !== undefined && lastId >= id) unordered.add(number);
    lastIds[number] = id;
  }
  return { numbers, keys: [...byKey.keys()], unordered };
}

/** Of one customer. */
function sortById(places: Int32Array, surveyed: readonly Surveyed[]): void {
  // Side by side while they are compared: what lies far apart is slow to compare.
  const named = Array.from(places, (index) => ({ subscription: (surveyed[index] as Surveyed).subscription, index }));
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
