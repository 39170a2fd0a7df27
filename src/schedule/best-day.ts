import type { PlainDate } from "../model/plain-date.ts";
import type { BestDay } from "./choice.ts";
import { dayCost, type Footing } from "./day-costs.ts";

/** Place of the day that costs the members least. Seats weigh alike here: prices decide between units, not inside one. */
export function bestOf(
  days: readonly PlainDate[],
  footings: readonly Footing[],
  weights: readonly number[] = footings.map(() => 1),
): number {
  let best = 0;
  let least = { late: Infinity, overlap: Infinity, wait: Infinity };
  days.forEach((day, position) => {
    const cost = { late: 0, overlap: 0, wait: 0 };
    footings.forEach((footing, member) => {
      const own = dayCost(footing, day);
      cost.late += own.late;
      cost.overlap += own.overlap * (weights[member] ?? 1);
      cost.wait += own.wait;
    });
    const difference = cost.late - least.late || cost.overlap - least.overlap || cost.wait - least.wait;
    if (difference < 0) [best, least] = [position, cost];
  });
  return best;
}

/** The same day, with what tells it from the days beside it. */
export function bestDayOf(
  days: readonly PlainDate[],
  footings: readonly Footing[],
  weights: readonly number[],
): BestDay {
  const at = bestOf(days, footings, weights);
  const on = days[at] as PlainDate;
  return { on, because: reasonFor(on, days[at - 1], days[at + 1], footings) };
}

function reasonFor(
  on: PlainDate,
  before: PlainDate | undefined,
  after: PlainDate | undefined,
  footings: readonly Footing[],
): BestDay["because"] {
  const sum = (day: PlainDate, name: "late" | "overlap") =>
    footings.reduce((total, footing) => total + dayCost(footing, day)[name], 0);
  if (after === undefined) {
    return before !== undefined && sum(before, "overlap") > sum(on, "overlap") ? "last" : undefined;
  }
  if (sum(after, "late") > sum(on, "late")) {
    if (sum(on, "late") === 0) return "buffer";
    return before === undefined ? "late" : undefined;
  }
  return before === undefined && footings.every(({ idealOn }) => idealOn === undefined) ? "early" : undefined;
}
