import type { Catalogue } from "./catalogue/catalogue.ts";
import type { AnyWording, Finding } from "./findings/finding.ts";
import { statusOf } from "./flag/status.ts";
import { listed, say } from "./locale/sentence.ts";
import type { Configuration } from "./model/configuration.ts";
import type { Customer } from "./model/customer.ts";
import type { FileReport, Ingested, RowTally } from "./model/ingested.ts";
import { mappingKey } from "./model/mapping-key.ts";
import type { Identity, Target } from "./model/offer.ts";
import { addDays, type PlainDate } from "./model/plain-date.ts";
import type { MappingLine, Plan, PlannedCustomer, PlannedSubscription, Status, Totals } from "./model/plan.ts";
import type { RegionVerdict } from "./model/region.ts";
import type { ScheduleQuality } from "./model/schedule-quality.ts";
import type { Slot } from "./model/slot.ts";
import type { Surveyed } from "./model/survey.ts";
import { type Decided, outcomeOf, withDecision, withDecisions } from "./plan-decisions.ts";
import { regionSource, routeCustomer } from "./regions/regions.ts";
import { closedDays } from "./schedule/closed-days.ts";
import { numberRequests } from "./schedule/requests.ts";

interface PlanFrame {
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly today: PlainDate;
  readonly locale: Plan["locale"];
  readonly legend: readonly AnyWording[];
}

/** What the stages found; the lists run parallel, one entry a subscription. */
interface Results {
  readonly ingested: Ingested;
  readonly surveyed: readonly Surveyed[];
  readonly slots: readonly Slot[];
  readonly targets: readonly Target[];
  readonly findings: readonly (readonly Finding[])[];
  readonly quality: ScheduleQuality;
  /** Left out: nobody decided anything. */
  readonly decided?: Decided | undefined;
}

/** Joins what the stages found into the plan, and checks that every row is in exactly one place. Throws when it is not. */
export function assemblePlan(frame: PlanFrame, results: Results): Plan {
  const { ingested } = results;
  const { partners, policy } = frame.configuration;
  const subscriptions = plannedSubscriptions(results);
  const totals = totalsOf(ingested.files, subscriptions);
  checkConservation(totals, ingested, subscriptions);

  return {
    asOf: frame.today,
    locale: frame.locale,
    policy,
    partners,
    totals,
    subscriptions,
    customers: plannedCustomers(ingested.customers, subscriptions, (customer) =>
      routeCustomer(customer, partners, undefined),
    ),
    mappings: withDecisions(mappingLines(subscriptions), results.decided),
    rejected: ingested.rejected,
    files: ingested.files,
    notices: ingested.notices,
    findingCounts: countFindings([...results.findings, ingested.notices.map((notice) => notice.finding)]),
    catalogue: [...frame.catalogue.sources, regionSource],
    closedDays: closedDays(policy, partners, frame.today, endOfLastWeek(subscriptions) ?? frame.today),
    legend: frame.legend,
    schedule: results.quality,
    ...(results.decided === undefined ? {} : { decisions: outcomeOf(subscriptions, results.decided) }),
  };
}

function plannedSubscriptions(results: Results): readonly PlannedSubscription[] {
  const { decided } = results;
  const verdicts = decided?.reviewed.verdicts;
  const statuses = results.findings.map((findings, index) => statusOf(findings, verdicts?.[index]?.ruling));
  const requests = numberRequests(
    results.surveyed.map((surveyed, index) => ({
      surveyed,
      slot: at(results.slots, index),
      moves: statuses[index] === "ready" || statuses[index] === "review",
    })),
  );
  return results.surveyed.map((surveyed, index) => {
    const planned: PlannedSubscription = {
      ...surveyed,
      status: at(statuses, index),
      target: at(results.targets, index),
      slot: at(results.slots, index),
      findings: at(results.findings, index),
      request: requests[index],
    };
    return decided === undefined ? planned : withDecision(planned, index, decided);
  });
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`A stage gave ${items.length} results and none for subscription ${index}.`);
  return item;
}

function totalsOf(files: readonly FileReport[], subscriptions: readonly PlannedSubscription[]): Totals {
  const sum = (part: keyof RowTally) => files.reduce((total, file) => total + file.rows[part], 0);
  const byStatus: Record<Status, number> = { ready: 0, review: 0, blocked: 0, excluded: 0 };
  for (const { status } of subscriptions) byStatus[status] += 1;
  return {
    rowsRead: sum("read"),
    planned: subscriptions.length,
    merged: sum("merged"),
    duplicates: sum("duplicates"),
    rejected: sum("rejected"),
    usage: sum("usage"),
    customers: sum("customers"),
    ignored: sum("ignored"),
    ...byStatus,
  };
}

