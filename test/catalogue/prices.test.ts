import { describe, expect, it } from "vitest";
import { priceLines } from "../../src/catalogue/price-lines.ts";
import { isBilled, priceOf, priceTogether, termsSold } from "../../src/catalogue/prices.ts";
import type { Price } from "../../src/model/offer.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { aPrice } from "../support/a-price.ts";
import { anOffer } from "../support/an-offer.ts";

const ask = (prices: readonly Price[], differences: Partial<Parameters<typeof priceOf>[1]> = {}) =>
  priceOf(anOffer({ prices: priceLines(prices) }), {
    country: "DE",
    term: "P1Y",
    seats: 10,
    currency: "EUR",
    day: plainDate("2026-06-01"),
    ...differences,
  })?.perMonth;

describe("the price on a day", () => {
  const later = aPrice({ perMonth: 12, from: plainDate("2026-06-01") });

  it.each([
    ["2025-12-31", undefined],
    ["2026-01-01", 10],
    ["2026-05-31", 10],
    ["2026-06-01", 12],
    ["2027-03-01", 12],
  ])("of overlapping lines is that of the latest begun: %s %s", (day, expected) => {
    expect(ask([later, aPrice()], { day: plainDate(day) })).toBe(expected);
    expect(ask([aPrice(), later], { day: plainDate(day) })).toBe(expected);
  });

  it("is of a line in force, before one that began later and is over", () => {
    const over = aPrice({ perMonth: 9, from: plainDate("2026-03-01"), until: plainDate("2026-05-31") });

    expect(ask([aPrice(), over])).toBe(10);
    expect(ask([aPrice(), over], { day: plainDate("2026-05-31") })).toBe(9);
  });

  it("is of the line that stands last, where nothing else tells two apart: newer files come behind older ones", () => {
    expect(ask([aPrice({ perMonth: 11 }), aPrice({ perMonth: 12 })])).toBe(12);
    expect(ask([aPrice({ perMonth: 12 }), aPrice({ perMonth: 11 })])).toBe(11);
  });

  it.each([
    ["another market", { country: "FR" }],
    ["an unknown country", { country: undefined }],
    ["another term", { term: "P1M" }],
  ] as const)("is not known for %s", (_name, difference) => {
    expect(ask([aPrice()], difference)).toBeUndefined();
  });

  it.each([
    [1, 10],
    [99, 10],
    [100, 8],
  ])("is of the tier of %s seats: %s", (seats, expected) => {
    expect(ask([aPrice({ toSeats: 99 }), aPrice({ perMonth: 8, fromSeats: 100 })], { seats })).toBe(expected);
  });

  it("is in the currency of the subscription where the list has it", () => {
    const prices = [aPrice({ currency: "CHF", perMonth: 11 }), aPrice()];

    expect(ask(prices)).toBe(10);
    expect(ask(prices, { currency: "CHF" })).toBe(11);
  });

  it("of offers ordered together is their sum, and unknown where one has none", () => {
    const question = { country: "DE", term: "P1Y", seats: 1, currency: "EUR", day: plainDate("2026-06-01") } as const;
    const one = anOffer({ prices: priceLines([aPrice()]) });

    expect(priceTogether([one, anOffer({ prices: priceLines([later]) })], question)?.perMonth).toBe(22);
    expect(priceTogether([one, anOffer()], question)).toBeUndefined();
    expect(priceTogether([], question)).toBeUndefined();
  });
});

describe("the terms in which an offer is sold", () => {
  const december = plainDate("2026-12-01");
  const monthly = { term: "P1M", billing: "monthly" } as const;
  const sold = (prices: readonly Price[], country: string | undefined, day = december) =>
    termsSold(anOffer({ prices: priceLines(prices), terms: ["P1M", "P1Y"] }), country, day);

  it("are those of the tenant's market, where a list has that market", () => {
    const prices = [aPrice(), aPrice({ market: "US" }), aPrice({ market: "US", ...monthly })];

    expect(sold(prices, "DE")).toEqual(["P1Y"]);
    expect(sold(prices, "US")).toEqual(["P1M", "P1Y"]);
  });

  it.each(["FR", undefined])("are those of all markets where none is the tenant's: %s", (country) => {
    expect(sold([aPrice(), aPrice({ market: "US", ...monthly })], country)).toEqual(["P1M", "P1Y"]);
  });

  it("are in every market those of a list that names none", () => {
    expect(sold([aPrice({ market: "" }), aPrice(monthly)], "DE")).toEqual(["P1M", "P1Y"]);
    expect(sold([aPrice({ market: "" }), aPrice(monthly)], "US")).toEqual(["P1Y"]);
  });

  it.each([
    ["2026-11-30", ["P1M", "P1Y"]],
    ["2026-12-01", ["P1Y"]],
  ])("end with the sale of a term: on %s", (day, expected) => {
    const ending = aPrice({ ...monthly, offSaleFrom: december });

    expect(sold([aPrice(), ending], "DE", plainDate(day))).toEqual(expected);
  });

  it("go by the newest line of a term, whatever an older one says", () => {
    const ending = aPrice({ ...monthly, offSaleFrom: december });
    const newer = { ...monthly, from: plainDate("2026-02-01") };

    expect(sold([aPrice(), ending, aPrice(newer)], "DE")).toEqual(["P1M", "P1Y"]);
    expect(sold([aPrice(), aPrice(newer), ending], "DE")).toEqual(["P1M", "P1Y"]);
    expect(sold([aPrice(), aPrice(monthly), { ...ending, from: newer.from }], "DE")).toEqual(["P1Y"]);
  });

  it("go by the newer file of two lines that begin on one day", () => {
    const ending = aPrice({ ...monthly, offSaleFrom: december });

    expect(sold([aPrice(), aPrice(monthly), ending], "DE")).toEqual(["P1Y"]);
    expect(sold([aPrice(), ending, aPrice(monthly)], "DE")).toEqual(["P1M", "P1Y"]);
  });

  it("are, without prices, those known otherwise", () => {
    expect(termsSold(anOffer({ terms: ["P3Y"] }), "DE", december)).toEqual(["P3Y"]);
    expect(termsSold(anOffer({ terms: undefined }), "DE", december)).toBeUndefined();
  });

  it("are billed as the tenant's market has it", () => {
    const offer = anOffer({
      prices: priceLines([aPrice({ billing: "monthly", term: "P3Y", market: "US" }), aPrice({ term: "P3Y" })]),
    });

    expect(isBilled(offer, "P3Y", "monthly", "US")).toBe(true);
    expect(isBilled(offer, "P3Y", "monthly", "DE")).toBe(false);
  });
});
