import { describe, expect, it } from "vitest";
import type { ClosedDay } from "../../src/model/closed-day.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { CALENDAR_HEAD, calendarFilter, calendarRows } from "../../src/report/workbook/calendar-sheet.ts";
import { HEAT_STYLES } from "../../src/report/workbook/styles.ts";
import { aPlan, aPlannedSubscription, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aPolicy } from "../support/a-slot.ts";
import { inEnglish } from "../support/in-english.ts";

const closedDays: readonly ClosedDay[] = [
  { on: plainDate("2027-03-24"), kind: "freeze", reason: "stock-taking", isForAll: true },
  { on: plainDate("2027-03-25"), kind: "freeze", reason: "stock-taking", isForAll: true },
  { on: plainDate("2027-03-26"), kind: "holiday", reason: "Good Friday (eu)", isForAll: false },
  { on: plainDate("2027-03-27"), kind: "weekday", reason: "Saturday", isForAll: true },
];

function on(day: string, status: "ready" | "review" | "blocked" = "ready", seats = 10) {
  return aPlannedSubscription({ status, slot: { switchOn: plainDate(day) }, subscription: { seats } });
}

function weeksOf(plan: ReturnType<typeof aPlan>) {
  return calendarRows(plan).slice(CALENDAR_HEAD);
}

function valuesOf(plan: ReturnType<typeof aPlan>) {
  return weeksOf(plan).map((row) => row.cells.map((cell) => inEnglish(cell?.value)));
}

describe("the calendar", () => {
  it("has a row for each week with a switch, and counts what moves on each of its days", () => {
    const subscriptions = [
      on("2027-03-22"),
      on("2027-03-22", "review", 5),
      on("2027-03-28"),
      on("2027-04-05"),
      on("2027-04-06", "blocked"),
    ];

    const rows = valuesOf(aPlan({ subscriptions }));
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ["Mar 2027", "2027-W12"],
      ["Apr 2027", "2027-W14"],
    ]);
    expect(rows[0]?.slice(3, 13)).toEqual([2, "", "", "", "", "", 1, 3, 3, 25]);
    expect(rows[1]?.slice(3, 13)).toEqual([1, "", "", "", "", "", "", 1, 1, 10]);
  });

  it("counts every subscription that moves once", () => {
    const plan = aPlan({ subscriptions: manyPlannedSubscriptions(600) });

    const counted = valuesOf(plan).reduce((sum, row) => sum + Number(row[10]), 0);
    expect(counted).toBe(plan.totals.ready + plan.totals.review);
  });

  it("marks days that are closed for all, and says why; one that is closed for some is only named", () => {
    const [row] = weeksOf(aPlan({ subscriptions: [on("2027-03-22")], closedDays }));

    expect(row?.cells.slice(5, 9).map((cell) => inEnglish(cell?.value))).toEqual(["–", "–", "", ""]);
    const grounds = row?.cells.slice(5, 9).map((cell) => cell?.style.fill !== undefined);
    expect(grounds).toEqual([true, true, false, true]);
    expect(inEnglish(row?.cells.at(-1)?.value)).toBe("24–25 Mar stock-taking; 26 Mar Good Friday (eu)");
  });

  it("shows a switch on a closed day all the same", () => {
    expect(valuesOf(aPlan({ subscriptions: [on("2027-03-24")], closedDays }))[0]?.[5]).toBe(1);
  });

  it("tells how full the fullest day is, by the limit that is nearer", () => {
    const subscriptions = [on("2027-03-22"), on("2027-03-22"), on("2027-03-23")];
    const limited = (capacityPerDay: { subscriptions: number | undefined; customers: number | undefined }) =>
      valuesOf(aPlan({ subscriptions, policy: aPolicy({ capacityPerDay }) }))[0]?.[13];

    expect(limited({ subscriptions: undefined, customers: undefined })).toBe(2);
    expect(limited({ subscriptions: 8, customers: undefined })).toBe(0.25);
    expect(limited({ subscriptions: 8, customers: 4 })).toBe(0.5);
  });

  it.each([1, 2, 3, 5, 7, 42])("gives the fullest of %i its darkest shade in use, and one the lightest", (most) => {
    const subscriptions = [...Array.from({ length: most }, () => on("2027-03-22")), on("2027-03-23")];
    const [row] = weeksOf(aPlan({ subscriptions }));
    const scale = calendarRows(aPlan({ subscriptions }))[2]?.cells ?? [];

    const shades = scale.slice(3, -1).map((cell) => cell?.style);
    expect(row?.cells[4]?.style).toBe(HEAT_STYLES[0]);
    expect(row?.cells[3]?.style).toBe(shades.at(-1));
    expect(scale.slice(3, -1).at(-1)?.value).toMatch(new RegExp(`(^|–)${most}$`));
    expect(shades).toHaveLength(Math.min(most, HEAT_STYLES.length));
  });

  it("filters its header and its weeks", () => {
    const rows = calendarRows(aPlan({ subscriptions: [on("2027-03-22"), on("2027-04-05")] }));

    expect(rows[CALENDAR_HEAD - 1]?.cells).toHaveLength(16);
    expect(calendarFilter(rows.length)).toBe("A4:P6");
  });
});
