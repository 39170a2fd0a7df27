import { english } from "../locale/english.ts";
import type { Language } from "../locale/language.ts";
import type { Phrase, Spoken } from "../locale/sentence.ts";
import { addDays, laterOf, type PlainDate } from "../model/plain-date.ts";
import type { Slot, SlotDays } from "../model/slot.ts";
import { costOfWaiting } from "../model/waiting.ts";
import type { Choice, Undated } from "./choice.ts";
import type { Fullness } from "./crowd.ts";
import type { Desk } from "./desk.ts";
import { explain, explainUndated } from "./explanation.ts";
import { leadDaysOf } from "./lead-time.ts";
import { MadeOnce } from "./made-once.ts";
import type { Obstacles } from "./obstacles.ts";
import { conditionsOf, reasonOf } from "./outcome.ts";
import { coveredUntil, overlapCents } from "./overlap.ts";
import type { SharedDays } from "./shared-days.ts";
import { stepDaysOf, stepDaysWithoutTerm } from "./step-days.ts";
import { endOfTerm, renews, type Terms } from "./terms.ts";
import { waitingOf } from "./waiting.ts";

/** What sentences and steps are written with, once the days stand. */
export interface WritingContext {
  readonly desk: Desk;
  readonly language: Language;
  readonly obstacles: Obstacles;
  readonly told: MadeOnce<Choice, Spoken>;
  readonly steps: MadeOnce<Choice, Slot["steps"]>;
  /** Slots that those of one choice share, as nothing in them depends on a price. */
  readonly shared: MadeOnce<SlotDays, Slot>;
  readonly fullness: Pick<SharedDays, "fullnessOf">;
}

/**
 * Everything that follows from the choice of a day, but for what is said and done: reason, overlap, what must be done by when.
 * All but the cost follows from the choice alone, which those in one situation share, and their slots with it.
 */
export function slotDaysIn(desk: Desk): (choice: Choice | Undated, index: number) => SlotDays {
  const known = new MadeOnce<Choice | Undated, { readonly unpriced: SlotDays; free?: SlotDays }>();
  return (choice, index) => {
    const shared = known.of(choice, () => ({
      unpriced: choice.kind === "undated" ? undatedSlot(choice, index, desk) : datedSlot(choice, index, desk),
    }));
    const { unpriced } = shared;
    if (choice.kind === "undated") return unpriced;
    const { subscription } = desk.at(index);
    const price = desk.priceOf(index);
    const { overlapDays } = unpriced;
    const overlapCost =
      overlapDays === undefined || price === undefined
        ? undefined
        : overlapCents(overlapDays, subscription.seats, price.unitPrice) / 100;
    const currency = price?.currency ?? subscription.currency;
    if (currency !== subscription.currency) return { ...unpriced, overlapCost, costCurrency: currency };
    if (overlapCost === undefined) return unpriced;
    if (overlapCost > 0) return { ...unpriced, overlapCost };
    shared.free ??= { ...unpriced, overlapCost };
    return shared.free;
  };
}

/** The slot with its sentence and its steps. */
export function written(days: SlotDays, choice: Choice | Undated, index: number, writing: WritingContext): Slot {
  if (choice.kind === "undated") return undatedWritten(days, choice, index, writing);
  const { subscription } = writing.desk.at(index);
  const fullness = writing.fullness.fullnessOf(index);
  const isPriceless =
    days.switchOn === undefined
      ? costOfWaiting(days.waiting, subscription) === undefined
      : choice.path === "billing-transfer" || days.overlapCost === undefined;
  const write = () => datedWritten({ days, choice, index, fullness }, writing);
  // Those that share a day have a choice, and so a slot, each of their own.
  const isShared = isPriceless && choice.together === 1 && fullness.isShared && subscription.term !== undefined;
  return isShared ? writing.shared.of(days, write) : write();
}

function undatedWritten(days: SlotDays, choice: Undated, index: number, { desk, language }: WritingContext): Slot {
  const { switchOn, inviteBy: invitation } = days;
  const { calendar, today } = desk.contextOf(index);
  const steps =
    switchOn === undefined ? undefined : stepDaysWithoutTerm({ switchOn, inviteBy: invitation, today, calendar });
  return completed(days, explainUndated(choice, desk.at(index)), steps, language);
}

interface Dated {
  readonly days: SlotDays;
  readonly choice: Choice;
  readonly index: number;
  readonly fullness: Fullness;
}

function datedWritten({ days, choice, index, fullness }: Dated, writing: WritingContext): Slot {
  const { desk, language, obstacles, told } = writing;
  const { policy } = desk;
  const surveyed = desk.at(index);
  const { calendar, today } = desk.contextOf(index);
  const { terms, firstTermEnd } = termsOf(index, desk);
  const { overlapDays, overlapCost, waiting, switchOn, inviteBy: invitation } = days;
  const currency = desk.priceOf(index)?.currency ?? surveyed.subscription.currency;
  const circumstances = {
    surveyed,
    calendar,
    policy,
    today,
    firstTermEnd,
    overlapDays,
    overlapCost,
    currency,
    waiting,
  };
  const sentence = explain(choice, { ...circumstances, obstacles, fullness, language, told });
  const steps = writing.steps.of(choice, () => {
    if (switchOn === undefined) return undefined;
    const coveredTo = coveredUntil(choice, switchOn, terms, surveyed.subscription);
    return stepDaysOf({ choice, surveyed, switchOn, inviteBy: invitation, coveredTo, firstTermEnd, today, calendar });
  });
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
    waiting: days.waiting,
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
    waiting: undefined,
    poolExceeded: undefined,
  };
}

const NO_CONDITIONS: SlotDays["conditions"] = [];

/** Its overlap in days, not yet what that costs. */
function datedSlot(choice: Choice, index: number, desk: Desk): SlotDays {
  const surveyed = desk.at(index);
  const { subscription } = surveyed;
  const { path, switchOn } = choice;
  const calendar = desk.calendarOf(index);
  const { terms, firstTermEnd } = termsOf(index, desk);
  const coveredTo = switchOn === undefined ? undefined : coveredUntil(choice, switchOn, terms, subscription);
  const mustBeLapsed = path !== "billing-transfer" && renews(subscription);
  return {
    path,
    termEnd: firstTermEnd,
    earliestOn: choice.earliestOn,
    latestOn: choice.latestOn,
    switchOn,
    reason: reasonOf(choice, calendar),
    overlapDays: overlapDaysOf(choice, coveredTo),
    overlapCost: undefined,
    costCurrency: undefined,
    inviteBy: switchOn === undefined ? undefined : inviteBy(index, switchOn, desk),
    autoRenewOffBy:
      coveredTo !== undefined && mustBeLapsed ? calendar.lastWorkingDay(addDays(coveredTo, -1)) : undefined,
    waiting: waitingOf(choice, { surveyed, terms }),
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
