import type { Lots } from "./cohorts.ts";
import { byPreference, type Kind, NO_DAY, type Problem } from "./problem.ts";
import type { Share, Spread } from "./refine.ts";

/**
 * By task: its day, or NO_DAY, where each cohort of the spread is one lot. Of tasks that nothing tells apart, the first gets the
 * best of their days, and so on: ties go by the order of the tasks.
 */
export function daysInOrder({ kinds, tasks, capacity }: Problem, { list, begin }: Lots, spread: Spread): Int32Array {
  const dayOf = new Int32Array(list.length);
  const dayAt = (place: number) => (place < capacity.length ? place : NO_DAY);
  for (let lot = 0; lot + 1 < begin.length; lot += 1) {
    let at = begin[lot] as number;
    const end = begin[lot + 1] as number;
    const shares = spread.several.get(lot);
    if (shares === undefined) {
      const day = dayAt(spread.only[lot] as number);
      for (; at < end; at += 1) dayOf[list[at] as number] = day;
      continue;
    }
    const kind = tasks.kindOf[list[at] as number] as number;
    for (const { place, count } of bestFirst(shares, kinds[kind] as Kind)) {
      for (const to = at + count; at < to; at += 1) dayOf[list[at] as number] = dayAt(place);
    }
  }
  return dayOf;
}

function bestFirst(shares: readonly Share[], kind: Kind): readonly Share[] {
  const rank = new Map([...byPreference(kind)].map((position, place) => [kind.days[position] as number, place]));
  const rankOf = ({ place }: Share) => rank.get(place) ?? Number.MAX_SAFE_INTEGER;
  return [...shares].sort((a, b) => rankOf(a) - rankOf(b));
}
