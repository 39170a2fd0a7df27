import { byKindAndWeight } from "./cohorts.ts";
import { byPreference, type Kind, NO_DAY, type Problem } from "./problem.ts";

/** Of tasks that nothing tells apart, the first gets the best of their days, and so on: ties go by the order of the tasks. */
export function settledTies(problem: Problem, dayOf: Int32Array): Int32Array {
  const { kinds, tasks } = problem;
  const { kindOf, weightOf } = tasks;
  const list = byKindAndWeight(problem);
  const settled = dayOf.slice();
  let rankKind = -1;
  let rank: ReadonlyMap<number, number> = new Map();
  for (let from = 0; from < list.length; ) {
    const first = list[from] as number;
    const kind = kindOf[first] as number;
    const isAlike = (task: number) => kindOf[task] === kind && weightOf[task] === weightOf[first];
    let to = from + 1;
    let differ = false;
    for (; to < list.length && isAlike(list[to] as number); to += 1) {
      if (dayOf[list[to] as number] !== dayOf[first]) differ = true;
    }
    if (differ) settle(from, to, kind);
    from = to;
  }
  return settled;

  function settle(from: number, to: number, kind: number): void {
    if (rankKind !== kind) {
      const of = kinds[kind] as Kind;
      rank = new Map([...byPreference(of)].map((position, place) => [of.days[position] as number, place]));
      rankKind = kind;
    }
    const rankOf = (day: number) => (day === NO_DAY ? Infinity : (rank.get(day) ?? Infinity));
    const days = Array.from(list.subarray(from, to), (task) => dayOf[task] as number);
    days.sort((a, b) => rankOf(a) - rankOf(b) || 0);
    days.forEach((day, place) => {
      settled[list[from + place] as number] = day;
    });
  }
}
