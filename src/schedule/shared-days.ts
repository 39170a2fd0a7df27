import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { ScheduleQuality } from "../model/schedule-quality.ts";
import type { Surveyed } from "../model/survey.ts";
import { type AllocationContext, allocated, type Demand } from "./allocate.ts";
import { type Cost, HELD, LATER_TERM } from "./assign/problem.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice, Undated } from "./choice.ts";
import { laterChoices } from "./choose.ts";
import { Crowd } from "./crowd.ts";
import { dayCost, footingOf } from "./day-costs.ts";
import { qualityOf } from "./quality.ts";
import type { Rates } from "./rates.ts";
import { bestOf, type Unit, unitsOf } from "./units.ts";

interface Sharing {
  readonly surveyed: readonly Surveyed[];
  readonly policy: Policy;
  readonly today: PlainDate;
  readonly calendarFor: (surveyed: Surveyed) => Calendar;
  readonly rates: Rates;
  readonly order: CustomerOrder;
  readonly idle: Pick<ReadonlySet<number>, "has">;
  readonly pinned: ReadonlyMap<number, PlainDate>;
}

export interface SharedDays {
  readonly choices: readonly (Choice | Undated)[];
  readonly quality: ScheduleQuality;
  /** For one subscription: whether a day has no room for it and for those it shares a day with. */
  isFull(index: number): (day: PlainDate) => boolean;
}

/** Puts those that belong together on one day, and all of the book within the capacity of each day. */
export function sharedDays(alone: readonly (Choice | Undated)[], sharing: Sharing): SharedDays {
  const { surveyed, policy, today, calendarFor, rates, order, idle, pinned } = sharing;
  const limits = policy.capacityPerDay;
  const choices = alone.map((choice, index) => onPinnedDay(choice, pinned.get(index)));
  const at = (index: number) => surveyed[index] as Surveyed;
  const contextOf = (index: number) => ({ calendar: calendarFor(at(index)), policy, today });
  const dated = (index: number) => choices[index] as Choice;
  const footing = (index: number, choice = dated(index)) =>
    footingOf(choice, at(index), calendarFor(at(index)), contextOf(index));
  const units = unitsOf({
    surveyed,
    choices,
    order: order.places,
    groupDays: policy.groupDays,
    mostMembers: limits.subscriptions ?? Infinity,
    footing: (index) => footing(index),
    isMovable(index) {
      const choice = choices[index];
      return (
        choice?.kind === "dated" && choice.switchOn !== undefined && choice.decided === undefined && !pinned.has(index)
      );
    },
  });

  for (const unit of units) placeUncrowded(unit);
  const crowd = new Crowd(limits);
  const isLimited = limits.subscriptions !== undefined || limits.customers !== undefined;
  const bound = { late: 0, overlap: 0 };
  let isOptimal = true;
  if (isLimited) {
    takeDecidedDays();
    const demands = units.flatMap((unit): readonly Demand[] => {
      const takers = unit.members.filter((member) => !idle.has(member));
      return takers.length === 0 ? [] : [{ unit, takers, customer: order.customerOf(takers[0] as number) }];
    });
    const context: AllocationContext = {
      limits,
      taken: crowd.taken(),
      rateOf: rates.rateOf,
      footings: (index) =>
        [dated(index), ...laterChoices(dated(index), at(index), contextOf(index))].map((choice) =>
          footing(index, choice),
        ),
    };
    const allocation = allocated(demands, context);
    isOptimal = allocation.isOptimal;
    Object.assign(bound, allocation.bound);
    for (const [place, demand] of demands.entries()) settle(demand, allocation.days[place]);
  }

  const objective = { late: 0, overlap: 0 };
  choices.forEach((choice, index) => {
    if (idle.has(index) || choice.kind === "undated" || choice.decided !== undefined || pinned.has(index)) return;
    const cost = costOfChoice(index, choice);
    objective.late += cost.late;
    objective.overlap += cost.overlap;
    // Without limits units do not touch each other, and each has its best day.
    if (isLimited && alone[index]?.kind === "dated" && (alone[index] as Choice).switchOn !== undefined) return;
    bound.late += cost.late;
    bound.overlap += cost.overlap;
  });
  return {
    choices,
    quality: qualityOf(objective, bound, isOptimal, rates),
    isFull(index) {
      const choice = choices[index];
      if (choice?.kind !== "dated" || choice.uncrowdedOn === undefined) return () => false;
      const customer = order.customerOf(index);
      return (day) => day !== choice.switchOn && crowd.isFull(day, customer, choice.together ?? 1);
    },
  };

  function placeUncrowded({ members, days }: Unit): void {
    if (members.length === 1) return;
    const sharedWindow = { from: days[0] as PlainDate, to: days.at(-1) as PlainDate };
    const day = days[
      bestOf(
        days,
        members.map((member) => footing(member)),
        members.map(rates.rateOf),
      )
    ] as PlainDate;
    for (const member of members) {
      const choice = dated(member);
      const moved = choice.switchOn === day ? {} : { switchOn: day, aloneOn: choice.switchOn };
      choices[member] = { ...choice, ...moved, sharedWindow, together: members.length };
    }
  }

  function takeDecidedDays(): void {
    const decided = choices.flatMap((choice, index) => {
      const isDecided = choice.kind === "undated" ? choice.path !== "none" : choice.decided !== undefined;
      return isDecided && choice.switchOn !== undefined && !idle.has(index) ? [{ index, day: choice.switchOn }] : [];
    });
    for (const { index, day } of decided) crowd.add(day, order.customerOf(index));
    for (const { index, day } of decided) {
      const choice = choices[index];
      if (choice?.kind === "dated" && crowd.isOver(day)) choices[index] = overCapacity(choice);
    }
  }

  /** All members of a unit, also those that take no capacity, have the day that was found for it. */
  function settle({ unit, takers, customer }: Demand, day: PlainDate | undefined): void {
    for (const member of unit.members) {
      const choice = dated(member);
      if (day !== undefined && !idle.has(member)) crowd.add(day, customer);
      if (choice.switchOn === day || (day === undefined && idle.has(member))) continue;
      const later = day === undefined ? undefined : laterHolding(member, choice, day);
      const { switchOn: uncrowdedOn } = choice;
      const found: Choice = { ...(later ?? choice), switchOn: day, together: takers.length };
      choices[member] = uncrowdedOn === undefined ? found : { ...found, uncrowdedOn };
    }
  }

  /** The choice of a later term, where the day is none of the first. */
  function laterHolding(index: number, choice: Choice, day: PlainDate): Choice | undefined {
    if (day >= choice.from && day <= choice.to) return undefined;
    return laterChoices(choice, at(index), contextOf(index)).find(({ from, to }) => day >= from && day <= to);
  }

  function costOfChoice(index: number, choice: Choice): Cost {
    if (choice.switchOn === undefined) return { late: HELD, overlap: 0 };
    const { late, overlap } = dayCost(footing(index, choice), choice.switchOn);
    const first = alone[index] as Choice;
    const later = laterTermsBetween(index, first, choice);
    return { late: late + later * LATER_TERM, overlap: overlap * rates.rateOf(index) };
  }

  function laterTermsBetween(index: number, first: Choice, choice: Choice): number {
    if (first.termEnd === choice.termEnd) return 0;
    return 1 + laterChoices(first, at(index), contextOf(index)).findIndex(({ termEnd }) => termEnd === choice.termEnd);
  }
}

