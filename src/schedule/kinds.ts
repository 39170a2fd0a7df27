import type { PlainDate } from "../model/plain-date.ts";
import { HELD, type Kind, LATER_TERM } from "./assign/problem.ts";
import { ByNumber } from "./by-number.ts";
import { dayCost, type Footing, freeDaysOf } from "./day-costs.ts";

/** Days and what they cost, before they are places on an axis. */
interface Row {
  readonly day: PlainDate;
  readonly late: number;
  readonly overlap: number;
  readonly wait: number;
}

/** A kind by its number, and what a day of its overlap costs. */
export interface KindAndWeight {
  readonly kind: number;
  readonly weight: number;
}

/** Collects the kinds of a book: subscriptions, or units, with the same window and the same dates are one. */
export class KindBook {
  private readonly rows: (readonly Row[])[] = [];
  private readonly sizes: number[] = [];
  private readonly byChoice = new ByNumber<number>();
  private readonly known = new Map<string, number>();
  private readonly windows = new Map<readonly PlainDate[], number>();

  /** One alone, by the number of its choice; undefined: its windows are not known yet. */
  ofChoice(choice: number): number | undefined {
    return this.byChoice.at(choice);
  }

  /** One alone; the windows of later terms are taken only where the first is full. */
  alone(choice: number, windows: readonly Footing[]): number {
    const key = windows.map(({ number }) => number).join(" ");
    return this.byChoice.put(choice, this.known.get(key) ?? this.add(key, rowsOf(windows), 1));
  }

  /** Several that share a day, or one of them, on the days given. */
  together(days: readonly PlainDate[], footings: readonly Footing[], rates: readonly number[]): KindAndWeight {
    const paying = footings.filter(({ coveredTo }) => coveredTo !== undefined);
    // Where all overlaps end on one day, their rates add up to one weight, and units that differ in it only are one kind.
    const isOneSlope = paying.every(({ coveredTo }) => coveredTo === paying[0]?.coveredTo);
    const weight = isOneSlope ? rates.reduce((sum, rate, at) => sum + (isPaying(footings[at]) ? rate : 0), 0) : 1;
    const own = footings.map(({ number }) => number).sort((a, b) => a - b);
    const key = isOneSlope ? `${this.windowOf(days)}:${own.join(" ")}` : undefined;
    const before = key === undefined ? undefined : this.known.get(key);
    if (before !== undefined) return { kind: before, weight };
    const rows = days.map((day) => {
      const row = { day, late: 0, overlap: 0, wait: 0 };
      footings.forEach((footing, member) => {
        const cost = dayCost(footing, day);
        row.late += cost.late;
        row.overlap = isOneSlope
          ? Math.max(row.overlap, cost.overlap)
          : row.overlap + cost.overlap * (rates[member] as number);
        row.wait += cost.wait;
      });
      return row;
    });
    return { kind: this.add(key, rows, footings.length), weight };
  }

  /** All kinds, on an axis of the days that at least one of them has. */
  onAxis(): { readonly axis: readonly PlainDate[]; readonly kinds: readonly Kind[] } {
    const all = new Set<PlainDate>();
    for (const rows of this.rows) for (const { day } of rows) all.add(day);
    const axis = [...all].sort((a, b) => a - b);
    const placeOf = new Map(axis.map((day, place) => [day, place]));
    const kinds = this.rows.map((rows, kind) => ({
      days: Int32Array.from(rows, ({ day }) => placeOf.get(day) ?? 0),
      late: Float64Array.from(rows, ({ late }) => late),
      overlap: Float64Array.from(rows, ({ overlap }) => overlap),
      wait: Float64Array.from(rows, ({ wait }) => wait),
      held: HELD * (this.sizes[kind] as number),
    }));
    return { axis, kinds };
  }

  private add(key: string | undefined, rows: readonly Row[], size: number): number {
    this.sizes.push(size);
    const kind = this.rows.push(rows) - 1;
    if (key !== undefined) this.known.set(key, kind);
    return kind;
  }

  private windowOf(days: readonly PlainDate[]): number {
    const number = this.windows.get(days) ?? this.windows.size;
    this.windows.set(days, number);
    return number;
  }
}

function rowsOf(footings: readonly Footing[]): readonly Row[] {
  const rows = new Map<PlainDate, Row>();
  footings.forEach((footing, later) => {
    for (const day of freeDaysOf(footing)) {
      if (rows.has(day)) continue;
      const cost = dayCost(footing, day);
      rows.set(day, { day, ...cost, late: cost.late + later * LATER_TERM });
    }
  });
  return [...rows.values()].sort((a, b) => a.day - b.day);
}

function isPaying(footing: Footing | undefined): boolean {
  return footing?.coveredTo !== undefined;
}
