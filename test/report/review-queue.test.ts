import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { tables } from "../../src/report/tables/index.ts";
import { reviewQueueTable } from "../../src/report/tables/review-queue.ts";
import { aFinding, aPlan, aPlannedSubscription, type PlannedDifference } from "../support/a-plan.ts";
import { aWorkbook, opened } from "../support/a-workbook.ts";
import { inEnglish } from "../support/in-english.ts";

const warning = aFinding("SERVICES_LOST", "warning");
const blocking = aFinding("OFFER_UNKNOWN", "blocking");
const info = aFinding("ASSIGNED_UNKNOWN", "info");

function one(key: string, difference: PlannedDifference = {}) {
  return aPlannedSubscription({ ...difference, subscription: { key, ...difference.subscription } });
}

function due(on: string | undefined) {
  const day = on === undefined ? undefined : plainDate(on);
  return { inviteBy: undefined, autoRenewOffBy: undefined, switchOn: day, termEnd: undefined };
}

function queued(subscriptions: readonly ReturnType<typeof one>[]) {
  const columns = reviewQueueTable.columns(aPlan());
  return [...reviewQueueTable.rows(aPlan({ subscriptions }))].map(
    (row) => new Map(columns.map((column) => [column.key, inEnglish(column.value(row))])),
  );
}

describe("the review queue", () => {
  it("holds what is blocked or in review and nothing else", () => {
    const all = (["ready", "review", "blocked", "excluded"] as const).map((status) => one(status, { status }));

    expect(queued(all).map((row) => row.get("key"))).toEqual(["blocked", "review"]);
    expect(reviewQueueTable.rowCount?.(aPlan({ subscriptions: all }))).toBe(2);
  });

  it("puts blocked before review, then the first day due, then most seats, then the plan's order", () => {
    const all = [
      one("review early", { status: "review", slot: due("2026-12-02") }),
      one("blocked never", { status: "blocked", slot: due(undefined) }),
      one("blocked late", { status: "blocked", slot: due("2027-02-02") }),
      one("blocked few", { status: "blocked", slot: due("2027-02-01"), subscription: { seats: 9 } }),
      one("blocked many", { status: "blocked", slot: due("2027-02-01"), subscription: { seats: 10 } }),
      one("blocked few too", { status: "blocked", slot: due("2027-02-01"), subscription: { seats: 9 } }),
    ];

    expect(queued(all).map((row) => row.get("key"))).toEqual([
      "blocked many",
      "blocked few",
      "blocked few too",
      "blocked late",
      "blocked never",
      "review early",
    ]);
  });

  it.each([
    ["invitation", { inviteBy: plainDate("2026-12-03"), switchOn: plainDate("2027-01-07") }, "2026-12-03"],
    ["switch", { inviteBy: undefined, autoRenewOffBy: undefined, switchOn: plainDate("2027-01-07") }, "2027-01-07"],
    [
      "term end",
      { inviteBy: undefined, autoRenewOffBy: undefined, switchOn: undefined, termEnd: plainDate("2027-03-31") },
      "2027-03-31",
    ],
  ])("is to be decided by the first day due: %s", (_, slot, day) => {
    expect(queued([one("k", { status: "review", slot })])[0]?.get("decide_by")).toBe(plainDate(day));
  });

  it("says why and what to decide, without findings that change nothing", () => {
    const [row] = queued([one("k", { status: "blocked", findings: [blocking, warning, info] })]);

    expect(row?.get("why")).toBe(
      "OFFER_UNKNOWN: OFFER_UNKNOWN: as in the test\nSERVICES_LOST: SERVICES_LOST: as in the test",
    );
    expect(row?.get("what_to_decide")).toBe("What to do about OFFER_UNKNOWN.\nWhat to do about SERVICES_LOST.");
  });

  it("tells the row on Plan by a formula over all its keys, with the row as it is written", async () => {
    const subscriptions = [one("a"), one("b"), one("c", { status: "review" }), one("d", { status: "blocked" })];
    const workbook = await opened(await aWorkbook(aPlan({ subscriptions }), tables));
    const queue = workbook.getWorksheet("Review queue");

    expect(queue?.getRow(1).getCell(3).value).toBe("Row on Plan");
    for (const row of [2, 3]) {
      const place = queue?.getRow(row).getCell(3).value as { formula: string; result: number } | undefined;
      expect(place?.formula).toBe(`MATCH($A${row},'Plan'!$A$2:$A$5,0)+1`);
      const found = workbook.getWorksheet("Plan")?.getRow(place?.result ?? 1);
      expect(found?.getCell(1).value).toBe(queue?.getRow(row).getCell(1).value);
    }
  });

  it("says nothing of rows where Plan goes on over several sheets, and has no such column in a large book", async () => {
    const subscriptions = ["a", "b", "c", "d"].map((key) => one(key));
    const workbook = await opened(await aWorkbook(aPlan({ subscriptions }), tables, 4));

    expect(workbook.getWorksheet("Review queue")?.getRow(2).getCell(3).value).toBeNull();
    const keysOf = (count: number) => {
      const [planned] = subscriptions;
      const plan = {
        ...aPlan({ subscriptions }),
        subscriptions: Array.from({ length: count }, () => planned ?? one("a")),
      };
      return reviewQueueTable.columns(plan).map(({ key }) => key);
    };
    expect(keysOf(20_000)).toContain("row_on_plan");
    expect(keysOf(20_001)).not.toContain("row_on_plan");
  });
});
