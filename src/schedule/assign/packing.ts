import { byPreference, type Kind, NO_DAY, positionIn } from "./problem.ts";

/** Something that is done on one day and takes one or more of its places: a base with its add-ons, a customer's group. */
export interface Parcel {
  readonly kind: number;
  readonly weight: number;
  readonly size: number;
  /** Number of the customer; a day has room for so many of them. */
  readonly customer: number;
}

export interface Room {
  /** By day: places that are left. */
  readonly places: Float64Array;
  /** By day: customers that can still be called; those in `called` are called anyway. */
  readonly customers: Float64Array;
  /** By day: customers that are called already. */
  readonly called: readonly ReadonlySet<number>[];
}

/** What a place of each day is worth, as the relaxed problem says. */
export interface Worth {
  readonly lateWorth: Float64Array;
  readonly overlapWorth: Float64Array;
}

const MOST_ROUNDS = 12;
const MOST_STEPS = 2_000_000;

interface Level {
  readonly late: number;
  readonly overlap: number;
  readonly wait: number;
}

const NO_COST: Level = { late: 0, overlap: 0, wait: 0 };

/** Parcels on days, within the room of each day whatever is done to them. */
export class Packing {
  readonly dayOf: Int32Array;
  private readonly parcels: readonly Parcel[];
  private readonly kinds: readonly Kind[];
  private readonly places: Float64Array;
  private readonly customers: Float64Array;
  /** By day: number of parcels of each customer; zero: the day is kept for it. */
  private readonly called: readonly Map<number, number>[];
  private readonly onDay: readonly Set<number>[];
  private readonly preferences: Int32Array[] = [];
  private readonly largestFirst: Int32Array;
  private steps = 0;

  constructor(parcels: readonly Parcel[], kinds: readonly Kind[], { places, customers, called }: Room) {
    this.parcels = parcels;
    this.kinds = kinds;
    this.dayOf = new Int32Array(parcels.length).fill(NO_DAY);
    this.places = places.slice();
    this.customers = customers.slice();
    this.called = called.map((known) => new Map([...known].map((customer) => [customer, 1])));
    this.onDay = called.map(() => new Set());
    this.largestFirst = Int32Array.from(parcels.keys()).sort((a, b) => {
      const [one, other] = [parcels[a] as Parcel, parcels[b] as Parcel];
      return other.size - one.size || other.weight - one.weight || a - b;
    });
  }

  /** Keeps days for customers until everything is placed. */
  keep(visits: readonly ReadonlySet<number>[]): void {
    visits.forEach((customers, day) => {
      const called = this.called[day] as Map<number, number>;
      for (const customer of customers) {
        if (called.has(customer)) continue;
        called.set(customer, 0);
        this.customers[day] = (this.customers[day] as number) - 1;
      }
    });
  }

  /**
   * The largest first, each on the day wished for, else on the one that costs least with what its places are worth to others:
   * a day at any price, as room that nobody takes helps nobody.
   */
  place(wished: Int32Array, worth: Worth): void {
    const later: number[] = [];
    for (const parcel of this.largestFirst) {
      const day = wished[parcel] as number;
      if (day !== NO_DAY && this.fits(parcel, day)) this.put(parcel, day);
      else later.push(parcel);
    }
    for (const parcel of later) this.put(parcel, this.cheapest(parcel, worth));
    this.called.forEach((called, day) => {
      for (const [customer, times] of called) {
        if (times > 0) continue;
        called.delete(customer);
        this.customers[day] = (this.customers[day] as number) + 1;
      }
    });
  }

