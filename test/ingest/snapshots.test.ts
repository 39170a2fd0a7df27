import { describe, expect, it } from "vitest";
import { aCsv, ingestAll } from "./support.ts";

const HEADER = [
  "CustomerTenantId",
  "SubscriptionId",
  "Product",
  "TotalSoldSeats",
  "SubscriptionEndDate",
  "month",
  "IsDuplicateRowForPGA",
];

interface Row {
  readonly tenant?: string;
  readonly id?: string;
  readonly seats: number;
  readonly termEnd?: string;
  readonly month: string;
  readonly isDuplicate?: boolean;
}

function aMonth({ tenant = "t1", id = "s1", seats, termEnd = "2027-03-31", month, isDuplicate = false }: Row) {
  return [tenant, id, "Microsoft 365 E3", String(seats), termEnd, month, isDuplicate ? "True" : "False"];
}

async function seatsOf(...rows: readonly Row[]) {
  const { subscriptions, files } = await ingestAll([aCsv("insights.csv", HEADER, ...rows.map(aMonth))]);
  const { planned, merged, duplicates } = files[0]?.rows ?? { planned: 0, merged: 0, duplicates: 0 };
  const seats = subscriptions.map((each) => each.seats);
  const conflicts = subscriptions.flatMap((each) => each.conflicts.map(({ field }) => field));
  return { seats, planned, merged, duplicates, conflicts };
}

describe("a subscription with a row a month", () => {
  it.each([
    ["the newest last", ["2026-09-01", "2026-10-01", "2026-11-01"], 11],
    ["the newest first", ["2026-11-01", "2026-10-01", "2026-09-01"], 9],
    ["two in one month", ["9/1/2026", "11/1/2026", "11/1/2026"], 10],
  ])("has the seats of its newest month: %s", async (_, months, seats) => {
    const rows = months.map((month, index) => ({ month, seats: 9 + index }));

    const found = await seatsOf(...rows);

    expect(found.seats).toEqual([seats]);
    expect(found.planned + found.merged + found.duplicates).toBe(3);
  });

  it("counts earlier months as merged and says no conflict of theirs", async () => {
    const found = await seatsOf({ month: "2026-10", seats: 5 }, { month: "202611", seats: 7 });

    expect(found).toEqual({ seats: [7], planned: 1, merged: 1, duplicates: 0, conflicts: [] });
  });

  it("has the newest month's facts also where an earlier month's term ended later", async () => {
    const found = await seatsOf(
      { month: "2026-10-01", seats: 5, termEnd: "2029-06-30" },
      { month: "2026-11-01", seats: 7, termEnd: "2027-10-31" },
    );

    expect(found.seats).toEqual([7]);
  });

  it("counts what the export calls a duplicate as one, of whatever month", async () => {
    const found = await seatsOf(
      { month: "2026-10-01", seats: 5 },
      { month: "2026-10-01", seats: 5, isDuplicate: true },
      { month: "2026-11-01", seats: 7, isDuplicate: true },
      { month: "2026-11-01", seats: 7 },
    );

    expect(found).toEqual({ seats: [7], planned: 1, merged: 1, duplicates: 2, conflicts: [] });
  });

  it("is planned where the row that a duplicate repeats is not in the file", async () => {
    expect((await seatsOf({ month: "2026-11-01", seats: 7, isDuplicate: true })).seats).toEqual([7]);
  });

  it("says where two rows of its newest month disagree", async () => {
    const found = await seatsOf({ month: "2026-11-01", seats: 7 }, { month: "2026-11-01", seats: 8 });

    expect(found).toEqual({ seats: [7], planned: 1, merged: 0, duplicates: 1, conflicts: ["seats"] });
  });

  it("is another subscription in another tenant or with another id", async () => {
    const found = await seatsOf(
      { month: "2026-10-01", seats: 1 },
      { month: "2026-11-01", seats: 2, id: "s2" },
      { month: "2026-11-01", seats: 3, tenant: "t2" },
    );

    expect(found.seats).toEqual([1, 2, 3]);
  });
});
