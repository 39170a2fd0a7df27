import type { Offer, SubscriptionLimit, Target } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { SlotDays } from "../model/slot.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Wording } from "./finding.ts";

/** Everything that a rule may look at: one subscription, its target and its day. */
export interface Case extends Surveyed {
  readonly target: Target;
  readonly slot: SlotDays;
  readonly policy: Policy;
  readonly today: PlainDate;
  /** What came of decisions; undefined: nobody decided anything on it. */
  readonly verdict: Verdict | undefined;
  /** An offer of the target of which the customer would have too many subscriptions; undefined: none. */
  readonly overLimit: OverLimit | undefined;
  /** Of an add-on, all subscriptions that it could stand on, where each of them is blocked; else empty. */
  readonly blockedBases: readonly Subscription[];
}

/** Subscriptions of one offer that a customer would have with the new partner, above what the offer allows. */
export interface OverLimit {
  readonly offer: Offer;
  readonly limit: SubscriptionLimit;
  /** With the partner today, or for a limit "ever", at any time. */
  readonly alreadyThere: number;
  /** Of this book, this one among them. */
  readonly coming: number;
}

/** A case in a rule's examples: only what differs from an ordinary subscription (see test/support/a-case.ts). */
export interface Example {
  readonly name: string;
  readonly subscription?: Partial<Case["subscription"]>;
  readonly customer?: Partial<Case["subscription"]["customer"]>;
  readonly identity?: Partial<Case["identity"]>;
  readonly offer?: Partial<Offer>;
  readonly target?: Partial<Target>;
  /** Merged into the one offer of the target. */
  readonly targetOffer?: Partial<Offer>;
  /** Offers ordered together with it. */
  readonly moreTargetOffers?: readonly Partial<Offer>[];
  /** Offers that a person may choose instead. */
  readonly candidates?: readonly Partial<Offer>[];
  /** What the name beside the id means. */
  readonly otherOffer?: Partial<Offer>;
  /** What the product's name may mean. */
  readonly readings?: readonly Partial<Offer>[];
  readonly slot?: Partial<SlotDays>;
  readonly tenant?: Partial<Case["tenant"]>;
  readonly productInTenant?: Partial<Case["productInTenant"]>;
  readonly policy?: Partial<Policy>;
  readonly verdict?: Partial<Verdict>;
  readonly overLimit?: Partial<OverLimit>;
  readonly blockedBases?: readonly Partial<Subscription>[];
  readonly case?: Partial<Pick<Case, "channel" | "targetSeats" | "base" | "exclusions" | "today">>;
}

/** A condition of a subscription: its words, its check, and examples on both sides of its edge. */
export interface Rule<Facts> extends Wording<Facts> {
  /** The facts of a failing case, or undefined. Never text. */
  check(subject: Case): Facts | undefined;
  readonly examples: { readonly flagged: readonly Example[]; readonly clean: readonly Example[] };
}

export function defineRule<Facts>(rule: Rule<Facts>): Rule<Facts> {
  return rule;
}

/** A condition that a reader of files meets, not a subscription: words only. */
export function defineNotice<Facts>(wording: Wording<Facts>): Wording<Facts> {
  return wording;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of rules holds rules with different facts
export type AnyRule = Rule<any>;