  /** Parcels move, or push one other aside, as long as that makes the whole better. */
  improve(): void {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      let isBetter = false;
      for (const parcel of this.largestFirst) isBetter = this.improveOne(parcel) || isBetter;
      if (!isBetter) return;
    }
  }

  /** Takes over an arrangement of some parcels that is known to fit. */
  rearrange(moves: readonly { readonly parcel: number; readonly day: number }[]): void {
    for (const { parcel } of moves) this.take(parcel);
    for (const { parcel, day } of moves) this.put(parcel, day);
  }

  isCalled(customer: number, day: number): boolean {
    return this.called[day]?.has(customer) === true;
  }

  private cheapest(index: number, { lateWorth, overlapWorth }: Worth): number {
    const { weight, size } = this.parcel(index);
    const { days, late, overlap, wait } = this.kindOf(index);
    let best = NO_DAY;
    let least: Level = { late: Infinity, overlap: 0, wait: 0 };
    for (let position = 0; position < days.length; position += 1) {
      const day = days[position] as number;
      if (!this.fits(index, day)) continue;
      const cost = {
        late: (late[position] as number) + size * (lateWorth[day] as number),
        overlap: weight * (overlap[position] as number) + size * (overlapWorth[day] as number),
        wait: wait[position] as number,
      };
      if (compare(cost, least) < 0) [best, least] = [day, cost];
    }
    return best;
  }

  private improveOne(index: number): boolean {
    const from = this.dayOf[index] as number;
    const now = this.cost(index, from);
    const kind = this.kindOf(index);
    for (const position of this.preferenceOf(index)) {
      if (this.steps > MOST_STEPS) return false;
      this.steps += 1;
      const to = kind.days[position] as number;
      const gain = minus(now, this.cost(index, to));
      if (compare(gain, NO_COST) <= 0) return false;
      if (this.fits(index, to)) {
        this.move(index, to);
        return true;
      }
      if (this.pushAside(index, to, gain)) return true;
    }
    return false;
  }

  private pushAside(index: number, to: number, gain: Level): boolean {
    const from = this.dayOf[index] as number;
    this.take(index);
    for (const other of [...(this.onDay[to] as Set<number>)]) {
      if (this.steps > MOST_STEPS) break;
      this.steps += 1;
      this.take(other);
      const target = this.fits(index, to) ? this.cheapestBeside(index, other, to, gain) : NO_DAY - 1;
      this.put(other, to);
      if (target < NO_DAY) continue;
      this.move(other, target);
      this.put(index, to);
      return true;
    }
    this.put(index, from);
    return false;
  }

  /** The best day for the other one once `index` stands on `to`, where the two together gain; below NO_DAY: none. */
  private cheapestBeside(index: number, other: number, to: number, gain: Level): number {
    this.put(index, to);
    const now = this.cost(other, to);
    const kind = this.kindOf(other);
    let found = NO_DAY - 1;
    for (const position of this.preferenceOf(other)) {
      const day = kind.days[position] as number;
      this.steps += 1;
      if (compare(minus(this.cost(other, day), now), gain) >= 0) break;
      if (!this.fits(other, day)) continue;
      found = day;
      break;
    }
    // Where many would have no day, a large one may make room for several small ones.
    if (found < NO_DAY && compare(minus(this.cost(other, NO_DAY), now), gain) < 0) found = NO_DAY;
    this.take(index);
    return found;
  }

  private move(index: number, to: number): void {
    this.take(index);
    this.put(index, to);
  }

  private fits(index: number, day: number): boolean {
    const { size, customer } = this.parcel(index);
    if ((this.places[day] as number) < size) return false;
    return (this.customers[day] as number) >= 1 || this.isCalled(customer, day);
  }

  private put(index: number, day: number): void {
    this.dayOf[index] = day;
    if (day === NO_DAY) return;
    const { size, customer } = this.parcel(index);
    const called = this.called[day] as Map<number, number>;
    this.places[day] = (this.places[day] as number) - size;
    this.onDay[day]?.add(index);
    const times = called.get(customer);
    called.set(customer, (times ?? 0) + 1);
    if (times === undefined) this.customers[day] = (this.customers[day] as number) - 1;
  }

  private take(index: number): void {
    const day = this.dayOf[index] as number;
    this.dayOf[index] = NO_DAY;
    if (day === NO_DAY) return;
    const { size, customer } = this.parcel(index);
    const called = this.called[day] as Map<number, number>;
    this.places[day] = (this.places[day] as number) + size;
    this.onDay[day]?.delete(index);
    const times = called.get(customer) ?? 0;
    if (times > 1) called.set(customer, times - 1);
    else {
      called.delete(customer);
      this.customers[day] = (this.customers[day] as number) + 1;
    }
  }

  private cost(index: number, day: number): Level {
    const { weight } = this.parcel(index);
    const kind = this.kindOf(index);
    if (day === NO_DAY) return { late: kind.held, overlap: 0, wait: 0 };
    const position = positionIn(kind, day);
    return {
      late: kind.late[position] as number,
      overlap: weight * (kind.overlap[position] as number),
      wait: kind.wait[position] as number,
    };
  }

  private preferenceOf(index: number): Int32Array {
    const { kind } = this.parcel(index);
    const known = this.preferences[kind] ?? byPreference(this.kindOf(index));
    this.preferences[kind] = known;
    return known;
  }

  private kindOf(index: number): Kind {
    return this.kinds[this.parcel(index).kind] as Kind;
  }

  private parcel(index: number): Parcel {
    return this.parcels[index] as Parcel;
  }
}

function compare(a: Level, b: Level): number {
  return a.late - b.late || a.overlap - b.overlap || a.wait - b.wait;
}

function minus(a: Level, b: Level): Level {
  return { late: a.late - b.late, overlap: a.overlap - b.overlap, wait: a.wait - b.wait };
}
