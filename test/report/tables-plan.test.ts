import { describe, expect, it } from "vitest";
import { english } from "../../src/locale/english.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { planTable } from "../../src/report/tables/plan.ts";
import { aFinding, aPartner, aPlan, aPlannedSubscription, type PlannedDifference } from "../support/a-plan.ts";
import { anOffer } from "../support/an-offer.ts";
import { csvRecords } from "../support/read-table.ts";

const day = plainDate;
const at = { file: "book.csv", row: 2, line: 2 };

describe("plan.csv", () => {
  it("writes an ordinary row with every fact where the contract puts it", async () => {
    const planned = aPlannedSubscription({ slot: { inviteBy: day("2027-03-10") } });

    const [row] = await csvRecords(planTable, aPlan({ subscriptions: [planned] }));

    expect(row).toEqual({
      key: "s1",
      status: "ready",
      customer: "Fabrikam",
      tenant_id: "0a1b2c3d-0000-4000-8000-000000000001",
      domain: "fabrikam.example",
      country: "DE",
      partner: "eu",
      source_file: "book.csv",
      source_row: "2",
      subscription_id: "s1",
      parent_subscription_id: "",
      source_product_id: "CFQ7TTC0LF8R:0001",
      source_offer: "Office 365 E3",
      channel: "csp-nce",
      segment: "commercial",
      term: "P1Y",
      billing: "monthly",
      term_end: "2027-03-31",
      auto_renew: "yes",
      seats: "25",
      assigned_seats: "25",
      target_product_id: "CFQ7TTC0LF8R:0001",
      target_offer: "Office 365 E3",
      target_term: "P1Y",
      target_billing: "monthly",
      target_seats: "25",
      match: "exact",
      licence_action: "keep",
      services_lost: "",
      path: "repurchase",
      switch_on: "2027-03-24",
      earliest_on: "2026-12-01",
      latest_on: "2027-03-29",
      date_reason: "PREFERRED",
      date_explanation: "Term ends 2027-03-31; 7 days before is 24 Mar.",
      overlap_days: "7",
      overlap_cost: "115.07",
      currency: "EUR",
      wave: "2027-W12",
      request: "",
      invite_by: "2027-03-10",
      auto_renew_off_by: "2027-03-30",
      severity: "",
      findings: "",
    });
  });

  const cases: readonly [string, PlannedDifference, Record<string, string>][] = [
    [
      "an export without term and billing invents none, and orders a year",
      { subscription: { term: undefined, billing: undefined } },
      { term: "", billing: "", target_term: "P1Y", target_billing: "" },
    ],
    [
      "a term that is not understood is shown as given, and none is ordered",
      {
        subscription: {
          term: undefined,
          billing: undefined,
          unread: [
            { field: "billing", column: "Billing", value: "weekly" },
            { field: "term", column: "Term", value: "P5Y" },
          ],
        },
      },
      { term: "P5Y", billing: "weekly", target_term: "", target_billing: "" },
    ],
    ["a three-year term is carried over", { subscription: { term: "P3Y" } }, { term: "P3Y", target_term: "P3Y" }],
    ["auto-renew off", { subscription: { autoRenew: false } }, { auto_renew: "no" }],
    ["auto-renew unknown", { subscription: { autoRenew: undefined } }, { auto_renew: "" }],
    [
      "two countries are both shown, and the location they share",
      {
        customer: {
          countries: [
            { country: "DE", at },
            { country: "FR", at },
          ],
        },
        region: { kind: "contradictory", countries: ["DE", "FR"], partner: aPartner },
      },
      { country: "DE;FR", partner: "eu" },
    ],
    [
      "no location serves the tenant",
      { region: { kind: "conflict", country: "BR", region: "Latin America" } },
      { partner: "" },
    ],
    [
      "a product without a name is called by its first id",
      { subscription: { product: { ids: ["ENTERPRISEPACK", "second"], name: "" } } },
      { source_product_id: "ENTERPRISEPACK", source_offer: "ENTERPRISEPACK" },
    ],
    [
      "a product without an id has none",
      { subscription: { product: { ids: [], name: "Office 365 E3" } } },
      { source_product_id: "", source_offer: "Office 365 E3" },
    ],
    [
      "two offers ordered together are joined, and an unknown id adds nothing",
      {
        target: {
          offers: [
            anOffer({ name: "Microsoft 365 E3 (no Teams)", productSku: "CFQ7TTC0LFLX:0001" }),
            anOffer({ name: "Microsoft Teams Enterprise", productSku: "" }),
          ],
        },
      },
      {
        target_product_id: "CFQ7TTC0LFLX:0001",
        target_offer: "Microsoft 365 E3 (no Teams) + Microsoft Teams Enterprise",
      },
    ],
    [
      "services lost are a list",
      { target: { match: "equivalent", licenceAction: "reassign", servicesLost: ["Sway", "To-Do"] } },
      { match: "equivalent", licence_action: "reassign", services_lost: "Sway;To-Do" },
    ],
    [
      "nothing matched",
      { target: { match: "none", offers: [], licenceAction: undefined } },
      { match: "none", target_product_id: "", target_offer: "", licence_action: "", target_seats: "25" },
    ],
    [
      "an excluded subscription orders nothing",
      {
        status: "excluded",
        slot: { path: "none", switchOn: undefined, overlapDays: undefined, overlapCost: undefined },
      },
      {
        target_term: "",
        target_billing: "",
        target_seats: "",
        switch_on: "",
        wave: "",
        overlap_days: "",
        overlap_cost: "",
      },
    ],
    [
      "assigned seats are the tenant's of the product, also 0",
      {
        surveyed: {
          productInTenant: {
            subscriptionCount: 2,
            seats: 50,
            targetSeats: 50,
            assignedSeats: 0,
            assignedAt: undefined,
            assignedElsewhere: [],
          },
        },
      },
      { assigned_seats: "0" },
    ],
    [
      "the target seats are the policy's",
      { subscription: { seats: 25 }, surveyed: { targetSeats: 20 } },
      { seats: "25", target_seats: "20" },
    ],
    [
      "a transfer has no overlap",
      { slot: { overlapDays: 0, overlapCost: 0 }, request: 2 },
      { overlap_days: "0", overlap_cost: "0.00", request: "2" },
    ],
    [
      "the last day of a year is in the wave of its Thursday",
      { slot: { switchOn: day("2027-01-01") } },
      { wave: "2026-W53" },
    ],
    [
      "findings come worst first, then by code",
      {
        findings: [
          aFinding("TENANT_OVER_150", "warning"),
          aFinding("OFFER_RENAMED", "info"),
          aFinding("REGION_CONFLICT", "blocking"),
          aFinding("IN_GRACE", "warning"),
        ],
      },
      { severity: "blocking", findings: "REGION_CONFLICT;IN_GRACE;TENANT_OVER_150;OFFER_RENAMED" },
    ],
    ["a hostile name stays text", { customer: { name: "=HYPERLINK(A1)" } }, { customer: "'=HYPERLINK(A1)" }],
  ];

  it.each(cases)("%s", async (_, difference, expected) => {
    const [row] = await csvRecords(planTable, aPlan({ subscriptions: [aPlannedSubscription(difference)] }));

    expect(row).toMatchObject(expected);
  });

  it("has a row for each subscription, in the plan's order", async () => {
    const subscriptions = ["b", "a", "c"].map((key) => aPlannedSubscription({ subscription: { key } }));

    const rows = await csvRecords(planTable, aPlan({ subscriptions }));

    expect(rows.map((row) => row.key)).toEqual(["b", "a", "c"]);
  });
});

