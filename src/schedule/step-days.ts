import { addDays, earlierOf, laterOf, type PlainDate } from "../model/plain-date.ts";
import type { Ending, StepDays } from "../model/step-days.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice } from "./choice.ts";
import { CANCELLATION_DAYS } from "./repurchase.ts";
import { endsInExtendedTerm, renews } from "./terms.ts";

/** What is known of a switch when its steps are dated. */
interface Switch {
  readonly switchOn: PlainDate;
  readonly inviteBy: PlainDate | undefined;
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

interface DatedSwitch extends Switch {
  readonly choice: Choice;
  readonly surveyed: Surveyed;
  /** Last day of the term in which the switch falls, or after which it follows. */
  readonly coveredTo: PlainDate;
  /** End of the term that runs first. */
  readonly firstTermEnd: PlainDate;
}

/** The days of the steps of a switch whose term end nobody knows. */
export function stepDaysWithoutTerm(given: Switch): StepDays {
  return {
    acceptedBy: acceptedBy(given),
    ending: { kind: "unknown" },
    lastDay: undefined,
    renewal: undefined,
    verifyOn: given.calendar.firstWorkingDay(addDays(given.switchOn, 1)),
    goneOn: undefined,
  };
}

/**
 * The days of the steps of a switch, in an order that leaves no user without a licence: what ends the old subscription at the
 * end of its term is seen to on the day of the switch, and what ends it at once only after the new one was looked at.
 */
export function stepDaysOf(given: DatedSwitch): StepDays {
  const { choice, switchOn, calendar, coveredTo } = given;
  const nextWorkingDay = calendar.firstWorkingDay(addDays(switchOn, 1));
  const common = { acceptedBy: acceptedBy(given), renewal: renewalOf(given) };
  if (choice.path === "billing-transfer") {
    const ending: Ending = { kind: "transferred" };
    return { ...common, ending, lastDay: undefined, verifyOn: nextWorkingDay, goneOn: nextWorkingDay };
  }
  if (choice.rule === "cancellation") {
    const by = laterOf(switchOn, calendar.lastWorkingDay(addDays(choice.termEnd, CANCELLATION_DAYS)));
    const on = earlierOf(nextWorkingDay, by);
    const ending: Ending = { kind: "cancelled", on, by };
    return { ...common, ending, lastDay: on, verifyOn: on, goneOn: calendar.firstWorkingDay(addDays(on, 1)) };
  }
  // While the old one still works, the new one is looked at in time to mend it.
  const verifyOn = switchOn <= coveredTo && nextWorkingDay > coveredTo ? switchOn : nextWorkingDay;
  return {
    ...common,
    ending: endingOf(given, verifyOn),
    lastDay: coveredTo,
    verifyOn,
    goneOn: calendar.firstWorkingDay(laterOf(addDays(coveredTo, 1), verifyOn)),
  };
}

function endingOf(given: DatedSwitch, verifyOn: PlainDate): Ending {
  const { surveyed, coveredTo, switchOn, today, calendar } = given;
  const { subscription, channel } = surveyed;
  const isExtending = endsInExtendedTerm(coveredTo, channel, subscription.term);
  // Past its end, nothing of it can be chosen any more.
  if (coveredTo < today) return isExtending ? { kind: "extendedTerm", on: verifyOn, by: verifyOn } : { kind: "lapses" };
  if (!isExtending && !renews(subscription)) return { kind: "lapses" };
  const lastChance = calendar.lastWorkingDay(addDays(coveredTo, -1));
  const soonest = calendar.firstWorkingDay(today);
  // Where only days off are left of the term, somebody has to do it on one of them.
  const on = soonest > coveredTo ? today : laterOf(earlierOf(switchOn, lastChance), soonest);
  return { kind: isExtending ? "cancelAtEnd" : "autoRenewOff", on, by: laterOf(on, lastChance) };
}

function renewalOf({ coveredTo, firstTermEnd, today, calendar }: DatedSwitch): StepDays["renewal"] {
  if (coveredTo <= firstTermEnd || firstTermEnd < today) return undefined;
  const on = laterOf(calendar.lastWorkingDay(firstTermEnd), calendar.firstWorkingDay(today));
  return { on, termEnd: firstTermEnd };
}

/** The day before the first order at the latest, and not before the customer was asked. */
function acceptedBy({ switchOn, inviteBy, today, calendar }: Switch): PlainDate {
  const dayBefore = calendar.lastWorkingDay(addDays(switchOn, -1));
  return laterOf(dayBefore, inviteBy ?? calendar.firstWorkingDay(today));
}
