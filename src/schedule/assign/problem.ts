/**
 * Subscriptions and days as numbers: what the solver needs of them and nothing else. Days are places on an axis, 0 and up.
 * Costs have levels, compared in this order: **late** (no day at all, a later term, days inside the buffer, in one whole
 * number), **overlap** (weight × days of overlap), **wait** (what remains: earliest or nearest first).
 */

/** Days on which a kind of task may be done, ascending, and what each costs. Tasks of one kind differ by their weight only. */
export interface Kind {
  readonly days: Int32Array;
  readonly late: Float64Array;
  /** Days of overlap, to be multiplied by the task's weight. */
  readonly overlap: Float64Array;
  readonly wait: Float64Array;
  /** Lateness of having no day: HELD for each subscription of the task. */
  readonly held: number;
}

/** One unit of capacity on one day. */
export interface Task {
  readonly kind: number;
  /** Whole; what one day of overlap costs. */
  readonly weight: number;
}

/** Tasks in the order in which ties are decided; in two lists, as a million objects would cost more than the search. */
export interface Tasks {
  readonly kindOf: Int32Array;
  readonly weightOf: Float64Array;
}

export function tasksOf(tasks: readonly Task[]): Tasks {
  return {
    kindOf: Int32Array.from(tasks, ({ kind }) => kind),
    weightOf: Float64Array.from(tasks, ({ weight }) => weight),
  };
}

export interface Problem {
  readonly kinds: readonly Kind[];
  readonly tasks: Tasks;
  /** By day: tasks that it can still take. */
  readonly capacity: Float64Array;
}

/** A task without a day. More than all other lateness along a path of the tree can add up to. */
export const HELD = 2 ** 34;
/** A task that waits for the next term, because the days of its rule are full. */
export const LATER_TERM = 2 ** 22;
/** Place of a task without a day. */
export const NO_DAY = -1;

export interface Assignment {
  /** By task: its day, or NO_DAY. */
  readonly dayOf: Int32Array;
  /** Nothing is better: it is an optimum. */
  readonly isOptimal: boolean;
  /** What a unit of each day's capacity is worth, by level; zero where the day is not full. */
  readonly lateWorth: Float64Array;
  readonly overlapWorth: Float64Array;
}

export interface Cost {
  readonly late: number;
  readonly overlap: number;
}

/** Position of a day among the days of its kind. */
export function positionIn({ days }: Kind, day: number): number {
  let low = 0;
  let high = days.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = days[middle] as number;
    if (found === day) return middle;
    if (found < day) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Positions of the days of a kind, the best for a task of weight above zero first. */
export function byPreference({ days, late, overlap, wait }: Kind): Int32Array {
  return Int32Array.from(days.keys()).sort(
    (a, b) =>
      (late[a] as number) - (late[b] as number) ||
      (overlap[a] as number) - (overlap[b] as number) ||
      (wait[a] as number) - (wait[b] as number) ||
      a - b,
  );
}

export function costOf({ kinds, tasks: { kindOf, weightOf } }: Problem, dayOf: Int32Array): Cost {
  let late = 0;
  let overlap = 0;
  for (let task = 0; task < kindOf.length; task += 1) {
    const day = dayOf[task] as number;
    const of = kinds[kindOf[task] as number] as Kind;
    if (day === NO_DAY) {
      late += of.held;
      continue;
    }
    const position = positionIn(of, day);
    late += of.late[position] as number;
    overlap += (weightOf[task] as number) * (of.overlap[position] as number);
  }
  return { late, overlap };
}
