import type { Ruling } from "../model/decision.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Path, Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";
import type { Slot } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import { chooseTransfer } from "./billing-transfer.ts";
import type { Calendar } from "./calendar.ts";
import { calendarsFor } from "./calendars.ts";
import type { Choice, Undated } from "./choice.ts";
import { asksForPurchase, heldByDecision, onDecidedDay } from "./decided.ts";
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
  /** What people decided, parallel to the subscriptions; left out or undefined: nothing. */
  readonly rulings: readonly (Ruling | undefined)[];
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
  const alone = surveyed.map((one, index) => {
    const ruling = context.rulings[index];
    const mustBuy = context.mustBuy.has(index) || asksForPurchase(ruling, one);
    return chooseAlone(one, calendarFor(one), context, { mustBuy, ruling });
  });
  const apart = keepApart(surveyed, alone, calendarFor, context);
  const shared = shareDays(surveyed, apart, calendarFor);
  return surveyed.map((one, index) => {
    const choice = shared[index];
    if (choice === undefined) throw new Error(`Subscription ${index} was not dated.`);
    return choice.kind === "undated"
      ? undatedSlot(choice, one, calendarFor(one), context)
      : datedSlot(choice, one, calendarFor(one), context);
  });
}

function chooseAlone(
  surveyed: Surveyed,
  calendar: Calendar,
  { policy, today }: ScheduleContext,
  { mustBuy, ruling }: { readonly mustBuy: boolean; readonly ruling: Ruling | undefined },
): Choice | Undated {
  const path = pathOf(surveyed, policy, mustBuy);
  if (path === "none") return { kind: "undated", path, reason: "EXCLUDED" };
  if (ruling?.kind === "exclude") return { kind: "undated", path: "none", reason: "DECISION", source: ruling.source };
  const terms = termsOf(surveyed.subscription, today);
  if (terms === undefined) return withoutTermEnd(path, ruling);
  const search = { surveyed, terms, calendar, policy, today };
  const choice =
    (path === "billing-transfer" ? chooseTransfer(search) : undefined) ??
    chooseRepurchase(path === "billing-transfer" ? "repurchase" : path, search);
  if (ruling?.kind === "hold") return heldByDecision(choice, ruling);
  return ruling?.switchOn === undefined ? choice : onDecidedDay(choice, ruling.switchOn, ruling, search);
}

function withoutTermEnd(path: Path, ruling: Ruling | undefined): Undated {
  const { kind, switchOn, source } = ruling ?? {};
  if (source === undefined || (kind !== "hold" && switchOn === undefined)) {
    return { kind: "undated", path, reason: "TERM_END_UNKNOWN" };
  }
  const day = kind === "hold" || switchOn === undefined ? {} : { switchOn };
  return { kind: "undated", path, reason: "DECISION", source, ...day };
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
    if (choice.decided !== undefined) {
      const poolOfDecided = exceeded.get(index);
      return poolOfDecided === undefined ? choice : { ...choice, poolExceeded: poolOfDecided };
    }
    const poolExceeded = exceeded.get(index);
    const isCrowded = one.tenant.activeSubscriptionCount > CROWDED_TENANT;
    if (poolExceeded === undefined && !isCrowded) return choice;
    const noted = { ...choice, poolExceeded };
    const terms = termsOf(one.subscription, today);
    if (terms === undefined) throw new Error(`Subscription "${one.subscription.key}" was dated without a term end.`);
    return chooseAfterTerm(noted, { surveyed: one, terms, calendar: calendarFor(one), policy, today }) ?? noted;
  });
}
