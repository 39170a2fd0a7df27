import { english } from "../locale/english.ts";
import type { Language } from "../locale/language.ts";
import type { Phrase } from "../locale/sentence.ts";
import { addDays, type PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Slot } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice, Undated } from "./choice.ts";
import { explain, explainUndated } from "./explanation.ts";
import { leadDaysOf } from "./lead-time.ts";
import { conditionsOf, reasonOf } from "./outcome.ts";
import { coveredUntil, overlapCents } from "./overlap.ts";
import type { Price } from "./prices.ts";
import { stepDaysOf, stepDaysWithoutTerm } from "./step-days.ts";
import { endOfTerm, renews, termsOf } from "./terms.ts";

interface SlotContext {
  readonly policy: Policy;
  readonly today: PlainDate;
  /** Of a seat of the new subscription, as far as it is known. */
  readonly price: Price | undefined;
  readonly isFull: (day: PlainDate) => boolean;
  readonly language: Language;
}

// As text: a million sentences that are not yet in a language would take several times the memory.
function explained(sentence: Phrase, language: Language): Pick<Slot, "explanation" | "explanationHere"> {
  const explanation = english(sentence);
  return language.locale === "en" ? { explanation } : { explanation, explanationHere: language.say(sentence) };
}

/** No window, no day; only why. */
export function undatedSlot(
  choice: Undated,
  surveyed: Surveyed,
  calendar: Calendar,
  { policy, today, language }: Pick<SlotContext, "policy" | "today" | "language">,
): Slot {
  const { switchOn } = choice;
  const invitation = switchOn === undefined ? undefined : inviteBy(surveyed, switchOn, calendar, policy, today);
  return {
    path: choice.path,
    termEnd: surveyed.subscription.termEnd,
    earliestOn: undefined,
    latestOn: undefined,
    switchOn,
    reason: choice.reason,
    ...explained(explainUndated(choice, surveyed), language),
    overlapDays: undefined,
    overlapCost: undefined,
    inviteBy: invitation,
    autoRenewOffBy: undefined,
    steps:
      switchOn === undefined ? undefined : stepDaysWithoutTerm({ switchOn, inviteBy: invitation, today, calendar }),
    conditions: [],
    poolExceeded: undefined,
  };
}

/** Everything that follows from the choice of a day: reason, sentence, overlap, the dates of what must be done before. */
export function datedSlot(
  choice: Choice,
  surveyed: Surveyed,
  calendar: Calendar,
  { policy, today, price, isFull, language }: SlotContext,
): Slot {
  const { subscription } = surveyed;
  const { path, switchOn } = choice;
  const terms = termsOf(subscription, today);
  if (terms === undefined) throw new Error(`Subscription "${subscription.key}" was dated without a term end.`);
  const firstTermEnd = endOfTerm(terms, 0);
  const coveredTo = switchOn === undefined ? undefined : coveredUntil(choice, switchOn, terms, subscription);
  const overlapDays = overlapDaysOf(choice, coveredTo);
  const { seats } = subscription;
  const cents =
    overlapDays === undefined || price === undefined ? undefined : overlapCents(overlapDays, seats, price.unitPrice);
  const currency = price?.currency ?? subscription.currency;
  const circumstances = {
    surveyed,
    calendar,
    policy,
    today,
    firstTermEnd,
    overlapDays,
    overlapCents: cents,
    currency,
    isFull,
  };
  const invitation = switchOn === undefined ? undefined : inviteBy(surveyed, switchOn, calendar, policy, today);
  const mustBeLapsed = path !== "billing-transfer" && renews(subscription);
  return {
    path,
    termEnd: firstTermEnd,
    earliestOn: choice.earliestOn,
    latestOn: choice.latestOn,
    switchOn,
    reason: reasonOf(choice, calendar),
    ...explained(explain(choice, circumstances), language),
    overlapDays,
    overlapCost: cents === undefined ? undefined : cents / 100,
    ...(currency === subscription.currency ? {} : { costCurrency: currency }),
    inviteBy: invitation,
    autoRenewOffBy:
      coveredTo !== undefined && mustBeLapsed ? calendar.lastWorkingDay(addDays(coveredTo, -1)) : undefined,
    steps:
      switchOn === undefined || coveredTo === undefined
        ? undefined
        : stepDaysOf({ choice, surveyed, switchOn, inviteBy: invitation, coveredTo, firstTermEnd, today, calendar }),
    conditions: conditionsOf(choice, surveyed, policy),
    poolExceeded: choice.poolExceeded,
  };
}

function overlapDaysOf({ path, switchOn }: Choice, coveredTo: PlainDate | undefined): number | undefined {
  if (switchOn === undefined || coveredTo === undefined) return undefined;
  return path === "billing-transfer" ? 0 : Math.max(0, coveredTo - switchOn);
}

/** Never a day that is past already: where only days off lie between today and the last day to invite, it is today. */
function inviteBy(
  { subscription }: Surveyed,
  switchOn: PlainDate,
  calendar: Calendar,
  policy: Policy,
  today: PlainDate,
): PlainDate | undefined {
  if (subscription.customer.relationship === true) return undefined;
  const day = calendar.lastWorkingDay(addDays(switchOn, -leadDaysOf(subscription, policy)));
  return day < today ? today : day;
}
