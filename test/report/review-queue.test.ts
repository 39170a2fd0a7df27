import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { tables } from "../../src/report/tables/index.ts";
import { reviewQueueTable } from "../../src/report/tables/review-queue.ts";
import { aFinding, aPlan, aPlannedSubscription, type PlannedDifference } from "../support/a-plan.ts";
import { aWorkbook, opened } from "../support/a-workbook.ts";
import { inEnglish } from "../support/in-english.ts";
import { partOf } from "../support/unzip.ts";

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

  it("jumps to the row on Plan, on whichever part it stands", async () => {
    const subscriptions = [one("a"), one("b"), one("c", { status: "review" }), one("d", { status: "blocked" })];
    const bytes = await aWorkbook(aPlan({ subscriptions }), tables, 4);
    const workbook = await opened(bytes);

    const names = [...partOf(bytes, "xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      (match) => match[1],
    );
    const queue = partOf(bytes, `xl/worksheets/sheet${names.indexOf("Review queue") + 1}.xml`);
    const links = [...queue.matchAll(/<hyperlink ref="(A\d+)" location="'([^']+)'!(A\d+)"\/>/g)];
    expect(links.map(([, ref, sheet, cell]) => [ref, sheet, cell])).toEqual([
      ["A2", "Plan (2)", "A2"],
      ["A3", "Plan", "A4"],
    ]);
    for (const [, ref = "", sheet = "", cell = ""] of links) {
      expect(workbook.getWorksheet(sheet)?.getCell(cell).value).toBe(
        workbook.getWorksheet("Review queue")?.getCell(ref).value,
      );
    }
  });
});
