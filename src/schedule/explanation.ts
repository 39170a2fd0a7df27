import { addDays, earlierOf, isoDate, laterOf, type PlainDate, partsOf } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Exclusion, Surveyed } from "../model/survey.ts";
import { ZONE_DAYS } from "./billing-transfer.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice, Undated } from "./choice.ts";
import { dayCount, dayWords, rangeWords } from "./day-words.ts";
import { leadDaysOf, readyFrom } from "./lead-time.ts";
import { obstacleWords } from "./obstacles.ts";
import { excessOf } from "./outcome.ts";
import { CANCELLATION_DAYS, wishedDaysBefore } from "./repurchase.ts";
import { renews } from "./terms.ts";

interface Circumstances {
  readonly surveyed: Surveyed;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly today: PlainDate;
  /** End of term 0: as exported, or rolled from the start. */
  readonly firstTermEnd: PlainDate;
  readonly overlapDays: number | undefined;
  readonly overlapCents: number | undefined;
  readonly currency: string;
  /** Has no room for it, or for those it shares a day with. */
  readonly isFull: (day: PlainDate) => boolean;
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
): string {
  if (reason === "EXCLUDED") return `Nothing to move: ${exclusions.map((code) => EXCLUDED[code]).join(", and ")}.`;
  if (reason === "DECISION") {
    if (path === "none") return `Nothing to move: excluded by a decision (${source}).`;
    const day = switchOn === undefined ? "held" : `so ${isoDate(switchOn)}`;
    return `The end of the term is not known; ${day} by a decision (${source}).${termNote(subscription)}`;
  }
  return `The end of the term is not known, so no day can be chosen.${termNote(subscription)}`;
}

/** A sentence that a customer could read: from the term end to the day, with what moved it, and what the overlap costs. */
export function explain(choice: Choice, circumstances: Circumstances): string {
  const { surveyed, policy } = circumstances;
  const clauses = [...opening(choice, circumstances), ...search(choice, circumstances), ending(choice, circumstances)];
  const isForced = policy.path !== "auto" && policy.path !== choice.path;
  const pathNote = isForced
    ? ` The configured path "${policy.path}" is not possible here: "${choice.path}" instead.`
    : "";
  return `${clauses.join("; ")}.${pathNote}${termNote(surveyed.subscription)}`;
}

function termNote({ term }: Surveyed["subscription"]): string {
  return term === undefined ? " No term given: taken as annual." : "";
}

/** Which term ends when, and whether it renews first. */
function opening(
  { termEnd, renewedFirst }: Choice,
  { surveyed, firstTermEnd, today }: Circumstances,
): readonly string[] {
  const { subscription } = surveyed;
  if (renewedFirst) {
    const assumed = subscription.autoRenew === undefined ? " (auto-renew is not known, taken as on)" : "";
    return [
      `Term ${verbOf(firstTermEnd, today)} ${isoDate(firstTermEnd)} and ${firstTermEnd < today ? "renewed" : "renews first"}${assumed}`,
      `the next within reach ends ${isoDate(termEnd)}`,
    ];
  }
  if (subscription.term !== "P1M") return [`Term ${verbOf(termEnd, today)} ${isoDate(termEnd)}`];
  return [
    `Monthly term ${verbOf(termEnd, today)} ${isoDate(termEnd)}${termEnd === subscription.termEnd ? "" : ", counted on month by month"}`,
  ];
}

function verbOf(termEnd: PlainDate, today: PlainDate): string {
  return termEnd < today ? "ended" : "ends";
}

