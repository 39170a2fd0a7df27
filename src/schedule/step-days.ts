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
  let ending: Ending;
  let lastDay: PlainDate | undefined = coveredTo;
  let [verifyOn, goneOn] = [nextWorkingDay, nextWorkingDay];
  if (choice.path === "billing-transfer") {
    ending = TRANSFERRED;
    lastDay = undefined;
  } else if (choice.rule === "cancellation") {
    const by = laterOf(switchOn, calendar.lastWorkingDay(addDays(choice.termEnd, CANCELLATION_DAYS)));
    const on = earlierOf(nextWorkingDay, by);
    ending = { kind: "cancelled", on, by };
    lastDay = on;
    verifyOn = on;
    goneOn = calendar.firstWorkingDay(addDays(on, 1));
  } else {
    // While the old one still works, the new one is looked at in time to mend it.
    verifyOn = switchOn <= coveredTo && nextWorkingDay > coveredTo ? switchOn : nextWorkingDay;
    ending = endingOf(given, verifyOn);
    goneOn = calendar.firstWorkingDay(laterOf(addDays(coveredTo, 1), verifyOn));
  }
  return { acceptedBy: acceptedBy(given), ending, lastDay, renewal: renewalOf(given), verifyOn, goneOn };
}

const TRANSFERRED: Ending = { kind: "transferred" };
const LAPSES: Ending = { kind: "lapses" };

function endingOf(given: DatedSwitch, verifyOn: PlainDate): Ending {
  const { surveyed, coveredTo, switchOn, today, calendar } = given;
  const { subscription, channel } = surveyed;
  const isExtending = endsInExtendedTerm(coveredTo, channel, subscription.term);
  // Past its end, nothing of it can be chosen any more.
  if (coveredTo < today) return isExtending ? { kind: "extendedTerm", on: verifyOn, by: verifyOn } : LAPSES;
  if (!isExtending && !renews(subscription)) return LAPSES;
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
