import { describe, expect, it } from "vitest";
import type { FormatEntry } from "../../src/model/configuration.ts";
import type { Ingested } from "../../src/model/ingested.ts";
import { aFile } from "../support/a-file.ts";
import { aCsv, ingestAll } from "./support.ts";

const HEADER = ["customer", "product_name", "seats", "unit_price", "assigned_seats"];
const rows = (...cells: readonly (readonly [seats: string, price?: string, assigned?: string])[]) =>
  cells.map(([seats, price = "", assigned = ""], index) => [`C${index}`, "P", seats, price, assigned]);
const OWN_FORMAT: FormatEntry = {
  id: "own",
  title: "Own",
  record: "subscription",
  columns: new Map(HEADER.map((name) => [name, name])),
  fixed: new Map(),
  values: new Map(),
  dateOrder: undefined,
  decimal: undefined,
  headerRow: undefined,
  channel: undefined,
};
const pricesOf = (book: Ingested) => book.subscriptions.map(({ unitPrice }) => unitPrice);
const seatsOf = (book: Ingested) => book.subscriptions.map(({ seats }) => seats);

describe("a price with one separator before three digits", () => {
  it.each<[string, string[], (number | undefined)[]]>([
    ["has decimals where another price of its column does", ["33.333", "12.50"], [33.333, 12.5]],
    ["is read by the price that proves a sign, whole ones beside it", ["33.333", "12", "12.50"], [33.333, 12, 12.5]],
    ["has thousands where the other sign marks decimals", ["33.333", "12,50"], [33_333, 12.5]],
    ["has thousands where a price has both signs", ["33.333", "1.958,07 €"], [33_333, 1958.07]],
    ["has thousands where the sign stands twice in a price", ["33.333", "1.250.000"], [33_333, 1_250_000]],
    ["has decimals where the sign stands before four", ["33,333", "0,1250"], [33.333, 0.125]],
    ["is left open where nothing tells", ["33.333", "12"], [undefined, 12]],
    ["is left open where its column shows both", ["33.333", "12.50", "12,50"], [undefined, 12.5, 12.5]],
    ["is left open where two such prices contradict each other", ["33.333", "33,333"], [undefined, undefined]],
  ])("%s", async (_, prices, expected) => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(...prices.map((price) => ["5", price] as const)))]);

    expect(pricesOf(book)).toEqual(expected);
    const unread = book.subscriptions.flatMap((each) => each.unread.map(({ field, value }) => [field, value]));
    expect(unread).toEqual(prices.filter((_, at) => expected[at] === undefined).map((price) => ["unit_price", price]));
  });

  it("is read as the numbers of another column are written, where its own do not tell", async () => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(["5,00", "33.333"], ["7,00", "12"]))]);

    expect(pricesOf(book)).toEqual([33_333, 12]);
  });

  it("is read by each file's own numbers", async () => {
    const point = aCsv("a.csv", HEADER, ...rows(["5", "33.333"], ["7", "12.5"]));
    const comma = aCsv("b.csv", HEADER, ...rows(["6", "33.333"], ["8", "12,5"]));

    expect(pricesOf(await ingestAll([point, comma])).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      12.5, 12.5, 33.333, 33_333,
    ]);
  });

  it("that is no amount at all is kept as given, and costs nobody the row", async () => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(["5", "on request"]))]);

    expect(book.subscriptions).toMatchObject([{ unitPrice: undefined, unread: [{ value: "on request" }] }]);
  });
});

