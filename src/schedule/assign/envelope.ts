import type { Kind } from "./problem.ts";

/** Prices of places, by level. The place behind the days is that of what has no day. */
export interface Prices {
  readonly late: Float64Array;
  readonly overlap: Float64Array;
  readonly wait: Float64Array;
}

/**
 * The places of one kind, at given prices, that are best for some weight. Lateness comes first and does not know the weight; of
 * the places that are least late, each costs a line over the weight, and the lowest of these lines are kept, in the order in
 * which they are the lowest as the weight rises.
 */
export class Envelope {
  private readonly candidates: Int32Array;
  // Of the lines, so many of each list.
  private readonly places: Int32Array;
  private readonly bases: Float64Array;
  private readonly slopes: Float64Array;
  private readonly waits: Float64Array;
  private lines = 0;
  private at = 0;

  /** For kinds with so many places, that of no day among them. */
  constructor(places: number) {
    this.candidates = new Int32Array(places);
    this.places = new Int32Array(places);
    this.bases = new Float64Array(places);
    this.slopes = new Float64Array(places);
    this.waits = new Float64Array(places);
  }

  /** Weights are asked for in ascending order after this. */
  rebuild({ days, late, overlap, wait, held }: Kind, prices: Prices): void {
    const { candidates } = this;
    let count = 0;
    const noDay = prices.late.length - 1;
    let least = held + (prices.late[noDay] as number);
    let isSorted = true;
    let previous = Infinity;
    for (let position = 0; position < days.length; position += 1) {
      const total = (late[position] as number) + (prices.late[days[position] as number] as number);
      if (total > least) continue;
      if (total < least) {
        least = total;
        count = 0;
        isSorted = true;
        previous = Infinity;
      }
      candidates[count] = position;
      count += 1;
      const slope = overlap[position] as number;
      if (slope > previous) isSorted = false;
      previous = slope;
    }
    if (!isSorted) {
      candidates.subarray(0, count).sort((a, b) => (overlap[b] as number) - (overlap[a] as number) || a - b);
    }

    this.lines = 0;
    this.at = 0;
    for (let candidate = 0; candidate < count; candidate += 1) {
      const position = candidates[candidate] as number;
      const day = days[position] as number;
      const base = prices.overlap[day] as number;
      this.push(day, base, overlap[position] as number, (wait[position] as number) + (prices.wait[day] as number));
    }
    if (least === held + (prices.late[noDay] as number)) {
      this.push(noDay, prices.overlap[noDay] as number, 0, prices.wait[noDay] as number);
    }
  }

  /** The best place for a weight that is not below those asked for before. */
  bestFor(weight: number): number {
    const { bases, slopes, waits } = this;
    const last = this.lines - 1;
    let at = this.at;
    let least = (bases[at] as number) + weight * (slopes[at] as number);
    let best = at;
    for (let next = at + 1; next <= last; next += 1) {
      const value = (bases[next] as number) + weight * (slopes[next] as number);
      if (value > least) break;
      if (value < least) {
        least = value;
        at = next;
        best = next;
      } else if ((waits[next] as number) < (waits[best] as number)) best = next;
    }
    this.at = at;
    return this.places[best] as number;
  }

  /** Takes lines in the order of falling slopes, and drops what is the lowest for no weight. */
  private push(place: number, base: number, slope: number, wait: number): void {
    const { places, bases, slopes, waits } = this;
    let last = this.lines - 1;
    for (; last >= 0; last -= 1) {
      const lastBase = bases[last] as number;
      const lastSlope = slopes[last] as number;
      if (lastSlope === slope) {
        if (base > lastBase || (base === lastBase && wait >= (waits[last] as number))) return;
      } else {
        // The last weight, from zero on, for which the line before is still as low as this one.
        const until = lastNotAbove(base - lastBase, lastSlope - slope);
        const from =
          last === 0 ? 0 : firstNotAbove(bases[last - 1] as number, lastBase, (slopes[last - 1] as number) - lastSlope);
        if (until >= from && until >= 0) break;
      }
    }
    const line = last + 1;
    places[line] = place;
    bases[line] = base;
    slopes[line] = slope;
    waits[line] = wait;
    this.lines = line + 1;
  }
}

/** Greatest whole weight with weight × slope ≤ base; weights and costs are whole, so that nothing hangs on rounding. */
function lastNotAbove(base: number, slope: number): number {
  let weight = Math.floor(base / slope);
  while (weight * slope > base) weight -= 1;
  while ((weight + 1) * slope <= base) weight += 1;
  return weight;
}

/** Least whole weight for which the second line is as low as the first, which falls off by `slope` against it. */
function firstNotAbove(firstBase: number, secondBase: number, slope: number): number {
  return -lastNotAbove(firstBase - secondBase, slope);
}
