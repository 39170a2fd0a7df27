import { describe, expect, it } from "vitest";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import { closedDays } from "../../src/schedule/closed-days.ts";
import { aPolicy } from "../support/a-slot.ts";
import { inEnglish } from "../support/in-english.ts";

const germany = { id: "eu", name: "EU", country: "DE", tenantId: "" };
const britain = { id: "uk", name: "UK", country: "GB", tenantId: "" };
const christmas = { from: plainDate("2026-12-24"), to: plainDate("2026-12-24"), reason: "stock-taking" };

function closed(partners: Parameters<typeof closedDays>[1], from: string, to: string, difference = {}) {
  return closedDays(aPolicy(difference), partners, plainDate(from), plainDate(to)).map(
    ({ on, kind, reason, isForAll }) => `${isoDate(on)} ${kind} ${inEnglish(reason)}${isForAll ? "" : " !"}`,
  );
}

describe("the closed days", () => {
  it("are weekends, holidays and freezes, both ends inclusive", () => {
    expect(closed([germany], "2026-12-24", "2026-12-27", { freezes: [christmas] })).toEqual([
      "2026-12-24 freeze stock-taking",
      "2026-12-25 holiday Christmas Day",
      "2026-12-26 weekday Saturday",
      "2026-12-27 weekday Sunday",
    ]);
  });

  it("name the partner locations that have a holiday which others have not", () => {
    expect(closed([germany, britain], "2027-10-04", "2027-12-28").filter((day) => day.includes("holiday"))).toEqual([
      "2027-12-27 holiday Christmas Day (substitute day) (uk) !",
      "2027-12-28 holiday Boxing Day (substitute day) (uk) !",
    ]);
  });

  it("have no holidays where policy has none, or no partner is known", () => {
    expect(closed([germany], "2026-12-25", "2026-12-25", { holidays: "none" })).toEqual([]);
    expect(closed([], "2026-12-25", "2026-12-25")).toEqual([]);
  });

  it("know the holidays of a location's state", () => {
    const bavaria = { ...germany, state: "BY" };

    expect(closed([bavaria], "2027-05-27", "2027-05-27")).toEqual(["2027-05-27 holiday Corpus Christi"]);
    expect(closed([germany], "2027-05-27", "2027-05-27")).toEqual([]);
  });

  it.each([
    ["2026-12-04", "2031-12-07", "2031-12-07 weekday Sunday"],
    ["2026-12-02", "2031-12-06", "2031-11-30 weekday Sunday"],
  ])("from %s to %s are those of five years", (from, to, last) => {
    expect(closed([], from, to).at(-1)).toBe(last);
  });

  it("end after five years, however late the last switch", () => {
    expect(closed([germany], "2026-12-01", "2098-12-01").length).toBeLessThan(5 * 130);
  });
});