/** How the day was looked for. */
function search(choice: Choice, circumstances: Circumstances): readonly string[] {
  const { calendar, today } = circumstances;
  const { isFull } = circumstances;
  const { rule, switchOn, from, to, termEnd } = choice;
  const { year } = partsOf(termEnd);
  const until = switchOn ?? to;
  if (choice.decided !== undefined) return decidedSearch(choice, circumstances);
  const excess = excessOf(choice, circumstances.policy);
  if (excess !== undefined) {
    return [
      `${excess.together} subscriptions of the customer must share one day, and a day takes ${excess.capacity} at most`,
      `with capacityPerDay.subscriptions at ${excess.together} or more they would have one`,
    ];
  }
  if (choice.aloneOn !== undefined) {
    return [`alone it would switch on ${dayWords(choice.aloneOn, year)}`, ...sharedSearch(choice, circumstances)];
  }
  switch (rule) {
    case "window":
      return windowSearch(choice, circumstances);
    case "transfer": {
      const ready = readyFrom(circumstances.surveyed.subscription, circumstances.policy, today);
      const lead = leadWords(circumstances, year);
      const isAtOnce = ready === today && lead === "" && calendar.refusalOn(today) === undefined;
      // The day wished for is the first that the lead time leaves, or the first after a renewal zone.
      const zoneEnd = addDays(choice.idealOn, -1);
      const zone = rangeWords(addDays(zoneEnd, -2 * ZONE_DAYS), zoneEnd, year);
      return [
        `a billing transfer is made as early as possible, but not within ${ZONE_DAYS} days of a term end`,
        ...(isAtOnce ? [] : [`${lead}nothing can be before ${dayOffWords(ready, circumstances, year)}`]),
        ...(zoneEnd < ready ? [] : [`${zone} is too near a term end`]),
        ...obstacleWords(calendar, ready, until, year, isFull),
      ];
    }
    case "cancellation":
      return [
        tooLate(choice, circumstances, year),
        `it renews, and the current partner can cancel it until ${dayWords(addDays(termEnd, CANCELLATION_DAYS), year)}`,
        ...obstacleWords(calendar, from, until, year, isFull),
      ];
    case "lapsing":
      return [
        tooLate(choice, circumstances, year),
        `auto-renew is ${renews({ ...circumstances.surveyed.subscription, status: "active" }) ? "over, as it has expired" : "off"}`,
        to > termEnd
          ? `users ${to < today ? "kept" : "keep"} access until ${dayWords(to, year)}`
          : `no free grace ${termEnd < today ? "followed" : "follows"}`,
        ...(from > to ? [] : obstacleWords(calendar, from, until, year, isFull)),
      ];
    case "afterTerm": {
      const pool = choice.poolExceeded;
      const why =
        pool === undefined
          ? "the tenant has more than 150 active subscriptions"
          : `old and new together would be ${pool.seats} seats where ${pool.limit} are allowed`;
      const lapse = renews(circumstances.surveyed.subscription) && termEnd >= today ? "with auto-renew off " : "";
      return [
        why,
        `${lapse}users keep access until ${dayWords(to, year)}, so the new one follows the old`,
        ...obstacleWords(calendar, from, until, year, isFull),
      ];
    }
    default:
      return rule satisfies never;
  }
}

/** Why those that share a day have this one. */
function sharedSearch(choice: Choice, { calendar, isFull }: Circumstances): readonly string[] {
  const { switchOn, uncrowdedOn, together = 2, from, to, termEnd } = choice;
  const { year } = partsOf(termEnd);
  const words = [`${together} subscriptions of the customer share one day`];
  if (uncrowdedOn === undefined) return words;
  const first = switchOn === undefined ? from : earlierOf(switchOn, uncrowdedOn);
  const last = switchOn === undefined ? to : laterOf(switchOn, uncrowdedOn);
  return [...words, ...obstacleWords(calendar, first, last, year, isFull)];
}

