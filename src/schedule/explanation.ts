import {
  amount,
  counted,
  day,
  days,
  listed,
  type Phrase,
  type Spoken,
  say,
  shortDay,
  type Value,
  word,
} from "../locale/sentence.ts";
import { addDays, earlierOf, laterOf, type PlainDate, partsOf } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Exclusion, Surveyed } from "../model/survey.ts";
import { ZONE_DAYS } from "./billing-transfer.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice, Undated } from "./choice.ts";
import { refusalReason } from "./constraints/constraint.ts";
import type { Fullness } from "./crowd.ts";
import { leadDaysOf, readyFrom } from "./lead-time.ts";
import type { Obstacles } from "./obstacles.ts";
import { excessOf } from "./outcome.ts";
import { CANCELLATION_DAYS, wishedDaysBefore } from "./repurchase.ts";
import { endOfTerm, firstTermEndingFrom, renews, termsOf } from "./terms.ts";

interface Circumstances {
  readonly surveyed: Surveyed;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly today: PlainDate;
  /** End of term 0: as exported, or rolled from the start. */
  readonly firstTermEnd: PlainDate;
  readonly overlapDays: number | undefined;
  readonly overlapCost: number | undefined;
  readonly currency: string;
  readonly obstacles: Obstacles;
  readonly fullness: Fullness;
}

const EXCLUDED: Readonly<Record<Exclusion, string>> = {
  TRIAL: "it is a trial",
  NOT_ACTIVE: "it is deleted",
  ALREADY_OURS: "the new partner holds it already",
  NOT_LICENCE_BASED: "it is not licence-based",
  EXCLUDED_BY_DECISION: "a reviewer excluded it",
};

/** The sentence for what gets no day whatever the calendar says. */
export function explainUndated(
  { path, reason, switchOn, source }: Undated,
  { exclusions, subscription }: Surveyed,
): Phrase {
  if (reason === "EXCLUDED") {
    return say`Nothing to move: ${listed(
      exclusions.map((code) => word(EXCLUDED[code])),
      ", and ",
    )}.`;
  }
  if (reason === "DECISION") {
    if (path === "none") return say`Nothing to move: excluded by a decision (${source ?? ""}).`;
    const outcome = switchOn === undefined ? say`held` : say`so ${day(switchOn)}`;
    return say`The end of the term is not known; ${outcome} by a decision (${source ?? ""}).${termNote(subscription)}`;
  }
  return say`The end of the term is not known, so no day can be chosen.${termNote(subscription)}`;
}

/** A sentence that a customer could read: from the term end to the day, with what moved it, and what the overlap costs. */
export function explain(choice: Choice, circumstances: Circumstances): Phrase {
  const { surveyed, policy } = circumstances;
  const clauses = [...opening(choice, circumstances), ...search(choice, circumstances), ending(choice, circumstances)];
  const isForced = policy.path !== "auto" && policy.path !== choice.path;
  const pathNote = isForced
    ? say` The configured path "${policy.path}" is not possible here: "${choice.path}" instead.`
    : "";
  return say`${listed(clauses, "; ")}.${pathNote}${termNote(surveyed.subscription)}`;
}

function termNote({ term, unread }: Surveyed["subscription"]): Phrase | "" {
  if (term !== undefined) return "";
  const given = unread.find(({ field }) => field === "term")?.value;
  return given === undefined
    ? say` No term given: taken as annual.`
    : say` The term "${given}" is not understood: taken as annual.`;
}

/** Which term ends when, and whether it renews first. */
function opening(choice: Choice, circumstances: Circumstances): readonly Phrase[] {
  const { termEnd, renewedFirst, rule, idealOn, earliestOn } = choice;
  const { surveyed, firstTermEnd, today } = circumstances;
  const { subscription } = surveyed;
  if (renewedFirst) {
    const assumed = subscription.autoRenew === undefined ? say` (auto-renew is not known, taken as on)` : "";
    const end = day(firstTermEnd);
    const next = say`the next within reach ends ${day(termEnd)}`;
    if (firstTermEnd < today) return [say`Term ended ${end} and renewed${assumed}`, next];
    // Why this one is out of reach; elsewhere it is said with the search.
    const isUnsaid = rule === "window" && choice.sharedWindow === undefined && idealOn >= earliestOn;
    const { year } = partsOf(firstTermEnd);
    const reach = isUnsaid ? [nothingBefore(shortDay(earliestOn, year), circumstances, year)] : [];
    return [say`Term ends ${end} and renews first${assumed}`, ...reach, next];
  }
  const end = day(termEnd);
  if (subscription.term !== "P1M") return [termEnd < today ? say`Term ended ${end}` : say`Term ends ${end}`];
  const counting = termEnd === subscription.termEnd ? "" : say`, counted on month by month`;
  return [termEnd < today ? say`Monthly term ended ${end}${counting}` : say`Monthly term ends ${end}${counting}`];
}

