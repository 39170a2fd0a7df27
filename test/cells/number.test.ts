import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NumberReading, readAmount, readCount, readMoney, readSeats } from "../../src/cells/number.ts";

/** A number, or the kind of reading that is none. */
const plain = (reading: NumberReading) => (reading.kind === "number" ? reading.value : reading.kind);

describe("seats", () => {
  it.each([
    ["25", 25],
    ["0", 0],
    ["007", 7],
    [" 25 ", 25],
    ["25.0000", 25],
    ["'25.0000", 25],
    ["'22.000000000000000000", 22],
    ["25,00", 25],
    ["1.200", 1200],
    ["1,200", 1200],
    ["1 200", 1200],
    ["1\u00a0200", 1200],
    ["1\u202f200", 1200],
    ["1'200", 1200],
    ["1’200", 1200],
    ["1.200,00", 1200],
    ["1,200.00", 1200],
    ["1.200.300", 1_200_300],
    ["12,00,000", 1_200_000],
    ["-3", -3],
    ["−3", -3],
    ["3-", -3],
    ["(3)", -3],
    ["+3", 3],
    ["'0E-20", 0],
    ["0E-20", 0],
    ["1E+2", 100],
    ["2.5E+1", 25],
    ["", "empty"],
    ["N/A", "empty"],
    ["-", "empty"],
    ["25.5", "unreadable"],
    ["2.5E+0", "unreadable"],
    ["24.9999999999999999999", "unreadable"],
    ["1.2.3", "unreadable"],
    ["1,20,0", "unreadable"],
    ["1 2", "unreadable"],
    ["25%", "unreadable"],
    ["25 €", "unreadable"],
    ["0x19", "unreadable"],
    ["1e3", "unreadable"],
    ["Infinity", "unreadable"],
    ["NaN", "unreadable"],
    ["25 seats", "unreadable"],
    ["twenty", "unreadable"],
    ["25-30", "unreadable"],
    ["--3", "unreadable"],
    ["1.", "unreadable"],
    ["99999999999999999999", "unreadable"],
    ["2027-03-31", "unreadable"],
  ])("%j is %s", (text, expected) => {
    expect(plain(readSeats(text))).toBe(expected);
  });
});

describe("money", () => {
  it.each([
    ["1.958,07 €", 1958.07],
    ["1.958,07\u00a0€", 1958.07],
    ["$338.31", 338.31],
    ["-$338.31", -338.31],
    ["$-338.31", -338.31],
    ["($338.31)", -338.31],
    ["338,31-", -338.31],
    ["R$ 1.234,56", 1234.56],
    ["US$12.00", 12],
    ["EUR 12,50", 12.5],
    ["12,50 EUR", 12.5],
    ["12,50 eur", 12.5],
    ["125 kr", 125],
    ["125,00 kr.", 125],
    ["CHF 1'234.50", 1234.5],
    ["£1,234", 1234],
    ["1,234", 1234],
    ["1.234", 1234],
    ["0,125", 0.125],
    ["0.125", 0.125],
    ["1234,567", 1234.567],
    ["12.34", 12.34],
    ["6.82", 6.82],
    ["6.8200000000", 6.82],
    ["115.2", 115.2],
    [".5", 0.5],
    ["1,234.567", 1234.567],
    ["₹1,23,456.00", 123_456],
    ["0E-20", 0],
    ["-0.00", 0],
    ["", "empty"],
    ["–", "empty"],
    ["12%", "unreadable"],
    ["12,50 XXQ", "unreadable"],
    ["€", "unreadable"],
    ["1,2345,6", "unreadable"],
    ["12 34", "unreadable"],
    ["1,234 567", "unreadable"],
  ])("%j is %s", (text, expected) => {
    expect(plain(readMoney(text))).toBe(expected);
  });
});

describe("a number of two readings", () => {
  it.each([
    ["1.234", ".", 1234, 1.234],
    ["1,234", ",", 1234, 1.234],
    ["-123,456", ",", -123_456, -123.456],
    ["EUR 12.500", ".", 12_500, 12.5],
  ] as const)("%j may have %j as its decimal sign", (text, sign, thousands, decimals) => {
    expect(readAmount(text)).toEqual({ kind: "either", sign, thousands, decimals });
  });

  it.each([
    ["0,234", ","],
    ["1.2345", "."],
    ["1234.567", "."],
    ["1.23", "."],
    [".5", "."],
    ["1 234,567", ","],
    ["1.234,567", ","],
    ["1,234.50", "."],
    ["1.234.567", ","],
    ["1,234,567", "."],
    ["1 234", undefined],
    ["1234", undefined],
  ])("%j is none, and shows the decimal sign %j", (text, proves) => {
    const reading = readAmount(text);

    expect(reading.kind === "number" && reading.proves).toBe(proves);
  });
});

it("reads back every amount in the notation of every country", () => {
  const notations = fc.constantFrom(
    ["", "."],
    ["", ","],
    [",", "."],
    [".", ","],
    ["\u00a0", ","],
    [" ", "."],
    ["'", "."],
    ["’", "."],
  );
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      notations,
      (cents, [thousands = "", decimal = ""]) => {
        const digits = String(Math.abs(cents)).padStart(3, "0");
        const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousands);
        const text = `${cents < 0 ? "-" : ""}${whole}${decimal}${digits.slice(-2)}`;

        expect(plain(readMoney(text))).toBe(cents / 100);
      },
    ),
  );
});

it("never throws, and every number is finite", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0129.,'’ -+()eE$€kr%x") }), (text) => {
      for (const reading of [readAmount(text), readCount(text), readMoney(text), readSeats(text)]) {
        if (reading.kind === "number") expect(Number.isFinite(reading.value)).toBe(true);
      }
    }),
  );
});

it("takes a very long cell in no time", () => {
  const started = performance.now();
  for (const text of ["1,".repeat(500_000), "$".repeat(1_000_000), "9".repeat(1_000_000), `${" 1".repeat(500_000)}-`]) {
    expect(plain(readMoney(text))).toBe("unreadable");
  }
  expect(performance.now() - started).toBeLessThan(2000);
});

it("a number of more than 80 characters is none", () => {
  expect(readAmount(`0.${"0".repeat(78)}`)).toMatchObject({ kind: "number", value: 0 });
  expect(readAmount(`0.${"0".repeat(79)}`)).toEqual({ kind: "unreadable" });
});
