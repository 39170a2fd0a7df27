import type { Problem } from "./problem.ts";

/**
 * Tasks of one kind and of similar weight, taken together: a stretch of the list in which tasks stand by kind and weight. Halved
 * often enough, each is one task.
 */
export interface Cohorts {
  readonly count: number;
  readonly kindOf: Int32Array;
  /** Where each begins in the list; one more at the end. */
  readonly begin: Int32Array;
  /** Of the task in its middle. */
  readonly weight: Float64Array;
}

/** The list in which cohorts are stretches: by kind, then weight, then place. */
export function byKindAndWeight({ tasks }: Problem): Int32Array {
  const kinds = Int32Array.from(tasks, ({ kind }) => kind);
  const weights = Float64Array.from(tasks, ({ weight }) => weight);
  return Int32Array.from(kinds.keys()).sort(
    (a, b) => (kinds[a] as number) - (kinds[b] as number) || (weights[a] as number) - (weights[b] as number) || a - b,
  );
}

/** Cohorts of at most so many tasks. */
export function cohortsOf({ tasks }: Problem, list: Int32Array, most: number): Cohorts {
  const kinds: number[] = [];
  const begin: number[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const kind = tasks[list[at] as number]?.kind as number;
    const last = begin.length - 1;
    if (last >= 0 && kinds[last] === kind && at - (begin[last] as number) < most) continue;
    kinds.push(kind);
    begin.push(at);
  }
  begin.push(list.length);
  const weight = Float64Array.from(kinds, (_, cohort) => {
    const middle = ((begin[cohort] as number) + (begin[cohort + 1] as number)) >> 1;
    return tasks[list[middle] as number]?.weight as number;
  });
  return { count: kinds.length, kindOf: Int32Array.from(kinds), begin: Int32Array.from(begin), weight };
}
