import type { Subscription } from "../model/subscription.ts";

/**
 * Policy "assigned": the tenant's assigned seats of one product, handed out over its subscriptions in the order of their
 * ids. Each takes at most what it has today, and leaves one for each that follows; the last takes what is left. None takes less
 * than one, so that they come to the assigned seats unless there are fewer of these than subscriptions.
 */
export function handOutSeats(
  subscriptions: readonly Subscription[],
  assignedSeats: number,
): ReadonlyMap<Subscription, number> {
  const inOrder = [...subscriptions].sort(byId);
  const handedOut = new Map<Subscription, number>();
  let left = assignedSeats;
  inOrder.forEach((subscription, at) => {
    const following = inOrder.length - 1 - at;
    const seats = Math.max(1, following === 0 ? left : Math.min(left - following, subscription.seats));
    handedOut.set(subscription, seats);
    left -= seats;
  });
  return handedOut;
}

function byId(a: Subscription, b: Subscription): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}
