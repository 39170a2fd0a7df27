import type { Worth } from "./packing.ts";
import type { Cost, Problem } from "./problem.ts";

/**
 * What no assignment can fall below. Whatever the worth of a place, doing each task where cost and worth together are least, and
 * handing back the worth of all places, costs at most what the optimum costs (Lagrange; transport.md).
 */
export function lowerBound(
  { kinds, tasks: { kindOf, weightOf }, capacity }: Problem,
  { lateWorth, overlapWorth }: Worth,
): Cost {
  let late = 0;
  let overlap = 0;
  const lines = kinds.map(() => undefined as Lines | undefined);
  for (let task = 0; task < kindOf.length; task += 1) {
    const kind = kindOf[task] as number;
    const weight = weightOf[task] as number;
    const of = lines[kind] ?? linesOf(kinds[kind] as Problem["kinds"][number], lateWorth, overlapWorth);
    lines[kind] = of;
    late += of.late;
    let least = Infinity;
    for (let line = 0; line < of.slopes.length; line += 1) {
      const value = (of.bases[line] as number) + weight * (of.slopes[line] as number);
      if (value < least) least = value;
    }
    overlap += least;
  }
  capacity.forEach((places, day) => {
    if (!Number.isFinite(places)) return;
    late -= places * (lateWorth[day] as number);
    overlap -= places * (overlapWorth[day] as number);
  });
  return { late, overlap };
}

/** Of a kind, the days that are least late; what else they cost is a line over the weight. */
interface Lines {
  readonly late: number;
  readonly bases: readonly number[];
  readonly slopes: readonly number[];
}

function linesOf(
  { days, late, overlap, held }: Problem["kinds"][number],
  lateWorth: Float64Array,
  overlapWorth: Float64Array,
): Lines {
  let least = held;
  let bases = [0];
  let slopes = [0];
  days.forEach((day, position) => {
    const total = (late[position] as number) + (lateWorth[day] as number);
    if (total > least) return;
    if (total < least) [least, bases, slopes] = [total, [], []];
    bases.push(overlapWorth[day] as number);
    slopes.push(overlap[position] as number);
  });
  return { late: least, ...lowerEnvelope(bases, slopes) };
}

/** Lines that are nowhere the lowest need not be looked at. */
function lowerEnvelope(bases: readonly number[], slopes: readonly number[]) {
  const order = [...bases.keys()].sort(
    (a, b) => (bases[a] as number) - (bases[b] as number) || (slopes[a] as number) - (slopes[b] as number),
  );
  const kept: number[] = [];
  let lowestSlope = Infinity;
  for (const line of order) {
    if ((slopes[line] as number) >= lowestSlope) continue;
    lowestSlope = slopes[line] as number;
    kept.push(line);
  }
  return { bases: kept.map((line) => bases[line] as number), slopes: kept.map((line) => slopes[line] as number) };
}
