import type { Cohorts } from "./cohorts.ts";
import { CostTable } from "./cost-table.ts";
import { Envelope, type Prices } from "./envelope.ts";
import type { Assignment, Kind, Problem } from "./problem.ts";
import type { Share, Spread } from "./refine.ts";
import { SpanningTree } from "./spanning-tree.ts";

/** Spare room is looked at after so many kinds that moved: it takes part in nearly every ring. */
const KINDS_BETWEEN_SPARE = 16;
/** After each look at all places of all kinds, the moves that were found are tried so often again, and back: that costs no search. */
const REPEATS = 3;

/** One stage of the transport simplex: cohorts, and a class of what capacity is left, spread over days and the place of no day. */
export class Simplex {
  steps = 0;
  private readonly problem: Problem;
  private readonly cohorts: Cohorts;
  /** The place of those without a day; days stand before it, cohorts behind it. */
  private readonly held: number;
  /** The class of what capacity is left. */
  private readonly spare: number;
  private readonly tree: SpanningTree;
  private readonly prices: Prices;
  private readonly costs: CostTable;
  private readonly envelope: Envelope;
  /** Of the last pass, one after the other: a class and a place that it went to, or came from. */
  private readonly moves: number[] = [];

  constructor(problem: Problem, cohorts: Cohorts) {
    const days = problem.capacity.length;
    const places = days + 1;
    this.problem = problem;
    this.cohorts = cohorts;
    this.held = days;
    this.spare = places + cohorts.count;
    this.tree = new SpanningTree(places, cohorts.count + 1, this.held);
    const [late, overlap, wait] = [new Float64Array(places), new Float64Array(places), new Float64Array(places)];
    this.prices = { late, overlap, wait };
    this.costs = new CostTable(problem.kinds, days);
    this.envelope = new Envelope(places);
  }

  startWithoutDays(): void {
    const { tree, held, spare, cohorts } = this;
    for (let cohort = 0; cohort < cohorts.count; cohort += 1) tree.hang(this.nodeOf(cohort), held, this.sizeOf(cohort));
    tree.hang(spare, held, 0);
    this.problem.capacity.forEach((places, day) => {
      tree.hang(day, spare, places);
    });
  }

  /** Begins where coarser cohorts ended. */
  startFrom({ only, several, spare }: Spread): void {
    const { tree, held, cohorts, prices } = this;
    const classesAt = new Map<number, number[]>();
    const sharesOf = new Map<number, readonly Share[]>([...several].map(([cohort, at]) => [this.nodeOf(cohort), at]));
    sharesOf.set(this.spare, spare);
    for (const [node, shares] of sharesOf) {
      for (const { place } of shares) {
        const there = classesAt.get(place);
        if (there === undefined) classesAt.set(place, [node]);
        else there.push(node);
      }
    }
    const queue = [held];
    for (const place of queue) {
      for (const node of classesAt.get(place) ?? []) {
        if (tree.parent[node] !== -1) continue;
        const shares = sharesOf.get(node) as readonly Share[];
        tree.hang(node, place, shares.find((share) => share.place === place)?.count as number);
        this.look(node, place);
        const late = this.costs.late + (prices.late[place] as number);
        const overlap = this.costs.overlap + (prices.overlap[place] as number);
        const wait = this.costs.wait + (prices.wait[place] as number);
        for (const share of shares) {
          if (share.place === place) continue;
          tree.hang(share.place, node, share.count);
          this.look(node, share.place);
          prices.late[share.place] = late - this.costs.late;
          prices.overlap[share.place] = overlap - this.costs.overlap;
          prices.wait[share.place] = wait - this.costs.wait;
          queue.push(share.place);
        }
      }
    }
    for (let cohort = 0; cohort < cohorts.count; cohort += 1) {
      const node = this.nodeOf(cohort);
      if (tree.parent[node] === -1) tree.hang(node, only[cohort] as number, this.sizeOf(cohort));
    }
  }

  /** False: it was not finished. */
  run(mostSteps: number): boolean {
    let sinceSpare = 0;
    for (let isMoving = true; isMoving; ) {
      isMoving = this.returnSpare();
      this.moves.length = 0;
      for (let from = 0; from < this.cohorts.count; ) {
        const kind = this.cohorts.kindOf[from] as number;
        let to = from + 1;
        while (to < this.cohorts.count && this.cohorts.kindOf[to] === kind) to += 1;
        if (this.improve(kind, from, to)) {
          isMoving = true;
          sinceSpare += 1;
          if (sinceSpare >= KINDS_BETWEEN_SPARE) this.returnSpare();
          sinceSpare %= KINDS_BETWEEN_SPARE;
        }
        from = to;
        if (this.steps > mostSteps) return false;
      }
      for (let repeat = 0; repeat < REPEATS && this.repeatMoves(); repeat += 1) this.returnSpare();
    }
    return true;
  }

  spread(): Spread {
    const { tree, cohorts } = this;
    const only = new Int32Array(cohorts.count);
    const several = new Map<number, readonly Share[]>();
    for (let cohort = 0; cohort < cohorts.count; cohort += 1) {
      const node = this.nodeOf(cohort);
      if (tree.isLeaf(node)) only[cohort] = tree.parent[node] as number;
      else several.set(cohort, this.sharesOf(node));
    }
    return { only, several, spare: this.sharesOf(this.spare) };
  }

  slopeOf(kind: number, place: number): number {
    return this.costs.slopeOf(kind, place);
  }

