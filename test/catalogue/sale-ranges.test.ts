import { expect, it } from "vitest";
import { exceptWhereSold } from "../../src/catalogue/sale-ranges.ts";
import { isoDate, type PlainDate, plainDate } from "../../src/model/plain-date.ts";
import { aSaleFact } from "../support/a-catalogue.ts";

/** Off sale from 10 to 20 January, everywhere. */
const fact = aSaleFact({ from: plainDate("2025-01-10"), until: plainDate("2025-01-20") });
const day = (date: PlainDate | undefined) => (date === undefined ? "" : isoDate(date).slice(-2));

it.each<[string, string | undefined, string | undefined, readonly string[]]>([
  ["that ends the day before", undefined, "2025-01-09", ["10-20"]],
  ["that ends on the first day", undefined, "2025-01-10", ["11-20"]],
  ["that begins on the last day", "2025-01-20", undefined, ["10-19"]],
  ["that begins the day after", "2025-01-21", undefined, ["10-20"]],
  ["of exactly these days", "2025-01-10", "2025-01-20", []],
  ["within", "2025-01-12", "2025-01-15", ["10-11", "16-20"]],
  ["without days", undefined, undefined, []],
])("a price %s leaves off sale what it does not cover", (_, from, until, expected) => {
  const sold = { market: "", from: from && plainDate(from), until: until && plainDate(until) };

  const left = exceptWhereSold(fact, [{ ...sold, from: sold.from || undefined, until: sold.until || undefined }]);

  expect(left.map((each) => `${day(each.from)}-${day(each.until)}`)).toEqual(expected);
});
