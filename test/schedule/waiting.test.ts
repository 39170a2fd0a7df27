import { describe, expect, it } from "vitest";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import { costOfWaiting, type Waiting } from "../../src/model/waiting.ts";
import { aSubscription } from "../support/a-subscription.ts";
import { aFreeze, aRuling, aSurveyed, type SurveyedDifference, slotOf, slotsOf } from "./a-surveyed.ts";

const quiet = { holidays: "none" } as const;

function words(waiting: Waiting | undefined): string {
  if (waiting === undefined) return "-";
  if (waiting.kind === "ends") return `ends ${isoDate(waiting.accessUntil)}`;
  if (waiting.kind === "runsOn") return `runs on ${isoDate(waiting.from)}`;
  return `renews ${isoDate(waiting.from)} ${isoDate(waiting.until)} ${waiting.months}`;
}

describe("what follows a missed switch", () => {
  const off = { autoRenew: false } as const;
  const cases: readonly (readonly [name: string, SurveyedDifference, expected: string])[] = [
    ["a year renews for a year", {}, "renews 2027-04-01 2028-03-31 12"],
    ["also where nobody says whether", { autoRenew: undefined }, "renews 2027-04-01 2028-03-31 12"],
    ["also what is transferred", { channel: "csp-nce" }, "renews 2027-04-01 2028-03-31 12"],
    ["three years for three", { term: "P3Y" }, "renews 2027-04-01 2030-03-31 36"],
    ["to the end of February", { termEnd: "2027-02-28" }, "renews 2027-03-01 2028-02-29 12"],
    [
      "a month for a month",
      { term: "P1M", start: "2026-01-31", termEnd: "2027-01-30" },
      "renews 2027-01-31 2027-02-27 1",
    ],
    ["off, with grace", off, "ends 2027-04-30"],
    // Begun on or after 2025-04-01 and ending on or after 2026-05-04 (DOMAIN.md 3.6).
    ["off, without", { ...off, channel: "direct" }, "runs on 2027-04-01"],
    [
      "off, begun a day too early",
      { ...off, channel: "direct", term: "P3Y", termEnd: "2028-03-30" },
      "ends 2028-04-29",
    ],
    ["off, begun on the day", { ...off, channel: "direct", term: "P3Y", termEnd: "2028-03-31" }, "runs on 2028-04-01"],
    ["what has expired", { status: "expired", termEnd: "2026-11-20" }, "ends 2026-12-20"],
    [
      "renewed before the switch: the term after",
      { termEnd: "2026-12-02", relationship: false },
      "renews 2027-12-03 2028-12-02 12",
    ],
    ["not cancelled in the week after: the renewed term", { termEnd: "2026-12-02" }, "renews 2026-12-03 2027-12-02 12"],
    ["a term that ended long ago", { termEnd: "2026-10-15" }, "renews 2027-10-16 2028-10-15 12"],
    ["no term end", { termEnd: "" }, "-"],
    ["nothing to move", { exclusions: ["TRIAL"] }, "-"],
  ];

  it.each(cases)("%s", (_, difference, expected) => {
    expect(words(slotOf(difference, quiet).waiting)).toBe(expected);
  });

  it("follows a decided day", () => {
    const decided = { switchOn: plainDate("2027-06-01") };

    expect(words(slotOf({}, quiet, decided).waiting)).toBe("renews 2028-04-01 2029-03-31 12");
  });

  it("without a day is that of the term that ends first", () => {
    expect(words(slotOf({}, quiet, { kind: "hold" }).waiting)).toBe("renews 2027-04-01 2028-03-31 12");
    expect(words(slotOf({ termEnd: "2026-10-15" }, quiet, { kind: "hold" }).waiting)).toBe(
      "renews 2027-10-16 2028-10-15 12",
    );
  });
});

describe("the cost of waiting", () => {
  const renews = (months: number): Waiting => ({
    kind: "renews",
    from: plainDate("2027-04-01"),
    until: plainDate("2028-03-31"),
    months,
  });

  it.each([
    ["seats, price and months", 25, 10, 12, 3000],
    ["a month", 25, 10, 1, 250],
    ["three years", 1, 4.2, 36, 151.2],
    ["a quarter of a cent is nothing", 1, 0.0024, 1, 0],
    ["half a cent is one", 1, 0.005, 1, 0.01],
    ["no rounding of large sums", 999_999, 1_234.567891, 36, 44_444_399_631.56],
  ])("is the price of the renewed term: %s", (_, seats, unitPrice, months, expected) => {
    expect(costOfWaiting(renews(months), aSubscription({ seats, unitPrice }))).toBe(expected);
  });

  it("is not known without a price, and nothing where nothing renews", () => {
    const priced = aSubscription({ seats: 5, unitPrice: 10 });

    expect(costOfWaiting(renews(12), aSubscription({ unitPrice: undefined }))).toBeUndefined();
    expect(costOfWaiting({ kind: "ends", accessUntil: plainDate("2027-04-30") }, priced)).toBeUndefined();
    expect(costOfWaiting({ kind: "runsOn", from: plainDate("2027-04-01") }, priced)).toBeUndefined();
    expect(costOfWaiting(undefined, priced)).toBeUndefined();
  });
});

describe("the sentence of what has no day", () => {
  const frozen = { ...quiet, freezes: [aFreeze("2026-12-01", "2028-12-01")] };
  const priced = { seats: 5, unitPrice: 10, currency: "EUR" };

  it.each<readonly [string, SurveyedDifference, string]>([
    ["renews", priced, "; left alone it renews from 2027-04-01 to 2028-03-31, 600.00 EUR."],
    ["has no price", { unitPrice: undefined }, "; left alone it renews from 2027-04-01 to 2028-03-31."],
    ["has no currency", { ...priced, currency: "" }, "; left alone it renews from 2027-04-01 to 2028-03-31, 600.00."],
    [
      "runs on",
      { autoRenew: false, channel: "direct" },
      "; left alone it runs on from 2027-04-01 as a paid extended term.",
    ],
    ["ends", { autoRenew: false }, "; users keep access until 2027-04-30."],
    ["has ended, and told so before", { autoRenew: false, termEnd: "2026-10-15" }, "; so no day is left."],
  ])("tells what follows: it %s", (_, difference, expected) => {
    const { explanation, switchOn } = slotOf(difference, frozen);

    expect(switchOn).toBeUndefined();
    expect(explanation.slice(-expected.length)).toBe(expected);
  });

  it("says whether that is assumed", () => {
    expect(slotOf({ autoRenew: undefined, ...priced }, frozen).explanation).toContain("left alone it renews (");
  });

  it("has the price of each, where all else is alike", () => {
    const book = [5, 7].map((seats) => aSurveyed({ ...priced, id: `s${seats}`, key: `s${seats}`, seats }));

    expect(slotsOf(book, frozen).map(({ explanation }) => explanation.slice(-12))).toEqual(
      [", 600.00 EUR.", ", 840.00 EUR."].map((text) => text.slice(-12)),
    );
  });

  it("also where a person holds it", () => {
    const held = slotsOf([aSurveyed(priced)], quiet, [aRuling({ kind: "hold" })])[0];

    expect(held?.explanation).toContain("so it is held without a day; left alone it renews from 2027-04-01");
  });
});
