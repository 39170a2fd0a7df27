import type { Finding } from "../findings/finding.ts";
import { mappingKey } from "../model/mapping-key.ts";
import type { Identity } from "../model/offer.ts";
import type { MappingLine, Plan, PlannedCustomer, PlannedSubscription, Status } from "../model/plan.ts";

/**
 * The customers of each workbook, in the plan's order, with at most `most` subscriptions together. A customer is never
 * divided; one with more subscriptions than that has a workbook of its own. At least one workbook.
 */
export function customerGroups(plan: Plan, most: number): readonly (readonly PlannedCustomer[])[] {
  const groups: PlannedCustomer[][] = [];
  let room = 0;
  for (const customer of plan.customers) {
    const count = customer.subscriptions.length;
    let group = groups.at(-1);
    if (group === undefined || count > room) {
      group = [];
      groups.push(group);
      room = most;
    }
    group.push(customer);
    room -= count;
  }
  return groups.length === 0 ? [[]] : groups;
}

/**
 * The plan of some of its customers, complete in itself: their subscriptions, findings and source offers, with sums of their
 * own. What belongs to no customer (rejected rows, rows that were merged or are no subscription) is in the first part, so
 * that the parts add up to the whole.
 */
export function partOfPlan(plan: Plan, customers: readonly PlannedCustomer[], number: number, count: number): Plan {
  const subscriptions = customers.flatMap((customer) => customer.subscriptions);
  const isFirst = number === 1;
  const notices = isFirst ? plan.notices : [];
  const others = isFirst
    ? plan.totals
    : { ...plan.totals, merged: 0, duplicates: 0, rejected: 0, usage: 0, customers: 0, ignored: 0 };
  const apart = others.merged + others.duplicates + others.rejected + others.usage + others.customers + others.ignored;
  return {
    ...plan,
    subscriptions,
    customers,
    mappings: linesOf(plan.mappings, subscriptions),
    rejected: isFirst ? plan.rejected : [],
    notices,
    findingCounts: countsOf(subscriptions, notices),
    totals: {
      ...others,
      ...byStatus(subscriptions),
      planned: subscriptions.length,
      rowsRead: subscriptions.length + apart,
    },
    part: { number, count, planned: plan.totals.planned, customers: plan.customers.length },
  };
}

/** The lines of the source offers among these subscriptions, counted over these alone. */
function linesOf(
  mappings: readonly MappingLine[],
  subscriptions: readonly PlannedSubscription[],
): readonly MappingLine[] {
  const keys = new Map<Identity, string>();
  const sums = new Map<string, { subscriptionCount: number; seats: number }>();
  for (const { identity, subscription } of subscriptions) {
    const key = keys.get(identity) ?? mappingKey(identity);
    keys.set(identity, key);
    const sum = sums.get(key) ?? { subscriptionCount: 0, seats: 0 };
    sums.set(key, sum);
    sum.subscriptionCount += 1;
    sum.seats += subscription.seats;
  }
  return mappings.flatMap((line) => {
    const sum = sums.get(line.key);
    return sum === undefined ? [] : [{ ...line, ...sum }];
  });
}

function byStatus(subscriptions: readonly PlannedSubscription[]): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = { ready: 0, review: 0, blocked: 0, excluded: 0 };
  for (const { status } of subscriptions) counts[status] += 1;
  return counts;
}

function countsOf(
  subscriptions: readonly PlannedSubscription[],
  notices: readonly { readonly finding: Finding }[],
): Plan["findingCounts"] {
  const counts = new Map<string, number>();
  const count = ({ wording }: Finding) => counts.set(wording.code, (counts.get(wording.code) ?? 0) + 1);
  for (const { findings } of subscriptions) findings.forEach(count);
  for (const { finding } of notices) count(finding);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, total]) => ({ code, count: total }));
}
