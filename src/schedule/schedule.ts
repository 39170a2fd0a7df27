import { languageOf } from "../locale/language.ts";
import type { Ruling } from "../model/decision.ts";
import type { Offer } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { ScheduleQuality } from "../model/schedule-quality.ts";
import type { Slot, SlotDays } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import { bundleRoots } from "./bundles.ts";
import type { Choice, Undated } from "./choice.ts";
import { Choices } from "./choices.ts";
import { chooseAlone, chooseBehindTerm } from "./choose.ts";
import { customerOrder } from "./customer-order.ts";
import { Footings } from "./day-costs.ts";
import { Desk, type DeskContext } from "./desk.ts";
import { exceededPools } from "./seat-pools.ts";
import { sharedDays } from "./shared-days.ts";
import { isCrowded } from "./situations.ts";
import { slotDaysOf } from "./slot-days.ts";
import { slotsWritten } from "./written.ts";

/** What does not change while the days of one book are chosen again and again. */
export interface BookContext extends DeskContext {
  /** What people decided, parallel to the subscriptions; undefined: nothing. */
  readonly rulings: readonly (Ruling | undefined)[];
}

/** What earlier rounds found out about places of the list. */
export interface Standing {
  /** Places in the list of what no transfer can move, because it becomes another offer. */
  readonly mustBuy: ReadonlySet<number>;
  /** Places of what is blocked: it gets its day, and takes no capacity. */
  readonly idle?: Pick<ReadonlySet<number>, "has">;
  /** Places of what stays on a day that was found before, and takes no capacity (dated-targets.ts). */
  readonly pinned?: ReadonlyMap<number, PlainDate>;
  /** What becomes other offers, by place, where new seats so count in another pool of the tenant (pool-moves.ts). */
  readonly becomes?: ReadonlyMap<number, readonly Offer[]>;
}

export interface ScheduleContext extends BookContext, Standing {}

/** Parallel to the subscriptions. */
export interface Dates {
  readonly slots: readonly SlotDays[];
  readonly quality: ScheduleQuality;
  /** The slots with their sentences and steps: asked for once, when the days are settled. */
  written(): readonly Slot[];
}

export interface Schedule {
  /** Parallel to the subscriptions. */
  readonly slots: readonly Slot[];
  readonly quality: ScheduleQuality;
}

/** All at once: the days of a book whose standing is known, with their reasons. */
export function schedule(surveyed: readonly Surveyed[], context: ScheduleContext): Schedule {
  const { quality, written: slots } = scheduler(surveyed, context)(context);
  return { slots: slots(), quality };
}

/**
 * Takes the surveyed subscriptions, gives each its slot: path, window, day, and why (contract 6). Runs parallel to `surveyed`.
 * Promises: a switch day that nobody decided is a working day, not frozen, within capacity, never before `earliestOn`; it is
 * held for lack of a day only when no day that its rule allows is free; the order of the subscriptions makes no difference;
 * of all schedules that keep this it is the best, or as good as `quality` says.
 *
 * Each subscription is dated alone first. Then those that belong together share a day, and the book shares the days
 * (shared-days.ts). Where old and new seats would then be above a tenant's pool, these are moved behind their term end and
 * days are shared anew; that ends, as nothing is ever moved back.
 *
 * The function that it gives may be asked again, with what is known by then; what is said in words is written last, once.
 */
export function scheduler(surveyed: readonly Surveyed[], context: BookContext): (standing: Standing) => Dates {
  const desk = new Desk(surveyed, context);
  const common = { desk, order: customerOrder(surveyed), roots: bundleRoots(surveyed), footings: new Footings() };
  const bought = new Set<number>();
  /** By situation, numbers of the choices of what may be transferred and of what must be bought. */
  const asItIs: number[] = [];
  const boughtAnew: number[] = [];
  const alone = new Choices(new Int32Array(surveyed.length));
  for (let index = 0; index < surveyed.length; index += 1) chooseAt(index);

  return ({ mustBuy, idle = new Set<number>(), pinned = new Map<number, PlainDate>(), becomes }) => {
    for (const index of [...bought, ...mustBuy]) {
      if (bought.has(index) === mustBuy.has(index)) continue;
      if (mustBuy.has(index)) bought.add(index);
      else bought.delete(index);
      chooseAt(index);
    }
    const choices = alone.copy();
    const sharing = { ...common, idle, pinned };
    let shared = sharedDays(choices, sharing);
    while (moveApart(choices, shared.choices, desk, becomes)) shared = sharedDays(choices, sharing);

    const found = shared;
    const slots = slotDaysOf(found.choices, desk);
    return {
      slots,
      quality: found.quality,
      written: () =>
        slotsWritten({
          desk,
          choices: found.choices,
          slots,
          fullness: found,
          language: context.language ?? languageOf("en"),
        }),
    };
  };

  function chooseAt(index: number): void {
    const mustBuy = bought.has(index);
    const ruling = context.rulings[index];
    const known = mustBuy ? boughtAnew : asItIs;
    const number = ruling === undefined ? known[desk.situationOf(index)] : undefined;
    if (number !== undefined) alone.putNumber(index, number);
    else {
      const made = alone.put(index, chosen(index, mustBuy, ruling));
      if (ruling === undefined) known[desk.situationOf(index)] = made;
    }
  }

  function chosen(index: number, mustBuy: boolean, ruling: Ruling | undefined): Choice | Undated {
    const one = desk.at(index);
    const choice = chooseAlone(one, desk.contextOf(index), { mustBuy, ruling });
    return isCrowded(one.tenant) ? behindTerm(choice, index, desk) : choice;
  }
}

function behindTerm(choice: Choice | Undated, index: number, desk: Desk): Choice | Undated {
  if (choice.kind === "undated" || choice.path === "billing-transfer" || choice.decided !== undefined) return choice;
  return chooseBehindTerm(choice, desk.at(index), desk.contextOf(index));
}

/** Old and new seats above the pool on the days found: behind the term end, where grace allows it. False: nothing moved. */
function moveApart(choices: Choices, found: Choices, desk: Desk, becomes: Standing["becomes"]): boolean {
  let isMoved = false;
  for (const [index, { overlaps, ...poolExceeded }] of exceededPools(desk.surveyed, found, becomes)) {
    const choice = choices.at(index);
    if (choice.kind !== "dated" || choice.poolExceeded !== undefined) continue;
    if (choice.path === "billing-transfer") continue;
    const marked = { ...choice, poolExceeded };
    // Where its own old seats are not in the pool, to wait for their end would make no room.
    choices.put(index, overlaps ? behindTerm(marked, index, desk) : marked);
    isMoved = true;
  }
  return isMoved;
}
