import { describe, expect, it } from "vitest";
import { isoDate } from "../../../src/model/plain-date.ts";
import { inEnglish } from "../../support/in-english.ts";
import { aCsv, ingestAll } from "../support.ts";

describe("dicker-data", () => {
  const header = [
    ...["TENANT ID", "TENANT NAME", "SUBSCRIPTION ID", "STOCK CODE", "STOCK DESCRIPTION", "QTY"],
    ...["START USAGE", "END USAGE", "REVALUATION PERIOD", "UNIT PRICE"],
  ];
  const read = async (fields: { endUsage?: string; revaluation?: string; code?: string; price?: string }) => {
    const { endUsage = "", revaluation = "", code = "P1Y:CFQ7TTC0LCHC:0002:1:", price = "" } = fields;
    const row = ["7a1d3c52", "Contoso", "5C81D021", code, "Premium", "5", "30-AUG-2026", endUsage, revaluation, price];
    const book = await ingestAll([aCsv("annuity.csv", ["Annuity"], ["DETAILS"], header, row)]);
    return book.subscriptions[0];
  };

  it.each([
    ["the revaluation date", "", "30-AUG-2027", "2027-08-30"],
    ["the revaluation date, where use ends with it", "30-AUG-2027", "30-AUG-2027", "2027-08-30"],
    ["the last day of use, where it is the day before", "29-AUG-2027", "30-AUG-2027", "2027-08-29"],
    ["the revaluation date, where use ends two days before", "28-AUG-2027", "30-AUG-2027", "2027-08-30"],
    ["nothing, where only the use ends", "30-AUG-2026", "", undefined],
  ])("ends the term on %s", async (_, endUsage, revaluation, expected) => {
    const termEnd = (await read({ endUsage, revaluation }))?.termEnd;

    expect(termEnd === undefined ? undefined : isoDate(termEnd)).toBe(expected);
  });

  it.each([
    ["P1Y:CFQ7TTC0LCHC:0002:1:", "P1Y", "CFQ7TTC0LCHC:0002", 28.1925],
    ["P1M:CFQ7TTC0LCHC:0002:1:", "P1M", "CFQ7TTC0LCHC:0002", 338.31],
    ["P3Y:CFQ7TTC0LCHC:2", "P3Y", "CFQ7TTC0LCHC:2", 9.3975],
    ["CFQ7TTC0LCHC:0002", undefined, "CFQ7TTC0LCHC:0002", undefined],
    ["CFQ7TTC0LCHC", undefined, "CFQ7TTC0LCHC", undefined],
  ])("reads the stock code %s", async (code, term, id, unitPrice) => {
    const subscription = await read({ code, price: "$338.31" });

    expect(subscription).toMatchObject({ term, unitPrice, product: { ids: [id] } });
  });
});

describe("appdirect-purchases", () => {
  const header = [
    ...["Owner Company Name", "Company Entitlement UUID", "Edition Name", "Active Order ID", "Active Order Frequency"],
    ...["Active Order Total Fee", "Active Order Contract End Date", "Creation Date", "Assigned Users"],
  ];
  const row = ["Muster", "ent-1", "Microsoft 365 E3", "1", "Jährlich", "1.958,07\u00a0€", "02.08.27", "02.08.24", "5"];

  it("does not make seats of fees or assigned users", async () => {
    const book = await ingestAll([aCsv("purchases.csv", header, row)]);

    expect(book.files[0]).toMatchObject({ format: "appdirect-purchases", rows: { read: 1, rejected: 1 } });
    expect(book.rejected[0]?.column).toBe("seats");
    expect(inEnglish(book.rejected[0]?.remedy)).toContain('"Quantity"');
  });

  it("shares the fee among the seats that a person has added", async () => {
    const book = await ingestAll([aCsv("purchases.csv", [...header, "Quantity"], [...row, "8"])]);

    expect(book.subscriptions).toMatchObject([{ seats: 8, billing: "annual", unitPrice: 20.3966, currency: "EUR" }]);
  });

  it("says nothing of a price for a period that it does not know", async () => {
    const weekly = row.map((cell) => (cell === "Jährlich" ? "Wöchentlich" : cell));

    const book = await ingestAll([aCsv("purchases.csv", [...header, "Quantity"], [...weekly, "8"])]);

    expect(book.subscriptions[0]?.unitPrice).toBeUndefined();
  });
});

describe("m365-toolkit", () => {
  it("counts a row as planned, and its assigned seats as no row", async () => {
    const header = ["Subscription Name", "Status", "Total Licenses", "Assigned Licenses", "Renewal Date", "Commitment"];
    const row = (seats: string) => ["Microsoft 365 E3", "Enabled", seats, "28", "2027-04-01", "1-Year"];

    const book = await ingestAll([aCsv("licences.csv", header, row("25"), row("10"))]);

    expect(book.files[0]?.rows).toMatchObject({ read: 2, planned: 2, usage: 0 });
    expect(new Set(book.usage.map(({ product }) => product)).size).toBe(1);
  });
});
