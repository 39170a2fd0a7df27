import { byPreference, type Kind, NO_DAY, type Problem } from "./problem.ts";

/** Of tasks that nothing tells apart, the first gets the best of their days, and so on: ties go by the order of the tasks. */
export function settledTies({ kinds, tasks }: Problem, dayOf: Int32Array): Int32Array {
  const alike = new Map<number, Map<number, number[]>>();
  tasks.forEach(({ kind, weight }, task) => {
    const byWeight = alike.get(kind) ?? new Map<number, number[]>();
    alike.set(kind, byWeight);
    const same = byWeight.get(weight);
    if (same === undefined) byWeight.set(weight, [task]);
    else same.push(task);
  });
  const settled = dayOf.slice();
  for (const [kind, byWeight] of alike) {
    const of = kinds[kind] as Kind;
    const rank = new Map([...byPreference(of)].map((position, place) => [of.days[position] as number, place]));
    for (const same of byWeight.values()) {
      if (same.length === 1) continue;
      const days = same.map((task) => dayOf[task] as number);
      const last = of.days.length;
      const rankOf = (day: number) => (day === NO_DAY ? last : (rank.get(day) ?? last));
      days.sort((a, b) => rankOf(a) - rankOf(b));
      same.forEach((task, place) => {
        settled[task] = days[place] as number;
      });
    }
  }
  return settled;
}
