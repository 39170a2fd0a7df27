import { cohortsOf, lotsOf } from "./cohorts.ts";
import type { Assignment, Problem } from "./problem.ts";
import { refined } from "./refine.ts";
import { Simplex } from "./simplex.ts";
import { daysInOrder } from "./ties.ts";

/** Steps after which a very large book is left as good as it is. A number of steps, not of seconds: same book, same plan. */
const MOST_STEPS = 4_000_000_000;
/** How many finer cohorts a cohort falls into. */
const CUT = 8;

/**
 * The best assignment, by the transport simplex (transport.md): first for all tasks of a kind together, then for ever smaller
 * cohorts of them, each beginning where the one before ended, at last for each lot by itself.
 */
export function transported(stated: Problem, mostSteps = MOST_STEPS): Assignment {
  const problem = withoutClosedDays(stated);
  const lots = lotsOf(problem);
  let most = 1;
  while (most < lots.begin.length - 1) most *= CUT;
  let cohorts = cohortsOf(problem, lots, most);
  let simplex = new Simplex(problem, cohorts);
  simplex.startWithoutDays();
  let isOptimal = simplex.run(mostSteps);
  let steps = simplex.steps;
  while (most > 1) {
    most /= CUT;
    const finer = cohortsOf(problem, lots, most);
    if (finer.count === cohorts.count && most > 1) continue;
    const spread = refined(cohorts, finer, simplex.spread(), (kind, place) => simplex.slopeOf(kind, place));
    cohorts = finer;
    simplex = new Simplex(problem, cohorts);
    simplex.startFrom(spread);
    isOptimal = simplex.run(mostSteps - steps);
    steps += simplex.steps;
  }
  return { dayOf: daysInOrder(problem, lots, simplex.spread()), isOptimal, ...simplex.worth() };
}

/** Days without room do not exist, and no day has more room than there are tasks. */
function withoutClosedDays({ kinds, tasks, capacity }: Problem): Problem {
  const isOpen = (day: number) => (capacity[day] as number) >= 1;
  const room = capacity.map((places) => Math.min(tasks.kindOf.length, Math.max(0, Math.floor(places))));
  if (capacity.every((_, day) => isOpen(day))) return { kinds, tasks, capacity: room };
  const open = kinds.map((kind) => {
    const kept = [...kind.days.keys()].filter((position) => isOpen(kind.days[position] as number));
    const only = (of: Float64Array) => Float64Array.from(kept, (position) => of[position] as number);
    return {
      ...kind,
      days: Int32Array.from(kept, (position) => kind.days[position] as number),
      late: only(kind.late),
      overlap: only(kind.overlap),
      wait: only(kind.wait),
    };
  });
  return { kinds: open, tasks, capacity: room };
}
