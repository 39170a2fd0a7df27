import type { Offer, Target } from "./model/offer.ts";
import type { PlainDate } from "./model/plain-date.ts";
import type { Policy } from "./model/policy.ts";
import type { ScheduleQuality } from "./model/schedule-quality.ts";
import type { Slot, SlotDays } from "./model/slot.ts";
import type { Surveyed } from "./model/survey.ts";
import { poolMoves } from "./pool-moves.ts";

/** What earlier rounds found out about places of the list. It only ever grows. */
export interface Standing {
  /** Becomes another offer, so that no transfer can move it. */
  readonly mustBuy: ReadonlySet<number>;
  /** Blocked: takes no capacity. */
  readonly idle: Pick<ReadonlySet<number>, "has">;
  /** Blocked on this day and perhaps not on another: stays there. */
  readonly pinned: ReadonlyMap<number, PlainDate>;
  /** Becomes other offers, whose seats count in another pool of the tenant. */
  readonly becomes: ReadonlyMap<number, readonly Offer[]>;
}

interface Dates {
  readonly slots: readonly SlotDays[];
  readonly quality: ScheduleQuality;
  /** With what is said in words, for when the days stand. */
  written(): readonly Slot[];
}

interface Steps {
  readonly surveyed: readonly Surveyed[];
  readonly isLimited: boolean;
  dated(standing: Standing): Dates;
  settled(slots: readonly SlotDays[]): readonly Target[];
  /** Places of what is blocked, for another reason than the lack of a day. */
  blocked(slots: readonly SlotDays[], targets: readonly Target[]): ReadonlySet<number>;
}

interface DatedTargets {
  readonly slots: readonly Slot[];
  readonly targets: readonly Target[];
  readonly quality: ScheduleQuality;
}

/** In the first round, so that each day is the one that it has without capacity. */
const everyone: Standing["idle"] = { has: () => true };

export function isLimited({ capacityPerDay: { subscriptions, customers } }: Policy): boolean {
  return subscriptions !== undefined || customers !== undefined;
}

/**
 * Days, targets and statuses need each other. Which offers are on sale depends on the day; what must become another offer is
 * bought and not transferred, and so has another day; and what is blocked takes no capacity, which gives others another day.
 *
 * So everything is dated, and dated again with what that showed, until nothing new shows. That ends, because what was found
 * about a place is never taken back: once bought, it stays bought; once in a pool, it stays in that; once blocked on a day that capacity had given it, it stays
 * on that day, and blocked. It does not depend on the order of the book, because a round looks at all places alike.
 */
export function datedTargets({ surveyed, isLimited: hasCapacity, dated, settled, blocked }: Steps): DatedTargets {
  const mustBuy = new Set<number>();
  const idle = new Set<number>();
  const pinned = new Map<number, PlainDate>();
  const becomes = new Map<number, readonly Offer[]>();
  const blockedOn = new Map<number, PlainDate>();
  for (let isFirst = hasCapacity; ; isFirst = false) {
    const { slots, quality, written } = dated({ mustBuy, idle: isFirst ? everyone : idle, pinned, becomes });
    const targets = settled(slots);
    const known = mustBuy.size + idle.size + pinned.size + becomes.size;
    slots.forEach((slot, place) => {
      if (slot.path === "billing-transfer" && changesOffer(targets[place], surveyed[place])) mustBuy.add(place);
    });
    for (const [place, offers] of poolMoves(surveyed, targets)) if (!becomes.has(place)) becomes.set(place, offers);
    if (hasCapacity) {
      const now = blocked(slots, targets);
      for (const place of idle) {
        const day = blockedOn.get(place);
        if (!now.has(place) && day !== undefined && slots[place]?.switchOn !== undefined) pinned.set(place, day);
      }
      for (const place of now) {
        const day = slots[place]?.switchOn;
        if (day === undefined || idle.has(place) || mustBuy.has(place) !== isBought(slots[place], place)) continue;
        idle.add(place);
        blockedOn.set(place, day);
        // Later than in the first round its day may be one that only capacity gave it.
        if (!isFirst) pinned.set(place, day);
      }
    }
    if (!isFirst && mustBuy.size + idle.size + pinned.size + becomes.size === known) {
      return { slots: written(), targets, quality };
    }
  }

  /** What is to be bought from the next round on has no day of its own yet. */
  function isBought(slot: SlotDays | undefined, place: number): boolean {
    return mustBuy.has(place) && slot?.path !== "billing-transfer";
  }
}

function changesOffer(target: Target | undefined, surveyed: Surveyed | undefined): boolean {
  if (target?.match === "decision") {
    const [offer, ...others] = target.offers;
    return others.length > 0 || offer?.id !== surveyed?.identity.offer?.id;
  }
  return target?.match === "successor" || target?.match === "equivalent";
}
