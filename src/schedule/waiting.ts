import { addDays } from "../model/plain-date.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Waiting } from "../model/waiting.ts";
import type { Choice } from "./choice.ts";
import { endOfTerm, endsInExtendedTerm, firstTermEndingFrom, graceEnd, renews, type Terms } from "./terms.ts";

interface Running {
  readonly surveyed: Surveyed;
  readonly terms: Terms;
}

/**
 * What follows where the switch is missed: after the term in which its day falls; without a day, after the term whose days were
 * looked at. In the week after a renewal it is that renewed term, which is then not cancelled any more.
 */
export function waitingOf(choice: Choice, { surveyed, terms }: Running): Waiting {
  const { subscription, channel } = surveyed;
  const { switchOn, termEnd, rule } = choice;
  if (!renews(subscription)) {
    if (endsInExtendedTerm(termEnd, channel, subscription.term)) return { kind: "runsOn", from: addDays(termEnd, 1) };
    return { kind: "ends", accessUntil: graceEnd(termEnd, channel, subscription.term) };
  }
  const last = rule === "cancellation" ? termEnd : (switchOn ?? termEnd);
  const index = firstTermEndingFrom(terms, last);
  return {
    kind: "renews",
    from: addDays(endOfTerm(terms, index), 1),
    until: endOfTerm(terms, index + 1),
    months: terms.months,
  };
}
