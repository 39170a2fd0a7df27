import { word } from "../../locale/sentence.ts";
import type { Plan, PlannedSubscription } from "../../model/plan.ts";
import { joined, partnerIdOf, sourceOfferText, targetNamesText } from "../columns/words.ts";
import type { RunbookStep } from "../runbook/step.ts";
import { STEP_WORDS, todoOf } from "../runbook/step-words.ts";
import { stepsOf } from "../runbook/steps.ts";
import type { Column, Table } from "../table.ts";

const columns: readonly Column<RunbookStep>[] = [
  {
    key: "customer",
    title: "Customer",
    kind: "text",
    width: 24,
    note: "Name of the customer. A line above it shows where its steps begin.",
    value: (step) => step.customer.customer.name,
  },
  {
    key: "step_no",
    title: "No.",
    kind: "integer",
    width: 6,
    note: "Number of the step, from 1 for each customer, in order of day.",
    value: (step) => step.number,
  },
  {
    key: "due",
    title: "Due",
    kind: "date",
    width: 12,
    note: "The day to do it on: a working day. Empty: there is no day yet.",
    value: (step) => step.due,
  },
  {
    key: "step",
    title: "Step",
    kind: "text",
    width: 20,
    note: "The kind of step; the kinds are in the legend.",
    wrap: true,
    value: (step) => word(STEP_WORDS[step.kind].title),
  },
  {
    key: "todo",
    title: "What to do",
    kind: "text",
    width: 50,
    note: "What is to be done, for whoever does it.",
    wrap: true,
    value: todoOf,
  },
  {
    key: "who",
    title: "Who",
    kind: "text",
    width: 14,
    note: "our partner: the location in the column Partner. source partner: who sells the subscription today. customer: the customer, who manages it.",
    wrap: true,
    value: (step) => word(step.actor, "actor"),
  },
  {
    key: "latest",
    title: "Latest",
    kind: "date",
    width: 12,
    note: "Last day on which the step still helps. Empty: the day due is the last.",
    value: (step) => step.latest,
  },
  {
    key: "request",
    title: "Request",
    kind: "integer",
    width: 11,
    note: "Number of the customer's transfer request, as on Plan.",
    value: (step) => step.request,
  },
  {
    key: "seats",
    title: "Seats",
    kind: "integer",
    width: 8,
    note: "Their seats: of the new subscriptions, and in steps about the old ones, of the old.",
    value: (step) => step.subscriptions.reduce((sum, planned) => sum + seatsOf(step, planned), 0),
  },
  {
    key: "offers",
    title: "Offers",
    kind: "text",
    width: 40,
    note: "Their offers with seats: the new offers, and in steps about the old subscriptions, the old. Empty: all that move.",
    wrap: true,
    value: offersText,
  },
  {
    key: "in_review",
    title: "In review",
    kind: "integer",
    width: 12,
    note: "Those of them that wait for a person: decide on Plan before the step. Empty: none.",
    value: (step) => step.subscriptions.filter(({ status }) => status === "review").length || undefined,
  },
  {
    key: "subscriptions",
    title: "Subscriptions",
    kind: "integer",
    width: 16,
    note: "Subscriptions that the step is about.",
    value: (step) => step.subscriptions.length,
  },
  {
    key: "last_day",
    title: "Old ends on",
    kind: "date",
    width: 14,
    note: "Last day of the old term that the step is about.",
    value: (step) => step.lastDay,
  },
  {
    key: "path",
    title: "Path",
    kind: "text",
    width: 17,
    note: "How these subscriptions move; the paths are in the legend. Empty: in several ways.",
    value: pathOf,
  },
  {
    key: "subscription_ids",
    title: "Subscription ids",
    kind: "id",
    width: 38,
    note: "Their ids as exported; where there is none, the key on Plan. Empty: all that move.",
    isList: true,
    value: (step) => (isForAll(step) ? "" : joined(step.subscriptions.map(idOf))),
  },
  {
    key: "partner",
    title: "Partner",
    kind: "text",
    width: 14,
    note: "Id of our location that serves the customer.",
    value: (step) => partnerIdOf(step.customer.region),
  },
  {
    key: "tenant_id",
    title: "Tenant id",
    kind: "id",
    width: 38,
    note: "The customer's Microsoft tenant.",
    value: (step) => step.customer.customer.tenantId,
  },
];

export const runbookTable: Table<RunbookStep> = {
  file: undefined,
  sheet: "Runbook",
  frozenColumns: 3,
  groupedBy: "customer",
  printed: { to: "in_review" },
  purpose:
    "What is to be done for each customer, step by step, with day and doer; no user is without a licence between.",
  columns: () => columns,
  *rows(plan: Plan) {
    for (const customer of plan.customers) yield* stepsOf(customer);
  },
};

/** Invitation and agreement are about all that move; listing them would say nothing. */
function isForAll({ kind }: RunbookStep): boolean {
  return kind === "invite" || kind === "agreement";
}

const ABOUT_THE_OLD: ReadonlySet<RunbookStep["kind"]> = new Set([
  "keepRenewal",
  "autoRenewOff",
  "cancelAtEnd",
  "cancelRenewed",
  "cancelExtended",
  "gone",
  "waiting",
] as const);

function seatsOf({ kind }: RunbookStep, { subscription, targetSeats }: PlannedSubscription): number {
  return ABOUT_THE_OLD.has(kind) ? subscription.seats : targetSeats;
}

/** "25 × Microsoft 365 E3; 5 × Visio Plan 2", in the order of the plan. */
function offersText(step: RunbookStep): string {
  if (isForAll(step)) return "";
  const seats = new Map<string, number>();
  for (const planned of step.subscriptions) {
    const offer = offerOf(step, planned);
    seats.set(offer, (seats.get(offer) ?? 0) + seatsOf(step, planned));
  }
  return [...seats].map(([offer, count]) => `${count} × ${offer}`).join("; ");
}

function offerOf({ kind }: RunbookStep, { subscription, target }: PlannedSubscription): string {
  const source = sourceOfferText(subscription.product) ?? "";
  return ABOUT_THE_OLD.has(kind) ? source : targetNamesText(target) || source;
}

function idOf({ subscription }: PlannedSubscription): string {
  return subscription.id || subscription.key;
}

function pathOf({ subscriptions }: RunbookStep): string | undefined {
  const [first, ...others] = subscriptions;
  const path = first?.slot.path;
  return others.every(({ slot }) => slot.path === path) ? path : undefined;
}
