import { word } from "../../locale/sentence.ts";
import type { Customer } from "../../model/customer.ts";
import { earliestKnown, latestKnown, type PlainDate } from "../../model/plain-date.ts";
import type { PlannedCustomer, Status } from "../../model/plan.ts";
import type { RegionVerdict } from "../../model/region.ts";
import { countriesText, partnerIdOf, yesNo } from "../columns/words.ts";
import type { Column, Table } from "../table.ts";

/** A customer with the sums over its subscriptions. */
interface CustomerLine {
  readonly customer: Customer;
  readonly region: RegionVerdict;
  readonly subscriptionCount: number;
  readonly seats: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly firstSwitchOn: PlainDate | undefined;
  readonly lastSwitchOn: PlainDate | undefined;
  readonly inviteBy: PlainDate | undefined;
  readonly requestCount: number;
}

const IDS: ReadonlySet<string> = new Set(["tenant_id", "domain"]);

const columns: readonly Column<CustomerLine>[] = [
  {
    key: "customer",
    title: "Customer",
    kind: "text",
    width: 24,
    note: "Name of the customer; where no export has one, its domain or tenant id.",
    value: (line) => line.customer.name,
  },
  {
    key: "tenant_id",
    title: "Tenant id",
    kind: "id",
    width: 38,
    note: "The customer's Microsoft tenant.",
    value: (line) => line.customer.tenantId,
  },
  {
    key: "domain",
    title: "Domain",
    kind: "text",
    width: 28,
    note: "The customer's primary domain.",
    value: (line) => line.customer.domain,
  },
  {
    key: "country",
    title: "Country",
    kind: "text",
    width: 11,
    note: "Country of the tenant (two letters). More than one: the exports disagree.",
    value: (line) => countriesText(line.customer),
  },
  {
    key: "region",
    title: "Region",
    kind: "text",
    width: 20,
    wrap: true,
    note: "CSP region of that country. Empty: the country is not known, not clear, or in no region.",
    value: ({ region }) => ("region" in region ? word(region.region, "region") : undefined),
  },
  {
    key: "partner",
    title: "Partner",
    kind: "text",
    width: 12,
    note: "Id of the partner location that can serve the tenant. Empty: none can, or the country is not known.",
    value: (line) => partnerIdOf(line.region),
  },
  {
    key: "relationship",
    title: "Relationship",
    kind: "text",
    width: 15,
    note: "yes: the customer has accepted the new partner as reseller. no: not yet. Empty: no export says.",
    value: (line) => yesNo(line.customer.relationship),
  },
  {
    key: "subscriptions",
    title: "Subscriptions",
    kind: "integer",
    width: 16,
    note: "Rows of the plan for this customer.",
    value: (line) => line.subscriptionCount,
  },
  {
    key: "seats",
    title: "Seats",
    kind: "integer",
    width: 9,
    note: "Their purchased seats, summed.",
    value: (line) => line.seats,
  },
  statusColumn("ready", "Ready", "Subscriptions with status ready: they can be moved."),
  statusColumn("review", "Review", "Subscriptions with status review: a person must look at them."),
  statusColumn("blocked", "Blocked", "Subscriptions with status blocked: they cannot be moved as they are."),
  statusColumn("excluded", "Excluded", "Subscriptions with status excluded: they need no move."),
  {
    key: "first_switch_on",
    title: "First switch on",
    kind: "date",
    width: 18,
    note: "The earliest switch day of its subscriptions.",
    value: (line) => line.firstSwitchOn,
  },
  {
    key: "last_switch_on",
    title: "Last switch on",
    kind: "date",
    width: 17,
    note: "The latest switch day of its subscriptions.",
    value: (line) => line.lastSwitchOn,
  },
  {
    key: "invite_by",
    title: "Invite by",
    kind: "date",
    width: 12,
    note: "Last day to ask the customer for the reseller relationship. Empty: it exists, or there is no switch day.",
    value: (line) => line.inviteBy,
  },
  {
    key: "requests",
    title: "Requests",
    kind: "integer",
    width: 12,
    note: "Number of its transfer requests, of at most 25 items each.",
    value: (line) => line.requestCount,
  },
];

/** Where it is and how it stands; ids follow. */
const sheetColumns = [...columns.filter(({ key }) => !IDS.has(key)), ...columns.filter(({ key }) => IDS.has(key))];

export const customersTable: Table<CustomerLine> = {
  file: "customers.csv",
  sheet: "Customers",
  frozenColumns: 1,
  purpose: "Every customer: region, partner location, relationship, and where its subscriptions stand.",
  printed: { to: "requests" },
  columns: () => columns,
  sheetColumns: () => sheetColumns,
  *rows(plan) {
    for (const customer of plan.customers) yield customerLine(customer);
  },
  rowCount: (plan) => plan.customers.length,
};

function statusColumn(status: Status, title: string, note: string): Column<CustomerLine> {
  return {
    key: status,
    title,
    kind: "integer",
    width: 11,
    note,
    value: (line) => line.byStatus[status],
  };
}

function customerLine({ customer, region, subscriptions }: PlannedCustomer): CustomerLine {
  const byStatus: Record<Status, number> = { ready: 0, review: 0, blocked: 0, excluded: 0 };
  const requests = new Set<number>();
  let seats = 0;
  let firstSwitchOn: PlainDate | undefined;
  let lastSwitchOn: PlainDate | undefined;
  let inviteBy: PlainDate | undefined;
  for (const { subscription, status, slot, request } of subscriptions) {
    byStatus[status] += 1;
    seats += subscription.seats;
    firstSwitchOn = earliestKnown(firstSwitchOn, slot.switchOn);
    lastSwitchOn = latestKnown(lastSwitchOn, slot.switchOn);
    inviteBy = earliestKnown(inviteBy, slot.inviteBy);
    if (request !== undefined) requests.add(request);
  }
  return {
    customer,
    region,
    subscriptionCount: subscriptions.length,
    seats,
    byStatus,
    firstSwitchOn,
    lastSwitchOn,
    inviteBy,
    requestCount: requests.size,
  };
}
