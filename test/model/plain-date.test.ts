import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  isoDate,
  isoWeek,
  type PlainDate,
  parseIsoDate,
  partsOf,
  plainDate,
  utcMidnight,
  weekdayOf,
} from "../../src/model/plain-date.ts";

describe("PlainDate", () => {
  it.each([
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["2026-02-28", true],
    ["2026-02-30", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-1-1", false],
    ["0000-01-01", false],
    ["9999-12-31", true],
  ])("reads %s: %s", (text, readable) => {
    const date = parseIsoDate(text);

    expect(date === undefined ? undefined : isoDate(date)).toBe(readable ? text : undefined);
  });

  it.each([
    ["2027-01-31", 1, "2027-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2027-01-30", 1, "2027-02-28"],
    ["2027-03-31", -1, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-05-31", 36, "2029-05-31"],
    ["2026-05-31", 0, "2026-05-31"],
  ])("adds months to %s: %i gives %s", (from, months, expected) => {
    expect(isoDate(addMonths(plainDate(from), months))).toBe(expected);
  });

  it.each([
    ["2026-11-22", 0],
    ["2026-11-23", 1],
    ["2026-11-28", 6],
    ["1969-12-31", 3],
  ])("knows the weekday of %s", (text, weekday) => {
    expect(weekdayOf(plainDate(text))).toBe(weekday);
  });

  it.each([
    ["2027-03-18", "2027-W11"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2026-01-01", "2026-W01"],
    ["2024-12-30", "2025-W01"],
    ["2023-01-01", "2022-W52"],
  ])("puts %s into %s", (text, week) => {
    expect(isoWeek(plainDate(text))).toBe(week);
  });

  it("agrees with the calendar of Date on every day of 1600 to 2400, and at both ends", () => {
    const wrong: string[] = [];
    const check = (date: PlainDate) => {
      const expected = utcMidnight(date).toISOString().slice(0, 10);
      const { year, month, day } = partsOf(date);
      if (isoDate(date) !== expected || dayOf(year, month, day) !== date) wrong.push(expected);
    };
    for (let date = plainDate("1600-01-01"); date <= plainDate("2400-12-31"); date = addDays(date, 1)) check(date);
    for (const iso of ["0001-01-01", "0001-02-28", "0001-03-01", "9999-12-31"]) check(plainDate(iso));

    expect(wrong).toEqual([]);
  });

  it("counts days over a change of year", () => {
    expect(isoDate(addDays(plainDate("2026-12-31"), 1))).toBe("2027-01-01");
    expect(plainDate("2027-03-01") - plainDate("2027-02-28")).toBe(1);
  });

  it("is UTC midnight for libraries, whatever the zone of the machine", () => {
    expect(utcMidnight(plainDate("2027-03-31")).toISOString()).toBe("2027-03-31T00:00:00.000Z");
  });

  it("refuses a constant that is no date", () => {
    expect(() => plainDate("2026-02-30")).toThrow('"2026-02-30"');
  });
});
