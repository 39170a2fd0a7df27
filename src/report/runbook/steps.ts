import { earlierOf, type PlainDate } from "../../model/plain-date.ts";
import type { PlannedCustomer, PlannedSubscription } from "../../model/plan.ts";
import type { Path } from "../../model/policy.ts";
import type { StepDays } from "../../model/step-days.ts";
import type { Channel } from "../../model/subscription.ts";
import { type Actor, type RunbookStep, STEP_KINDS, type StepKind } from "./step.ts";

/** What one subscription needs on one day. */
interface Task {
  readonly kind: StepKind;
  readonly due: PlainDate | undefined;
  readonly latest?: PlainDate | undefined;
  readonly actor: Actor;
  readonly request?: number | undefined;
  readonly lastDay?: PlainDate | undefined;
}

interface Group extends Task {
  latest?: PlainDate | undefined;
  readonly subscriptions: PlannedSubscription[];
}

const ORDERS: Readonly<Record<Path, "request" | "order" | "renewIntoCsp">> = {
  "billing-transfer": "request",
  repurchase: "order",
  "channel-renewal": "renewIntoCsp",
  none: "order",
};

const HOLDERS: Readonly<Record<Channel, Actor>> = {
  "csp-nce": "source partner",
  "csp-legacy": "source partner",
  direct: "customer",
  ea: "customer",
  open: "customer",
  unknown: "source partner or customer",
};

/**
 * The runbook of one customer: its dated steps in order of day, then what waits. The same thing on the same day for several
 * subscriptions is one step. Only what moves on a day has steps; what is blocked or has no day is in the last one.
 */
export function stepsOf(customer: PlannedCustomer): readonly RunbookStep[] {
  const moving = customer.subscriptions.filter(moves);
  const waiting = customer.subscriptions.filter((planned) => planned.status !== "excluded" && !moves(planned));
  const groups = [...beforeAll(moving), ...grouped(moving), ...(waiting.length === 0 ? [] : [waitingGroup(waiting)])];
  return groups.sort(inOrderOfDay).map((group, index) => ({
    customer,
    number: index + 1,
    kind: group.kind,
    due: group.due,
    latest: group.latest,
    actor: group.actor,
    request: group.request,
    lastDay: group.lastDay,
    subscriptions: group.subscriptions,
  }));
}

/** It has a day, and nothing blocks it. */
export function moves({ status, slot }: PlannedSubscription): boolean {
  return (status === "ready" || status === "review") && slot.switchOn !== undefined;
}

/** Relationship and agreement come once for a customer, before its first switch. */
function beforeAll(moving: readonly PlannedSubscription[]): readonly Group[] {
  const subscriptions = [...moving];
  const inviteBy = earliest(moving.map(({ slot }) => slot.inviteBy));
  const acceptedBy = earliest(moving.map(({ slot }) => slot.steps?.acceptedBy));
  const agreement: Group = {
    kind: "agreement",
    due: acceptedBy,
    actor: inviteBy === undefined ? "our partner" : "customer",
    subscriptions,
  };
  if (acceptedBy === undefined) return [];
  if (inviteBy === undefined) return [agreement];
  return [{ kind: "invite", due: inviteBy, actor: "our partner", subscriptions }, agreement];
}

function grouped(moving: readonly PlannedSubscription[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const planned of moving) {
    for (const task of tasksOf(planned)) {
      const { kind, due, actor, request, lastDay } = task;
      const key = `${kind} ${due} ${actor} ${request ?? ""} ${lastDay ?? ""}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { ...task, subscriptions: [planned] });
      else {
        group.subscriptions.push(planned);
        group.latest = firstLatest(group.latest, task.latest);
      }
    }
  }
  return [...groups.values()];
}

function tasksOf(planned: PlannedSubscription): readonly Task[] {
  const { slot, target, request, channel } = planned;
  const { switchOn, steps, path, latestOn } = slot;
  if (switchOn === undefined || steps === undefined) return [];
  const isTransfer = path === "billing-transfer";
  const holder = HOLDERS[channel];
  const { verifyOn, goneOn, lastDay, renewal } = steps;
  // In the week after a renewal, and in grace, the window that the plan shows lies before the day.
  const latest = latestOn !== undefined && latestOn > switchOn ? latestOn : undefined;
  const inTime = lastDay !== undefined && lastDay > switchOn ? lastDay : undefined;
  const tasks: Task[] = [
    { kind: ORDERS[path], due: switchOn, latest, actor: "our partner", request },
    {
      kind: isTransfer ? "verifyTransfer" : "verifySeats",
      due: verifyOn,
      ...(isTransfer ? { request } : { latest: inTime }),
      actor: "our partner",
    },
    ...endingTask(steps, holder),
  ];
  if (renewal !== undefined) {
    tasks.push({ kind: "keepRenewal", due: renewal.on, actor: holder, lastDay: renewal.termEnd });
  }
  if (isTransfer) tasks.push({ kind: "approve", due: switchOn, latest, actor: "source partner", request });
  if (target.licenceAction === "reassign") {
    tasks.push({ kind: "assign", due: switchOn, latest: inTime, actor: "our partner" });
  }
  if (goneOn !== undefined) {
    const old = isTransfer ? ({ kind: "left", request } as const) : ({ kind: "gone", lastDay } as const);
    tasks.push({ ...old, due: goneOn, actor: "our partner" });
  }
  return tasks;
}

function endingTask({ ending, lastDay }: StepDays, holder: Actor): readonly Task[] {
  switch (ending.kind) {
    case "autoRenewOff":
    case "cancelAtEnd":
      return [{ kind: ending.kind, due: ending.on, latest: ending.by, actor: holder, lastDay }];
    case "cancelled":
      return [{ kind: "cancelRenewed", due: ending.on, latest: ending.by, actor: holder, lastDay }];
    case "extendedTerm":
      return [{ kind: "cancelExtended", due: ending.on, actor: holder, lastDay }];
    case "lapses":
    case "transferred":
    case "unknown":
      return [];
    default:
      return ending satisfies never;
  }
}

/** What is blocked or has no day, with the day on which the first of these terms ends. */
function waitingGroup(waiting: readonly PlannedSubscription[]): Group {
  const latest = earliest(waiting.map(({ slot }) => slot.termEnd));
  return { kind: "waiting", due: undefined, latest, actor: "our partner", subscriptions: [...waiting] };
}

const RANKS: ReadonlyMap<StepKind, number> = new Map(STEP_KINDS.map((kind, rank) => [kind, rank]));
const NEVER = Number.MAX_SAFE_INTEGER;

/** A total order: what is equal in all of these is one group. */
function inOrderOfDay(a: Group, b: Group): number {
  return (
    (a.due ?? NEVER) - (b.due ?? NEVER) ||
    (RANKS.get(a.kind) ?? 0) - (RANKS.get(b.kind) ?? 0) ||
    (a.request ?? 0) - (b.request ?? 0) ||
    (a.lastDay ?? 0) - (b.lastDay ?? 0) ||
    (a.actor < b.actor ? -1 : 1)
  );
}

/** Where it is that very day for one of them, it is for all. */
function firstLatest(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  return a === undefined || b === undefined ? undefined : earlierOf(a, b);
}

function earliest(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  let first: PlainDate | undefined;
  for (const day of days) if (day !== undefined && (first === undefined || day < first)) first = day;
  return first;
}
