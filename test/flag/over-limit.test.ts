import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import { overlaid } from "../../src/catalogue/overlaid.ts";
import { overlayOf } from "../../src/catalogue/overlay.ts";
import { overLimits } from "../../src/flag/over-limit.ts";
import type { Offer } from "../../src/model/offer.ts";
import { layerOf } from "../catalogue/files/support.ts";
import { aSurveyed, type SurveyedDifference } from "../schedule/a-surveyed.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { anOffer, aTarget } from "../support/an-offer.ts";
import { planRow, runFiles } from "../support/run-rows.ts";

const two = anOffer({ id: "two", subscriptionLimit: { count: 2, scope: "at a time" } });
const once = anOffer({ id: "once", subscriptionLimit: { count: 1, scope: "ever" } });
const free = anOffer({ id: "free" });
const elsewhere = aCustomer({ key: "other" });
const ours: SurveyedDifference = { exclusions: ["ALREADY_OURS"], partnerTenantId: "p-eu" };

type Held = readonly [becomes: readonly Offer[], difference?: SurveyedDifference];

function over(...held: readonly Held[]) {
  const surveyed = held.map(([[offer = free], difference], at) =>
    aSurveyed({ id: `s${at}`, key: `s${at}`, offer, ...difference }),
  );
  const targets = held.map(([offers, difference]) =>
    aTarget({ offers: difference?.exclusions === undefined ? offers : [] }),
  );
  return [...overLimits(surveyed, targets)].map(([place, { alreadyThere, coming }]) => [place, alreadyThere, coming]);
}

describe("subscriptions above the limit of an offer", () => {
  it.each<[string, readonly Held[], readonly (readonly number[])[]]>([
    ["as many as allowed", [[[two]], [[two]]], []],
    [
      "one more",
      [[[two]], [[two]], [[two]]],
      [
        [0, 0, 3],
        [1, 0, 3],
        [2, 0, 3],
      ],
    ],
    ["as many, in each of two customers", [[[two]], [[two]], [[two], { customer: elsewhere }]], []],
    ["any number without a limit", [[[free]], [[free]], [[free]]], []],
    [
      "one of several offers ordered together",
      [[[free, once]], [[once]]],
      [
        [0, 0, 2],
        [1, 0, 2],
      ],
    ],
    ["one there and one to come", [[[two], ours], [[two]]], []],
    ["two there and one to come", [[[two], ours], [[two], ours], [[two]]], [[2, 2, 1]]],
    [
      "two there and none to come",
      [
        [[two], ours],
        [[two], ours],
        [[two], ours],
      ],
      [],
    ],
    [
      "one gone and two to come, at a time",
      [[[two], { ...ours, exclusions: ["NOT_ACTIVE", "ALREADY_OURS"], status: "deleted" }], [[two]], [[two]]],
      [],
    ],
    [
      "one gone and one to come, ever",
      [[[once], { ...ours, exclusions: ["NOT_ACTIVE", "ALREADY_OURS"], status: "deleted" }], [[once]]],
      [[1, 1, 1]],
    ],
    ["what is excluded for another reason", [[[two], { exclusions: ["TRIAL"] }], [[two]], [[two]]], []],
  ])("%s", (_, held, expected) => {
    expect(over(...held)).toEqual(expected);
  });

  it("counts what is there with the partner location that the customer is routed to, and with no other", () => {
    const partner = { id: "eu", name: "EU", country: "DE", tenantId: "p-eu" };
    const tenant = { region: { kind: "served", country: "DE", region: "Europe", partner } } as const;

    const there = (partnerTenantId: string) =>
      over([[once], { ...ours, partnerTenantId, tenant }], [[once], { tenant }]);

    expect(there("p-eu")).toEqual([[1, 1, 1]]);
    expect(there("p-us")).toEqual([]);
  });
});

describe("a limit of the user's offer matrix", () => {
  const matrix =
    "ProductId,SkuId,SkuTitle,ProvisioningId,AssetOwnershipLimit,AssetOwnershipLimitType\n" +
    "CFQ7TTC0LH18,0001,Microsoft 365 Business Basic,,2,ConcurrentCount\n";
  const book = (count: number) =>
    `tenant_id,customer,country,subscription_id,product_id,seats,channel,term,term_end\n${Array.from(
      { length: count },
      (_, at) => `t-1,Fabrikam,DE,s-${at},CFQ7TTC0LH18:0001,5,direct,P1Y,2027-06-30`,
    ).join("\n")}\n`;

  it.each([
    [2, false],
    [3, true],
  ])("is judged over all subscriptions of the tenant: %d", async (count, expected) => {
    const builtIn = builtInCatalogue();
    const catalogue = overlaid(builtIn, overlayOf(builtIn, [await layerOf(matrix, "matrix.csv")]));

    const plan = await runFiles({ "book.csv": book(count) }, { catalogue });

    for (let at = 0; at < count; at += 1) {
      const { findings, status } = planRow(plan, `s-${at}`);
      expect([findings?.includes("SUBSCRIPTION_LIMIT_EXCEEDED"), status]).toEqual([
        expected,
        expected ? "review" : status,
      ]);
    }
  });
});