  /** What a place of each day is worth; zero where there is room. */
  worth(): Pick<Assignment, "lateWorth" | "overlapWorth"> {
    const { prices, held } = this;
    const lateWorth = prices.late.slice(0, held);
    const overlapWorth = prices.overlap.slice(0, held);
    for (let day = 0; day < held; day += 1) {
      const late = lateWorth[day] as number;
      if (late > 0 || (late === 0 && (overlapWorth[day] as number) > 0)) continue;
      lateWorth[day] = 0;
      overlapWorth[day] = 0;
    }
    return { lateWorth, overlapWorth };
  }

  private nodeOf(cohort: number): number {
    return this.held + 1 + cohort;
  }

  private sizeOf(cohort: number): number {
    return (this.cohorts.begin[cohort + 1] as number) - (this.cohorts.begin[cohort] as number);
  }

  /** The place towards the root first. */
  private sharesOf(node: number): readonly Share[] {
    const { tree } = this;
    const shares = [{ place: tree.parent[node] as number, count: tree.flow[node] as number }];
    for (const place of tree.childrenOf(node)) shares.push({ place, count: tree.flow[place] as number });
    return shares;
  }

  private look(node: number, place: number): void {
    const { costs, cohorts } = this;
    const cohort = node - this.held - 1;
    if (node !== this.spare) costs.look(cohorts.kindOf[cohort] as number, place, cohorts.weight[cohort] as number);
    else costs.late = costs.overlap = costs.wait = 0;
  }

  /** Lets cohorts of one kind go where it is cheaper for them. */
  private improve(kind: number, from: number, to: number): boolean {
    const { envelope, cohorts } = this;
    if (to - from === 1) {
      const node = this.nodeOf(from);
      const before = this.tree.parent[node] as number;
      const place = this.cheapestPlace(kind, cohorts.weight[from] as number);
      this.steps += (this.problem.kinds[kind] as Kind).days.length;
      if (!this.enter(node, place)) return false;
      this.moves.push(node, place, node, before);
      return true;
    }
    envelope.rebuild(this.problem.kinds[kind] as Kind, this.prices);
    this.steps += (this.problem.kinds[kind] as Kind).days.length + to - from;
    let isMoved = false;
    for (let cohort = from; cohort < to; cohort += 1) {
      const node = this.nodeOf(cohort);
      const before = this.tree.parent[node] as number;
      const place = envelope.bestFor(cohorts.weight[cohort] as number);
      if (!this.enter(node, place)) continue;
      this.moves.push(node, place, node, before);
      isMoved = true;
    }
    return isMoved;
  }

  /** Each move, where it has become worth it again. */
  private repeatMoves(): boolean {
    const { moves } = this;
    let isMoved = false;
    for (let at = 0; at < moves.length; at += 2) {
      if (this.enter(moves[at] as number, moves[at + 1] as number)) isMoved = true;
    }
    this.steps += moves.length;
    return isMoved;
  }

  /** For one weight only, the places need no order. */
  private cheapestPlace(kind: number, weight: number): number {
    const { prices, held } = this;
    const of = this.problem.kinds[kind] as Kind;
    let best = held;
    let leastLate = of.held + (prices.late[held] as number);
    let leastOverlap = prices.overlap[held] as number;
    let leastWait = prices.wait[held] as number;
    for (let position = 0; position < of.days.length; position += 1) {
      const day = of.days[position] as number;
      const late = (of.late[position] as number) + (prices.late[day] as number);
      if (late > leastLate) continue;
      const overlap = weight * (of.overlap[position] as number) + (prices.overlap[day] as number);
      if (late === leastLate && overlap > leastOverlap) continue;
      const wait = (of.wait[position] as number) + (prices.wait[day] as number);
      if (late === leastLate && overlap === leastOverlap && wait >= leastWait) continue;
      [best, leastLate, leastOverlap, leastWait] = [day, late, overlap, wait];
    }
    return best;
  }

  /** Room that is worth less than nothing is given back. */
  private returnSpare(): boolean {
    const { late, overlap, wait } = this.prices;
    for (let pivots = 0; ; pivots += 1) {
      let least = 0;
      for (let place = 1; place <= this.held; place += 1) {
        const difference =
          (late[place] as number) - (late[least] as number) ||
          (overlap[place] as number) - (overlap[least] as number) ||
          (wait[place] as number) - (wait[least] as number);
        if (difference < 0) least = place;
      }
      this.steps += this.held;
      if (!this.enter(this.spare, least)) return pivots > 0;
    }
  }

  /** Lets a class go to a place where that costs less; false: it does not. */
  private enter(node: number, place: number): boolean {
    const { tree, prices, costs } = this;
    const from = tree.parent[node] as number;
    if (from === place) return false;
    this.look(node, from);
    let late = -costs.late - (prices.late[from] as number);
    let overlap = -costs.overlap - (prices.overlap[from] as number);
    let wait = -costs.wait - (prices.wait[from] as number);
    this.look(node, place);
    late += costs.late + (prices.late[place] as number);
    overlap += costs.overlap + (prices.overlap[place] as number);
    wait += costs.wait + (prices.wait[place] as number);
    if (late > 0 || (late === 0 && (overlap > 0 || (overlap === 0 && wait >= 0)))) return false;
    const top = tree.pivot(node, place);
    const sign = top === place ? -1 : 1;
    this.shift(top, sign * late, sign * overlap, sign * wait);
    return true;
  }

  /** The prices of all places at or below a node. */
  private shift(top: number, late: number, overlap: number, wait: number): void {
    const { prices } = this;
    this.steps += this.tree.forEachPlaceBelow(top, (below) => {
      prices.late[below] = (prices.late[below] as number) + late;
      prices.overlap[below] = (prices.overlap[below] as number) + overlap;
      prices.wait[below] = (prices.wait[below] as number) + wait;
    });
  }
}