describe("seats with one separator before three digits", () => {
  it.each<[string, string[], (number | string)[]]>([
    ["have thousands where they could be no whole number otherwise", ["1.250"], [1250]],
    ["have thousands where other seats are written without decimals", ["1.000", "25"], [1000, 25]],
    ["have decimals where other seats do", ["25.000", "5.0"], [25, 5]],
    ["have thousands where the other sign marks decimals", ["1.000", "5,0"], [1000, 5]],
    ["have thousands where another of their column can have nothing else", ["1.250", "2.000"], [1250, 2000]],
    ["have thousands, whichever the sign, where others are whole", ["1,000", "25"], [1000, 25]],
    ["are rejected where nothing tells", ["5.000", "12.000"], ["5.000", "12.000"]],
    ["are rejected where their column shows both", ["5.0", "5,0", "1.250"], [5, 5, "1.250"]],
    ["are rejected where others have the other sign before three digits", ["1.000", "2,000"], ["1.000", "2,000"]],
    ["are rejected beside thousands of the other sign", ["1.250", "2,000"], [1250, "2,000"]],
    ["are rejected where their column makes them a fraction", ["1.250", "5.0"], [5, "1.250"]],
  ])("%s", async (_, seats, expected) => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(...seats.map((each) => [each] as const)))]);

    expect([...seatsOf(book), ...book.rejected.map(({ value }) => value)]).toEqual(expected);
    expect(book.files[0]?.rows.read).toBe(seats.length);
  });

  it("are read as the prices of the file are written", async () => {
    const german = await ingestAll([aCsv("a.csv", HEADER, ...rows(["1.000", "12,50"], ["2.000", "3,10"]))]);
    const padded = await ingestAll([aCsv("a.csv", HEADER, ...rows(["1.000", "12.50"], ["2.000", "3.10"]))]);

    expect(seatsOf(german)).toEqual([1000, 2000]);
    expect(seatsOf(padded)).toEqual([1, 2]);
  });

  it("are read as the other counts of the file are written, where their column does not tell", async () => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(["1.000", "", "900"]))]);

    expect(book.subscriptions).toMatchObject([{ seats: 1000, assignedSeats: 900 }]);
  });

  it.each<[string, ("." | ",") | undefined, number[], string[]]>([
    ["are rejected", undefined, [25], ["1.000"]],
    ["are as the user says: one", ".", [1, 25], []],
    ["are as the user says: a thousand", ",", [1000, 25], []],
  ])("that other counts and the prices tell differently %s", async (_, decimal, seats, rejected) => {
    const contradictory = aCsv("a.csv", HEADER, ...rows(["1.000", "12.50"], ["25", "3.10"]));
    const own = { ...OWN_FORMAT, decimal };

    const book = await ingestAll([contradictory], decimal === undefined ? {} : { formats: [own] });

    expect(seatsOf(book)).toEqual(seats);
    expect(book.rejected.map(({ value }) => value)).toEqual(rejected);
  });

  it.each<[string, string, string, (number | string)[]]>([
    ["semicolons, with which spreadsheets write a decimal comma", ";", "1.000", [1000]],
    ["semicolons, but have a comma", ";", "1,000", ["1,000"]],
    ["tabs", "\t", "1.000", ["1.000"]],
  ])("of which nothing else tells stand between %s", async (_, delimiter, seats, expected) => {
    const text = [HEADER, ...rows([seats, "33.333"])].map((row) => row.join(delimiter)).join("\r\n");

    const book = await ingestAll([aFile("a.csv", text)]);

    expect([...seatsOf(book), ...book.rejected.map(({ value }) => value)]).toEqual(expected);
    // A price of three decimals is as likely as one of thousands: no delimiter tells.
    expect(pricesOf(book).filter((price) => price !== undefined)).toEqual([]);
  });

  it("are rejected where two other columns tell differently", async () => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(["1.000", "12,50", "5.0"], ["7.0", "12,50", "5.0"]))]);
    const alone = await ingestAll([aCsv("a.csv", HEADER, ...rows(["1.000", "12,50", "5.0"]))]);

    expect(seatsOf(book)).toEqual([1, 7]);
    expect(alone.rejected).toMatchObject([{ column: "seats", value: "1.000" }]);
  });

  it("can be no fraction, whatever the prices of the file have", async () => {
    const book = await ingestAll([
      aCsv("a.csv", HEADER, ...rows(["1.250", "12.50"], ["2.000", "3.10"], ["7", "33.333"])),
    ]);

    expect(seatsOf(book)).toEqual([1250, 2000, 7]);
    expect(pricesOf(book)).toEqual([12.5, 3.1, 33.333]);
  });

  it("are no question where both readings are none", async () => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(["5", "", "0.000"]))]);

    expect(book.subscriptions).toMatchObject([{ assignedSeats: 0 }]);
  });
});

it("the numbers of a corrected row are read as those of the export that it is from", async () => {
  const leading = ["file", "row", "line", "column", "value", "code", "remedy", "format"];
  const corrected = ["a.csv", "3", "3", "seats", "x", "", "", "generic", "C9", "P", "4", "33.333", ""];
  const rejected = aCsv("rejected.csv", [...leading, ...HEADER], corrected);
  const original = aCsv("a.csv", HEADER, ...rows(["5", "12.50"]));

  const alone = await ingestAll([rejected]);
  const together = await ingestAll([rejected, original]);

  expect(alone.subscriptions).toMatchObject([{ unitPrice: undefined, unread: [{ value: "33.333" }] }]);
  expect(pricesOf(together)).toEqual([12.5, 33.333]);
});

it("what decides the sign of each column is told", async () => {
  const told = async (...cells: readonly (readonly [seats: string, price?: string, assigned?: string])[]) => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(...cells))]);
    return book.files[0]?.decimalEvidence;
  };

  expect(await told(["5", "12.50", "1"])).toEqual([]);
  expect(await told(["1.000", "33.333", "5"], ["25", "12,50", ""])).toEqual([
    "seats: decimal comma, since other counts are written without decimals",
    'unit_price: decimal comma, as "12,50" shows',
  ]);
  expect(await told(["1.000", "12,50"])).toEqual(['seats: decimal comma, as "12,50" in another column shows']);
  expect(await told(["5,000", "33.333"])).toEqual([
    expect.stringMatching(/^seats: nothing tells .+"1,000".+rows are rejected$/),
    expect.stringMatching(/^unit_price: nothing tells .+"1\.000".+left out$/),
  ]);
  expect(await told(["1.000", "12.50"], ["25", "3.10"])).toEqual([
    expect.stringMatching(/^seats: the file contradicts itself .+rejected$/),
  ]);
});

describe("a seat count that is none", () => {
  it.each([",000", "2,5", "0,25"])("does not decide with %s how others are read", async (damaged) => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(["25"], [damaged], ["1,000"]))]);

    expect(seatsOf(book)).toEqual([25, 1000]);
    expect(book.rejected.map(({ value }) => value)).toEqual([damaged]);
  });

  it("leaves a whole count with its decimals as evidence", async () => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ...rows(["25,00"], ["1,000"]))]);

    expect(seatsOf(book)).toEqual([25, 1]);
  });
});
