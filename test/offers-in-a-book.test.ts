import { describe, expect, it } from "vitest";
import { planRow, runFiles } from "./support/run-rows.ts";

/** A row of an export, of a German customer whose term ends on 2027-06-30. */
interface Row {
  readonly id: string;
  readonly name?: string;
  readonly channel?: string;
  readonly segment?: string;
  readonly seats?: number;
}
/** What plan.csv says of it. */
type Expected = readonly [match: string, target: string, path: string, status: string, codes: string];

/** These say nothing about offers. */
const NOT_ABOUT_OFFERS = new Set(["RELATIONSHIP_MISSING", "ASSIGNED_UNKNOWN"]);
const REPLACED = "LICENCES_TO_REASSIGN;OFFER_DISCONTINUED;TARGET_ID_UNKNOWN";
const REPLACED_WITH_LOSS = "LICENCES_TO_REASSIGN;OFFER_DISCONTINUED;SERVICES_LOST;TARGET_ID_UNKNOWN";
const GONE: Expected = ["none", "", "repurchase", "blocked", "OFFER_WITHOUT_SUCCESSOR"];

function becomes(target: string, codes = REPLACED): Expected {
  return ["successor", target, "repurchase", "review", codes];
}

function aboutOffers(findings = ""): string {
  return findings
    .split(";")
    .filter((code) => !NOT_ABOUT_OFFERS.has(code))
    .join(";");
}

async function planned({ id, name = "", channel = "csp-legacy", segment = "", seats = 25 }: Row): Promise<Expected> {
  const header =
    "tenant_id,customer,country,subscription_id,product_id,product_name,seats,channel,segment,term,term_end";
  const row = `t-1,Fabrikam,DE,s-1,${id},"${name}",${seats},${channel},${segment},P1Y,2027-06-30`;
  const cells = planRow(await runFiles({ "book.csv": `${header}\n${row}\n` }), "s-1");
  return [
    cells.match ?? "",
    cells.target_offer ?? "",
    cells.path ?? "",
    cells.status ?? "",
    aboutOffers(cells.findings),
  ];
}

describe("Dynamics 365 in a book (DOMAIN.md 5)", () => {
  it.each<[string, Row, Expected]>([
    [
      "a plan by tier goes to its base offer",
      { id: "bb30b486-53be-4ecf-bb85-6f50979f0579" },
      becomes("Dynamics 365 Sales Enterprise", REPLACED_WITH_LOSS),
    ],
    [
      "the plan of all tiers by its part number, bought direct",
      { id: "DYN365_ENTERPRISE_PLAN1", channel: "direct" },
      becomes("Dynamics 365 Sales Enterprise", REPLACED_WITH_LOSS),
    ],
    [
      "the operations plan",
      { id: "1ec5a993-0779-43a9-a857-ac8fe83e977b" },
      becomes("Dynamics 365 Finance", REPLACED_WITH_LOSS),
    ],
    [
      "the plan of everything",
      { id: "725d5132-22a7-42d8-8a9b-988549a565f7" },
      becomes("Dynamics 365 base + attach licences per application"),
    ],
    ["Talent", { id: "5b2900bc-5067-4c17-99be-1560a8e8e6a1" }, becomes("Dynamics 365 Human Resources")],
    [
      "Comprehensive Hiring, which nothing replaces",
      { id: "4129ab82-8917-4310-8afd-801af96bfc41" },
      ["none", "", "repurchase", "blocked", "OFFER_END_OF_SALE"],
    ],
    [
      "Marketing, bought direct",
      { id: "CFQ7TTC0LH3N:0001", channel: "direct", seats: 1 },
      becomes("Dynamics 365 Customer Insights (2023 combined offer)"),
    ],
    [
      "Marketing, which a transfer keeps",
      { id: "CFQ7TTC0LH3N:0001", channel: "csp-nce", seats: 1 },
      ["exact", "Dynamics 365 for Marketing", "billing-transfer", "review", "OFFER_DISCONTINUED"],
    ],
    ["Fraud Protection, at its end of life", { id: "", name: "Dynamics 365 Fraud Protection Addl Assessments" }, GONE],
    ["an AX migration offer", { id: "7fbd1115-a4c1-4cf9-b881-40c4187ca581" }, becomes("Dynamics 365 Finance")],
    [
      "CRM Online Essential",
      { id: "d431de8a-1ac2-49dd-a6f5-07f3a0a880ff" },
      becomes("Dynamics 365 Team Members Add-On for CRM Essentials (Qualified Offer)"),
    ],
    [
      "the cloud migration promotion",
      { id: "", name: "Dynamics 365 Cloud Migration Promo (discounted D365 SKUs)" },
      GONE,
    ],
  ])("%s", async (_, row, expected) => {
    expect(await planned(row)).toEqual(expected);
  });
});

