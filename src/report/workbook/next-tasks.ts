import { counted, day, listed, type Phrase, say } from "../../locale/sentence.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import type { Plan } from "../../model/plan.ts";
import { type CodeCount, type PlanFacts, SOON_DAYS } from "./plan-facts.ts";

/** Something to do next, and the sheet to do it from. */
export interface Task {
  readonly text: Phrase;
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
    text: say`No partner location is known, so no region is checked and nothing is ready: give --partner-country or a configuration, and plan again.`,
    sheet: "Customers",
  };
}

function rejectedRows({ totals, files }: Plan): Task | undefined {
  const refusedCount = files.filter((file) => file.refusal !== undefined).length;
  const refused =
    refusedCount === 1 ? say`1 file was refused as a whole` : say`${refusedCount} files were refused as a whole`;
  if (totals.rejected > 0) {
    const rows =
      totals.rejected === 1 ? say`1 row is not in this plan` : say`${totals.rejected} rows are not in this plan`;
    return {
      text: say`${listed([rows, refusedCount === 0 ? "" : refused], ", ")}: correct rejected.csv, and plan it together with the other files.`,
      sheet: "Rejected",
    };
  }
  if (refusedCount === 0) return undefined;
  return {
    text: say`${refused}: see Files read for the reason, and plan it together with the other files.`,
    sheet: "Summary",
  };
}

function blocked({ totals }: Plan, facts: PlanFacts): Task | undefined {
  if (totals.blocked === 0) return undefined;
  return {
    text: say`${totals.blocked === 1 ? say`1 subscription is blocked` : say`${totals.blocked} subscriptions are blocked`}${mostBy(facts.mostBlockedBy, totals.blocked)}: see why in the queue, worst first, and decide on Plan.`,
    sheet: "Review queue",
  };
}

function invitations(plan: Plan, facts: PlanFacts): Task | undefined {
  const count = facts.customersToInvite;
  if (count === 0) return undefined;
  return {
    text: say`${count === 1 ? say`1 customer has no reseller relationship on record` : say`${count} customers have no reseller relationship on record`}: send the invitations${untilWhen(plan.asOf, facts.inviteBy)}.`,
    sheet: "Customers",
  };
}

function reviews({ totals }: Plan, facts: PlanFacts): Task | undefined {
  if (totals.review === 0) return undefined;
  return {
    text: say`${totals.review === 1 ? say`1 subscription waits for a person to look` : say`${totals.review} subscriptions wait for a person to look`}${mostBy(facts.mostReviewedFor, totals.review)}: approve, hold or change them on Plan.`,
    sheet: "Review queue",
  };
}

function termsEnding({ termsEndingSoon, firstTermEnd }: PlanFacts): Task | undefined {
  if (firstTermEnd === undefined) return undefined;
  return {
    text: say`${termsEndingSoon === 1 ? say`1 term ends` : say`${termsEndingSoon} terms end`} within ${SOON_DAYS} days, the first on ${day(firstTermEnd)}: open Plan, sort by term end.`,
    sheet: "Plan",
  };
}

function firstSwitch({ firstSwitch: first }: PlanFacts): Task | undefined {
  if (first === undefined) return undefined;
  return {
    text: say`The first switch is on ${day(first.on)}: ${counted(first.subscriptions, "subscription")} of ${counted(first.customers, "customer")}; order, or have the transfer approved, by then.`,
    sheet: "Plan",
  };
}

function autoRenewOff(plan: Plan, { autoRenewOffBy }: PlanFacts): Task | undefined {
  if (autoRenewOffBy === undefined) return undefined;
  return {
    text: say`Have auto-renewal switched off at the source partner${untilWhen(plan.asOf, autoRenewOffBy)}; each day is on Plan.`,
    sheet: "Plan",
  };
}

function untilWhen(asOf: PlainDate, by: PlainDate | undefined): Phrase | "" {
  if (by === undefined) return "";
  return by <= asOf ? say`, the first at once (due ${day(by)})` : say`, the first by ${day(by)}`;
}

function mostBy(most: CodeCount | undefined, all: number): Phrase | "" {
  if (most === undefined) return "";
  return most.count === all ? say`, by ${most.code}` : say`, most often by ${most.code} (${most.count})`;
}