/** What the rules would have said about the decided day. */
function decidedSearch(choice: Choice, { calendar }: Circumstances): readonly string[] {
  const { switchOn, decided, earliestOn, latestOn, termEnd } = choice;
  const { year } = partsOf(termEnd);
  const window = earliestOn > latestOn ? [] : [`the rules allow ${rangeWords(earliestOn, latestOn, year)}`];
  const refusal = switchOn === undefined ? undefined : calendar.refusalOn(switchOn);
  const against = {
    weekday: (day: string, reason: string) => `${day} is a ${reason}`,
    holiday: (day: string, reason: string) => `${day} is ${reason}`,
    freeze: (day: string, reason: string) => `${day} is frozen (${reason})`,
  };
  const objection =
    refusal === undefined || switchOn === undefined
      ? []
      : [against[refusal.kind](dayWords(switchOn, year), refusal.reason)];
  return [...window, ...objection, `decided by a person (${decided?.source ?? ""})`];
}

function windowSearch(choice: Choice, circumstances: Circumstances): readonly string[] {
  const { calendar, policy, isFull } = circumstances;
  const { switchOn, from, to, idealOn, earliestOn, termEnd } = choice;
  const { year } = partsOf(termEnd);
  const clauses = [`${dayCount(wishedDaysBefore(policy))} before is ${dayOffWords(idealOn, circumstances, year)}`];
  if (idealOn < earliestOn)
    clauses.push(`${leadWords(circumstances, year)}nothing can be before ${dayWords(earliestOn, year)}`);
  if (switchOn === undefined) return [...clauses, ...obstacleWords(calendar, from, to, year, isFull)];
  if (switchOn <= idealOn) return [...clauses, ...obstacleWords(calendar, switchOn, idealOn, year, isFull)];
  // No day before the wished one was left: all of them were refused, then those after it.
  return [...clauses, ...obstacleWords(calendar, from, switchOn, year, isFull)];
}

/** "24 Mar", or "25 Apr, a Sunday" where nobody works on that day of the week. */
function dayOffWords(day: PlainDate, { calendar }: Circumstances, year: number): string {
  const refusal = calendar.refusalOn(day);
  return `${dayWords(day, year)}${refusal?.kind === "weekday" ? `, a ${refusal.reason}` : ""}`;
}

/** Why the ordinary window is over. */
function tooLate(choice: Choice, circumstances: Circumstances, year: number): string {
  const latest = dayWords(choice.latestOn, year);
  return `${leadWords(circumstances, year)}the first possible day is ${dayWords(choice.earliestOn, year)}, and the last with ${dayCount(circumstances.policy.minimumDays)} to spare was ${latest}`;
}

function leadWords({ surveyed, policy, today }: Circumstances, year: number): string {
  const leadDays = leadDaysOf(surveyed.subscription, policy);
  return leadDays === 0 ? "" : `the relationship takes ${dayCount(leadDays)} from ${dayWords(today, year)}, so `;
}

function ending(choice: Choice, circumstances: Circumstances): string {
  const { switchOn, from, to, termEnd, rule } = choice;
  const { year } = partsOf(termEnd);
  if (switchOn === undefined) {
    if (choice.decided !== undefined) return "so it is held without a day";
    if (rule === "lapsing") {
      return termEnd < circumstances.today ? "so no day is left" : "so the term ends before a switch is possible";
    }
    return from > to ? "so no day is free" : `so no day from ${dayWords(from, year)} to ${dayWords(to, year)} is free`;
  }
  const day = `so ${dayWords(switchOn, year)}`;
  if (choice.path === "billing-transfer") return `${day}, nothing is paid twice`;
  const overlap = `${dayCount(circumstances.overlapDays ?? 0)} of overlap${costWords(circumstances)}`;
  return rule === "cancellation" ? `${day}, ${overlap} unless it is cancelled in time` : `${day}, ${overlap}`;
}

function costWords({ overlapCents, currency }: Circumstances): string {
  if (overlapCents === undefined) return "";
  const amount = `${Math.trunc(overlapCents / 100)}.${String(Math.abs(overlapCents % 100)).padStart(2, "0")}`;
  return currency === "" ? `, ${amount}` : `, ${amount} ${currency}`;
}
