import { counted, days, type Phrase, type Spoken, say, shortDay, type Value } from "../locale/sentence.ts";
import { addDays, laterOf, type PlainDate, partsOf } from "../model/plain-date.ts";
import { ZONE_DAYS } from "./billing-transfer.ts";
import type { Choice } from "./choice.ts";
import type { Circumstances } from "./circumstances.ts";
import { refusalReason } from "./constraints/constraint.ts";
import { NOWHERE_FULL } from "./crowd.ts";
import { autoRenewAssumed, dayOffWords, nothingBefore, tooLate } from "./first-day-words.ts";
import { leadDaysOf, readyFrom } from "./lead-time.ts";
import { excessOf } from "./outcome.ts";
import { CANCELLATION_DAYS, wishedDaysBefore } from "./repurchase.ts";
import { sharedSearch } from "./shared-words.ts";
import { endOfTerm, firstTermEndingFrom, renews, termsOf } from "./terms.ts";

/** How the day was looked for. */
export function search(choice: Choice, circumstances: Circumstances): readonly Spoken[] {
  const { calendar, today, obstacles, fullness } = circumstances;
  const { rule, switchOn, from, to, termEnd } = choice;
  const { year } = partsOf(termEnd);
  const until = switchOn ?? to;
  if (choice.decided !== undefined) return decidedSearch(choice, circumstances);
  const excess = excessOf(choice, circumstances.policy);
  if (excess !== undefined) {
    return [
      say`${excess.together} subscriptions of the customer must share one day, and a day takes ${excess.capacity} at most`,
      say`with capacityPerDay.subscriptions at ${excess.together} or more they would have one`,
    ];
  }
  const aloneOn = choice.aloneOn ?? choice.uncrowdedOn;
  if (choice.sharedWindow !== undefined && aloneOn !== undefined) {
    const alone = { ...choice, switchOn: aloneOn, aloneOn: undefined, uncrowdedOn: undefined, sharedWindow: undefined };
    return [
      ...search(alone, { ...circumstances, fullness: NOWHERE_FULL }),
      say`alone it would switch on ${shortDay(aloneOn, year)}`,
      ...sharedSearch(choice, choice.sharedWindow, circumstances),
    ];
  }
  switch (rule) {
    case "window":
      return windowSearch(choice, circumstances);
    case "transfer": {
      const ready = readyFrom(circumstances.surveyed.subscription, circumstances.policy, today);
      const isAtOnce =
        ready === today &&
        leadDaysOf(circumstances.surveyed.subscription, circumstances.policy) === 0 &&
        calendar.refusalOn(today) === undefined;
      const zones = zonesBetween(ready, until, circumstances);
      const isOutside = (on: PlainDate) => !zones.some((zone) => on >= zone.from && on <= zone.to);
      const full =
        zones.length === 0 ? fullness : { isShared: false, has: (on: PlainDate) => isOutside(on) && fullness.has(on) };
      return [
        say`a billing transfer is made as early as possible, but not within ${ZONE_DAYS} days of a term end`,
        ...(isAtOnce ? [] : [nothingBefore(dayOffWords(ready, circumstances, year), circumstances, year)]),
        ...zones.map((zone) => say`${days(zone.from, zone.to, year)} is too near a term end`),
        ...obstacles.words(calendar, ready, until, year, full),
      ];
    }
    case "cancellation":
      return [
        tooLate(choice, circumstances, year),
        renewalWords(choice, circumstances, shortDay(addDays(termEnd, CANCELLATION_DAYS), year)),
        ...obstacles.words(calendar, from, until, year, fullness),
      ];
    case "lapsing":
      return [
        tooLate(choice, circumstances, year),
        renews({ ...circumstances.surveyed.subscription, status: "active" })
          ? say`auto-renew is over, as it has expired`
          : say`auto-renew is off`,
        to > termEnd
          ? to < today
            ? say`users kept access until ${shortDay(to, year)}`
            : say`users keep access until ${shortDay(to, year)}`
          : termEnd < today
            ? say`no free grace followed`
            : say`no free grace follows`,
        ...(from > to ? [] : obstacles.words(calendar, from, until, year, fullness)),
      ];
    case "afterTerm": {
      const pool = choice.poolExceeded;
      const why =
        pool === undefined
          ? say`the tenant has more than 150 active subscriptions`
          : say`old and new together would be ${pool.seats} seats where ${pool.limit} are allowed`;
      const lapses = renews(circumstances.surveyed.subscription) && termEnd >= today;
      const lastAccess = shortDay(to, year);
      return [
        why,
        lapses
          ? say`with auto-renew off users keep access until ${lastAccess}, so the new one follows the old`
          : say`users keep access until ${lastAccess}, so the new one follows the old`,
        ...obstacles.words(calendar, from, until, year, fullness),
      ];
    }
    default:
      return rule satisfies never;
  }
}

