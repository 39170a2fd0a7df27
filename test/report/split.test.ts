import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outputsOf, oversizedCustomers } from "../../src/report/report.ts";
import { customerGroups, partOfPlan } from "../../src/report/split.ts";
import { aFinding, aPlan, aPlannedSubscription, aRejectedRow } from "../support/a-plan.ts";
import { aCustomer } from "../support/a-subscription.ts";

/** A book whose customers have so many subscriptions each. */
function bookOf(...sizes: readonly number[]) {
  const statuses = ["ready", "review", "blocked", "excluded"] as const;
  const subscriptions = sizes.flatMap((size, number) => {
    const customer = aCustomer({ key: `c${number}`, name: `Customer ${number}`, tenantId: `t${number}` });
    return Array.from({ length: size }, (_, index) =>
      aPlannedSubscription({
        subscription: { customer, key: `c${number}-${index}` },
        status: statuses[(number + index) % 4] ?? "ready",
        findings: index % 2 === 0 ? [aFinding("OFFER_RENAMED", "info")] : [],
      }),
    );
  });
  return aPlan({ subscriptions, rejected: [aRejectedRow(), aRejectedRow()] });
}

function sizesOf(most: number, ...sizes: readonly number[]): readonly number[] {
  return customerGroups(bookOf(...sizes), most).map((group) =>
    group.reduce((sum, customer) => sum + customer.subscriptions.length, 0),
  );
}

describe("a plan in several workbooks", () => {
  it.each([
    [4, [2, 2, 2], [4, 2]],
    [3, [2, 2, 2], [2, 2, 2]],
    [6, [2, 2, 2], [6]],
    [2, [1, 5, 1], [1, 5, 1]],
    [5, [5, 1], [5, 1]],
    [4, [5, 1], [5, 1]],
    [4, [], [0]],
  ])("of at most %i: customers of %j make workbooks of %j", (most, sizes, workbooks) => {
    expect(sizesOf(most, ...sizes)).toEqual(workbooks);
  });

  it("never divides a customer, loses none, keeps the order, and never wastes room for the next", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), (counts, most) => {
        const plan = bookOf(...counts);
        const groups = customerGroups(plan, most);
        expect(groups.flat()).toEqual(plan.customers);
        const filled = groups.map((group) => group.reduce((sum, customer) => sum + customer.subscriptions.length, 0));
        for (const [index, group] of groups.entries()) {
          if (group.length > 1) expect(filled[index]).toBeLessThanOrEqual(most);
          const next = groups[index + 1]?.[0]?.subscriptions.length;
          if (next !== undefined) expect((filled[index] ?? 0) + next).toBeGreaterThan(most);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("adds up: each sum of the parts is that of the whole, and each part's own", () => {
    const plan = bookOf(3, 4, 1, 6);
    const groups = customerGroups(plan, 5);
    const parts = groups.map((group, index) => partOfPlan(plan, group, index + 1, groups.length));

    for (const key of Object.keys(plan.totals) as (keyof typeof plan.totals)[]) {
      expect(
        parts.reduce((sum, part) => sum + part.totals[key], 0),
        key,
      ).toBe(plan.totals[key]);
    }
    for (const { totals, subscriptions } of parts) {
      const { merged, duplicates, rejected, usage, customers, ignored } = totals;
      expect(totals.planned).toBe(subscriptions.length);
      expect(totals.rowsRead).toBe(totals.planned + merged + duplicates + rejected + usage + customers + ignored);
      expect(totals.planned).toBe(totals.ready + totals.review + totals.blocked + totals.excluded);
    }
    expect(parts.flatMap((part) => part.rejected)).toEqual(plan.rejected);
    const findings = parts.flatMap((part) => part.findingCounts).reduce((sum, { count }) => sum + count, 0);
    expect(findings).toBe(plan.findingCounts.reduce((sum, { count }) => sum + count, 0));
  });

  it("has files with numbers, each with its rows, and names who is too large for one", () => {
    const plan = bookOf(3, 7, 1);

    const names = outputsOf(plan, 4).map((file) => file.name);
    expect(names.filter((name) => name.endsWith(".xlsx"))).toEqual([
      "transfer-plan-001.xlsx",
      "transfer-plan-002.xlsx",
      "transfer-plan-003.xlsx",
    ]);
    expect(oversizedCustomers(plan, 4)).toEqual([
      { customer: "Customer 1", subscriptions: 7, file: "transfer-plan-002.xlsx" },
    ]);
    expect(oversizedCustomers(plan, 7)).toEqual([]);
    expect(outputsOf(plan).map((file) => file.name)).toContain("transfer-plan.xlsx");
  });
});
