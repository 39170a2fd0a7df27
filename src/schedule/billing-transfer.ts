import { addDays, laterOf, type PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice } from "./choice.ts";
import { readyFrom } from "./lead-time.ts";
import { endOfTerm, firstTermEndingFrom, renews, type Terms } from "./terms.ts";

/** Two days before to two days after a term end, writes are refused while the renewal is processed (contract 6). */
export const ZONE_DAYS = 2;
// A freeze without end must not make the search endless.
const LONGEST_WAIT_DAYS = 1100;
const MONTHS_TO_LOOK_AT = 12;

interface Search {
  readonly surveyed: Surveyed;
  readonly terms: Terms;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly today: PlainDate;
}

/** The earliest free day outside the renewal zones. Undefined: a transfer is not possible any more, it must be bought anew. */
export function chooseTransfer(search: Search): Choice | undefined {
  const { surveyed, terms, calendar, policy, today } = search;
  const { subscription } = surveyed;
  const earliestOn = calendar.firstWorkingDay(readyFrom(subscription, policy, today));
  const first = zoneWindow(0, earliestOn, search);
  if (earliestOn <= first.latestOn) return { ...first, switchOn: calendar.firstFreeDay(first.from, first.to) };
  if (!renews(subscription)) return undefined;

  const renewedFirst = terms.months > 1;
  for (let index = Math.max(1, firstTermEndingFrom(terms, earliestOn)); ; index += 1) {
    const later = { ...zoneWindow(index, earliestOn, search), renewedFirst };
    const switchOn = calendar.firstFreeDay(later.from, later.to);
    if (switchOn !== undefined || later.from > earliestOn + LONGEST_WAIT_DAYS) return { ...later, switchOn };
  }
}

/** Where a transfer waits for a later term anyway, the terms after it: for the case that the first one is full. */
export function laterTransfers(choice: Choice, search: Search): readonly Choice[] {
  const { terms, calendar } = search;
  const index = firstTermEndingFrom(terms, choice.termEnd);
  if (index === 0) return [];
  const windows = Array.from({ length: terms.months === 1 ? MONTHS_TO_LOOK_AT : 1 }, (_, more) => ({
    ...zoneWindow(index + 1 + more, choice.earliestOn, search),
    renewedFirst: choice.renewedFirst,
  }));
  return windows.map((window) => ({ ...window, switchOn: calendar.firstFreeDay(window.from, window.to) }));
}

/** The days of one term between the zone of the term before and its own. */
function zoneWindow(
  index: number,
  earliestOn: PlainDate,
  { surveyed, terms, calendar, policy, today }: Search,
): Choice {
  const ready = readyFrom(surveyed.subscription, policy, today);
  const zoneOver = index === 0 ? ready : addDays(endOfTerm(terms, index - 1), ZONE_DAYS + 1);
  const latestOn = calendar.lastWorkingDay(addDays(endOfTerm(terms, index), -ZONE_DAYS - 1));
  return {
    kind: "dated",
    rule: "transfer",
    path: "billing-transfer",
    termEnd: endOfTerm(terms, index),
    earliestOn,
    latestOn,
    from: laterOf(zoneOver, earliestOn),
    to: latestOn,
    // Nothing is paid twice: no day is too early.
    idealOn: laterOf(zoneOver, ready),
    switchOn: undefined,
    renewedFirst: false,
    leadTimeShort: false,
    aloneOn: undefined,
    uncrowdedOn: undefined,
    sharedWindow: undefined,
    together: 1,
    places: 1,
    poolExceeded: undefined,
    decided: undefined,
  };
}
