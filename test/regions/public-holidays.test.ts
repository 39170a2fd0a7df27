import { describe, expect, it } from "vitest";
import { partsOf, plainDate } from "../../src/model/plain-date.ts";
import { publicHolidays, statesOf } from "../../src/regions/public-holidays.ts";

const lookup = publicHolidays();
const nameOf = (country: string, day: string) => {
  const date = plainDate(day);
  return lookup(country, partsOf(date).year).get(date);
};

describe("public holidays", () => {
  it.each([
    ["DE", "2027-03-26", "Good Friday"],
    ["DE", "2026-04-06", "Easter Monday"],
    ["GB", "2027-12-27", "Christmas Day (substitute day)"],
    ["BR", "2027-09-07", "Independence Day"],
    ["US", "2026-11-26", "Thanksgiving Day"],
    ["US", "2028-02-29", undefined],
    // Only in parts of the country.
    ["DE", "2027-06-03", undefined],
    // There they are, by state; and a state may lack a day of the whole country.
    ["DE-BY", "2027-05-27", "Corpus Christi"],
    ["DE-BE", "2027-05-27", undefined],
    ["DE", "2027-05-27", undefined],
    ["DE-SN", "2027-11-17", "Day of Prayer and Repentance"],
    ["BR-SP", "2027-07-09", "Revolução Constitucionalista"],
    ["GB", "2027-03-29", "Easter Monday"],
    ["GB-SCT", "2027-03-29", undefined],
    ["GB-SCT", "2027-01-04", "January 2nd (substitute day)"],
    // An observance, not a day off.
    ["US", "2027-02-14", undefined],
    // Half a day.
    ["CN", "2027-03-08", undefined],
    // The third day of a feast that began two days before.
    ["SA", "2027-03-11", "End of Ramadan (Eid al-Fitr)"],
    ["XX", "2027-01-01", undefined],
    ["", "2027-01-01", undefined],
    ["DE", "9998-12-25", undefined],
  ])("%s %s: %s", (country, day, expected) => {
    expect(nameOf(country, day)).toBe(expected);
  });

  it("computes a place and year once", () => {
    expect(lookup("DE", 2027)).toBe(lookup("DE", 2027));
    expect(lookup("DE-BY", 2027)).not.toBe(lookup("DE", 2027));
  });
});

describe("states", () => {
  it("have codes and names where the country's are known", () => {
    expect(statesOf("DE").get("BY")).toBe("Bayern");
    expect(statesOf("SE").size).toBe(0);
    expect(statesOf("XX").size).toBe(0);
  });
});
