import type { AssignedCount, Subscription } from "../model/subscription.ts";
import type { AssignedSeats } from "./assigned-seats.ts";

/** What the rows of one product say themselves of its assigned seats; what some rows leave open is not counted as none. */
export function countOfRows(subscriptions: readonly Subscription[]): AssignedSeats | undefined {
  const counted = subscriptions.filter(({ assignedSeats }) => assignedSeats !== undefined);
  const first = counted[0];
  if (first === undefined) return undefined;
  const at = placeOfCount(first);
  if (repeatsTotal(counted)) return { seats: first.assignedSeats ?? 0, at, elsewhere: [] };
  return { seats: sumOf(counted), at, elsewhere: [] };
}

/**
 * The count of the tenant's licence exports, with what the rows themselves say where that is something else. The tenant counts its
 * own users, so its count is taken. Rows may each have the tenant's count, and where only some have one, more may come.
 */
export function withCountOfRows(count: AssignedSeats, subscriptions: readonly Subscription[]): AssignedSeats {
  const counted = subscriptions.filter(({ assignedSeats }) => assignedSeats !== undefined);
  const own = countOfRows(counted);
  if (own === undefined || own.seats === count.seats) return count;
  if (counted.every(({ assignedSeats }) => assignedSeats === count.seats)) return count;
  if (counted.length < subscriptions.length && own.seats < count.seats) return count;
  return { ...count, elsewhere: [...count.elsewhere, { seats: own.seats, at: own.at } satisfies AssignedCount] };
}

/** A planned row may have taken its count from another. */
function placeOfCount({ place, filled }: Subscription) {
  return filled.find(({ field }) => field === "assigned_seats")?.at ?? place;
}

/**
 * Microsoft counts assigned seats by product and tenant, and many exports write that count on each row of the product: where
 * all rows have the same, more than one of them has bought, it can be no row's own. Counts that may be the rows' own are
 * summed, since too few seats take licences away.
 */
function repeatsTotal(counted: readonly Subscription[]): boolean {
  const [first] = counted;
  return (
    counted.length > 1 &&
    counted.every(({ assignedSeats }) => assignedSeats === first?.assignedSeats) &&
    counted.some(({ seats, assignedSeats }) => (assignedSeats ?? 0) > seats)
  );
}

function sumOf(counted: readonly Subscription[]): number {
  return counted.reduce((total, { assignedSeats }) => total + (assignedSeats ?? 0), 0);
}
