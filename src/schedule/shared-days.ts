import type { PlainDate } from "../model/plain-date.ts";
import type { ScheduleQuality } from "../model/schedule-quality.ts";
import type { AllocationContext, Demand, Windows } from "./allocate.ts";
import { type Cost, HELD, LATER_TERM } from "./assign/problem.ts";
import { bestDayOf } from "./best-day.ts";
import { ByNumber } from "./by-number.ts";
import type { Choice } from "./choice.ts";
import type { Choices } from "./choices.ts";
import { laterChoices } from "./choose.ts";
import { Crowd, type Fullness, NOWHERE_FULL } from "./crowd.ts";
import type { CustomerOrder } from "./customer-order.ts";
import { dayCost, type Footing, type Footings } from "./day-costs.ts";
import type { Desk } from "./desk.ts";
import { followersOf } from "./followers.ts";
import { allocatedLoosening } from "./loosening.ts";
import { qualityOf } from "./quality.ts";
import { type Unit, unitsOf } from "./units.ts";

interface Sharing {
  readonly desk: Desk;
  readonly order: CustomerOrder;
  /** By place in the list, the base of what is an add-on. */
  readonly roots: Int32Array;
  readonly footings: Footings;
  readonly idle: Pick<ReadonlySet<number>, "has">;
  readonly pinned: ReadonlyMap<number, PlainDate>;
}

export interface SharedDays {
  readonly choices: Choices;
  readonly quality: ScheduleQuality;
  fullnessOf(index: number): Fullness;
}

