import { type Language, languageOf } from "../locale/language.ts";
import type { Ruling } from "../model/decision.ts";
import type { Offer } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";
import type { ScheduleQuality } from "../model/schedule-quality.ts";
import type { Slot } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import { calendarsFor } from "./calendars.ts";
import type { Choice, Undated } from "./choice.ts";
import { chooseAlone, chooseBehindTerm } from "./choose.ts";
import { type NewPriceOf, pricesOf } from "./prices.ts";
import { ratesOf } from "./rates.ts";
import { exceededPools } from "./seat-pools.ts";
import { customerOrder, sharedDays } from "./shared-days.ts";
import { datedSlot, undatedSlot } from "./slots.ts";

export interface ScheduleContext {
  readonly policy: Policy;
  readonly today: PlainDate;
  readonly partners: readonly Partner[];
  /** Places in the list of what no transfer can move, because it becomes another offer. */
  readonly mustBuy: ReadonlySet<number>;
  /** What people decided, parallel to the subscriptions; undefined: nothing. */
  readonly rulings: readonly (Ruling | undefined)[];
  /** Places of what is blocked: it gets its day, and takes no capacity. */
  readonly idle?: Pick<ReadonlySet<number>, "has">;
  /** Places of what stays on a day that was found before, and takes no capacity (dated-targets.ts). */
  readonly pinned?: ReadonlyMap<number, PlainDate>;
  /** What becomes other offers, by place, where new seats so count in another pool of the tenant (pool-moves.ts). */
  readonly becomes?: ReadonlyMap<number, readonly Offer[]>;
  /** What a seat of the new subscription costs, where a price list tells; left out: the export's price holds. */
  readonly newPriceOf?: NewPriceOf | undefined;
  /** Of the sentences that explain days, beside English. */
  readonly language?: Language;
}

export interface Schedule {
  /** Parallel to the subscriptions. */
  readonly slots: readonly Slot[];
  readonly quality: ScheduleQuality;
}

/** Above this number of active subscriptions a tenant cannot hold old and new side by side (DOMAIN.md 1.1). */
const CROWDED_TENANT = 150;

/**
 * Takes the surveyed subscriptions, gives each its slot: path, window, day, and why (contract 6). Runs parallel to `surveyed`.
 * Promises: a switch day that nobody decided is a working day, not frozen, within capacity, never before `earliestOn`; it is
 * held for lack of a day only when no day that its rule allows is free; the order of the subscriptions makes no difference;
 * of all schedules that keep this it is the best, or as good as `quality` says.
 *
 * Each subscription is dated alone first. Then those that belong together share a day, and the book shares the days
 * (shared-days.ts). Where old and new seats would then be above a tenant's pool, these are moved behind their term end and
 * days are shared anew; that ends, as nothing is ever moved back.
 */
export function schedule(surveyed: readonly Surveyed[], context: ScheduleContext): Schedule {
  const { policy, today, partners, mustBuy, rulings, language = languageOf("en") } = context;
  const calendarFor = calendarsFor(policy, partners);
  const priceOf = pricesOf(surveyed, context.newPriceOf);
  const sharing = {
    surveyed,
    policy,
    today,
    calendarFor,
    rates: ratesOf(surveyed, priceOf),
    order: customerOrder(surveyed),
    idle: context.idle ?? new Set<number>(),
    pinned: context.pinned ?? new Map<number, PlainDate>(),
  };
  const choices = surveyed.map((one, index) =>
    chooseAlone(
      one,
      { calendar: calendarFor(one), policy, today },
      { mustBuy: mustBuy.has(index), ruling: rulings[index] },
    ),
  );
  choices.forEach((choice, index) => {
    const one = surveyed[index];
    if (one === undefined || one.tenant.activeSubscriptionCount <= CROWDED_TENANT) return;
    choices[index] = behindTerm(choice, one, calendarFor(one), context);
  });

  let shared = sharedDays(choices, sharing);
  while (moveApart(choices, shared.choices, surveyed, calendarFor, context)) shared = sharedDays(choices, sharing);

  const slots = surveyed.map((one, index) => {
    const choice = shared.choices[index];
    if (choice === undefined) throw new Error(`Subscription ${index} was not dated.`);
    const slotContext = { policy, today, price: priceOf(index), isFull: shared.isFull(index), language };
    return choice.kind === "undated"
      ? undatedSlot(choice, one, calendarFor(one), slotContext)
      : datedSlot(choice, one, calendarFor(one), slotContext);
  });
  return { slots, quality: shared.quality };
}

function behindTerm(
  choice: Choice | Undated,
  one: Surveyed,
  calendar: Calendar,
  { policy, today }: ScheduleContext,
): Choice | Undated {
  if (choice.kind === "undated" || choice.path === "billing-transfer" || choice.decided !== undefined) return choice;
  return chooseBehindTerm(choice, one, { calendar, policy, today });
}

/** Old and new seats above the pool on the days found: behind the term end, where grace allows it. False: nothing moved. */
function moveApart(
  choices: (Choice | Undated)[],
  found: readonly (Choice | Undated)[],
  surveyed: readonly Surveyed[],
  calendarFor: (surveyed: Surveyed) => Calendar,
  context: ScheduleContext,
): boolean {
  let isMoved = false;
  for (const [index, { overlaps, ...poolExceeded }] of exceededPools(surveyed, found, context.becomes)) {
    const choice = choices[index];
    const one = surveyed[index];
    if (choice?.kind !== "dated" || one === undefined || choice.poolExceeded !== undefined) continue;
    if (choice.path === "billing-transfer") continue;
    const marked = { ...choice, poolExceeded };
    // Where its own old seats are not in the pool, to wait for their end would make no room.
    choices[index] = overlaps ? behindTerm(marked, one, calendarFor(one), context) : marked;
    isMoved = true;
  }
  return isMoved;
}
