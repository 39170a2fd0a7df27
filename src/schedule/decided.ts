import type { Ruling } from "../model/decision.ts";
import { addDays, type PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { DateCondition } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import { ZONE_DAYS } from "./billing-transfer.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice } from "./choice.ts";
import { refusalReason } from "./constraints/constraint.ts";
import { CANCELLATION_DAYS, windowOf } from "./repurchase.ts";
import { endOfTerm, endsInExtendedTerm, firstTermEndingFrom, graceEnd, renews, type Terms } from "./terms.ts";

interface Search {
  readonly surveyed: Surveyed;
  readonly terms: Terms;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly today: PlainDate;
}

/** A transfer moves offer and seats as they are; whoever decides otherwise wants a purchase (contract 6). */
export function asksForPurchase(ruling: Ruling | undefined, { subscription, identity }: Surveyed): boolean {
  if (ruling === undefined) return false;
  if (ruling.seats !== undefined && ruling.seats !== subscription.seats) return true;
  const { offers } = ruling;
  if (offers === undefined || offers.length === 0) return false;
  return offers.length > 1 || offers[0]?.id !== identity.offer?.id;
}

/** What people decided: kept without a day. The window stays, so that they see what is left of it. */
export function heldByDecision(choice: Choice, { source }: Ruling): Choice {
  return { ...choice, switchOn: undefined, aloneOn: undefined, decided: { source, conditions: [] } };
}

/** The day that people decided, whatever the rules would have said, with what is to be said against it. */
export function onDecidedDay(choice: Choice, switchOn: PlainDate, { source }: Ruling, search: Search): Choice {
  const { surveyed, terms, today, calendar } = search;
  const isRenewing = renews(surveyed.subscription);
  const current = isRenewing ? firstTermEndingFrom(terms, today) : 0;
  const index = isRenewing ? Math.max(current, firstTermEndingFrom(terms, switchOn)) : 0;
  const renewedOn = index > current ? endOfTerm(terms, index - 1) : undefined;
  const isCancellable = renewedOn !== undefined && terms.months > 1 && switchOn <= renewedOn + CANCELLATION_DAYS;
  const isBought = choice.path !== "billing-transfer";
  const termEnd = renewedOn !== undefined && isCancellable && isBought ? renewedOn : endOfTerm(terms, index);
  const window = windowOf(choice.path, termEnd, choice.earliestOn, search);
  const latestOn = isBought ? window.latestOn : calendar.lastWorkingDay(addDays(termEnd, -ZONE_DAYS - 1));
  const rule = !isBought ? "transfer" : switchOn <= termEnd ? "window" : isRenewing ? "cancellation" : "lapsing";
  const decided: Choice = {
    ...window,
    ...(isBought ? {} : { idealOn: switchOn }),
    rule,
    latestOn,
    from: switchOn,
    to: switchOn,
    switchOn,
    renewedFirst: index > 0 && terms.months > 1 && !(rule === "cancellation" && index === 1),
    leadTimeShort: false,
  };
  const conditions = conditionsOfDay(decided, switchOn, endOfTerm(terms, current), search);
  return { ...decided, decided: { source, conditions } };
}

/** Checked, not refused: whoever decided may know better, and is told. */
function conditionsOfDay(
  choice: Choice,
  switchOn: PlainDate,
  currentEnd: PlainDate,
  { surveyed: { subscription, channel }, terms, calendar, policy }: Search,
): readonly DateCondition[] {
  const { rule, termEnd, earliestOn, latestOn, idealOn, path, renewedFirst } = choice;
  const refusal = calendar.refusalOn(switchOn);
  const isLate = switchOn > currentEnd;
  const inExtendedTerm = endsInExtendedTerm(termEnd, channel, subscription.term);
  const hasGrace = switchOn <= graceEnd(termEnd, channel, subscription.term) && !inExtendedTerm;
  const applying: readonly (readonly [DateCondition["code"], boolean])[] = [
    ["DECIDED_AFTER_TERM_END", isLate],
    ["DECIDED_BEFORE_EARLIEST", switchOn < earliestOn],
    ["DECIDED_DAY_NOT_FREE", refusal !== undefined],
    ["DECIDED_IN_RENEWAL", path === "billing-transfer" && isInZone(switchOn, terms, renews(subscription))],
    ["RENEWS_BEFORE_SWITCH", renewedFirst],
    ["CANCELLATION_WINDOW", rule === "cancellation"],
    ["IN_GRACE", rule === "lapsing" && hasGrace],
    ["EXTENDED_TERM_RISK", rule === "lapsing" && inExtendedTerm],
    ["BUFFER_REDUCED", rule === "window" && switchOn > idealOn],
  ];
  const facts = {
    termEnd: isLate && !renewedFirst ? currentEnd : termEnd,
    currentEnd,
    earliestOn,
    latestOn,
    switchOn,
    preferredOn: idealOn,
    bufferDays: policy.bufferDays,
    leadDays: policy.relationshipLeadDays,
    refusedBy: refusal?.kind,
    refusal: refusal && refusalReason(refusal),
  };
  return applying.filter(([, applies]) => applies).map(([code]) => ({ code, facts }));
}

/** Two days before to two days after a term end. */
function isInZone(day: PlainDate, terms: Terms, isRenewing: boolean): boolean {
  const next = isRenewing ? firstTermEndingFrom(terms, day) : 0;
  const ends = next === 0 ? [next] : [next - 1, next];
  return ends.some((index) => Math.abs(endOfTerm(terms, index) - day) <= ZONE_DAYS);
}
