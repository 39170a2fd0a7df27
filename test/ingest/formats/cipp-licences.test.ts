import { describe, expect, it } from "vitest";
import { readTermInfo } from "../../../src/ingest/formats/cipp-term-info.ts";
import { english } from "../../../src/locale/english.ts";
import { ours } from "../../../src/locale/sentence.ts";
import { isoDate } from "../../../src/model/plain-date.ts";
import { aCsv, ingestAll } from "../support.ts";

const HEADER = ["Tenant", "License", "CountUsed", "TotalLicenses", "TermInfo", "skuId", "skuPartNumber"];

function aRow(listed: unknown, { used = "30" } = {}): string[] {
  const termInfo = typeof listed === "string" ? listed : JSON.stringify(listed);
  return [
    "contoso.example",
    "Microsoft 365 E3",
    used,
    "35",
    termInfo,
    "05e9a617-0261-4cee-bb44-138d3ef5d965",
    "SPE_E3",
  ];
}

const enabled = { Status: "Enabled", Term: "Yearly", TotalLicenses: 25, NextLifecycle: "2027-04-01T00:00:00Z" };

describe("the cell that lists subscriptions", () => {
  it.each([
    ["at midnight: the day before", { NextLifecycle: "2027-04-01T00:00:00Z" }, "2027-03-31"],
    ["a second later: that day", { NextLifecycle: "2027-04-01T00:00:01Z" }, "2027-04-01"],
    ["in Warning: no end of a term", { Status: "Warning" }, undefined],
    ["no moment", { NextLifecycle: null }, undefined],
  ])("ends the term %s", (_, fields, expected) => {
    const listed = readTermInfo(JSON.stringify([{ ...enabled, ...fields }]), "TermInfo");

    if ("expected" in listed) throw new Error(english(ours(listed.expected)));
    const termEnd = listed[0]?.termEnd;
    expect(termEnd === undefined ? undefined : isoDate(termEnd)).toBe(expected);
  });

  it.each(["", "null", "[]"])("may be empty: %j", (cell) => {
    expect(readTermInfo(cell, "TermInfo")).toEqual([]);
  });

  it.each(["[object Object]", "[", "25", '"text"', "[null]", "[[]]", "[".repeat(200_000)])(
    "is refused when it is no list of subscriptions",
    (cell) => {
      expect(readTermInfo(cell, "TermInfo")).toHaveProperty("remedy");
    },
  );

  it("takes no field from what a name like __proto__ brings", () => {
    const listed = readTermInfo('[{"__proto__":{"Status":"Deleted"},"TotalLicenses":5}]', "TermInfo");

    expect(listed).toMatchObject([{ status: undefined, seats: 5 }]);
  });
});

describe("a row with several subscriptions", () => {
  const two = [
    { ...enabled, SubscriptionId: "one" },
    { ...enabled, SubscriptionId: "two", TotalLicenses: 10 },
  ];

  it("plans each, and counts each as a row", async () => {
    const book = await ingestAll([aCsv("report.csv", HEADER, aRow(two))]);

    expect(book.subscriptions.map(({ id, seats }) => [id, seats])).toEqual([
      ["one", 25],
      ["two", 10],
    ]);
    expect(book.files[0]?.rows).toMatchObject({ read: 2, planned: 2, usage: 0 });
  });

  it("tells the assigned seats of the product once", async () => {
    const book = await ingestAll([aCsv("report.csv", HEADER, aRow(two))]);

    expect(book.usage.map(({ assignedSeats }) => assignedSeats)).toEqual([30]);
    expect(book.subscriptions.map(({ assignedSeats }) => assignedSeats)).toEqual([undefined, undefined]);
  });

  it("is a duplicate as often as it is planned, where last month's report has it too", async () => {
    const book = await ingestAll([
      aCsv("october.csv", HEADER, aRow(two, { used: "31" })),
      aCsv("november.csv", HEADER, aRow(two)),
    ]);

    expect(book.subscriptions).toHaveLength(2);
    expect(book.files.map(({ rows }) => [rows.read, rows.planned, rows.duplicates, rows.usage])).toEqual([
      [2, 2, 0, 0],
      [2, 0, 2, 0],
    ]);
    expect(book.usage.map(({ assignedSeats }) => assignedSeats)).toEqual([31]);
  });

  it("leaves a tenant's own licence export the count of its rows", async () => {
    const skus = aCsv("skus.csv", ["accountId", "consumedUnits", "skuId"], ["", "29", "a"], ["", "28", "b"]);

    const book = await ingestAll([skus, aCsv("report.csv", HEADER, aRow(two))]);

    expect(book.files.map(({ rows }) => rows.usage)).toEqual([0, 2]);
  });

  it("counts again when it comes from a corrected rejected.csv", async () => {
    const leading = ["file", "row", "line", "column", "value", "code", "remedy", "format"];
    const values = ["report.csv", "2", "2", "TermInfo", "", "ROW_UNREADABLE", "", "cipp-licences"];

    const book = await ingestAll([aCsv("rejected.csv", [...leading, ...HEADER], [...values, ...aRow(two)])]);

    expect(book.files[0]?.rows).toMatchObject({ read: 2, planned: 2 });
  });

  it("is kept out whole when one of them cannot be read, and counts once", async () => {
    const broken = [enabled, { ...enabled, TotalLicenses: "many" }];

    const book = await ingestAll([aCsv("report.csv", HEADER, aRow(broken))]);

    expect(book.files[0]?.rows).toMatchObject({ read: 1, rejected: 1, planned: 0 });
    expect(book.rejected[0]?.column).toBe("TermInfo");
  });
});
