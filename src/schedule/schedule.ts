import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";
import type { Slot } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import { chooseTransfer } from "./billing-transfer.ts";
import type { Calendar } from "./calendar.ts";
import { calendarsFor } from "./calendars.ts";
import type { Choice, Undated } from "./choice.ts";
import { shareDays } from "./groups.ts";
import { pathOf } from "./path.ts";
import { chooseAfterTerm, chooseRepurchase } from "./repurchase.ts";
import { exceededPools } from "./seat-pools.ts";
import { datedSlot, undatedSlot } from "./slots.ts";
import { termsOf } from "./terms.ts";

interface ScheduleContext {
  readonly policy: Policy;
  readonly today: PlainDate;
  readonly partners: readonly Partner[];
  /** Places in the list of what no transfer can move, because it becomes another offer. */
  readonly mustBuy: ReadonlySet<number>;
}

type CalendarFor = (surveyed: Surveyed) => Calendar;

/** Above this number of active subscriptions a tenant cannot hold old and new side by side (DOMAIN.md 1.1). */
const CROWDED_TENANT = 150;

/**
 * Takes the surveyed subscriptions, gives each its slot: path, window, day, and why (contract 6). Runs parallel to `surveyed`.
 * Promises: a switch day is a working day that is not frozen, never before `earliestOn`; it is held for lack of a day only when
 * no day that its rule allows is free; the order of the subscriptions makes no difference.
 *
 * Each subscription is dated alone first; then those whose old and new seats must not overlap are moved behind their term end,
 * and those that belong together are put on one day.
 */
export function schedule(surveyed: readonly Surveyed[], context: ScheduleContext): readonly Slot[] {
  const calendarFor = calendarsFor(context.policy, context.partners);
  const alone = surveyed.map((one, index) => chooseAlone(one, calendarFor(one), context, context.mustBuy.has(index)));
  const apart = keepApart(surveyed, alone, calendarFor, context);
  const shared = shareDays(surveyed, apart, calendarFor);
  return surveyed.map((one, index) => {
    const choice = shared[index];
    if (choice === undefined) throw new Error(`Subscription ${index} was not dated.`);
    return choice.kind === "undated" ? undatedSlot(choice, one) : datedSlot(choice, one, calendarFor(one), context);
  });
}

function chooseAlone(
  surveyed: Surveyed,
  calendar: Calendar,
  { policy, today }: ScheduleContext,
  mustBuy: boolean,
): Choice | Undated {
  const path = pathOf(surveyed, policy, mustBuy);
  if (path === "none") return { kind: "undated", path, reason: "EXCLUDED" };
  const terms = termsOf(surveyed.subscription, today);
  if (terms === undefined) return { kind: "undated", path, reason: "TERM_END_UNKNOWN" };
  const search = { surveyed, terms, calendar, policy, today };
  if (path !== "billing-transfer") return chooseRepurchase(path, search);
  return chooseTransfer(search) ?? chooseRepurchase("repurchase", search);
}

/** Old and new seats above the pool, or a tenant without room for both: after the term end, where grace allows it. */
function keepApart(
  surveyed: readonly Surveyed[],
  choices: readonly (Choice | Undated)[],
  calendarFor: CalendarFor,
  { policy, today }: ScheduleContext,
): readonly (Choice | Undated)[] {
  const exceeded = exceededPools(surveyed, choices);
  return choices.map((choice, index) => {
    const one = surveyed[index];
    if (one === undefined || choice.kind === "undated" || choice.path === "billing-transfer") return choice;
    const poolExceeded = exceeded.get(index);
    const isCrowded = one.tenant.activeSubscriptionCount > CROWDED_TENANT;
    if (poolExceeded === undefined && !isCrowded) return choice;
    const noted = { ...choice, poolExceeded };
    const terms = termsOf(one.subscription, today);
    if (terms === undefined) throw new Error(`Subscription "${one.subscription.key}" was dated without a term end.`);
    return chooseAfterTerm(noted, { surveyed: one, terms, calendar: calendarFor(one), policy, today }) ?? noted;
  });
}
