import { Buckets } from "./buckets.ts";
import { type Assignment, HELD, type Kind, NO_DAY, type Problem } from "./problem.ts";

/** Steps after which a very large book is left as good as it is. A number of steps, not of seconds: same book, same plan. */
const MOST_STEPS = 60_000_000;

/**
 * Makes an assignment the best one by exchanges: as long as a ring of days exists around which one task each can move on to the
 * next day and the sum of what that costs is below zero, it is done. Without such a ring no assignment is better (exchange.md).
 */
export function exchanged(problem: Problem, start: Int32Array, mostSteps = MOST_STEPS): Assignment {
  const ring = new Exchange(problem, start);
  const isOptimal = ring.run(mostSteps);
  return { dayOf: ring.days(), isOptimal, ...ring.worth() };
}

class Exchange {
  private readonly problem: Problem;
  /** The place of those without a day, and where spare capacity is kept. */
  private readonly held: number;
  private readonly spare: number;
  private readonly size: number;
  private readonly placeOf: Int32Array;
  private readonly load: Float64Array;
  private readonly buckets: Buckets;
  /** What the cheapest move from a place (row) to another costs, by level, and of which kind it is. */
  private readonly late: Float64Array;
  private readonly overlap: Float64Array;
  private readonly wait: Float64Array;
  private readonly kindOf: Int32Array;
  /** Labels of the shortest-path search. */
  private readonly label: readonly [Float64Array, Float64Array, Float64Array];
  private readonly parent: Int32Array;
  private readonly queue: number[] = [];
  private readonly isQueued: Uint8Array;
  private readonly positions: Int32Array[];
  private steps = 0;

  constructor(problem: Problem, start: Int32Array) {
    this.problem = problem;
    const days = problem.capacity.length;
    this.held = days;
    this.spare = days + 1;
    this.size = days + 2;
    this.placeOf = start.map((day) => (day === NO_DAY ? this.held : day));
    this.load = new Float64Array(this.size);
    for (const place of this.placeOf) this.load[place] = (this.load[place] as number) + 1;
    this.buckets = new Buckets(problem, this.placeOf, this.size);
    const cells = this.size * this.size;
    this.late = new Float64Array(cells).fill(Infinity);
    this.overlap = new Float64Array(cells);
    this.wait = new Float64Array(cells);
    this.kindOf = new Int32Array(cells);
    this.label = [new Float64Array(this.size), new Float64Array(this.size), new Float64Array(this.size)];
    this.parent = new Int32Array(this.size).fill(-1);
    this.isQueued = new Uint8Array(this.size);
    this.positions = problem.kinds.map((kind) => {
      const at = new Int32Array(days).fill(-1);
      kind.days.forEach((day, position) => {
        at[day] = position;
      });
      return at;
    });
    for (let place = 0; place < this.size; place += 1) this.refresh(place);
  }

  days(): Int32Array {
    return this.placeOf.map((place) => (place === this.held ? NO_DAY : place));
  }

  /** False: it was not finished. */
  run(mostSteps: number): boolean {
    let changes = 0;
    for (let head = 0; head < this.queue.length; head += 1) {
      if (this.steps > mostSteps) return false;
      const from = this.queue[head] as number;
      this.isQueued[from] = 0;
      changes += this.relax(from);
      if (changes >= this.size) {
        changes = 0;
        const ring = this.ringOfParents();
        if (ring !== undefined) this.turn(ring);
      }
      if (head > 65_536) {
        this.queue.splice(0, head + 1);
        head = -1;
      }
    }
    return true;
  }

  /** Dual prices: by complementary slackness zero where capacity is spare. */
  worth(): { readonly lateWorth: Float64Array; readonly overlapWorth: Float64Array } {
    const days = this.problem.capacity.length;
    const lateWorth = new Float64Array(days);
    const overlapWorth = new Float64Array(days);
    const [late, overlap] = this.label;
    for (let day = 0; day < days; day += 1) {
      const byLate = (late[this.spare] as number) - (late[day] as number);
      const byOverlap = (overlap[this.spare] as number) - (overlap[day] as number);
      if (byLate > 0 || (byLate === 0 && byOverlap > 0)) {
        lateWorth[day] = byLate;
        overlapWorth[day] = byOverlap;
      }
    }
    return { lateWorth, overlapWorth };
  }

  private push(place: number): void {
    if (this.isQueued[place] === 1) return;
    this.isQueued[place] = 1;
    this.queue.push(place);
  }

