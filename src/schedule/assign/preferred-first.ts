import { byPreference, type Kind, NO_DAY, type Problem } from "./problem.ts";

/**
 * A good start: the dearest task first, each on the best day of its kind that has room. Days only fill up, so that each kind
 * walks its days once.
 */
export function preferredFirst({ kinds, tasks, capacity }: Problem): Int32Array {
  const left = capacity.slice();
  const dayOf = new Int32Array(tasks.length).fill(NO_DAY);
  const orders: Int32Array[] = [];
  const reached = new Int32Array(kinds.length);
  for (const task of dearestFirst(tasks)) {
    const { kind } = tasks[task] as { kind: number };
    const of = kinds[kind] as Kind;
    const order = orders[kind] ?? byPreference(of);
    orders[kind] = order;
    let at = reached[kind] as number;
    while (at < order.length && (left[of.days[order[at] as number] as number] as number) < 1) at += 1;
    reached[kind] = at;
    if (at === order.length) continue;
    const day = of.days[order[at] as number] as number;
    left[day] = (left[day] as number) - 1;
    dayOf[task] = day;
  }
  return dayOf;
}

function dearestFirst(tasks: Problem["tasks"]): Int32Array {
  const weights = Float64Array.from(tasks, ({ weight }) => weight);
  return Int32Array.from(weights.keys()).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
}
