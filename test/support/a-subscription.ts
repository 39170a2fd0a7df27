import type { Customer } from "../../src/model/customer.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import type { Subscription } from "../../src/model/subscription.ts";

/** A confirmed customer in Germany, with a relationship to the new partner. */
export function aCustomer(differences: Partial<Customer> = {}): Customer {
  return {
    key: "0a1b2c3d-0000-4000-8000-000000000001",
    name: "Fabrikam",
    tenantId: "0a1b2c3d-0000-4000-8000-000000000001",
    domain: "fabrikam.example",
    countries: [{ country: "DE", at: { file: "book.csv", row: 2, line: 2 } }],
    relationship: true,
    confirmed: true,
    conflicts: [],
    ...differences,
  };
}

/** An active annual subscription, all of whose seats are assigned, that ends on 2027-03-31. */
export function aSubscription(differences: Partial<Subscription> = {}): Subscription {
  return {
    key: "s1",
    customer: aCustomer(),
    place: { file: "book.csv", row: 2, line: 2 },
    id: "s1",
    parentId: "",
    product: { ids: ["CFQ7TTC0LF8R:0001"], name: "Office 365 E3" },
    seats: 25,
    assignedSeats: differences.seats ?? 25,
    status: "active",
    statedSegment: undefined,
    statedChannel: undefined,
    term: "P1Y",
    billing: "monthly",
    start: plainDate("2026-04-01"),
    termEnd: plainDate("2027-03-31"),
    autoRenew: true,
    isTrial: false,
    isAddOn: false,
    isLicenceBased: true,
    promotion: "",
    unitPrice: 20,
    currency: "EUR",
    partnerTenantId: "",
    unread: [],
    conflicts: [],
    filled: [],
    ...differences,
  };
}
