import { addDays, type PlainDate } from "../model/plain-date.ts";
import type { Path, Policy } from "../model/policy.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import { bestDay, type Choice } from "./choice.ts";
import { leadDaysOf, readyFrom } from "./lead-time.ts";
import { endOfTerm, firstTermEndingFrom, graceEnd, renews, type Terms } from "./terms.ts";

/** DOMAIN.md 3.2: the source partner can cancel with a prorated refund for seven days from the renewal. */
export const CANCELLATION_DAYS = 7;

interface Search {
  readonly surveyed: Surveyed;
  readonly terms: Terms;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly today: PlainDate;
}

/**
 * Buys the offer anew before the old subscription ends, as late as is safe (contract 6, repurchase). With `passedEnd`: as if
 * the week after that term end, and after those before it, had no free day.
 */
export function chooseRepurchase(path: Path, search: Search, passedEnd?: PlainDate): Choice {
  const { surveyed, terms, calendar, policy, today } = search;
  const { subscription } = surveyed;
  const earliestOn = calendar.firstWorkingDay(readyFrom(subscription, policy, today));
  const isMonthly = terms.months === 1;
  const isRenewing = renews(subscription);

  // Terms whose end, and whose week of cancellation, lie before the first day need not be looked at.
  const reachable = isMonthly ? earliestOn : addDays(earliestOn, -CANCELLATION_DAYS);
  for (let index = isRenewing ? firstTermEndingFrom(terms, reachable) : 0; ; index += 1) {
    const termEnd = endOfTerm(terms, index);
    const ordinary = windowOf(path, termEnd, earliestOn, search);
    const choice = {
      ...ordinary,
      renewedFirst: index > 0 && !isMonthly,
      leadTimeShort: ordinary.leadTimeShort || (!isMonthly && isLeadTimeShort(endOfTerm(terms, 0), earliestOn, search)),
    };
    if (earliestOn <= choice.latestOn) return { ...choice, switchOn: bestDay(calendar, choice) };
    if (!isRenewing) return lapsing(choice, search);
    if (isMonthly) continue;
    if (passedEnd !== undefined && termEnd <= passedEnd) continue;
    const cancellation = inCancellationWindow(choice, calendar);
    if (cancellation.switchOn !== undefined) return cancellation;
  }
}

/** How long before the term end a switch is wished for: the buffer, unless more days than that must be left. */
export function wishedDaysBefore({ bufferDays, minimumDays }: Policy): number {
  return Math.max(bufferDays, minimumDays);
}

/** The window of one term, without a day yet. */
export function windowOf(path: Path, termEnd: PlainDate, earliestOn: PlainDate, search: Search): Choice {
  const { calendar, policy } = search;
  const latestOn = calendar.lastWorkingDay(addDays(termEnd, -policy.minimumDays));
  return {
    kind: "dated",
    rule: "window",
    path,
    termEnd,
    earliestOn,
    latestOn,
    from: earliestOn,
    to: latestOn,
    idealOn: addDays(termEnd, -wishedDaysBefore(policy)),
    switchOn: undefined,
    renewedFirst: false,
    leadTimeShort: isLeadTimeShort(termEnd, earliestOn, search),
    aloneOn: undefined,
    uncrowdedOn: undefined,
    sharedWindow: undefined,
    together: 1,
    places: 1,
    poolExceeded: undefined,
    decided: undefined,
  };
}

/** The lead time, and not the calendar alone, puts the preferred day out of reach. */
function isLeadTimeShort(
  termEnd: PlainDate,
  earliestOn: PlainDate,
  { surveyed, calendar, policy, today }: Search,
): boolean {
  if (leadDaysOf(surveyed.subscription, policy) === 0) return false;
  const preferredOn = calendar.lastWorkingDay(addDays(termEnd, -policy.bufferDays));
  return earliestOn > preferredOn && calendar.firstWorkingDay(today) <= preferredOn;
}

function inCancellationWindow(choice: Choice, calendar: Calendar): Choice {
  const days = { from: firstAfterTerm(choice), to: addDays(choice.termEnd, CANCELLATION_DAYS) };
  return { ...choice, ...days, rule: "cancellation", switchOn: calendar.firstFreeDay(days.from, days.to) };
}

function firstAfterTerm({ termEnd, earliestOn }: Choice): PlainDate {
  return earliestOn > termEnd ? earliestOn : addDays(termEnd, 1);
}

/** Auto-renew is off and the window is over: the first day that is left, while users still have access. */
function lapsing(choice: Choice, { surveyed, calendar }: Search): Choice {
  const to = graceEnd(choice.termEnd, surveyed.channel, surveyed.subscription.term);
  return { ...choice, rule: "lapsing", to, switchOn: calendar.firstFreeDay(choice.from, to) };
}

/**
 * The first day in grace, for what must not overlap: after the term that runs today, or after a later one up to that of the
 * choice. Undefined where there is no grace, or where no day of it is free.
 */
export function chooseAfterTerm(choice: Choice, search: Search): Choice | undefined {
  const { surveyed, terms, calendar, today } = search;
  const { subscription, channel } = surveyed;
  // What has renewed already has no grace; what does not renew has this one end only.
  for (let index = renews(subscription) ? firstTermEndingFrom(terms, today) : 0; ; index += 1) {
    const termEnd = endOfTerm(terms, index);
    if (termEnd > choice.termEnd) return undefined;
    const days = {
      from: firstAfterTerm({ ...choice, termEnd }),
      to: graceEnd(termEnd, channel, subscription.term),
    };
    const switchOn = calendar.firstFreeDay(days.from, days.to);
    if (switchOn === undefined) continue;
    const renewedFirst = index > 0 && terms.months > 1;
    const { latestOn } = windowOf(choice.path, termEnd, choice.earliestOn, search);
    const late = { ...choice, ...days, termEnd, latestOn, switchOn, renewedFirst };
    return { ...late, idealOn: days.from, rule: "afterTerm", leadTimeShort: false };
  }
}
