import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { publicHolidays } from "../../src/regions/public-holidays.ts";
import type { Refusal } from "../../src/schedule/constraints/constraint.ts";
import { constraints } from "../../src/schedule/constraints/index.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aFreeze } from "./a-surveyed.ts";

const context = {
  policy: aPolicy({ freezes: [aFreeze("2027-03-22", "2027-03-24", "audit")] }),
  places: ["DE"],
  holidays: publicHolidays(),
};

const refusals = (day: string): readonly Refusal["kind"][] =>
  constraints.flatMap((constraint) => constraint.refuse(plainDate(day), context)?.kind ?? []);

describe("constraints", () => {
  it("are all in the list", () => {
    const files = readdirSync(new URL("../../src/schedule/constraints/", import.meta.url));

    expect(constraints).toHaveLength(files.filter((file) => !["index.ts", "constraint.ts"].includes(file)).length);
  });

  it("put what shapes the window before what takes days out of it", () => {
    expect(constraints.map(({ removes }) => removes)).toEqual(["workingDay", "workingDay", "freeDay"]);
  });

  it.each<[string, readonly Refusal["kind"][]]>([
    ["2027-03-19", []],
    ["2027-03-20", ["weekday"]],
    ["2027-03-21", ["weekday"]],
    ["2027-03-22", ["freeze"]],
    ["2027-03-24", ["freeze"]],
    ["2027-03-25", []],
    ["2027-03-26", ["holiday"]],
    ["2027-03-29", ["holiday"]],
    ["2027-03-30", []],
    ["2027-05-01", ["weekday", "holiday"]],
  ])("%s is refused by %j", (day, expected) => {
    expect(refusals(day)).toEqual(expected);
  });
});
