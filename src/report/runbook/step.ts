import type { PlainDate } from "../../model/plain-date.ts";
import type { PlannedCustomer, PlannedSubscription } from "../../model/plan.ts";

/** What is done, in the order of one day. */
export const STEP_KINDS = [
  "invite",
  "agreement",
  "keepRenewal",
  "autoRenewOff",
  "cancelAtEnd",
  "request",
  "approve",
  "order",
  "renewIntoCsp",
  "assign",
  "verifySeats",
  "verifyTransfer",
  "cancelRenewed",
  "cancelExtended",
  "gone",
  "left",
  "waiting",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Who does it. */
export type Actor = "our partner" | "source partner" | "customer" | "source partner or customer";

/** One line of a customer's runbook: one thing that is done on one day, for one subscription or for several. */
export interface RunbookStep {
  readonly customer: PlannedCustomer;
  /** From 1, in order of day, for each customer. */
  readonly number: number;
  readonly kind: StepKind;
  /** A working day; undefined: nobody can say yet. */
  readonly due: PlainDate | undefined;
  /** The last day on which it still helps; undefined: that day. */
  readonly latest: PlainDate | undefined;
  readonly actor: Actor;
  /** Number of the transfer request. */
  readonly request: number | undefined;
  /** Last day of the old term that the step is about; undefined: it is about none, or about several. */
  readonly lastDay: PlainDate | undefined;
  /** Never empty. */
  readonly subscriptions: readonly PlannedSubscription[];
}
