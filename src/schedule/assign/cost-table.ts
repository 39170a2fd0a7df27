import type { Kind } from "./problem.ts";

const CLOSED = -1;

/** What a kind's places cost, found without a search. The place behind the days is that of what has no day. */
export class CostTable {
  late = 0;
  overlap = 0;
  wait = 0;
  private readonly kinds: readonly Kind[];
  private readonly held: number;
  private readonly positions: readonly Int16Array[];

  constructor(kinds: readonly Kind[], held: number) {
    this.kinds = kinds;
    this.held = held;
    this.positions = kinds.map(({ days }) => {
      const first = days[0] ?? 0;
      const positions = new Int16Array((days[days.length - 1] ?? -1) - first + 1).fill(CLOSED);
      days.forEach((day, position) => {
        positions[day - first] = position;
      });
      return positions;
    });
  }

  /** Sets the fields to what the place costs a task of that weight. */
  look(kind: number, place: number, weight: number): void {
    const of = this.kinds[kind] as Kind;
    if (place === this.held) {
      this.late = of.held;
      this.overlap = 0;
      this.wait = 0;
      return;
    }
    const position = this.positions[kind]?.[place - (of.days[0] as number)] as number;
    this.late = of.late[position] as number;
    this.overlap = weight * (of.overlap[position] as number);
    this.wait = of.wait[position] as number;
  }

  /** By how much a day of overlap counts at that place. */
  slopeOf(kind: number, place: number): number {
    this.look(kind, place, 1);
    return this.overlap;
  }
}