it("shows the planner first what moves, to what, when, and what stands in the way", () => {
  const listed = planTable.sheetColumns?.(aPlan()).filter((column) => column.input === undefined) ?? [];
  const onSheet = listed.map((column) => column.key);

  expect(onSheet.slice(0, 9).join(" ")).toBe(
    "key status customer source_offer seats target_offer target_seats switch_on findings",
  );
});

describe("what a missed switch brings", () => {
  const cellsOf = (planned: ReturnType<typeof aPlannedSubscription>) =>
    (planTable.sheetColumns?.(aPlan({ subscriptions: [planned] })) ?? [])
      .filter(({ key }) => key === "if_missed" || key === "cost_of_waiting")
      .map((column) => {
        const value = column.value(planned);
        return typeof value === "object" ? english(value) : value;
      });

  it.each([
    [
      "renews",
      { kind: "renews", from: day("2027-04-01"), until: day("2028-03-31"), months: 12 },
      "renews from 2027-04-01 to 2028-03-31",
      3000,
    ],
    [
      "runs on",
      { kind: "runsOn", from: day("2027-04-01") },
      "runs on from 2027-04-01 as a paid extended term",
      undefined,
    ],
    ["ends", { kind: "ends", accessUntil: day("2027-04-30") }, "users lose access after 2027-04-30", undefined],
    ["is not known", undefined, undefined, undefined],
  ] as const)("stands on the sheet: it %s", (_, waiting, words, cost) => {
    const planned = aPlannedSubscription({ subscription: { seats: 25, unitPrice: 10 }, slot: { waiting } });

    expect(cellsOf(planned)).toEqual([words, cost]);
  });

  it("is no column of plan.csv", () => {
    expect(planTable.columns(aPlan()).map(({ key }) => key)).not.toContain("if_missed");
  });
});
