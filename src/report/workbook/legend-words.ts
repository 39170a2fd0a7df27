import type { Severity } from "../../findings/finding.ts";
import type { MAPPING_DECISIONS, SUBSCRIPTION_DECISIONS } from "../../model/decision-words.ts";
import type { MatchKind } from "../../model/offer.ts";
import type { Status } from "../../model/plan.ts";
import type { Path } from "../../model/policy.ts";
import type { DateCondition, DateReason } from "../../model/slot.ts";

/** The words of the plan's columns, for the Legend sheet. A word without a meaning does not compile. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  ready: "Nothing stands in the way: order or transfer on the switch date.",
  review: "At least one warning: a person is to look before it moves.",
  blocked: "At least one blocking finding: it cannot move until that is mended. Its date takes no capacity.",
  excluded: "There is nothing to move; the findings say why.",
};

export const SEVERITY_MEANINGS: Readonly<Record<Severity, string>> = {
  rejecting: "Keeps a row or a file out of the plan.",
  excluded: "Takes the subscription out: there is nothing to move.",
  blocking: "Blocks the subscription.",
  warning: "Puts the subscription in review.",
  info: "Good to know; changes nothing.",
};

export const MATCH_MEANINGS: Readonly<Record<MatchKind, string>> = {
  decision: "A reviewer, or the mappings file of the configuration, chose the target.",
  exact: "The same offer under the same name is to be had in CSP.",
  renamed: "The same product under a newer name; nothing changes for users.",
  successor: "The offer is discontinued, and the catalogue states its successor.",
  equivalent: "The offer is discontinued without a stated successor; the target loses the fewest services.",
  name: "Only the name matched, uniquely and in the same segment.",
  none: "Nothing matched: choose a target; up to three candidates are listed on Mapping.",
};

export const LICENCE_ACTION_MEANINGS: Readonly<Record<"keep" | "reassign", string>> = {
  keep: "The tenant's licence stays the same: users keep what is assigned to them.",
  reassign: "Another licence: it must be assigned to each user on the switch date.",
};

export const PATH_MEANINGS: Readonly<Record<Path, string>> = {
  "billing-transfer": "The billing ownership moves between partners; offer, term end, seats and assignments stay.",
  repurchase: "The offer is ordered anew, and the old subscription lapses at the end of its term.",
  "channel-renewal": "An Enterprise Agreement subscription is renewed into CSP.",
  none: "Excluded: nothing moves.",
};

/** Reasons that have a finding of the same name are explained there. */
export const DATE_REASON_MEANINGS: Readonly<Record<Exclude<DateReason, DateCondition["code"]>, string>> = {
  PREFERRED: "The preferred day was free.",
  HOLIDAY: "The preferred day is a public holiday, or no working day.",
  FREEZE: "The preferred day lies in a freeze.",
  CAPACITY: "The preferred day is full.",
  LEAD_TIME: "The relationship cannot be in place any earlier.",
  GROUPED: "Moved together with other subscriptions of the customer.",
  DECISION: "A reviewer chose the day.",
  TERM_END_UNKNOWN: "Without a term end there is no day to choose.",
  EXCLUDED: "Nothing moves, so there is no day.",
};

export const DECISION_MEANINGS: Readonly<Record<(typeof SUBSCRIPTION_DECISIONS)[number], string>> = {
  approve: "Go ahead: its warnings are accepted. Blocking findings and an unknown region stay.",
  hold: "Not now: it stays in review, without a day.",
  exclude: "Do not move it.",
  change: "Move it with the new target, seats or date of the next columns.",
};

export const MAPPING_DECISION_MEANINGS: Readonly<Record<(typeof MAPPING_DECISIONS)[number], string>> = {
  accept: "The target is right, for every subscription of the offer.",
  use: "Use the chosen target instead, for every subscription of the offer.",
  none: "There is no target: choose for each subscription on Plan.",
};
