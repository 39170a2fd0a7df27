import type { Customer } from "../model/customer.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Surveyed } from "../model/survey.ts";

/**
 * For each subscription the index of the one whose day it shares: its base, for an add-on; itself otherwise. The export's
 * parent id tells; else the base by offer, where the tenant has one only, or one only that ends on the same day.
 */
export function bundleRoots(surveyed: readonly Surveyed[]): Int32Array {
  const roots = new Int32Array(surveyed.length).map((_, index) => index);
  const isAddOn = ({ subscription, base }: Surveyed) => subscription.parentId !== "" || base !== undefined;
  const customers = new Set<Customer>();
  for (let index = 0; index < surveyed.length; index += 1) {
    const one = surveyed[index] as Surveyed;
    if (isAddOn(one)) customers.add(one.subscription.customer);
  }
  if (customers.size === 0) return roots;

  const byCustomer = new Map<Customer, Map<string, number>>();
  const bases = new Set<Subscription>();
  for (const { base } of surveyed) for (const one of base?.baseSubscriptions ?? []) bases.add(one);
  const indexOfBase = new Map<Subscription, number>();
  surveyed.forEach(({ subscription }, index) => {
    if (!customers.has(subscription.customer)) return;
    if (bases.has(subscription)) indexOfBase.set(subscription, index);
    const byId = byCustomer.get(subscription.customer) ?? new Map<string, number>();
    byCustomer.set(subscription.customer, byId);
    const id = subscription.id.toLowerCase();
    // The same id twice in a tenant: the first by key, whatever the order of the rows.
    const known = surveyed[byId.get(id) ?? -1];
    if (known === undefined || subscription.key < known.subscription.key) byId.set(id, index);
  });

  surveyed.forEach((one, index) => {
    if (!isAddOn(one)) return;
    const { subscription, base } = one;
    const { parentId, customer } = subscription;
    const byParent = parentId === "" ? undefined : byCustomer.get(customer)?.get(parentId.toLowerCase());
    const byOffer = onlyBase(subscription, base?.baseSubscriptions ?? []);
    roots[index] = byParent ?? (byOffer && indexOfBase.get(byOffer)) ?? index;
  });
  return roots.map((root, index) => topOf(roots, root, index));
}

function onlyBase(addOn: Subscription, bases: readonly Subscription[]): Subscription | undefined {
  if (bases.length === 1) return bases[0];
  const ending = bases.filter((base) => base.termEnd !== undefined && base.termEnd === addOn.termEnd);
  return ending.length === 1 ? ending[0] : undefined;
}

/** The end of a chain of bases. In a circle, which only a broken export has, everyone stays alone. */
function topOf(roots: Int32Array, root: number, index: number): number {
  if (root === index) return index;
  const seen = new Set([index]);
  let top = root;
  while (!seen.has(top)) {
    const above = roots[top];
    if (above === undefined || above === top) return top;
    seen.add(top);
    top = above;
  }
  return index;
}
