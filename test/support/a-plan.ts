import { type AnyWording, compareFindings, type Finding, finding, type Severity } from "../../src/findings/finding.ts";
import { say } from "../../src/locale/sentence.ts";
import type { Customer } from "../../src/model/customer.ts";
import type { FileReport, RejectedRow, RowTally } from "../../src/model/ingested.ts";
import type { Identity, Target } from "../../src/model/offer.ts";
import { addDays, plainDate } from "../../src/model/plain-date.ts";
import type { MappingLine, Plan, PlannedCustomer, PlannedSubscription, Status } from "../../src/model/plan.ts";
import type { Partner, RegionVerdict } from "../../src/model/region.ts";
import type { Slot } from "../../src/model/slot.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { aPolicy, aSlot } from "./a-slot.ts";
import { aCustomer, aSubscription } from "./a-subscription.ts";
import { anIdentity, aTarget } from "./an-offer.ts";

/** What differs from an ordinary, ready subscription of Fabrikam that moves to the same offer. */
export interface PlannedDifference {
  readonly customer?: Partial<Customer>;
  readonly subscription?: Partial<Subscription>;
  readonly identity?: Partial<Identity>;
  readonly target?: Partial<Target>;
  readonly slot?: Partial<Slot>;
  readonly region?: RegionVerdict;
  readonly surveyed?: Partial<Pick<Surveyed, "productInTenant" | "targetSeats" | "channel" | "exclusions">>;
  readonly status?: Status;
  readonly findings?: readonly Finding[];
  readonly request?: number;
}

export const aPartner: Partner = {
  id: "eu",
  name: "Contoso Cloud EU",
  country: "DE",
  tenantId: "7a1d3c52-0000-4000-8000-000000000001",
};

const servedInGermany: RegionVerdict = { kind: "served", country: "DE", region: "EU/EFTA", partner: aPartner };

/** One row of the plan. A difference in `customer` makes a customer of its own; share one through `subscription.customer`. */
export function aPlannedSubscription(difference: PlannedDifference = {}): PlannedSubscription {
  const customer = difference.subscription?.customer ?? aCustomer(difference.customer);
  const subscription = aSubscription({ customer, ...difference.subscription });
  const targetSeats = difference.surveyed?.targetSeats ?? subscription.seats;
  return {
    subscription,
    identity: anIdentity({ product: subscription.product, ...difference.identity }),
    channel: "csp-nce",
    tenant: { customer, region: difference.region ?? servedInGermany, activeSubscriptionCount: 1 },
    productInTenant: {
      subscriptionCount: 1,
      seats: subscription.seats,
      targetSeats,
      assignedSeats: subscription.assignedSeats,
      assignedAt: undefined,
      assignedElsewhere: [],
    },
    targetSeats,
    base: undefined,
    exclusions: [],
    ...difference.surveyed,
    status: difference.status ?? "ready",
    target: aTarget(difference.target),
    slot: aSlot({ termEnd: subscription.termEnd, overlapCost: 115.07, ...difference.slot }),
    findings: [...(difference.findings ?? [])].sort(compareFindings),
    request: difference.request,
  };
}

/** A finding with words invented for tests; its message is "<code>: <detail>". */
export function aFinding(code: string, severity: Severity, detail = "as in the test"): Finding {
  const wording: AnyWording = {
    code,
    group: "subscription",
    severity,
    title: `Title of ${code}`,
    why: `Why ${code} matters.`,
    remedy: `What to do about ${code}.`,
    message: (facts: { detail: string }) => say`${code}: ${facts.detail}`,
  };
  return finding(wording, { detail });
}

export function aRejectedRow(difference: Partial<RejectedRow> = {}): RejectedRow {
  return {
    place: { file: "book.csv", row: 9, line: 9 },
    code: "ROW_UNREADABLE",
    column: "seats",
    value: "ten",
    remedy: "Write the seats as a whole number.",
    problems: [{ column: "seats", value: "ten", expected: "a number", remedy: "Write the seats as a whole number." }],
    format: "generic",
    header: ["customer", "seats"],
    cells: ["Fabrikam", "ten"],
    ...difference,
  };
}

export function aTally(difference: Partial<RowTally> = {}): RowTally {
  return {
    read: 0,
    planned: 0,
    merged: 0,
    duplicates: 0,
    rejected: 0,
    usage: 0,
    customers: 0,
    ignored: 0,
    ...difference,
  };
}

export function aFileReport(difference: Partial<FileReport> = {}): FileReport {
  return {
    file: "book.csv",
    sha256: "a".repeat(64),
    bytes: 1234,
    format: "generic",
    encoding: "utf-8",
    delimiter: ",",
    dateOrder: "",
    dateEvidence: [],
    decimalEvidence: [],
    rows: aTally(),
    ignored: [],
    unreadColumns: [],
    refusal: undefined,
    isEmpty: false,
    ...difference,
  };
}

