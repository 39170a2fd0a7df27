import type { Problem } from "./problem.ts";

/**
 * Which tasks stand where, by place and kind, the lightest first: of a kind, the cheapest to move one way is the lightest, and
 * the other way the heaviest, so that only these two need to be looked at.
 */
export class Buckets {
  private readonly places: Map<number, number[]>[];
  private readonly tasks: Problem["tasks"];

  constructor({ tasks }: Problem, placeOf: Int32Array, places: number) {
    this.tasks = tasks;
    this.places = Array.from({ length: places }, () => new Map());
    const order = Int32Array.from(tasks.keys()).sort((a, b) => this.compare(a, b));
    for (const task of order) {
      const bucket = this.bucket(placeOf[task] as number, task);
      bucket.push(task);
    }
  }

  at(place: number): ReadonlyMap<number, readonly number[]> {
    return this.places[place] as Map<number, number[]>;
  }

  add(place: number, task: number): void {
    const bucket = this.bucket(place, task);
    bucket.splice(this.search(bucket, task), 0, task);
  }

  remove(place: number, task: number): void {
    const bucket = this.bucket(place, task);
    bucket.splice(this.search(bucket, task), 1);
    if (bucket.length === 0) this.places[place]?.delete(this.tasks[task]?.kind as number);
  }

  private bucket(place: number, task: number): number[] {
    const kinds = this.places[place] as Map<number, number[]>;
    const kind = this.tasks[task]?.kind as number;
    let bucket = kinds.get(kind);
    if (bucket === undefined) {
      bucket = [];
      kinds.set(kind, bucket);
    }
    return bucket;
  }

  private compare(a: number, b: number): number {
    return (this.tasks[a]?.weight as number) - (this.tasks[b]?.weight as number) || a - b;
  }

  private search(bucket: readonly number[], task: number): number {
    let low = 0;
    let high = bucket.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(bucket[middle] as number, task) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