/** That it renews, and on whose word, where the opening has not said so. */
function renewalWords({ termEnd, renewedFirst }: Choice, { surveyed, today }: Circumstances, until: Spoken): Phrase {
  const isAssumed = surveyed.subscription.autoRenew === undefined && !renewedFirst;
  const assumed = isAssumed ? autoRenewAssumed() : "";
  return termEnd < today
    ? say`it has renewed${assumed}, and the current partner can cancel it until ${until}`
    : say`it renews${assumed}, and the current partner can cancel it until ${until}`;
}

/** The days round term ends on which nothing is transferred, as far as they lie between two days. */
function zonesBetween(
  from: PlainDate,
  until: PlainDate,
  { surveyed: { subscription }, today }: Circumstances,
): readonly { readonly from: PlainDate; readonly to: PlainDate }[] {
  const terms = termsOf(subscription, today);
  if (terms === undefined) return [];
  const zones: { from: PlainDate; to: PlainDate }[] = [];
  const isRenewing = renews(subscription);
  for (let index = isRenewing ? firstTermEndingFrom(terms, addDays(from, -ZONE_DAYS)) : 0; ; index += 1) {
    const end = endOfTerm(terms, index);
    const zone = { from: addDays(end, -ZONE_DAYS), to: addDays(end, ZONE_DAYS) };
    if (zone.from > until || zone.to < from) return zones;
    zones.push(zone);
    if (!isRenewing) return zones;
  }
}

/** What the rules would have said about the decided day. */
function decidedSearch(choice: Choice, { calendar }: Circumstances): readonly Phrase[] {
  const { switchOn, decided, earliestOn, latestOn, termEnd } = choice;
  const { year } = partsOf(termEnd);
  const window = earliestOn > latestOn ? [] : [say`the rules allow ${days(earliestOn, latestOn, year)}`];
  const refusal = switchOn === undefined ? undefined : calendar.refusalOn(switchOn);
  const against = {
    weekday: (on: Spoken, reason: Value) => say`${on} is a ${reason}`,
    holiday: (on: Spoken, reason: Value) => say`${on} is ${reason}`,
    freeze: (on: Spoken, reason: Value) => say`${on} is frozen (${reason})`,
  };
  const objection =
    refusal === undefined || switchOn === undefined
      ? []
      : [against[refusal.kind](shortDay(switchOn, year), refusalReason(refusal))];
  return [...window, ...objection, say`decided by a person (${decided?.source ?? ""})`];
}

function windowSearch(choice: Choice, circumstances: Circumstances): readonly Spoken[] {
  const { calendar, policy, obstacles, fullness } = circumstances;
  const { switchOn, from, to, idealOn, earliestOn, termEnd } = choice;
  const { year } = partsOf(termEnd);
  const clauses = [
    say`${counted(wishedDaysBefore(policy), "day")} before is ${dayOffWords(idealOn, circumstances, year)}`,
  ];
  if (idealOn < earliestOn) clauses.push(nothingBefore(shortDay(earliestOn, year), circumstances, year));
  if (switchOn === undefined) return [...clauses, ...obstacles.words(calendar, from, to, year, fullness)];
  if (switchOn <= idealOn) return [...clauses, ...obstacles.words(calendar, switchOn, idealOn, year, fullness)];
  // No day before the wished one was left: all of them were refused, then those after it.
  return [...clauses, ...obstacles.words(calendar, from, switchOn, year, fullness)];
}

/** Why it is neither before the end of the first term nor in the week after it. Where days were decided nobody looked for one. */
export function passedOver(choice: Choice, circumstances: Circumstances): readonly Spoken[] {
  const { firstTermEnd, calendar, policy, today, obstacles, fullness } = circumstances;
  const { earliestOn } = choice;
  const lastToCancel = addDays(firstTermEnd, CANCELLATION_DAYS);
  const isSearched = choice.decided === undefined && choice.rule !== "transfer" && choice.rule !== "afterTerm";
  if (!isSearched || lastToCancel < today) return [];
  const { year } = partsOf(firstTermEnd);
  const latestOn = calendar.lastWorkingDay(addDays(firstTermEnd, -policy.minimumDays));
  const late = tooLate({ earliestOn, latestOn }, circumstances, year);
  const until = shortDay(lastToCancel, year);
  if (earliestOn > lastToCancel) return [late, say`the current partner can cancel the renewal until ${until} only`];
  const from = laterOf(earliestOn, addDays(firstTermEnd, 1));
  return [
    late,
    say`the current partner can cancel the renewal until ${until}, and no day up to then is free`,
    ...obstacles.words(calendar, from, lastToCancel, year, fullness),
  ];
}
