import type { Parcel, Room, Worth } from "./packing.ts";
import { type Kind, NO_DAY, positionIn, tasksOf } from "./problem.ts";
import { transported } from "./transport.ts";

/** Days of customers that are judged in all rounds; a large book has two rounds. */
const MOST_JUDGED = 1_500_000;
/** Of the solver in one round: it gives the best it has by then. */
const MOST_STEPS = 20_000_000;

export interface Visits {
  /** By day: the customers that it is kept for. */
  readonly kept: readonly ReadonlySet<number>[];
  /** Of the first round and the last: by day, how much lateness one more call would save. */
  readonly callWorths: readonly Float64Array[];
}

/**
 * On which days which customers are called, where a day has room for so many customers only. In rounds: each customer may get one
 * more day, and of all ways to share what is left of the days the best is found (transport.md). What a day brings to a customer
 * is what its parcels save by it, against the days that the customer has by then.
 */
export function visitsOf(parcels: readonly Parcel[], kinds: readonly Kind[], room: Room, worth: Worth): Visits {
  const days = room.customers.length;
  const left = room.customers.slice();
  const visits = room.called.map((called) => new Set(called));
  const customers = new Map<number, Visitor>();
  parcels.forEach((parcel) => {
    const own = customers.get(parcel.customer);
    if (own !== undefined) own.parcels.push(parcel);
    else customers.set(parcel.customer, { customer: parcel.customer, parcels: [parcel], late: [], overlap: [] });
  });
  for (const visitor of customers.values()) {
    visitor.late = visitor.parcels.map(({ kind }) => (kinds[kind] as Kind).held);
    visitor.overlap = visitor.parcels.map(() => 0);
    visits.forEach((called, day) => {
      if (called.has(visitor.customer)) accept(visitor, day);
    });
  }

  const asked = [...customers.values()];
  const late = new Float64Array(days);
  const overlap = new Float64Array(days);
  const callWorths: Float64Array[] = [];
  const mostRounds = Math.max(2, MOST_JUDGED / (asked.length * days));
  for (let round = 0, isMoving = true; isMoving && round < mostRounds; round += 1) {
    isMoving = false;
    const savings = asked.map((visitor) => savingsOf(visitor));
    const tasks = tasksOf(asked.map((_, kind) => ({ kind, weight: 1 })));
    const { dayOf, lateWorth } = transported({ kinds: savings, tasks, capacity: left }, MOST_STEPS);
    callWorths[Math.min(round, 1)] = lateWorth;
    dayOf.forEach((day, at) => {
      if (day === NO_DAY) return;
      const visitor = asked[at] as Visitor;
      left[day] = (left[day] as number) - 1;
      visits[day]?.add(visitor.customer);
      accept(visitor, day);
      isMoving = true;
    });

    function savingsOf(visitor: Visitor): Kind {
      late.fill(0);
      overlap.fill(0);
      let [first, last] = [days, -1];
      visitor.parcels.forEach((parcel, at) => {
        const kind = kinds[parcel.kind] as Kind;
        const [nowLate, nowOverlap] = [visitor.late[at] as number, visitor.overlap[at] as number];
        for (let position = 0; position < kind.days.length; position += 1) {
          const day = kind.days[position] as number;
          const moreLate = (kind.late[position] as number) + parcel.size * (worth.lateWorth[day] as number) - nowLate;
          if (moreLate > 0) continue;
          const moreOverlap =
            parcel.weight * (kind.overlap[position] as number) +
            parcel.size * (worth.overlapWorth[day] as number) -
            nowOverlap;
          if (moreLate === 0 && moreOverlap >= 0) continue;
          late[day] = (late[day] as number) + moreLate;
          overlap[day] = (overlap[day] as number) + moreOverlap;
          if (day < first) first = day;
          if (day > last) last = day;
        }
      });
      const saving: number[] = [];
      for (let day = first; day <= last; day += 1) {
        if (((late[day] as number) < 0 || (overlap[day] as number) < 0) && !visits[day]?.has(visitor.customer))
          saving.push(day);
      }
      return {
        days: Int32Array.from(saving),
        late: Float64Array.from(saving, (day) => late[day] as number),
        overlap: Float64Array.from(saving, (day) => overlap[day] as number),
        wait: new Float64Array(saving.length),
        held: 0,
      };
    }
  }
  return { kept: visits, callWorths };

  /** Its parcels may use the day from now on. */
  function accept(visitor: Visitor, day: number): void {
    visitor.parcels.forEach((parcel, at) => {
      const kind = kinds[parcel.kind] as Kind;
      const position = positionIn(kind, day);
      if (position < 0) return;
      const late = (kind.late[position] as number) + parcel.size * (worth.lateWorth[day] as number);
      const overlap =
        parcel.weight * (kind.overlap[position] as number) + parcel.size * (worth.overlapWorth[day] as number);
      const [nowLate, nowOverlap] = [visitor.late[at] as number, visitor.overlap[at] as number];
      if (late > nowLate || (late === nowLate && overlap >= nowOverlap)) return;
      visitor.late[at] = late;
      visitor.overlap[at] = overlap;
    });
  }
}

interface Visitor {
  readonly customer: number;
  readonly parcels: Parcel[];
  /** What each parcel costs on the best of the days that the customer has. */
  late: number[];
  overlap: number[];
}
