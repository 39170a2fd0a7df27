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
export function byKindAndWeight({ kinds, tasks: { kindOf, weightOf } }: Problem): Int32Array {
  const end = new Int32Array(kinds.length + 1);
  for (const kind of kindOf) end[kind + 1] = (end[kind + 1] as number) + 1;
  for (let kind = 0; kind < kinds.length; kind += 1) end[kind + 1] = (end[kind + 1] as number) + (end[kind] as number);
  const begin = end.slice();
  const list = new Int32Array(kindOf.length);
  for (let task = 0; task < kindOf.length; task += 1) {
    const kind = kindOf[task] as number;
    list[begin[kind] as number] = task;
    begin[kind] = (begin[kind] as number) + 1;
  }
  for (let kind = 0; kind < kinds.length; kind += 1) {
    list
      .subarray(end[kind] as number, end[kind + 1] as number)
      .sort((a, b) => (weightOf[a] as number) - (weightOf[b] as number) || a - b);
  }
  return list;
}

/** Cohorts of at most so many tasks. */
export function cohortsOf({ tasks: { kindOf, weightOf } }: Problem, list: Int32Array, most: number): Cohorts {
  const kinds: number[] = [];
  const begin: number[] = [];
  let [lastKind, lastBegin] = [-1, 0];
  for (let at = 0; at < list.length; at += 1) {
    const kind = kindOf[list[at] as number] as number;
    if (kind === lastKind && at - lastBegin < most) continue;
    [lastKind, lastBegin] = [kind, at];
    kinds.push(kind);
    begin.push(at);
  }
  begin.push(list.length);
  const weight = new Float64Array(kinds.length);
  for (let cohort = 0; cohort < kinds.length; cohort += 1) {
    const middle = ((begin[cohort] as number) + (begin[cohort + 1] as number)) >> 1;
    weight[cohort] = weightOf[list[middle] as number] as number;
  }
  return { count: kinds.length, kindOf: Int32Array.from(kinds), begin: Int32Array.from(begin), weight };
}
