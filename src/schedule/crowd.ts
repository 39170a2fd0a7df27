import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Taken } from "./allocate.ts";
import { mapIn } from "./map-in.ts";

/** Days without room for one subscription, and for those that it shares a day with. */
export interface Fullness {
  /** The same object holds for all that find the same days full. */
  readonly isShared: boolean;
  has(day: PlainDate): boolean;
}

/** Of what no other was in the way of. */
export const NOWHERE_FULL: Fullness = { isShared: true, has: () => false };

/** So many of a customer, who have a day already, or none. */
interface Asking {
  readonly customer: number;
  readonly places: number;
  readonly ownDay: PlainDate | undefined;
  readonly isShared: boolean;
}

/** Who switches on which day, as far as it takes capacity. */
export class Crowd {
  private readonly limits: Policy["capacityPerDay"];
  private readonly days = new Map<PlainDate, { subscriptions: number; customers: Set<number> }>();
  private readonly fullnesses = new Map<number, Map<PlainDate | undefined, Fullness>>();

  constructor(limits: Policy["capacityPerDay"]) {
    this.limits = limits;
  }

  add(day: PlainDate, customer: number): void {
    const taken = this.days.get(day);
    const found = taken ?? { subscriptions: 0, customers: new Set() };
    if (taken === undefined) this.days.set(day, found);
    found.subscriptions += 1;
    // Nobody asks for them where they are not counted.
    if (this.limits.customers !== undefined) found.customers.add(customer);
  }

  taken(): ReadonlyMap<PlainDate, Taken> {
    return this.days;
  }

  /** Days without room for so many more of the customer; the one that they have themselves is not among them. */
  fullness(customer: number, places: number, ownDay: PlainDate | undefined): Fullness {
    if (this.limits.customers !== undefined) return this.fullnessFor({ customer, places, ownDay, isShared: false });
    const byDay = mapIn(this.fullnesses, places);
    const known = byDay.get(ownDay);
    if (known !== undefined) return known;
    const made = this.fullnessFor({ customer, places, ownDay, isShared: true });
    byDay.set(ownDay, made);
    return made;
  }

  private fullnessFor({ customer, places, ownDay, isShared }: Asking): Fullness {
    return { isShared, has: (day) => day !== ownDay && this.isFull(day, customer, places) };
  }

  private isFull(day: PlainDate, customer: number, places: number): boolean {
    const taken = this.days.get(day);
    const { subscriptions = Infinity, customers = Infinity } = this.limits;
    if ((taken?.subscriptions ?? 0) + places > subscriptions) return true;
    return taken !== undefined && taken.customers.size + 1 > customers && !taken.customers.has(customer);
  }

  /** More than the day allows; only decided days can be. */
  isOver(day: PlainDate): boolean {
    const taken = this.days.get(day);
    const { subscriptions = Infinity, customers = Infinity } = this.limits;
    return taken !== undefined && (taken.subscriptions > subscriptions || taken.customers.size > customers);
  }
}
