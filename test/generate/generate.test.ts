import { expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import { generateBook } from "../../src/generate/generate.ts";
import { plainDate } from "../../src/model/plain-date.ts";

const today = plainDate("2026-12-01");

function book(customers: number, seed: number): string {
  return [...generateBook({ customers, seed, today }, builtInCatalogue())].join("");
}

it("gives the same book for the same seed, and another for another", () => {
  expect(book(50, 7)).toBe(book(50, 7));
  expect(book(50, 7)).not.toBe(book(50, 8));
});

it("grows by customers: a larger book begins with the smaller one", () => {
  expect(book(60, 7).startsWith(book(50, 7).trimEnd())).toBe(true);
});

it("plants every kind of defect in a book of some size", () => {
  const codes = new Set(
    book(2000, 1)
      .split("\r\n")
      .flatMap((row) => (row.split(",").at(-1) ?? "").split(";")),
  );

  for (const code of [
    "OFFER_UNKNOWN",
    "OFFER_AMBIGUOUS",
    "OFFER_DISCONTINUED",
    "SEATS_BELOW_ASSIGNED",
    "REGION_CONFLICT",
    "REGION_UNSERVED",
    "REGION_UNKNOWN",
    "SUBSCRIPTION_CONFLICT",
    "ROW_UNREADABLE",
  ]) {
    expect(codes).toContain(code);
  }
});

it("names only invented domains", () => {
  const domains = book(20, 3)
    .split("\r\n")
    .slice(1, -1)
    .map((row) => row.split(",")[2] ?? "");

  expect(domains.every((domain) => domain.endsWith(".example"))).toBe(true);
});
