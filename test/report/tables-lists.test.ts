import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { customersTable } from "../../src/report/tables/customers.ts";
import { findingsTable } from "../../src/report/tables/findings.ts";
import { mappingTable } from "../../src/report/tables/mapping.ts";
import { aFileReport, aFinding, aPlan, aPlannedSubscription } from "../support/a-plan.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { anIdentity, anOffer, aTarget } from "../support/an-offer.ts";
import { csvRecords } from "../support/read-table.ts";

const day = plainDate;

describe("customers.csv", () => {
  it("sums the customer's subscriptions", async () => {
    const customer = aCustomer({ relationship: false });
    const subscriptions = [
      aPlannedSubscription({
        subscription: { customer, key: "a", seats: 10 },
        slot: { switchOn: day("2027-03-24"), inviteBy: day("2027-03-10") },
        request: 2,
      }),
      aPlannedSubscription({
        subscription: { customer, key: "b", seats: 5 },
        status: "review",
        slot: { switchOn: day("2027-01-11"), inviteBy: day("2026-12-28") },
        request: 1,
      }),
      aPlannedSubscription({ subscription: { customer, key: "c", seats: 1 }, status: "blocked", request: 2 }),
      aPlannedSubscription({
        subscription: { customer, key: "d", seats: 3 },
        status: "excluded",
        slot: { path: "none", switchOn: undefined },
      }),
    ];

    const rows = await csvRecords(customersTable, aPlan({ subscriptions }));

    expect(rows).toEqual([
      {
        customer: "Fabrikam",
        tenant_id: "0a1b2c3d-0000-4000-8000-000000000001",
        domain: "fabrikam.example",
        country: "DE",
        region: "EU/EFTA",
        partner: "eu",
        relationship: "no",
        subscriptions: "4",
        seats: "19",
        ready: "1",
        review: "1",
        blocked: "1",
        excluded: "1",
        first_switch_on: "2027-01-11",
        last_switch_on: "2027-03-24",
        invite_by: "2026-12-28",
        requests: "2",
      },
    ]);
  });

  it("lists a customer without subscriptions, and says nothing that nobody said", async () => {
    const customer = aCustomer({ relationship: undefined, countries: [] });
    const alone = { customer, region: { kind: "unknownCountry", value: "" } as const, subscriptions: [] };

    const [row] = await csvRecords(customersTable, aPlan({ subscriptions: [], customers: [alone] }));

    expect(row).toMatchObject({
      country: "",
      region: "",
      partner: "",
      relationship: "",
      subscriptions: "0",
      seats: "0",
      first_switch_on: "",
      last_switch_on: "",
      invite_by: "",
      requests: "0",
    });
  });

  it("names the region also where no partner location serves it", async () => {
    const planned = aPlannedSubscription({ region: { kind: "conflict", country: "BR", region: "Latin America" } });

    const [row] = await csvRecords(customersTable, aPlan({ subscriptions: [planned] }));

    expect(row).toMatchObject({ region: "Latin America", partner: "" });
  });
});

describe("mapping.csv", () => {
  it("shows where an offer goes, what it loses and gains, and what else it could be", async () => {
    const target = aTarget({
      match: "successor",
      licenceAction: "reassign",
      servicesLost: ["Sway"],
      servicesGained: ["Loop", "Places"],
      candidates: [
        { offer: anOffer(), score: 0.871, reason: "close name" },
        { offer: anOffer({ name: "Office 365 E1", productSku: "" }), score: 0.5, reason: "fewest services lost" },
      ],
      provenance: "Microsoft, 2026-08-01",
    });
    const line = { key: "m1", identity: anIdentity(), target, subscriptionCount: 3, seats: 75 };

    const rows = await csvRecords(mappingTable, aPlan({ mappings: [line] }));

    expect(rows).toEqual([
      {
        key: "m1",
        source_product_id: "CFQ7TTC0LF8R:0001",
        source_offer: "Office 365 E3",
        segment: "commercial",
        target_product_id: "CFQ7TTC0LF8R:0001",
        target_offer: "Office 365 E3",
        match: "successor",
        licence_action: "reassign",
        services_lost: "Sway",
        services_gained: "Loop;Places",
        candidate_1: "CFQ7TTC0LF8R:0001 Office 365 E3 (0.87, close name)",
        candidate_2: "Office 365 E1 (0.50, fewest services lost)",
        candidate_3: "",
        subscriptions: "3",
        seats: "75",
        provenance: "Microsoft, 2026-08-01",
      },
    ]);
  });
});

describe("findings.csv", () => {
  it("has a line for each finding of each subscription, with its values", async () => {
    const planned = aPlannedSubscription({
      findings: [aFinding("OFFER_RENAMED", "info", "was E3"), aFinding("REGION_CONFLICT", "blocking", "in BR")],
    });

    const rows = await csvRecords(findingsTable, aPlan({ subscriptions: [planned, planned] }));

    const region = {
      key: "s1",
      code: "REGION_CONFLICT",
      severity: "blocking",
      subject: "customer",
      customer: "Fabrikam",
      subscription_id: "s1",
      source_file: "book.csv",
      source_row: "2",
      message: "REGION_CONFLICT: in BR",
      remedy: "What to do about REGION_CONFLICT.",
    };
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual(region);
    expect(rows[1]).toMatchObject({ code: "OFFER_RENAMED", subject: "subscription", message: "OFFER_RENAMED: was E3" });
    expect(rows[2]).toEqual(region);
  });

  it.each([
    ["REGION_UNKNOWN", "customer"],
    ["TENANT_OVER_150", "customer"],
    ["RELATIONSHIP_MISSING", "customer"],
    ["CUSTOMER_UNCONFIRMED", "customer"],
    ["OFFER_NOT_IN_COUNTRY", "subscription"],
    ["SEATS_BELOW_ASSIGNED", "subscription"],
  ])("%s is about a %s", async (code, subject) => {
    const planned = aPlannedSubscription({ findings: [aFinding(code, "warning")] });

    const [row] = await csvRecords(findingsTable, aPlan({ subscriptions: [planned] }));

    expect(row?.subject).toBe(subject);
  });

  it("ends with refused files and rejected rows, without a key", async () => {
    const refusal = aFinding("DATE_ORDER_UNKNOWN", "rejecting", "03/04/2027");
    const unreadable = aFinding("ROW_UNREADABLE", "rejecting", "seats");
    const plan = aPlan({
      subscriptions: [aPlannedSubscription({ findings: [aFinding("TRIAL", "excluded")] })],
      files: [aFileReport(), aFileReport({ file: "mixed.csv", refusal })],
      notices: [
        { place: { file: "book.csv", row: 9, line: 12 }, finding: unreadable },
        { place: { file: "mixed.csv", row: 1, line: 1 }, finding: refusal },
        { place: { file: "mixed.csv", row: 2, line: 2 }, finding: refusal },
      ],
    });

    const rows = await csvRecords(findingsTable, plan);

    expect(rows.map((row) => [row.key, row.code, row.subject, row.source_file, row.source_row])).toEqual([
      ["s1", "TRIAL", "subscription", "book.csv", "2"],
      ["", "ROW_UNREADABLE", "row", "book.csv", "9"],
      ["", "DATE_ORDER_UNKNOWN", "file", "mixed.csv", "1"],
      ["", "DATE_ORDER_UNKNOWN", "row", "mixed.csv", "2"],
    ]);
  });
});
