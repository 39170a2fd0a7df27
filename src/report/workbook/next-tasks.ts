import { isoDate, type PlainDate } from "../../model/plain-date.ts";
import type { Plan } from "../../model/plan.ts";
import { type CodeCount, type PlanFacts, SOON_DAYS } from "./plan-facts.ts";

/** Something to do next, and the sheet to do it from. */
export interface Task {
  readonly text: string;
  readonly sheet: string;
}

const TASKS_SHOWN = 3;

/**
 * The three things to do next. First what makes the plan incomplete, then what holds subscriptions, then what has a day:
 * a task of a later kind is not worth starting on a plan that is still to change.
 */
export function nextTasks(plan: Plan, facts: PlanFacts): readonly Task[] {
  const tasks = [
    noPartner(plan),
    rejectedRows(plan),
    blocked(plan, facts),
    invitations(plan, facts),
    reviews(plan, facts),
    termsEnding(facts),
    firstSwitch(facts),
    autoRenewOff(plan, facts),
  ];
  return tasks.filter((task) => task !== undefined).slice(0, TASKS_SHOWN);
}

function noPartner({ partners, totals }: Plan): Task | undefined {
  if (partners.length > 0 || totals.planned === 0) return undefined;
  return {
    text: "No partner location is known, so no region is checked and nothing is ready: give --partner-country or a configuration, and plan again.",
    sheet: "Customers",
  };
}

function rejectedRows({ totals, files }: Plan): Task | undefined {
  const refusedCount = files.filter((file) => file.refusal !== undefined).length;
  const refused =
    refusedCount === 0 ? "" : `${counted(refusedCount, "file")} ${wasOrWere(refusedCount)} refused as a whole`;
  if (totals.rejected > 0) {
    const rows = `${counted(totals.rejected, "row")} ${isOrAre(totals.rejected)} not in this plan`;
    return {
      text: `${[rows, refused].filter((part) => part !== "").join(", ")}: correct rejected.csv, and plan it together with the other files.`,
      sheet: "Rejected",
    };
  }
  if (refused === "") return undefined;
  return {
    text: `${refused}: see Files read for the reason, and plan it together with the other files.`,
    sheet: "Summary",
  };
}

function blocked({ totals }: Plan, facts: PlanFacts): Task | undefined {
  if (totals.blocked === 0) return undefined;
  return {
    text: `${counted(totals.blocked, "subscription")} ${isOrAre(totals.blocked)} blocked${mostBy(facts.mostBlockedBy, totals.blocked)}: see why in the queue, worst first, and decide on Plan.`,
    sheet: "Review queue",
  };
}

function invitations(plan: Plan, facts: PlanFacts): Task | undefined {
  const count = facts.customersToInvite;
  if (count === 0) return undefined;
  return {
    text: `${counted(count, "customer")} ${count === 1 ? "has" : "have"} no reseller relationship on record: send the invitations${untilWhen(plan.asOf, facts.inviteBy)}.`,
    sheet: "Customers",
  };
}

function reviews({ totals }: Plan, facts: PlanFacts): Task | undefined {
  if (totals.review === 0) return undefined;
  const wait = totals.review === 1 ? "waits" : "wait";
  return {
    text: `${counted(totals.review, "subscription")} ${wait} for a person to look${mostBy(facts.mostReviewedFor, totals.review)}: approve, hold or change them on Plan.`,
    sheet: "Review queue",
  };
}

function termsEnding({ termsEndingSoon, firstTermEnd }: PlanFacts): Task | undefined {
  if (firstTermEnd === undefined) return undefined;
  return {
    text: `${counted(termsEndingSoon, "term")} ${termsEndingSoon === 1 ? "ends" : "end"} within ${SOON_DAYS} days, the first on ${isoDate(firstTermEnd)}: open Plan, sort by term end.`,
    sheet: "Plan",
  };
}

function firstSwitch({ firstSwitch: first }: PlanFacts): Task | undefined {
  if (first === undefined) return undefined;
  return {
    text: `The first switch is on ${isoDate(first.on)}: ${counted(first.subscriptions, "subscription")} of ${counted(first.customers, "customer")}; order, or have the transfer approved, by then.`,
    sheet: "Plan",
  };
}

function autoRenewOff(plan: Plan, { autoRenewOffBy }: PlanFacts): Task | undefined {
  if (autoRenewOffBy === undefined) return undefined;
  return {
    text: `Have auto-renewal switched off at the source partner${untilWhen(plan.asOf, autoRenewOffBy)}; each day is on Plan.`,
    sheet: "Plan",
  };
}

function untilWhen(asOf: PlainDate, by: PlainDate | undefined): string {
  if (by === undefined) return "";
  return by <= asOf ? `, the first at once (due ${isoDate(by)})` : `, the first by ${isoDate(by)}`;
}

function mostBy(most: CodeCount | undefined, all: number): string {
  if (most === undefined) return "";
  return most.count === all ? `, by ${most.code}` : `, most often by ${most.code} (${most.count})`;
}

function isOrAre(count: number): string {
  return count === 1 ? "is" : "are";
}

function wasOrWere(count: number): string {
  return count === 1 ? "was" : "were";
}

/** "1 row", "2 rows". */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
