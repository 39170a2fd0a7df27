import type { AnyWording, Finding } from "../findings/finding.ts";
import type { Locale } from "../locale/language.ts";
import type { ClosedDay } from "./closed-day.ts";
import type { Customer } from "./customer.ts";
import type { Decision } from "./decision.ts";
import type { FileReport, RejectedRow } from "./ingested.ts";
import type { Identity, Target } from "./offer.ts";
import type { Place } from "./place.ts";
import type { PlainDate } from "./plain-date.ts";
import type { Policy } from "./policy.ts";
import type { Partner, RegionVerdict } from "./region.ts";
import type { ScheduleQuality } from "./schedule-quality.ts";
import type { Slot } from "./slot.ts";
import type { Surveyed } from "./survey.ts";
import type { UnappliedDecision } from "./verdict.ts";

export const STATUSES = ["ready", "review", "blocked", "excluded"] as const;
export type Status = (typeof STATUSES)[number];

/** One row of the plan. */
export interface PlannedSubscription extends Surveyed {
  readonly status: Status;
  readonly target: Target;
  readonly slot: Slot;
  /** In severity order, then by code. */
  readonly findings: readonly Finding[];
  /** Number of the customer's transfer request; undefined where none is made. */
  readonly request: number | undefined;
  /** What was decided and typed earlier, whether it holds or not. */
  readonly decision?: Decision;
  /** What it was without decisions; left out where decisions have changed nothing. */
  readonly undecided?: Undecided;
}

/** What a subscription was without decisions, where they have changed it. */
export interface Undecided {
  readonly termEnd: PlainDate | undefined;
  readonly target: Target;
  readonly findings: readonly Finding[];
}

export interface PlannedCustomer {
  readonly customer: Customer;
  readonly region: RegionVerdict;
  readonly subscriptions: readonly PlannedSubscription[];
}

/** All subscriptions with one source product and segment. */
export interface MappingLine {
  readonly key: string;
  readonly identity: Identity;
  /** The target of most of them, by subscriptions; others differ only by date or market. */
  readonly target: Target;
  readonly subscriptionCount: number;
  readonly seats: number;
  /** What was decided and typed earlier, whether it holds or not. */
  readonly decision?: Decision;
  /** The target without decisions; left out where decisions have changed nothing. */
  readonly undecided?: Target;
}

export interface Totals {
  readonly rowsRead: number;
  readonly planned: number;
  readonly merged: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly usage: number;
  readonly customers: number;
  readonly ignored: number;
  readonly ready: number;
  readonly review: number;
  readonly blocked: number;
  readonly excluded: number;
}

/** One source of catalogue or region facts. */
export interface CatalogueSource {
  readonly name: string;
  /** ISO date of the facts, or empty. */
  readonly date: string;
  readonly sha256: string;
  /** What of it could not be used, a sentence each; left out: all of it could. */
  readonly problems?: readonly string[];
}

/** Which part of a plan this is, where it was divided into several workbooks. */
export interface PlanPart {
  readonly number: number;
  readonly count: number;
  /** Subscriptions and customers of the whole plan. */
  readonly planned: number;
  readonly customers: number;
}

/** The plan as data. Every output is made from it and from nothing else. */
export interface Plan {
  readonly asOf: PlainDate;
  /** Of workbook and page. */
  readonly locale: Locale;
  readonly policy: Policy;
  readonly partners: readonly Partner[];
  readonly totals: Totals;
  /** Left out: the whole plan. */
  readonly part?: PlanPart;
  /** Sorted by customer name, tenant id, subscription id, key. */
  readonly subscriptions: readonly PlannedSubscription[];
  /** Sorted by name, key. Also customers without a subscription. */
  readonly customers: readonly PlannedCustomer[];
  readonly mappings: readonly MappingLine[];
  readonly rejected: readonly RejectedRow[];
  readonly files: readonly FileReport[];
  readonly notices: readonly { readonly place: Place; readonly finding: Finding }[];
  /** Number of findings by code, notices included; sorted by code. */
  readonly findingCounts: readonly { readonly code: string; readonly count: number }[];
  readonly catalogue: readonly CatalogueSource[];
  /** From the plan's day to the last switch: days on which nothing switches, for the calendar. */
  readonly closedDays: readonly ClosedDay[];
  /** Every finding that the program can raise, in the order of the legend. */
  readonly legend: readonly AnyWording[];
  /** How good the days are, taken together. */
  readonly schedule: ScheduleQuality;
  /** What came of decisions; left out where the plan was made without. */
  readonly decisions?: DecisionOutcome;
  /** What is no longer as it was without decisions, or in the earlier plan; left out: nothing was compared. */
  readonly changes?: readonly PlanChange[];
  /** Why the earlier plan could not be read; left out: it could, or there was none. */
  readonly notCompared?: readonly string[];
}

/** What came of the decisions that a plan was made with. */
export interface DecisionOutcome {
  readonly file: DecisionsFile | undefined;
  /** Subscriptions for which a decision holds. */
  readonly ruled: number;
  readonly unapplied: readonly UnappliedDecision[];
}

/** The decisions.csv that was read. */
export interface DecisionsFile {
  readonly file: string;
  readonly sha256: string;
  readonly lines: number;
}

/** One field of one subscription that is no longer what it was. */
export interface PlanChange {
  readonly kind: "added" | "gone" | "changed";
  readonly key: string;
  readonly customer: string;
  readonly subscriptionId: string;
  readonly sourceOffer: string;
  /** As in plan.csv; empty where the whole subscription is added or gone. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** What it is compared with. */
  readonly against: "no decisions" | "earlier plan";
}
