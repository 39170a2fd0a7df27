import type { AnyRule, Case, OverLimit } from "../findings/define-rule.ts";
import { compareFindings, type Finding, finding } from "../findings/finding.ts";
import type { Target } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { SlotDays } from "../model/slot.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Verdict } from "../model/verdict.ts";
import { blockedBases } from "./blocked-bases.ts";
import { overLimits } from "./over-limit.ts";
import { rules } from "./rules/index.ts";

export interface FlagContext {
  /** Parallel to the subscriptions. */
  readonly targets: readonly Target[];
  /** Parallel to the subscriptions. */
  readonly slots: readonly SlotDays[];
  readonly policy: Policy;
  readonly today: PlainDate;
  /** Parallel to the subscriptions; left out: nobody decided anything. */
  readonly verdicts?: readonly (Verdict | undefined)[];
}

// Most subscriptions of a large book raise nothing; they share this list.
const NOTHING: readonly Finding[] = [];

/**
 * Takes every subscription with its target and its day; gives the findings of each, parallel, the worst first.
 * Each rule sees one subscription at a time, so that the order of the book never matters. Add-ons whose bases turn out to be
 * blocked are looked at once more; as that blocks nothing, it ends there. An excluded subscription has only the reasons for its
 * exclusion, what is wrong with its rows, and what came of decisions. A rule that throws stops the run.
 */
export function flag(surveyed: readonly Surveyed[], context: FlagContext): readonly (readonly Finding[])[] {
  const overLimit = overLimits(surveyed, context.targets);
  const findings = surveyed.map((subject, index) =>
    findingsOf(subjectOf(subject, index, context, { overLimit: overLimit.get(index) })),
  );
  for (const [index, bases] of blockedBases(surveyed, findings)) {
    const subject = surveyed[index] as Surveyed;
    const book = { overLimit: overLimit.get(index), blockedBases: bases };
    findings[index] = findingsOf(subjectOf(subject, index, context, book));
  }
  return findings;
}

/** What the rest of the book says of one subscription; left out where no rule that counts asks for it. */
interface InBook {
  readonly overLimit?: OverLimit | undefined;
  readonly blockedBases?: readonly Subscription[];
}

const NO_BASES: readonly Subscription[] = [];

/** What a rule may look at. */
export function subjectOf(
  subject: Surveyed,
  index: number,
  { targets, slots, policy, today, verdicts }: FlagContext,
  { overLimit, blockedBases: bases = NO_BASES }: InBook = {},
): Case {
  const target = targets[index];
  const slot = slots[index];
  if (target === undefined || slot === undefined) throw new Error(`No target or no slot for subscription ${index}.`);
  return {
    subscription: subject.subscription,
    identity: subject.identity,
    channel: subject.channel,
    tenant: subject.tenant,
    productInTenant: subject.productInTenant,
    targetSeats: subject.targetSeats,
    base: subject.base,
    exclusions: subject.exclusions,
    target,
    slot,
    policy,
    today,
    verdict: verdicts?.[index],
    overLimit,
    blockedBases: bases,
  };
}

function findingsOf(subject: Case): readonly Finding[] {
  let found: Finding[] | undefined;
  for (const rule of rules) {
    if (subject.exclusions.length > 0 && !staysForExcluded(rule, subject)) continue;
    const facts = rule.check(subject);
    if (facts === undefined) continue;
    found ??= [];
    found.push(finding(rule, facts));
  }
  return found?.sort(compareFindings) ?? NOTHING;
}

function staysForExcluded(rule: AnyRule, { exclusions }: Case): boolean {
  return rule.group === "rows" || rule.group === "review" || exclusions.some((exclusion) => exclusion === rule.code);
}
