import { describe, expect, it } from "vitest";
import { bothPrices, linesOf, priceLines, termsInForce } from "../../src/catalogue/price-lines.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { aPrice } from "../support/a-price.ts";
import { layerOf } from "./files/support.ts";

describe("lines of price lists", () => {
  const ending = aPrice({ perMonth: undefined, offSaleFrom: plainDate("2027-01-01") });

  it("are given back as they were, also by another thread", () => {
    expect(linesOf(structuredClone(priceLines([aPrice(), ending])))).toStrictEqual([aPrice(), ending]);
  });

  it("of two lists follow each other, the earlier first", () => {
    const earlier = priceLines([aPrice({ source: "old" })]);
    const later = priceLines([ending, aPrice({ source: "new" })]);

    expect(linesOf(bothPrices(earlier, later))).toEqual([aPrice({ source: "old" }), ending, aPrice({ source: "new" })]);
  });

  it("are made once", () => {
    const prices = priceLines([aPrice()]);

    expect(linesOf(prices)).toBe(linesOf(prices));
  });
});

describe("terms in force", () => {
  const january = plainDate("2026-01-01");
  const june = plainDate("2026-06-01");
  const monthly = { term: "P1M", billing: "monthly" } as const;

  it.each([
    ["whatever has no days", [aPrice({ from: undefined }), aPrice({ ...monthly, from: undefined })], ["P1M", "P1Y"]],
    [
      "not what ended the day before the newest began",
      [aPrice({ from: june }), aPrice({ ...monthly, until: plainDate("2026-05-31") })],
      ["P1Y"],
    ],
    ["what ended that day", [aPrice({ from: june }), aPrice({ ...monthly, until: june })], ["P1M", "P1Y"]],
    [
      "what began earlier and has no end",
      [aPrice({ from: june }), aPrice({ ...monthly, from: january, until: undefined })],
      ["P1M", "P1Y"],
    ],
  ])("are %s", (_, lines, expected) => {
    expect(termsInForce(priceLines(lines))).toEqual(expected);
  });

  it("are judged over several lists", () => {
    const before = priceLines([aPrice({ ...monthly, until: plainDate("2026-05-31") })]);

    expect(termsInForce(before)).toEqual(["P1M"]);
    expect(termsInForce(bothPrices(before, priceLines([aPrice({ from: june })])))).toEqual(["P1Y"]);
  });
});

describe("a price list, read", () => {
  const HEADER =
    "ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,UnitPrice,EffectiveStartDate,EndofSaleDate,PricingTierRangeMin";
  const line = (cells: string) => `CFQ7TTC0XD01,0001,Desk,${cells}`;
  const read = async (...lines: readonly string[]) => {
    const { offers, problems } = await layerOf([HEADER, ...lines.map(line)].join("\n"), "prices.csv");
    const prices = offers.flatMap((offer) => (offer.prices === undefined ? [] : linesOf(offer.prices)));
    return { prices, problems };
  };

  it("takes the price of a term by the month, each term by its own", async () => {
    const { prices, problems } = await read(
      "P1M,Monthly,12,,,",
      "P1Y,Annual,12,,,",
      "P3Y,Triennial,12,,,",
      "P1Y,Annual,24,,,",
    );

    expect(problems).toEqual([]);
    expect(prices.map(({ perMonth }) => perMonth)).toEqual([12, 1, 12 / 36, 2]);
  });

  it("takes a billing plan that is not known as the usual one of the term", async () => {
    const { prices } = await read("P1M,None,12,,,", "P1Y,None,12,,,", "P3Y,None,12,,,", "P3Y,Monthly,12,,,");

    expect(prices.map(({ billing }) => billing)).toEqual(["monthly", "annual", "triennial", "monthly"]);
  });

  it("has the columns that are missing as not limited", async () => {
    const { prices } = await read("P1Y,Annual,12,,,");

    expect(prices).toEqual([
      expect.objectContaining({
        market: "",
        currency: "",
        fromSeats: 0,
        toSeats: Number.POSITIVE_INFINITY,
        from: undefined,
      }),
    ]);
  });

  it.each([
    ["P9Z,Annual,12,,,", 'column "TermDuration"'],
    [",Annual,12,,,", 'column "TermDuration"'],
    ["P1Y,Annual,dear,,,", 'column "UnitPrice"'],
  ])("leaves out a row without a term or price that can be read, and says so: %s", async (bad, place) => {
    const { prices, problems } = await read("P1M,Monthly,1,,,", bad, "P1Y,Annual,12,,,");

    expect(prices.map(({ term }) => term)).toEqual(["P1M", "P1Y"]);
    expect(problems).toEqual([expect.stringContaining(`prices.csv row 3, ${place}`)]);
  });

  it.each([
    ["P1Y,Annual,12,soon,,", 'column "EffectiveStartDate"'],
    ["P1Y,Annual,12,,soon,", 'column "EndofSaleDate"'],
    ["P1Y,Annual,12,,,few", 'column "PricingTierRangeMin"'],
  ])("keeps a row of which another cell cannot be read, and says so: %s", async (bad, place) => {
    const { prices, problems } = await read("P1M,Monthly,1,,,", bad);

    expect(prices.map(({ term }) => term)).toEqual(["P1M", "P1Y"]);
    expect(problems).toEqual([expect.stringContaining(`prices.csv row 3, ${place}`)]);
  });
});