/** How the day was looked for. */
function search(choice: Choice, circumstances: Circumstances): readonly Spoken[] {
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
  if (choice.sharedWindow !== undefined && (choice.aloneOn !== undefined || choice.uncrowdedOn !== undefined)) {
    const aloneOn = choice.aloneOn ?? choice.uncrowdedOn;
    const alone = aloneOn === undefined ? [] : [say`alone it would switch on ${shortDay(aloneOn, year)}`];
    return [...alone, ...sharedSearch(choice, choice.sharedWindow, circumstances)];
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
        say`it renews, and the current partner can cancel it until ${shortDay(addDays(termEnd, CANCELLATION_DAYS), year)}`,
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

/** Why those that share a day have this one. */
function sharedSearch(
  choice: Choice,
  { from, to }: NonNullable<Choice["sharedWindow"]>,
  { calendar, obstacles, fullness }: Circumstances,
): readonly Spoken[] {
  const { switchOn, uncrowdedOn, together, termEnd } = choice;
  const { year } = partsOf(termEnd);
  const window = days(from, to, year);
  const words = [say`${together} subscriptions of the customer share one day, and all of them can on ${window}`];
  // Why this one of several days, where none was full.
  if (uncrowdedOn === undefined) {
    const chosen = switchOn === undefined || from === to ? [] : [switchOn];
    return [...words, ...chosen.map((on) => say`of these ${shortDay(on, year)} is best for all together`)];
  }
  const first = switchOn === undefined ? from : earlierOf(switchOn, uncrowdedOn);
  const last = switchOn === undefined ? to : laterOf(switchOn, uncrowdedOn);
  return [...words, ...obstacles.words(calendar, first, last, year, fullness)];
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

/** "24 Mar", or "25 Apr, a Sunday" where nobody works on that day of the week. */
function dayOffWords(on: PlainDate, { calendar }: Circumstances, year: number): Phrase {
  const refusal = calendar.refusalOn(on);
  return say`${shortDay(on, year)}${refusal?.kind === "weekday" ? say`, a ${refusalReason(refusal)}` : ""}`;
}

/** Why the ordinary window is over. */
function tooLate(choice: Choice, circumstances: Circumstances, year: number): Phrase {
  const latest = shortDay(choice.latestOn, year);
  const lead = leadWords(circumstances, year);
  const first = shortDay(choice.earliestOn, year);
  const spare = counted(circumstances.policy.minimumDays, "day");
  return choice.latestOn < circumstances.today
    ? say`${lead}the first possible day is ${first}, and the last with ${spare} to spare was ${latest}`
    : say`${lead}the first possible day is ${first}, and the last with ${spare} to spare is ${latest}`;
}

function nothingBefore(on: Spoken, circumstances: Circumstances, year: number): Phrase {
  return say`${leadWords(circumstances, year)}nothing can be before ${on}`;
}

function leadWords({ surveyed, policy, today }: Circumstances, year: number): Phrase | "" {
  const leadDays = leadDaysOf(surveyed.subscription, policy);
  return leadDays === 0
    ? ""
    : say`the relationship takes ${counted(leadDays, "day")} from ${shortDay(today, year)}, so `;
}

function ending(choice: Choice, circumstances: Circumstances): Phrase {
  const { switchOn, termEnd, rule } = choice;
  const { from, to } = choice.sharedWindow ?? choice;
  const { year } = partsOf(termEnd);
  if (switchOn === undefined) {
    if (choice.decided !== undefined) return say`so it is held without a day`;
    // Days there were, and others have them.
    if (rule === "lapsing" && choice.uncrowdedOn === undefined) {
      return termEnd < circumstances.today ? say`so no day is left` : say`so the term ends before a switch is possible`;
    }
    return from > to
      ? say`so no day is free`
      : say`so no day from ${shortDay(from, year)} to ${shortDay(to, year)} is free`;
  }
  const day = say`so ${shortDay(switchOn, year)}`;
  if (choice.path === "billing-transfer") return say`${day}, nothing is paid twice`;
  const overlap = say`${counted(circumstances.overlapDays ?? 0, "day")} of overlap${costWords(circumstances)}`;
  return rule === "cancellation" ? say`${day}, ${overlap} unless it is cancelled in time` : say`${day}, ${overlap}`;
}

function costWords({ overlapCost, currency }: Circumstances): Phrase | "" {
  if (overlapCost === undefined) return "";
  const cost = amount(overlapCost);
  return currency === "" ? say`, ${cost}` : say`, ${cost} ${currency}`;
}