/** A whole plan round the given subscriptions; customers, mappings, files, totals and counts follow from them. */
export function aPlan(difference: Partial<Plan> = {}): Plan {
  const subscriptions = difference.subscriptions ?? [aPlannedSubscription()];
  const rejected = difference.rejected ?? [];
  const notices = difference.notices ?? [];
  const findings = [
    ...subscriptions.flatMap((planned) => planned.findings),
    ...notices.map((notice) => notice.finding),
  ];
  const withStatus = (status: Status) => subscriptions.filter((planned) => planned.status === status).length;
  const tally = aTally({
    read: subscriptions.length + rejected.length,
    planned: subscriptions.length,
    rejected: rejected.length,
  });
  const { read: rowsRead, ...places } = tally;
  return {
    asOf: plainDate("2026-12-01"),
    locale: "en",
    policy: aPolicy({
      freezes: [{ from: plainDate("2026-12-18"), to: plainDate("2027-01-05"), reason: "year-end freeze" }],
    }),
    partners: [aPartner],
    totals: {
      rowsRead,
      ...places,
      ready: withStatus("ready"),
      review: withStatus("review"),
      blocked: withStatus("blocked"),
      excluded: withStatus("excluded"),
    },
    subscriptions,
    customers: customersOf(subscriptions),
    mappings: mappingsOf(subscriptions),
    rejected,
    files: [aFileReport({ rows: tally })],
    notices,
    findingCounts: countsOf(findings),
    catalogue: [{ name: "built-in catalogue", date: "2026-08-01", sha256: "b".repeat(64) }],
    closedDays: [],
    legend: legendOf(findings),
    schedule: {
      objective: { withoutDay: 0, laterTerm: 0, bufferDays: 3, overlap: 1234.5 },
      bound: { withoutDay: 0, laterTerm: 0, bufferDays: 3, overlap: 1230 },
      currency: "EUR",
      isOptimal: false,
    },
    ...difference,
  };
}

/** A book of any size, the same every time: four subscriptions a customer, every status, a finding on every third row. */
export function manyPlannedSubscriptions(count: number): readonly PlannedSubscription[] {
  const statuses: readonly Status[] = ["ready", "ready", "review", "blocked", "ready", "excluded"];
  const warning = aFinding("SEAT_POOL_EXCEEDED", "warning", "310 seats would be held on one day, 300 are allowed");
  const blocking = aFinding("REGION_CONFLICT", "blocking", "the tenant is in BR, no partner location serves it");
  let customer = aCustomer();
  return Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(7, "0");
    if (index % 4 === 0) {
      const tenantId = `11111111-0000-4000-8000-00000${number}`;
      customer = aCustomer({ key: tenantId, name: `Customer ${number}`, tenantId, domain: `c${number}.example` });
    }
    const status = statuses[index % statuses.length] ?? "ready";
    const excluded = status === "excluded";
    const findings = status === "review" ? [warning] : status === "blocked" ? [blocking, warning] : [];
    return aPlannedSubscription({
      subscription: {
        key: `00000000${number}`,
        customer,
        id: `22222222-0000-4000-8000-00000${number}`,
        place: { file: "book.csv", row: index + 2, line: index + 2 },
        seats: (index % 290) + 1,
      },
      status,
      findings,
      slot: excluded
        ? { path: "none", switchOn: undefined, overlapDays: undefined, overlapCost: undefined, reason: "EXCLUDED" }
        : { switchOn: addDays(plainDate("2027-01-04"), index % 80) },
    });
  });
}

function customersOf(subscriptions: readonly PlannedSubscription[]): readonly PlannedCustomer[] {
  const members = groupBy(subscriptions, (planned) => planned.subscription.customer);
  return [...members].map(([customer, own]) => ({
    customer,
    region: own[0]?.tenant.region ?? servedInGermany,
    subscriptions: own,
  }));
}

function mappingsOf(subscriptions: readonly PlannedSubscription[]): readonly MappingLine[] {
  const members = groupBy(
    subscriptions,
    ({ identity }) => `${identity.product.ids.join(" ")} ${identity.product.name}`,
  );
  return [...members].flatMap(([, own], index) => {
    const [first] = own;
    if (first === undefined) return [];
    const seats = own.reduce((sum, planned) => sum + planned.subscription.seats, 0);
    const { identity, target } = first;
    return [{ key: `mapping-${index}`, identity, target, subscriptionCount: own.length, seats }];
  });
}

function countsOf(findings: readonly Finding[]): Plan["findingCounts"] {
  const byCode = groupBy(findings, (found) => found.wording.code);
  return [...byCode].map(([code, list]) => ({ code, count: list.length })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function legendOf(findings: readonly Finding[]): readonly AnyWording[] {
  return [...new Map(findings.map((found) => [found.wording.code, found.wording])).values()];
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
