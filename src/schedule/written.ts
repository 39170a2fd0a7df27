import { english } from "../locale/english.ts";
import type { Language } from "../locale/language.ts";
import type { Phrase, Spoken } from "../locale/sentence.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Slot, SlotDays } from "../model/slot.ts";
import { costOfWaiting } from "../model/waiting.ts";
import { ByNumber } from "./by-number.ts";
import type { Choice, Undated } from "./choice.ts";
import type { Choices } from "./choices.ts";
import type { Fullness } from "./crowd.ts";
import type { Desk } from "./desk.ts";
import { explain, explainUndated } from "./explanation.ts";
import { Obstacles } from "./obstacles.ts";
import { coveredUntil, overlapCents } from "./overlap.ts";
import type { SharedDays } from "./shared-days.ts";
import { stepDaysOf, stepDaysWithoutTerm } from "./step-days.ts";

/** The days of a book as they stand; all lists run parallel to its subscriptions. */
interface Settled {
  readonly desk: Desk;
  readonly choices: Choices;
  readonly slots: readonly SlotDays[];
  readonly fullness: Pick<SharedDays, "fullnessOf">;
  readonly language: Language;
}

/** The slots with what they cost, their sentences and their steps. */
export function slotsWritten(settled: Settled): readonly Slot[] {
  const { choices, slots, desk, language } = settled;
  const writing: Writing = {
    ...settled,
    obstacles: new Obstacles(language),
    told: new ByNumber(),
    steps: new ByNumber(),
    free: new ByNumber(),
    unpriced: new ByNumber(),
  };
  return slots.map((days, index) => {
    const choice = choices.at(index);
    return choice.kind === "undated"
      ? undatedWritten(days, choice, index, writing)
      : datedWritten({ days, choice, index, paid: paidTwice(days, index, desk) }, writing);
  });
}

/** What is found once for many: by number of a choice. */
interface Writing extends Settled {
  readonly obstacles: Obstacles;
  readonly told: ByNumber<Spoken>;
  readonly steps: ByNumber<Slot["steps"]>;
  /** Slots that those of one choice share where nothing in them depends on a price: with a cost of nothing, and with none. */
  readonly free: ByNumber<Slot>;
  readonly unpriced: ByNumber<Slot>;
}

interface Dated {
  readonly days: SlotDays;
  readonly choice: Choice;
  readonly index: number;
  readonly paid: Paid;
}

/** For the overlap. */
interface Paid {
  readonly cost: number | undefined;
  readonly currency: string;
}

function paidTwice({ overlapDays }: SlotDays, index: number, desk: Desk): Paid {
  const { seats, currency } = desk.at(index).subscription;
  const price = desk.priceOf(index);
  if (price === undefined) return { cost: undefined, currency };
  const cost = overlapDays === undefined ? undefined : overlapCents(overlapDays, seats, price.unitPrice) / 100;
  return { cost, currency: price.currency };
}

function undatedWritten(days: SlotDays, choice: Undated, index: number, { desk, language }: Writing): Slot {
  const { switchOn, inviteBy } = days;
  const { calendar, today } = desk.contextOf(index);
  const steps = switchOn === undefined ? undefined : stepDaysWithoutTerm({ switchOn, inviteBy, today, calendar });
  return completed(days, { sentence: explainUndated(choice, desk.at(index)), steps, language });
}

function datedWritten(dated: Dated, writing: Writing): Slot {
  const { days, choice, index, paid } = dated;
  const { subscription } = writing.desk.at(index);
  const isPriceless =
    days.switchOn === undefined
      ? costOfWaiting(days.waiting, subscription) === undefined
      : choice.path === "billing-transfer" || paid.cost === undefined;
  const fullness = writing.fullness.fullnessOf(index);
  // Those that share a day have a choice, and so a slot, each of their own.
  const isShared =
    isPriceless &&
    choice.together === 1 &&
    fullness.isShared &&
    subscription.term !== undefined &&
    paid.currency === subscription.currency;
  if (!isShared) return inWords(dated, fullness, writing);
  const known = paid.cost === undefined ? writing.unpriced : writing.free;
  const number = writing.choices.numberOf(index);
  return known.at(number) ?? known.put(number, inWords(dated, fullness, writing));
}

function inWords({ days, choice, index, paid }: Dated, fullness: Fullness, writing: Writing): Slot {
  const { desk, language, obstacles, told, choices } = writing;
  const choiceNumber = choices.numberOf(index);
  const { policy } = desk;
  const surveyed = desk.at(index);
  const { calendar, today } = desk.contextOf(index);
  const { terms, firstTermEnd } = desk.runningTermOf(index);
  const { overlapDays, waiting, switchOn, inviteBy } = days;
  const sentence = explain(choice, {
    surveyed,
    calendar,
    policy,
    today,
    firstTermEnd,
    overlapDays,
    overlapCost: paid.cost,
    currency: paid.currency,
    waiting,
    obstacles,
    fullness,
    language,
    told,
    choiceNumber,
  });
  const steps = switchOn === undefined ? undefined : (writing.steps.at(choiceNumber) ?? stepsTo(switchOn));
  const isOwnCurrency = paid.currency === surveyed.subscription.currency;
  return completed(days, {
    cost: paid.cost,
    currency: isOwnCurrency ? undefined : paid.currency,
    sentence,
    steps,
    language,
  });

  function stepsTo(day: PlainDate): Slot["steps"] {
    const coveredTo = coveredUntil(choice, day, terms, surveyed.subscription);
    const found = stepDaysOf({ choice, surveyed, switchOn: day, inviteBy, coveredTo, firstTermEnd, today, calendar });
    return writing.steps.put(choiceNumber, found);
  }
}

interface Completion {
  readonly cost?: number | undefined;
  readonly currency?: string | undefined;
  readonly sentence: Phrase;
  readonly steps: Slot["steps"];
  readonly language: Language;
}

// Field by field, as it is done a million times; and as text, as sentences in no language yet take several times the memory.
function completed(days: SlotDays, { cost, currency, sentence, steps, language }: Completion): Slot {
  return {
    path: days.path,
    termEnd: days.termEnd,
    earliestOn: days.earliestOn,
    latestOn: days.latestOn,
    switchOn: days.switchOn,
    reason: days.reason,
    overlapDays: days.overlapDays,
    overlapCost: cost,
    costCurrency: currency,
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
