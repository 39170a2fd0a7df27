import { english } from "../locale/english.ts";
import type { Language } from "../locale/language.ts";
import type { Phrase, Spoken } from "../locale/sentence.ts";
import { addDays, laterOf, type PlainDate } from "../model/plain-date.ts";
import type { Slot, SlotDays } from "../model/slot.ts";
import type { Choice, Undated } from "./choice.ts";
import type { Desk } from "./desk.ts";
import { explain, explainUndated } from "./explanation.ts";
import { leadDaysOf } from "./lead-time.ts";
import type { Obstacles } from "./obstacles.ts";
import { conditionsOf, reasonOf } from "./outcome.ts";
import { coveredUntil, overlapCents } from "./overlap.ts";
import type { Remembered } from "./remembered.ts";
import type { SharedDays } from "./shared-days.ts";
import { stepDaysOf, stepDaysWithoutTerm } from "./step-days.ts";
import { endOfTerm, renews, type Terms } from "./terms.ts";

/** What sentences and steps are written with, once the days stand. */
export interface WritingContext {
  readonly desk: Desk;
  readonly language: Language;
  readonly obstacles: Obstacles;
  readonly told: Remembered<Choice, Spoken>;
  readonly fullness: Pick<SharedDays, "fullnessOf">;
}

/** Everything that follows from the choice of a day, but for what is said and done: reason, overlap, what must be done by when. */
export function slotDaysOf(choice: Choice | Undated, index: number, desk: Desk): SlotDays {
  return choice.kind === "undated" ? undatedSlot(choice, index, desk) : datedSlot(choice, index, desk);
}

/** The slot with its sentence and its steps. */
export function written(days: SlotDays, choice: Choice | Undated, index: number, writing: WritingContext): Slot {
  const { desk, language } = writing;
  const surveyed = desk.at(index);
  const { calendar, today } = desk.contextOf(index);
  const { switchOn, inviteBy: invitation } = days;
  if (choice.kind === "undated") {
    const steps =
      switchOn === undefined ? undefined : stepDaysWithoutTerm({ switchOn, inviteBy: invitation, today, calendar });
    return completed(days, explainUndated(choice, surveyed), steps, language);
  }
  const { terms, firstTermEnd } = termsOf(index, desk);
  const coveredTo = switchOn === undefined ? undefined : coveredUntil(choice, switchOn, terms, surveyed.subscription);
  const sentence = explain(choice, {
    surveyed,
    calendar,
    policy: desk.policy,
    today,
    firstTermEnd,
    overlapDays: days.overlapDays,
    overlapCost: days.overlapCost,
    currency: desk.priceOf(index)?.currency ?? surveyed.subscription.currency,
    obstacles: writing.obstacles,
    fullness: writing.fullness.fullnessOf(index),
    language,
    told: writing.told,
  });
  const steps =
    switchOn === undefined || coveredTo === undefined
      ? undefined
      : stepDaysOf({ choice, surveyed, switchOn, inviteBy: invitation, coveredTo, firstTermEnd, today, calendar });
  return completed(days, sentence, steps, language);
}

// Field by field, as it is done a million times; and as text, as sentences in no language yet take several times the memory.
function completed(days: SlotDays, sentence: Phrase, steps: Slot["steps"], language: Language): Slot {
  return {
    path: days.path,
    termEnd: days.termEnd,
    earliestOn: days.earliestOn,
    latestOn: days.latestOn,
    switchOn: days.switchOn,
    reason: days.reason,
    overlapDays: days.overlapDays,
    overlapCost: days.overlapCost,
    costCurrency: days.costCurrency,
    inviteBy: days.inviteBy,
    autoRenewOffBy: days.autoRenewOffBy,
    conditions: days.conditions,
    poolExceeded: days.poolExceeded,
    explanation: english(sentence),
    explanationHere: language.locale === "en" ? undefined : language.say(sentence),
    steps,
  };
}

function termsOf(index: number, desk: Desk): { readonly terms: Terms; readonly firstTermEnd: PlainDate } {
  const { terms } = desk.contextOf(index);
  if (terms === undefined) {
    throw new Error(`Subscription "${desk.at(index).subscription.key}" was dated without a term end.`);
  }
  return { terms, firstTermEnd: endOfTerm(terms, 0) };
}

/** No window, no day; only why. */
function undatedSlot(choice: Undated, index: number, desk: Desk): SlotDays {
  const { switchOn } = choice;
  return {
    path: choice.path,
    termEnd: desk.at(index).subscription.termEnd,
    earliestOn: undefined,
    latestOn: undefined,
    switchOn,
    reason: choice.reason,
    overlapDays: undefined,
    overlapCost: undefined,
    costCurrency: undefined,
    inviteBy: switchOn === undefined ? undefined : inviteBy(index, switchOn, desk),
    autoRenewOffBy: undefined,
    conditions: NO_CONDITIONS,
    poolExceeded: undefined,
  };
}

const NO_CONDITIONS: SlotDays["conditions"] = [];

function datedSlot(choice: Choice, index: number, desk: Desk): SlotDays {
  const surveyed = desk.at(index);
  const { subscription } = surveyed;
  const { path, switchOn } = choice;
  const calendar = desk.calendarOf(index);
  const price = desk.priceOf(index);
  const { terms, firstTermEnd } = termsOf(index, desk);
  const coveredTo = switchOn === undefined ? undefined : coveredUntil(choice, switchOn, terms, subscription);
  const overlapDays = overlapDaysOf(choice, coveredTo);
  const cents =
    overlapDays === undefined || price === undefined
      ? undefined
      : overlapCents(overlapDays, subscription.seats, price.unitPrice);
  const currency = price?.currency ?? subscription.currency;
  const mustBeLapsed = path !== "billing-transfer" && renews(subscription);
  return {
    path,
    termEnd: firstTermEnd,
    earliestOn: choice.earliestOn,
    latestOn: choice.latestOn,
    switchOn,
    reason: reasonOf(choice, calendar),
    overlapDays,
    overlapCost: cents === undefined ? undefined : cents / 100,
    costCurrency: currency === subscription.currency ? undefined : currency,
    inviteBy: switchOn === undefined ? undefined : inviteBy(index, switchOn, desk),
    autoRenewOffBy:
      coveredTo !== undefined && mustBeLapsed ? calendar.lastWorkingDay(addDays(coveredTo, -1)) : undefined,
    conditions: conditionsOf(choice, { surveyed, policy: desk.policy, calendar, firstTermEnd }),
    poolExceeded: choice.poolExceeded,
  };
}

function overlapDaysOf({ path, switchOn }: Choice, coveredTo: PlainDate | undefined): number | undefined {
  if (switchOn === undefined || coveredTo === undefined) return undefined;
  return path === "billing-transfer" ? 0 : Math.max(0, coveredTo - switchOn);
}

/** Never a day that is past already: where only days off lie between today and the last day to invite, it is today. */
function inviteBy(index: number, switchOn: PlainDate, desk: Desk): PlainDate | undefined {
  const { policy, today } = desk;
  const { subscription } = desk.at(index);
  if (subscription.customer.relationship === true) return undefined;
  const day = desk.calendarOf(index).lastWorkingDay(addDays(switchOn, -leadDaysOf(subscription, policy)));
  return laterOf(day, today);
}
