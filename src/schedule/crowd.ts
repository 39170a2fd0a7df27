import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Taken } from "./allocate.ts";

/** Who switches on which day, as far as it takes capacity. */
export class Crowd {
  private readonly limits: Policy["capacityPerDay"];
  private readonly days = new Map<PlainDate, { subscriptions: number; customers: Set<number> }>();

  constructor(limits: Policy["capacityPerDay"]) {
    this.limits = limits;
  }

  add(day: PlainDate, customer: number): void {
    const taken = this.days.get(day);
    if (taken === undefined) this.days.set(day, { subscriptions: 1, customers: new Set([customer]) });
    else {
      taken.subscriptions += 1;
      taken.customers.add(customer);
    }
  }

  taken(): ReadonlyMap<PlainDate, Taken> {
    return this.days;
  }

  /** No room for so many more of the customer. */
  isFull(day: PlainDate, customer: number, places: number): boolean {
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
