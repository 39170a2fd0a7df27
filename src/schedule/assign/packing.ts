import { byPreference, HELD, type Kind, NO_DAY, positionIn } from "./problem.ts";

/** Something that is done on one day and takes one or more of its places: a base with its add-ons, a customer's group. */
export interface Parcel {
  readonly kind: Kind;
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
const MOST_STEPS = 40_000_000;

/**
 * Finds a day for each parcel: the largest first, on the day that costs least together with what its places are worth to
 * others; then parcels move, or push one other aside, as long as that makes the whole better. No optimum is promised.
 */
export function packed(parcels: readonly Parcel[], room: Room, worth: Worth): Int32Array {
  const packing = new Packing(parcels, room);
  const order = Int32Array.from(parcels.keys()).sort((a, b) => {
    const [one, other] = [parcels[a] as Parcel, parcels[b] as Parcel];
    return other.size - one.size || other.weight - one.weight || a - b;
  });
  for (const parcel of order) packing.place(parcel, worth);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let isBetter = false;
    for (const parcel of order) isBetter = packing.improve(parcel) || isBetter;
    if (!isBetter) break;
  }
  return packing.dayOf;
}

interface Level {
  readonly late: number;
  readonly overlap: number;
  readonly wait: number;
}

const NO_COST: Level = { late: 0, overlap: 0, wait: 0 };

class Packing {
  readonly dayOf: Int32Array;
  private readonly parcels: readonly Parcel[];
  private readonly places: Float64Array;
  private readonly customers: Float64Array;
  /** By day: number of parcels of each customer. */
  private readonly called: readonly Map<number, number>[];
  private readonly onDay: readonly Set<number>[];
  private readonly preferences = new Map<Kind, Int32Array>();
  private steps = 0;

  constructor(parcels: readonly Parcel[], { places, customers, called }: Room) {
    this.parcels = parcels;
    this.dayOf = new Int32Array(parcels.length).fill(NO_DAY);
    this.places = places.slice();
    this.customers = customers.slice();
    this.called = called.map((known) => new Map([...known].map((customer) => [customer, 1])));
    this.onDay = called.map(() => new Set());
  }

  place(index: number, { lateWorth, overlapWorth }: Worth): void {
    const { kind, weight, size } = this.parcel(index);
    let best = NO_DAY;
    let least: Level | undefined;
    kind.days.forEach((day, position) => {
      if (!this.fits(index, day)) return;
      const cost = {
        late: (kind.late[position] as number) + size * (lateWorth[day] as number),
        overlap: weight * (kind.overlap[position] as number) + size * (overlapWorth[day] as number),
        wait: kind.wait[position] as number,
      };
      if (least === undefined || compare(cost, least) < 0) [best, least] = [day, cost];
    });
    this.put(index, best);
  }

  /** Moves a parcel to a better day, pushing another one aside where that is worth it. */
  improve(index: number): boolean {
    const from = this.dayOf[index] as number;
    const now = this.cost(index, from);
    const { kind } = this.parcel(index);
    for (const position of this.preference(kind)) {
      const to = kind.days[position] as number;
      const gain = minus(now, this.cost(index, to));
      if (compare(gain, NO_COST) <= 0) return false;
      if (this.fits(index, to)) {
        this.move(index, to);
        return true;
      }
      if (this.steps < MOST_STEPS && this.pushAside(index, to, gain)) return true;
    }
    return false;
  }

  private pushAside(index: number, to: number, gain: Level): boolean {
    const from = this.dayOf[index] as number;
    this.take(index);
    for (const other of [...(this.onDay[to] as Set<number>)]) {
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
    const { kind } = this.parcel(other);
    let found = NO_DAY - 1;
    for (const position of this.preference(kind)) {
      const day = kind.days[position] as number;
      this.steps += 1;
      if (compare(minus(this.cost(other, day), now), gain) >= 0) break;
      if (!this.fits(other, day)) continue;
      found = day;
      break;
    }
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
    return (this.customers[day] as number) >= 1 || this.called[day]?.has(customer) === true;
  }

  private put(index: number, day: number): void {
    this.dayOf[index] = day;
    if (day === NO_DAY) return;
    const { size, customer } = this.parcel(index);
    const called = this.called[day] as Map<number, number>;
    this.places[day] = (this.places[day] as number) - size;
    this.onDay[day]?.add(index);
    const times = called.get(customer) ?? 0;
    called.set(customer, times + 1);
    if (times === 0) this.customers[day] = (this.customers[day] as number) - 1;
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
    const { kind, weight, size } = this.parcel(index);
    if (day === NO_DAY) return { late: HELD * size, overlap: 0, wait: 0 };
    const position = positionIn(kind, day);
    return {
      late: kind.late[position] as number,
      overlap: weight * (kind.overlap[position] as number),
      wait: kind.wait[position] as number,
    };
  }

  private preference(kind: Kind): Int32Array {
    const known = this.preferences.get(kind) ?? byPreference(kind);
    this.preferences.set(kind, known);
    return known;
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
