import type { PlainDate } from "../model/plain-date.ts";
import { HELD, type Kind, LATER_TERM } from "./assign/problem.ts";
import type { Calendar } from "./calendar.ts";
import { dayCost, type Footing, freeDaysOf } from "./day-costs.ts";

/** Days and what they cost, before they are places on an axis. */
interface Row {
  readonly day: PlainDate;
  readonly late: number;
  readonly overlap: number;
  readonly wait: number;
}

/** Collects the kinds of a book: subscriptions with the same window and the same dates are one. */
export class KindBook {
  private readonly rows: (readonly Row[])[] = [];
  private readonly known = new Map<string, number>();
  private readonly calendars = new Map<Calendar, number>();

  /** One alone; further windows are those of later terms, taken only where the first is full. */
  alone(footings: readonly Footing[]): number {
    const key = footings.map((footing) => this.keyOf(footing)).join(" ");
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const rows = new Map<PlainDate, Row>();
    footings.forEach((footing, later) => {
      for (const day of freeDaysOf(footing)) {
        if (rows.has(day)) continue;
        const cost = dayCost(footing, day);
        rows.set(day, { day, ...cost, late: cost.late + later * LATER_TERM });
      }
    });
    const kind = this.add([...rows.values()].sort((a, b) => a.day - b.day));
    this.known.set(key, kind);
    return kind;
  }

  /** One of several that share a day, or all of them with the weights given: then a task of weight 1. */
  together(days: readonly PlainDate[], footings: readonly Footing[], weights: readonly number[]): number {
    return this.add(
      days.map((day) => {
        const row = { day, late: 0, overlap: 0, wait: 0 };
        footings.forEach((footing, member) => {
          const cost = dayCost(footing, day);
          row.late += cost.late;
          row.overlap += cost.overlap * (weights[member] ?? 1);
          row.wait += cost.wait;
        });
        return row;
      }),
    );
  }

  /** All kinds, on an axis of the days that at least one of them has. */
  onAxis(): { readonly axis: readonly PlainDate[]; readonly kinds: readonly Kind[] } {
    const axis = [...new Set(this.rows.flatMap((rows) => rows.map(({ day }) => day)))].sort((a, b) => a - b);
    const placeOf = new Map(axis.map((day, place) => [day, place]));
    const kinds = this.rows.map((rows) => ({
      days: Int32Array.from(rows, ({ day }) => placeOf.get(day) ?? 0),
      late: Float64Array.from(rows, ({ late }) => late),
      overlap: Float64Array.from(rows, ({ overlap }) => overlap),
      wait: Float64Array.from(rows, ({ wait }) => wait),
      held: HELD,
    }));
    return { axis, kinds };
  }

  private add(rows: readonly Row[]): number {
    this.rows.push(rows);
    return this.rows.length - 1;
  }

  private keyOf({ calendar, from, to, bufferFrom, coveredTo, idealOn, urgency }: Footing): string {
    const number = this.calendars.get(calendar) ?? this.calendars.size;
    this.calendars.set(calendar, number);
    return `${number},${from},${to},${bufferFrom},${coveredTo ?? ""},${idealOn ?? ""},${urgency}`;
  }
}