describe("nonprofit offers in a book (DOMAIN.md 5)", () => {
  const basicGrant = becomes("Microsoft 365 Business Basic (nonprofit grant)", REPLACED_WITH_LOSS);

  it.each<[string, Row, Expected]>([
    ["the E1 grant", { id: "83dca3b9-3d6c-4547-8c5f-ba1f69b130f8" }, basicGrant],
    [
      "the E1 grant, which no transfer keeps",
      { id: "83dca3b9-3d6c-4547-8c5f-ba1f69b130f8", channel: "csp-nce" },
      basicGrant,
    ],
    [
      "the Business Premium grant, named so",
      { id: "SPB", name: "Microsoft 365 Business Premium (nonprofit grant)", channel: "direct" },
      basicGrant,
    ],
    [
      "Business Premium with its price for staff, named so",
      { id: "SPB", name: "Microsoft 365 Business Premium (Nonprofit Staff Pricing)", channel: "direct" },
      [
        "exact",
        "Microsoft 365 Business Premium (Nonprofit Staff Pricing)",
        "repurchase",
        "review",
        "TARGET_ID_UNKNOWN",
      ],
    ],
    [
      "the E2 grant",
      { id: "STANDARDWOFFPACK", segment: "nonprofit", channel: "direct" },
      becomes("Office 365 E1 (paid nonprofit pricing)"),
    ],
    [
      "Information Protection P2",
      { id: "03c4a7a5-d45d-4a7e-8225-f32c87ab916f" },
      becomes("Microsoft 365 E5 Compliance (Nonprofit Staff Pricing)"),
    ],
    ["Fraud Protection", { id: "b7743de8-1640-41a0-84b6-1da6e1d4d9db" }, GONE],
    ["Power BI Premium P1", { id: "56943ffe-ba3f-48d8-9b4a-a9915a065086", seats: 2 }, GONE],
    [
      "a nonprofit offer that the row calls commercial",
      { id: "83dca3b9-3d6c-4547-8c5f-ba1f69b130f8", segment: "commercial" },
      ["none", "", "repurchase", "blocked", "SEGMENT_CONFLICT"],
    ],
  ])("%s", async (_, row, expected) => {
    expect(await planned(row)).toEqual(expected);
  });
});

describe("promotions in a book", () => {
  it.each<[string, Row, Expected]>([
    [
      "an offer that is one goes to the full-price offer",
      { id: "41c13b2d-e660-41ef-9383-bc726696bfe6" },
      becomes("Microsoft 365 Business Premium", "OFFER_DISCONTINUED;PROMOTION_LOST"),
    ],
    [
      "another, of a plan that has a new name",
      { id: "4e32ab4b-1642-464e-80f8-99dbc84d13f4" },
      becomes("Microsoft 365 Business Standard", "OFFER_DISCONTINUED;PROMOTION_LOST"),
    ],
  ])("%s", async (_, row, expected) => {
    expect(await planned(row)).toEqual(expected);
  });

  it.each([
    ["with a promotion, transferred", "39NFJQT1PJ4Z", "auto", "billing-transfer", ""],
    ["with a promotion, bought again", "39NFJQT1PJ4Z", "repurchase", "repurchase", "PROMOTION_LOST"],
    ["without one, bought again", "", "repurchase", "repurchase", ""],
  ])("an invoice line %s", async (_, promotion, policy, path, codes) => {
    const columns = {
      CustomerId: "11111111-aaaa-4000-8000-000000000001",
      CustomerName: "Fabrikam",
      CustomerCountry: "DE",
      ProductId: "CFQ7TTC0LH18",
      SkuId: "1",
      SkuName: "Microsoft 365 Business Basic",
      SubscriptionId: "s-1",
      Quantity: "5",
      ChargeType: "cycleFee",
      TermAndBillingCycle: "1-Year commitment for monthly/yearly billing",
      SubscriptionStartDate: "2026-07-01T00:00:00Z",
      SubscriptionEndDate: "2027-06-30T00:00:00Z",
      PromotionId: promotion,
    };
    const invoice = `${Object.keys(columns).join()}\n${Object.values(columns).join()}\n`;

    const plan = await runFiles({ "invoice.csv": invoice }, { configuration: { policy: { path: policy } } });

    const row = planRow(plan, "s-1");
    expect([row.path, row.match, aboutOffers(row.findings)]).toEqual([path, "exact", codes]);
  });
});