/** Puts those that belong together on one day, and all of the book within the capacity of each day. */
export function sharedDays(alone: Choices, sharing: Sharing): SharedDays {
  const { desk, order, roots, footings, idle, pinned } = sharing;
  const { policy, rates } = desk;
  const limits = policy.capacityPerDay;
  const choices = alone.copy();
  for (const [index, switchOn] of pinned) {
    const choice = alone.at(index);
    if (choice.kind === "dated") choices.put(index, { ...choice, switchOn });
  }
  const dated = (index: number) => choices.at(index) as Choice;
  const firstChoice = (index: number) => alone.at(index) as Choice;
  const searchOf = (index: number) => {
    const { calendar, terms, policy, today } = desk.contextOf(index);
    return { surveyed: desk.at(index), calendar, terms, policy, today };
  };
  const known = new ByNumber<Footing>();
  // What shares a day and what room moves: the window stays that of the choice alone.
  const footing = (index: number): Footing => {
    const number = alone.numberOf(index);
    return known.at(number) ?? known.put(number, footings.of(firstChoice(index), searchOf(index)));
  };
  const knownLater = new ByNumber<readonly Choice[]>();
  const later = (index: number): readonly Choice[] => {
    const number = alone.numberOf(index);
    const found = knownLater.at(number);
    return found ?? knownLater.put(number, laterChoices(firstChoice(index), desk.at(index), desk.contextOf(index)));
  };
  const knownWindows = new ByNumber<Windows>();
  /** By number of a choice, the number of what it becomes on another day. */
  const knownMoves = new ByNumber<Map<PlainDate | undefined, number>>();
  const isMovable = (index: number) => {
    const choice = choices.at(index);
    return (
      choice.kind === "dated" && choice.switchOn !== undefined && choice.decided === undefined && !pinned.has(index)
    );
  };
  const decided = decidedDays();
  const followers = new Set<number>();
  const isLimited = limits.subscriptions !== undefined || limits.customers !== undefined;
  const crowd = new Crowd(limits);
  for (const { index, day } of decided) crowd.add(day, order.customerOf(index));
  for (const { index, day } of decided) {
    const choice = choices.at(index);
    if (choice.kind === "dated" && crowd.isOver(day)) choices.put(index, overCapacity(choice));
  }
  follow();
  const together = unitsOf({
    surveyed: desk.surveyed,
    choices,
    roots,
    order: order.places,
    groupDays: policy.groupDays,
    mostMembers: limits.subscriptions ?? Infinity,
    footing,
    isMovable: (index) => isMovable(index) && !followers.has(index),
  });

  const bound = { late: 0, overlap: 0 };
  let isOptimal = true;
  if (!isLimited) for (const unit of together) placeUncrowded(unit);
  else {
    const context: AllocationContext = {
      limits,
      taken: crowd.taken(),
      rateOf: rates.rateOf,
      customerOf: order.customerOf,
      footing,
      choiceOf: (index) => alone.numberOf(index),
      windows(index) {
        const number = alone.numberOf(index);
        const afterwards = () => later(index).map((choice) => footings.of(choice, searchOf(index)));
        return knownWindows.at(number) ?? knownWindows.put(number, [footing(index), ...afterwards()]);
      },
    };
    const { units, demands, allocation } = allocatedLoosening({ units: together, context, idle });
    isOptimal = allocation.isOptimal;
    Object.assign(bound, allocation.bound);
    for (let at = 0; at < units.length; at += 1) placeUncrowded(units[at] as Unit);
    for (let place = 0; place < demands.length; place += 1) settle(demands[place] as Demand, allocation.days[place]);
  }

  const objective = { late: 0, overlap: 0 };
  const knownCosts = new ByNumber<Cost>();
  for (let index = 0; index < choices.size; index += 1) {
    const choice = choices.at(index);
    if (choice.kind === "undated" || choice.decided !== undefined || idle.has(index) || pinned.has(index)) continue;
    const number = choices.numberOf(index);
    const perRate = knownCosts.at(number) ?? knownCosts.put(number, costOfChoice(index, choice));
    const overlap = perRate.overlap * rates.rateOf(index);
    objective.late += perRate.late;
    objective.overlap += overlap;
    // Without limits units do not touch each other, and each has its best day.
    if (isLimited && firstChoice(index).switchOn !== undefined && !followers.has(index)) continue;
    bound.late += perRate.late;
    bound.overlap += overlap;
  }
  return {
    choices,
    quality: qualityOf(objective, bound, isOptimal, rates),
    fullnessOf(index) {
      const choice = choices.at(index);
      if (choice.kind !== "dated" || choice.uncrowdedOn === undefined) return NOWHERE_FULL;
      return crowd.fullness(order.customerOf(index), choice.places, choice.switchOn);
    },
  };

  /** Those that follow a decided day have room on it next, customer by customer. */
  function follow(): void {
    const leading = decided.map(({ index }) => index);
    const following = followersOf({ decided: leading, choices, roots, isMovable, footing });
    for (const index of following.size === 0 ? [] : order.places) {
      const choice = following.get(index);
      const day = choice?.switchOn;
      if (choice === undefined || day === undefined) continue;
      if (!idle.has(index)) {
        if (crowd.fullness(order.customerOf(index), 1, undefined).has(day)) continue;
        crowd.add(day, order.customerOf(index));
      }
      choices.put(index, choice);
      followers.add(index);
    }
  }

  function placeUncrowded(unit: Unit): void {
    if (typeof unit === "number") return;
    const { members, days, parts } = unit;
    const takers = members.filter((member) => !idle.has(member));
    // What is blocked does not move, so it has no say in the day of what does.
    const deciding = takers.length === 0 ? members : takers;
    const best = bestDayOf(days, deciding.map(footing), deciding.map(rates.rateOf));
    const [from, to] = [days[0] as PlainDate, days.at(-1) as PlainDate];
    const sharedWindow = { from, to, isBundle: parts.length === 0, best };
    for (const member of members) {
      const choice = dated(member);
      const moved = choice.switchOn === best.on ? {} : { switchOn: best.on, aloneOn: choice.switchOn };
      choices.put(member, { ...choice, ...moved, sharedWindow, together: members.length, places: takers.length });
    }
  }

  function decidedDays(): readonly { readonly index: number; readonly day: PlainDate }[] {
    const found: { readonly index: number; readonly day: PlainDate }[] = [];
    for (let index = 0; index < choices.size; index += 1) {
      const choice = choices.at(index);
      const isDecided = choice.kind === "undated" ? choice.path !== "none" : choice.decided !== undefined;
      if (isDecided && choice.switchOn !== undefined && !idle.has(index)) found.push({ index, day: choice.switchOn });
    }
    return found;
  }

  /** All members of a unit, also those that take no capacity, have the day that was found for it. */
  function settle(demand: Demand, day: PlainDate | undefined): void {
    if (typeof demand === "number") settleOne(demand, day);
    else for (const member of demand.members) settleOne(member, day);
  }

  function settleOne(member: number, day: PlainDate | undefined): void {
    const choice = dated(member);
    if (idle.has(member)) {
      // Where the others are held, it keeps the day that it has alone.
      if (day === undefined) choices.putNumber(member, alone.numberOf(member));
    } else if (day !== undefined) crowd.add(day, order.customerOf(member));
    if (choice.switchOn === day || (day === undefined && idle.has(member))) return;
    if (choice.together > 1) {
      choices.put(member, movedTo(day, choice, member));
      return;
    }
    const number = choices.numberOf(member);
    const byDay = knownMoves.at(number) ?? knownMoves.put(number, new Map());
    const moved = byDay.get(day);
    if (moved === undefined) byDay.set(day, choices.put(member, movedTo(day, choice, member)));
    else choices.putNumber(member, moved);
  }

  function movedTo(day: PlainDate | undefined, choice: Choice, member: number): Choice {
    const { together, places } = choice;
    const holding = day === undefined ? undefined : laterHolding(member, choice, day);
    const uncrowdedOn = choice.switchOn ?? choice.uncrowdedOn;
    return { ...(holding ?? choice), switchOn: day, together, places, uncrowdedOn };
  }

  /** The choice of a later term, where the day is none of the first. */
  function laterHolding(index: number, choice: Choice, day: PlainDate): Choice | undefined {
    if (day >= choice.from && day <= choice.to) return undefined;
    return later(index).find(({ from, to }) => day >= from && day <= to);
  }

  /** Overlap in days. */
  function costOfChoice(index: number, choice: Choice): Cost {
    if (choice.switchOn === undefined) return { late: HELD, overlap: 0 };
    const first = firstChoice(index);
    const own = first.termEnd === choice.termEnd ? footing(index) : footings.of(choice, searchOf(index));
    const { late, overlap } = dayCost(own, choice.switchOn);
    return { late: late + laterTermsBetween(index, first, choice) * LATER_TERM, overlap };
  }

  function laterTermsBetween(index: number, first: Choice, choice: Choice): number {
    if (first.termEnd === choice.termEnd) return 0;
    return 1 + later(index).findIndex(({ termEnd }) => termEnd === choice.termEnd);
  }
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
