import type { Problem } from "./problem.ts";

/** Tasks of one kind and one weight, which nothing but their order tells apart: each lot is a stretch of the list. */
export interface Lots {
  /** Tasks by kind, then weight, then place. */
  readonly list: Int32Array;
  /** Where each begins in the list; one more at the end. */
  readonly begin: Int32Array;
}

/** Lots of one kind and of similar weight, taken together: a stretch of the list, too. Halved often enough, each is one lot. */
export interface Cohorts {
  readonly count: number;
  readonly kindOf: Int32Array;
  /** Where each begins in the list; one more at the end. */
  readonly begin: Int32Array;
  /** Of the task in its middle. */
  readonly weight: Float64Array;
}

export function lotsOf({ kinds, tasks: { kindOf, weightOf } }: Problem): Lots {
  const end = new Int32Array(kinds.length + 1);
  for (let task = 0; task < kindOf.length; task += 1) {
    const next = (kindOf[task] as number) + 1;
    end[next] = (end[next] as number) + 1;
  }
  for (let kind = 0; kind < kinds.length; kind += 1) end[kind + 1] = (end[kind + 1] as number) + (end[kind] as number);
  const next = end.slice();
  const list = new Int32Array(kindOf.length);
  for (let task = 0; task < kindOf.length; task += 1) {
    const kind = kindOf[task] as number;
    list[next[kind] as number] = task;
    next[kind] = (next[kind] as number) + 1;
  }
  const begin = new Int32Array(list.length + 1);
  let count = 0;
  for (let kind = 0; kind < kinds.length; kind += 1) {
    const from = end[kind] as number;
    const own = list.subarray(from, end[kind + 1] as number);
    sortByWeight(own, weightOf);
    let last = Number.NaN;
    for (let at = 0; at < own.length; at += 1) {
      const weight = weightOf[own[at] as number] as number;
      if (weight === last) continue;
      last = weight;
      begin[count] = from + at;
      count += 1;
    }
  }
  begin[count] = list.length;
  return { list, begin: begin.slice(0, count + 1) };
}

/** Of tasks in their order: by weight, then as they were. */
function sortByWeight(tasks: Int32Array, weightOf: Float64Array): void {
  const { length } = tasks;
  if (length < 2) return;
  let heaviest = 0;
  for (let at = 0; at < length; at += 1) heaviest = Math.max(heaviest, weightOf[tasks[at] as number] as number);
  // A power of two, by which numbers are divided exactly.
  const unit = 2 ** Math.ceil(Math.log2(length));
  if (heaviest >= Number.MAX_SAFE_INTEGER / unit - 1) {
    tasks.sort((a, b) => (weightOf[a] as number) - (weightOf[b] as number) || a - b);
    return;
  }
  // As numbers, which are sorted without a call for each pair: weight and place in one.
  const keys = new Float64Array(length);
  for (let at = 0; at < length; at += 1) keys[at] = (weightOf[tasks[at] as number] as number) * unit + at;
  keys.sort();
  const before = tasks.slice();
  for (let at = 0; at < length; at += 1) {
    const key = keys[at] as number;
    tasks[at] = before[key - Math.floor(key / unit) * unit] as number;
  }
}

/** Cohorts of at most so many lots. */
export function cohortsOf({ tasks: { kindOf, weightOf } }: Problem, { list, begin }: Lots, most: number): Cohorts {
  const lots = begin.length - 1;
  const kinds = new Int32Array(lots);
  const starts = new Int32Array(lots + 1);
  let count = 0;
  let [lastKind, first] = [-1, 0];
  for (let lot = 0; lot < lots; lot += 1) {
    const at = begin[lot] as number;
    const kind = kindOf[list[at] as number] as number;
    if (kind === lastKind && lot - first < most) continue;
    [lastKind, first] = [kind, lot];
    kinds[count] = kind;
    starts[count] = at;
    count += 1;
  }
  starts[count] = list.length;
  const weight = new Float64Array(count);
  for (let cohort = 0; cohort < count; cohort += 1) {
    const middle = ((starts[cohort] as number) + (starts[cohort + 1] as number)) >> 1;
    weight[cohort] = weightOf[list[middle] as number] as number;
  }
  return { count, kindOf: kinds.slice(0, count), begin: starts.slice(0, count + 1), weight };
}
