import { addDays, type PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { DateCondition, DateReason } from "../model/slot.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice } from "./choice.ts";
import { endsInExtendedTerm, renews } from "./terms.ts";

interface Circumstances {
  readonly surveyed: Surveyed;
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** End of the term that runs first. */
  readonly firstTermEnd: PlainDate;
}

/** What becomes a finding about the date; facts are the same for all of them. */
export function conditionsOf(choice: Choice, circumstances: Circumstances): readonly DateCondition[] {
  const { surveyed, policy } = circumstances;
  const { subscription, channel } = surveyed;
  if (choice.decided !== undefined) return choice.decided.conditions;
  const { rule, termEnd, switchOn, earliestOn, latestOn } = choice;
  const codes: DateCondition["code"][] = [];
  if (choice.renewedFirst) codes.push("RENEWS_BEFORE_SWITCH");
  if (choice.leadTimeShort) codes.push("LEAD_TIME_SHORT");
  if (switchOn === undefined) {
    codes.push(heldCode(choice));
    // Held without a day, whether frozen or too late, it runs into what follows its term.
    if (!renews(subscription) && endsInExtendedTerm(termEnd, channel, subscription.term))
      codes.push("EXTENDED_TERM_RISK");
  } else {
    if (rule === "cancellation") codes.push("CANCELLATION_WINDOW");
    if (rule === "lapsing" && switchOn > termEnd) codes.push("IN_GRACE");
    if (isBufferReduced(choice, switchOn)) codes.push("BUFFER_REDUCED");
  }
  if (codes.length === 0) return noConditions;
  const facts = {
    ...excessOf(choice, policy),
    termEnd,
    earliestOn,
    latestOn,
    switchOn,
    preferredOn: preferredOn(choice, circumstances),
    bufferDays: policy.bufferDays,
    leadDays: policy.relationshipLeadDays,
  };
  return codes.map((code) => ({ code, facts }));
}

/** The preferred day of its term, else, where that is still to come, of the first one, which the lead time put out of reach. */
function preferredOn({ termEnd, earliestOn }: Choice, { policy, calendar, firstTermEnd }: Circumstances): PlainDate {
  const own = calendar.lastWorkingDay(addDays(termEnd, -policy.bufferDays));
  return earliestOn > own ? own : calendar.lastWorkingDay(addDays(firstTermEnd, -policy.bufferDays));
}

/** More must share a day than any day takes; undefined: not so. */
export function excessOf(
  { switchOn, places }: Choice,
  { capacityPerDay: { subscriptions: capacity } }: Policy,
): { readonly together: number; readonly capacity: number } | undefined {
  return switchOn === undefined && capacity !== undefined && places > capacity
    ? { together: places, capacity }
    : undefined;
}

const noConditions: readonly DateCondition[] = [];

function heldCode({ rule, uncrowdedOn }: Choice): "NO_FREE_DAY" | "TERM_ENDS_TOO_SOON" {
  // Days there were, and others have them.
  if (uncrowdedOn !== undefined) return "NO_FREE_DAY";
  return rule === "lapsing" ? "TERM_ENDS_TOO_SOON" : "NO_FREE_DAY";
}

function isBufferReduced({ rule, idealOn, termEnd }: Choice, switchOn: PlainDate): boolean {
  if (rule === "window") return switchOn > idealOn;
  // The window is over, so what is left before the term end is short even where no buffer is asked for.
  return rule === "lapsing" && switchOn <= termEnd;
}

/** The one code that says why it is this day; what forced the rule before what moved the day. */
export function reasonOf(choice: Choice, calendar: Calendar): DateReason {
  const { switchOn, rule, earliestOn, idealOn, termEnd } = choice;
  if (choice.decided !== undefined) return "DECISION";
  if (switchOn === undefined) return heldCode(choice);
  if (choice.uncrowdedOn !== undefined) return "CAPACITY";
  if (choice.aloneOn !== undefined) return "GROUPED";
  if (rule === "cancellation") return "CANCELLATION_WINDOW";
  if (rule === "lapsing" && switchOn > termEnd) return "IN_GRACE";
  if (choice.renewedFirst) return "RENEWS_BEFORE_SWITCH";
  if (rule === "window" && choice.leadTimeShort && switchOn === earliestOn) return "LEAD_TIME";
  if (isBufferReduced(choice, switchOn)) return "BUFFER_REDUCED";
  return switchOn < idealOn ? movedBy(calendar, switchOn, idealOn) : movedBy(calendar, idealOn, switchOn);
}

/** What refused the days between the one wished for and the one taken; a weekend alone moves nothing worth telling. */
function movedBy(calendar: Calendar, from: PlainDate, to: PlainDate): DateReason {
  let isHoliday = false;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const kind = calendar.refusalOn(day)?.kind;
    if (kind === "freeze") return "FREEZE";
    if (kind === "holiday") isHoliday = true;
  }
  return isHoliday ? "HOLIDAY" : "PREFERRED";
}