/** The sums of the contract. `planned` counts the plan's rows, not what a file claims, so that a lost row shows. */
function checkConservation(totals: Totals, ingested: Ingested, subscriptions: readonly PlannedSubscription[]): void {
  const placed =
    totals.planned +
    totals.merged +
    totals.duplicates +
    totals.rejected +
    totals.usage +
    totals.customers +
    totals.ignored;
  const judged = totals.ready + totals.review + totals.blocked + totals.excluded;
  const keys = new Set(subscriptions.map((planned) => planned.subscription.key));
  const wrong = [
    totals.rowsRead === placed ? "" : `${totals.rowsRead} rows were read and ${placed} are accounted for`,
    totals.planned === judged ? "" : `${totals.planned} rows are planned and ${judged} have a status`,
    totals.rejected === ingested.rejected.length
      ? ""
      : `${totals.rejected} rows were rejected and ${ingested.rejected.length} are kept`,
    keys.size === subscriptions.length ? "" : `${subscriptions.length} rows are planned under ${keys.size} keys`,
  ].filter((problem) => problem !== "");
  if (wrong.length > 0) throw new Error(`Rows do not add up: ${wrong.join("; ")}.`, { cause: totals });
}

/** A week after the last switch, so that the calendar knows the whole week. */
function endOfLastWeek(subscriptions: readonly PlannedSubscription[]): PlainDate | undefined {
  let last: PlainDate | undefined;
  for (const { slot } of subscriptions) {
    if (slot.switchOn !== undefined && (last === undefined || slot.switchOn > last)) last = slot.switchOn;
  }
  return last === undefined ? undefined : addDays(last, 7);
}

function plannedCustomers(
  customers: readonly Customer[],
  subscriptions: readonly PlannedSubscription[],
  route: (customer: Customer) => RegionVerdict,
): readonly PlannedCustomer[] {
  const bySameCustomer = new Map<Customer, PlannedSubscription[]>(customers.map((customer) => [customer, []]));
  for (const planned of subscriptions) {
    const list = bySameCustomer.get(planned.subscription.customer);
    if (list === undefined) throw new Error(`Customer "${planned.subscription.customer.key}" is not in the book.`);
    list.push(planned);
  }
  return customers.map((customer) => {
    const own = bySameCustomer.get(customer) ?? [];
    return { customer, region: own[0]?.tenant.region ?? route(customer), subscriptions: own };
  });
}

function mappingLines(subscriptions: readonly PlannedSubscription[]): readonly MappingLine[] {
  const members = new Map<string, PlannedSubscription[]>();
  const keys = new Map<Identity, string>();
  for (const planned of subscriptions) {
    const key = keys.get(planned.identity) ?? mappingKey(planned.identity);
    keys.set(planned.identity, key);
    const line = members.get(key);
    if (line === undefined) members.set(key, [planned]);
    else line.push(planned);
  }
  return [...members]
    .map(([key, ofLine]) => ({ key, ofLine, distinct: distinctText(first(ofLine).identity) }))
    .sort((a, b) => (a.distinct < b.distinct ? -1 : 1))
    .map(({ key, ofLine }) => ({
      key,
      identity: first(ofLine).identity,
      target: commonestTarget(ofLine),
      subscriptionCount: ofLine.length,
      seats: ofLine.reduce((total, member) => total + member.subscription.seats, 0),
    }));
}

function distinctText({ product, segment }: Identity): string {
  return `${product.ids.join(" ")}\n${product.name}\n${segment}`;
}

/**
 * One source offer has one target unless day, country or path make a difference: then that of most, and what the others
 * become is said behind its provenance. Excluded subscriptions have none and do not vote.
 */
function commonestTarget(members: readonly PlannedSubscription[]): Target {
  const voters = members.filter((member) => member.status !== "excluded");
  const votes = new Map<string, { readonly target: Target; count: number }>();
  for (const { target } of voters.length > 0 ? voters : members) {
    const text = targetText(target);
    const vote = votes.get(text);
    if (vote === undefined) votes.set(text, { target, count: 1 });
    else vote.count += 1;
  }
  const [most, ...others] = [...votes].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  if (most === undefined) return first(members).target;
  const [, { target }] = most;
  if (others.length === 0) return target;
  const differing = others.map(
    ([text, { count }]) => say`${count} of ${voters.length} by day, country or path: ${text}`,
  );
  return { ...target, provenance: listed([target.provenance, ...differing], "; ") };
}

/** "successor: Office 365 E3 + Teams Enterprise". */
function targetText({ match, offers }: Target): string {
  return [match, offers.map(({ name }) => name).join(" + ")].filter((part) => part !== "").join(": ");
}

function first<Item>(items: readonly Item[]): Item {
  return at(items, 0);
}

function countFindings(lists: readonly (readonly Finding[])[]): Plan["findingCounts"] {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const { wording } of list) counts.set(wording.code, (counts.get(wording.code) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, count }));
}