  /** Looks anew at all moves away from a place. */
  private refresh(place: number): void {
    this.push(place);
    this.push(this.spare);
    if (place === this.spare) return;
    const { size, held, spare, late, overlap, wait, kindOf } = this;
    const row = place * size;
    late.fill(Infinity, row, row + size);
    for (const [kind, bucket] of this.buckets.at(place)) {
      const of = this.problem.kinds[kind] as Kind;
      const lightest = this.weight(bucket[0] as number);
      const heaviest = this.weight(bucket[bucket.length - 1] as number);
      const own = place === held ? -1 : ((this.positions[kind] as Int32Array)[place] as number);
      const ownLate = own < 0 ? HELD : (of.late[own] as number);
      const ownOverlap = own < 0 ? 0 : (of.overlap[own] as number);
      const ownWait = own < 0 ? 0 : (of.wait[own] as number);
      this.steps += of.days.length;
      for (let position = -1; position < of.days.length; position += 1) {
        if (position === own) continue;
        const cell = row + (position < 0 ? held : (of.days[position] as number));
        const moreLate = (position < 0 ? HELD : (of.late[position] as number)) - ownLate;
        if (moreLate > (late[cell] as number)) continue;
        const moreDays = (position < 0 ? 0 : (of.overlap[position] as number)) - ownOverlap;
        const moreOverlap = moreDays * (moreDays > 0 ? lightest : heaviest);
        const moreWait = (position < 0 ? 0 : (of.wait[position] as number)) - ownWait;
        if (moreLate === late[cell]) {
          if (moreOverlap > (overlap[cell] as number)) continue;
          if (moreOverlap === overlap[cell] && moreWait >= (wait[cell] as number)) continue;
        }
        late[cell] = moreLate;
        overlap[cell] = moreOverlap;
        wait[cell] = moreWait;
        kindOf[cell] = kind;
      }
    }
    const load = this.load[place] as number;
    const capacity = place === held ? Infinity : (this.problem.capacity[place] as number);
    this.set(row + spare, load < capacity);
    this.set(spare * size + place, load > 0);
  }

  /** A move of spare capacity: free of cost, or impossible. */
  private set(cell: number, isPossible: boolean): void {
    this.late[cell] = isPossible ? 0 : Infinity;
  }

  private weight(task: number): number {
    return this.problem.tasks[task]?.weight as number;
  }

  private relax(from: number): number {
    const { size, late, overlap, wait, parent } = this;
    const [labelLate, labelOverlap, labelWait] = this.label;
    const row = from * size;
    const baseLate = labelLate[from] as number;
    const baseOverlap = labelOverlap[from] as number;
    const baseWait = labelWait[from] as number;
    let changes = 0;
    this.steps += size;
    for (let to = 0; to < size; to += 1) {
      const newLate = baseLate + (late[row + to] as number);
      const knownLate = labelLate[to] as number;
      if (newLate > knownLate || newLate === Infinity) continue;
      const newOverlap = baseOverlap + (overlap[row + to] as number);
      const newWait = baseWait + (wait[row + to] as number);
      if (newLate === knownLate) {
        const knownOverlap = labelOverlap[to] as number;
        if (newOverlap > knownOverlap) continue;
        if (newOverlap === knownOverlap && newWait >= (labelWait[to] as number)) continue;
      }
      labelLate[to] = newLate;
      labelOverlap[to] = newOverlap;
      labelWait[to] = newWait;
      parent[to] = from;
      changes += 1;
      this.push(to);
    }
    return changes;
  }

  /** Places in a ring of the search's parents, in the order of the moves; undefined: there is none yet. */
  private ringOfParents(): readonly number[] | undefined {
    const { size, parent } = this;
    const seenFrom = new Int32Array(size).fill(-1);
    for (let start = 0; start < size; start += 1) {
      let at = start;
      while (at >= 0 && seenFrom[at] === -1) {
        seenFrom[at] = start;
        at = parent[at] as number;
      }
      if (at < 0 || seenFrom[at] !== start) continue;
      const ring = [at];
      for (let next = parent[at] as number; next !== at; next = parent[next] as number) ring.push(next);
      return ring.reverse();
    }
    return undefined;
  }

  /** Moves one task along each side of the ring, again and again while that pays. */
  private turn(ring: readonly number[]): void {
    while (this.pays(ring)) {
      const moves: { readonly task: number; readonly from: number; readonly to: number }[] = [];
      ring.forEach((from, index) => {
        const to = ring[(index + 1) % ring.length] as number;
        if (from === this.spare || to === this.spare) return;
        moves.push({ task: this.mover(from, to), from, to });
      });
      for (const { task, from } of moves) {
        this.buckets.remove(from, task);
        this.load[from] = (this.load[from] as number) - 1;
      }
      for (const { task, to } of moves) {
        this.buckets.add(to, task);
        this.load[to] = (this.load[to] as number) + 1;
        this.placeOf[task] = to;
      }
      for (const place of ring) this.refresh(place);
    }
    this.parent.fill(-1);
  }

  private pays(ring: readonly number[]): boolean {
    let late = 0;
    let overlap = 0;
    let wait = 0;
    ring.forEach((from, index) => {
      const cell = from * this.size + (ring[(index + 1) % ring.length] as number);
      late += this.late[cell] as number;
      overlap += this.overlap[cell] as number;
      wait += this.wait[cell] as number;
    });
    return late < 0 || (late === 0 && (overlap < 0 || (overlap === 0 && wait < 0)));
  }

  /** The task of the cheapest move. */
  private mover(from: number, to: number): number {
    const kind = this.kindOf[from * this.size + to] as number;
    const bucket = this.buckets.at(from).get(kind) as readonly number[];
    const positions = this.positions[kind] as Int32Array;
    const { overlap } = this.problem.kinds[kind] as Kind;
    const before = from === this.held ? 0 : (overlap[positions[from] as number] as number);
    const after = to === this.held ? 0 : (overlap[positions[to] as number] as number);
    return (after > before ? bucket[0] : bucket[bucket.length - 1]) as number;
  }
}