function onPinnedDay(choice: Choice | Undated, day: PlainDate | undefined): Choice | Undated {
  return choice.kind === "undated" || day === undefined ? choice : { ...choice, switchOn: day };
}

function overCapacity(choice: Choice): Choice {
  const { decided } = choice;
  if (decided === undefined || decided.conditions.some(({ code }) => code === "DECIDED_DAY_NOT_FREE")) return choice;
  const { switchOn, earliestOn, latestOn, termEnd } = choice;
  const facts = {
    switchOn,
    earliestOn,
    latestOn,
    termEnd,
    refusedBy: "full",
    refusal: "more is decided for it than it has room for",
  };
  return {
    ...choice,
    decided: { ...decided, conditions: [...decided.conditions, { code: "DECIDED_DAY_NOT_FREE", facts }] },
  };
}

/** The book in the order of ties. */
export interface CustomerOrder {
  /** Places in the list, by customer key, subscription id, key. */
  readonly places: Int32Array;
  /** Number of a subscription's customer. */
  customerOf(index: number): number;
}

export function customerOrder(surveyed: readonly Surveyed[]): CustomerOrder {
  const byCustomer = new Map<string, number[]>();
  surveyed.forEach(({ subscription }, index) => {
    const own = byCustomer.get(subscription.customer.key);
    if (own === undefined) byCustomer.set(subscription.customer.key, [index]);
    else own.push(index);
  });
  const customers = new Int32Array(surveyed.length);
  const places = new Int32Array(surveyed.length);
  let place = 0;
  const keys = [...byCustomer.keys()].sort((a, b) => (a < b ? -1 : 1));
  keys.forEach((key, number) => {
    for (const index of (byCustomer.get(key) ?? []).sort(byId)) {
      customers[index] = number;
      places[place] = index;
      place += 1;
    }
  });
  return { places, customerOf: (index) => customers[index] ?? 0 };

  function byId(a: number, b: number): number {
    const [one, other] = [surveyed[a]?.subscription, surveyed[b]?.subscription];
    if (one === undefined || other === undefined) return 0;
    if (one.id !== other.id) return one.id < other.id ? -1 : 1;
    return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
  }
}
