import { describe, expect, it } from "vitest";
import { readConfiguration } from "../../src/config/read-configuration.ts";
import { configuredFormat } from "../../src/ingest/formats/configured.ts";
import { proposedFormat } from "../../src/ingest/propose-format.ts";
import { recogniseFile } from "../../src/ingest/recognise.ts";
import type { FormatEntry } from "../../src/model/configuration.ts";
import { isoDate } from "../../src/model/plain-date.ts";
import { aFile } from "../support/a-file.ts";
import { inEnglish } from "../support/in-english.ts";
import { aCsv, ingestAll } from "./support.ts";

async function formatsOf(...entries: readonly unknown[]): Promise<readonly FormatEntry[]> {
  return (await readConfiguration(JSON.stringify({ formats: entries }), "plan.json")).formats;
}

const ACME = {
  id: "acme-portal",
  record: "subscription",
  columns: { customer: "Wer", product_name: "Was", seats: "Wie viele", term_end: "Bis wann" },
};
const HEADER = ["Bis wann", "Wer", "Was", "Wie viele", "Bemerkung"];

describe("a format of the configuration", () => {
  it("reads a file of which nobody knows the columns", async () => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ["2027-03-31", "Fabrikam", "Exchange", "12", "-"])], {
      formats: await formatsOf(ACME),
    });

    expect(book.files).toMatchObject([{ format: "acme-portal", unreadColumns: ["Bemerkung"], rows: { planned: 1 } }]);
    expect(book.subscriptions).toMatchObject([
      { customer: { name: "Fabrikam" }, product: { name: "Exchange" }, seats: 12, termEnd: expect.any(Number) },
    ]);
  });

  it("is asked before the formats of the program, whichever row each knows", async () => {
    const file = aCsv(
      "a.csv",
      ["customer", "product_name", "seats", "Wie viele"],
      ["customer", "product_name", "seats", "Wer"],
      ["A", "P", "1", "B"],
    );
    const own = { ...ACME, columns: { customer: "Wer", product_name: "product_name", seats: "seats" } };

    const book = await ingestAll([file], { formats: await formatsOf(own) });

    expect(book.subscriptions.map(({ customer }) => customer.name)).toEqual(["B"]);
  });

  it.each([
    ["all of its headers, in other letters", ["WER", "was", "wie-viele", "Bis Wann"], "acme-portal"],
    ["all but one", ["Wer", "Was", "Wie viele", "Bis"], undefined],
  ])("is told by %s", async (_, header, expected) => {
    const own = (await formatsOf(ACME)).map(configuredFormat);

    const { format, nearest } = await recogniseFile(aCsv("a.csv", header, ["x"]), own);

    expect(format?.id).toBe(expected);
    if (expected === undefined) {
      expect(nearest?.format.id).toBe("acme-portal");
      expect(nearest?.missing.map(inEnglish)).toEqual(['"Bis wann"']);
    }
  });

  it("is told by headers that are signs", async () => {
    const own = (await formatsOf({ ...ACME, columns: { ...ACME.columns, seats: "#" } })).map(configuredFormat);
    const header = ["Wer", "Was", "#", "Bis wann"];

    expect((await recogniseFile(aCsv("a.csv", header, ["x"]), own)).format?.id).toBe("acme-portal");
    expect((await recogniseFile(aCsv("a.csv", header.with(2, "%"), ["x"]), own)).format).toBeUndefined();
  });

  it.each([
    [2, "acme-portal"],
    [3, ""],
  ])("with the header in row %i reads a file with it in row 2 as %j", async (headerRow, expected) => {
    const file = aCsv("a.csv", ["Liste", "", "", "", ""], HEADER, ["2027-03-31", "Fabrikam", "Exchange", "12", "-"]);

    const book = await ingestAll([file], { formats: await formatsOf({ ...ACME, headerRow }) });

    expect(book.files.map(({ format }) => format)).toEqual([expected]);
  });

  it.each([
    ["dmy", "03/04/2027", "2027-04-03"],
    ["mdy", "03/04/2027", "2027-03-04"],
  ])("with dates %s reads %s as %s", async (dateOrder, written, expected) => {
    const book = await ingestAll([aCsv("a.csv", HEADER, [written, "A", "P", "1", ""])], {
      formats: await formatsOf({ ...ACME, dateOrder }),
    });

    expect(book.subscriptions.map(({ termEnd }) => termEnd && isoDate(termEnd))).toEqual([expected]);
  });

  it.each([
    [",", "1,250", 1.25],
    [",", "1.250", 1250],
    [",", "EUR 1.250,50", 1250.5],
    [".", "1.250", 1.25],
    [".", "1,250", 1250],
    [".", "$ 12,250,000", 12_250_000],
    [undefined, "1,250", undefined],
    [undefined, "1,250.00", 1250],
  ])("with the decimal sign %j reads the price %s as %d", async (decimal, written, expected) => {
    const own = { ...ACME, decimal, columns: { ...ACME.columns, unit_price: "Preis" } };

    const book = await ingestAll([aCsv("a.csv", [...HEADER, "Preis"], ["", "A", "P", "1", "", written])], {
      formats: await formatsOf(own),
    });

    expect(book.subscriptions.map(({ unitPrice }) => unitPrice)).toEqual([expected]);
  });

  it("rejects seats that its decimal sign makes a fraction, and shows them as written", async () => {
    const book = await ingestAll([aCsv("a.csv", HEADER, ["", "A", "P", "1,25", ""], ["", "B", "P", "1,250", ""])], {
      formats: await formatsOf({ ...ACME, decimal: "," }),
    });

    expect(book.rejected).toMatchObject([{ column: "Wie viele", value: "1,25", format: "acme-portal" }]);
    expect(book.subscriptions.map(({ seats }) => seats)).toEqual([1250]);
  });

  it("takes its own words for ours, and keeps those that it does not say", async () => {
    const own = {
      ...ACME,
      columns: { ...ACME.columns, status: "Stand", term: "Bindung", country: "Gebiet" },
      values: {
        status: { läuft: "active", "✗": "deleted", "k. A.": "" },
        term: { Jahresvertrag: "P1Y" },
        country: { Süd: "AT" },
      },
    };
    const row = (customer: string, ...cells: string[]) => ["", customer, "P", "1", "", ...cells];

    const book = await ingestAll(
      [
        aCsv(
          "a.csv",
          [...HEADER, "Stand", "Bindung", "Gebiet"],
          row("A", "LÄUFT", "jahresvertrag", "süd"),
          row("B", "✗", "P3Y", "DE"),
          row("C", "k.A.", "", ""),
          row("D", "ruht halb", "", ""),
          row("E", "", "", ""),
        ),
      ],
      { formats: await formatsOf(own) },
    );

    expect(
      book.subscriptions.map(({ status, term, unread }) => [status, term, unread.map(({ value }) => value)]),
    ).toEqual([
      ["active", "P1Y", []],
      ["deleted", "P3Y", []],
      [undefined, undefined, []],
      [undefined, undefined, ["ruht halb"]],
      [undefined, undefined, []],
    ]);
    expect(book.customers.map(({ countries }) => countries.map(({ country }) => country))).toEqual([
      ["AT"],
      ["DE"],
      [],
      [],
      [],
    ]);
  });

  it("gives every row its fixed values and its channel", async () => {
    const own = { ...ACME, channel: "ea", fixed: { billing: "monthly", start: "2026-04-01", currency: "EUR" } };

    const book = await ingestAll([aCsv("a.csv", HEADER, ["", "A", "P", "1", ""])], { formats: await formatsOf(own) });

    expect(book.subscriptions).toMatchObject([
      { billing: "monthly", currency: "EUR", statedChannel: "ea", start: expect.any(Number) },
    ]);
  });

  it("reads usage, with the customer from the `files` entry", async () => {
    const own = {
      id: "seats-in-use",
      record: "usage",
      columns: { product_name: "Lizenzart", assigned_seats: "Belegung" },
    };
    const customer = { tenantId: "", name: "Fabrikam", domain: "fabrikam.example", country: "FR" };

    const book = await ingestAll([aCsv("a.csv", ["Lizenzart", "Belegung"], ["Exchange", "7"], ["Teams", "-1"])], {
      formats: await formatsOf(own),
      entries: [{ match: "a.csv", customer, channel: undefined, segment: undefined }],
    });

    expect(book.usage).toMatchObject([{ customer: { name: "Fabrikam" }, assignedSeats: 7 }]);
    expect(book.rejected).toMatchObject([{ column: "Belegung", value: "-1" }]);
  });

  it("reads a list of customers", async () => {
    const own = {
      id: "crm",
      record: "customer",
      columns: { domain: "Web", customer: "Wer", country: "Gebiet", relationship: "Partner" },
      values: { relationship: { steht: "yes" } },
    };

    const book = await ingestAll(
      [
        aCsv(
          "a.csv",
          ["Web", "Wer", "Gebiet", "Partner"],
          ["a.example", "A", "FR", "steht"],
          ["b.example", "B", "", "nein"],
          ["c.example", "C", "-", ""],
          ["d.example", "D", "Atlantis", ""],
          ["e.example", "E", "", "vielleicht"],
          ["", "", "FR", ""],
        ),
      ],
      { formats: await formatsOf(own) },
    );

    expect(book.customers.map(({ domain, relationship }) => [domain, relationship])).toEqual([
      ["a.example", true],
      ["b.example", false],
      ["c.example", undefined],
    ]);
    expect(book.rejected.map(({ column, value }) => [column, value])).toEqual([
      ["Gebiet", "Atlantis"],
      ["Partner", "vielleicht"],
      ["Web, Wer", ""],
    ]);
  });

  it("reads its rows from a corrected rejected.csv", async () => {
    const leading = ["file", "row", "line", "column", "value", "code", "remedy", "format"];
    const own = { ...ACME, columns: { ...ACME.columns, status: "Stand" }, values: { status: { läuft: "active" } } };
    const row = ["a.csv", "2", "2", "Wie viele", "x", "", "", "acme-portal", "2027-03-31", "A", "P", "3", "", "läuft"];

    const book = await ingestAll([aCsv("rejected.csv", [...leading, ...HEADER, "Stand"], row)], {
      formats: await formatsOf(own),
    });

    expect(book.subscriptions).toMatchObject([{ customer: { name: "A" }, seats: 3, status: "active" }]);
  });
});

describe("the proposal for a file that no format knows", () => {
  it("maps what is understood, and leaves the rest to be said", async () => {
    const { header, headerRow, format } = await recogniseFile(
      aFile("x.csv", 'Kunde;Domäne;Wie viele;Läuft bis;"Ein ""Wort"""\nA;a.example;5;2027-03-31;x\n'),
    );

    const proposal = proposedFormat(header, "exports/Müller Portal (3).csv.gz", headerRow);

    expect(format).toBeUndefined();
    expect(proposal).toMatchInlineSnapshot(`
      "{
        "id": "my-muller-portal-3",
        "record": "subscription", // subscription, usage (seats in use) or customer
        "columns": {
          "customer": "Kunde",
          "domain": "Domäne",
          "product_id": "", // needed, or product_name, or sku_id: its header here
          "seats": "", // needed: its header here
          // Not understood; put one of these before what should be read: tenant_id, country, subscription_id, parent_subscription_id, sku_id, product_name, assigned_seats, status, segment, channel, term, billing, start, term_end, auto_renew, is_trial, unit_price, currency, partner_tenant_id
          // "": "Wie viele",
          // "": "Läuft bis",
          // "": "Ein \\"Wort\\"",
        }
      }"
    `);
  });

  it("is a configuration once its blanks are filled in", async () => {
    const text = proposedFormat(["Kunde", "Wie viele"], "portal.csv", 3)
      .replace('"product_id": ""', '"product_name": "Was"')
      .replace('"seats": ""', '"seats": "Wie viele"');

    const { formats } = await readConfiguration(`{ "formats": [${text}] }`, "plan.json");

    expect(formats).toMatchObject([{ id: "my-portal", record: "subscription", headerRow: 3 }]);
    expect([...(formats[0]?.columns ?? [])]).toEqual([
      ["customer", "Kunde"],
      ["product_name", "Was"],
      ["seats", "Wie viele"],
    ]);
  });

  it.each([
    ["subscription", ["Kunde", "Produkt", "Wer"]],
    ["usage", ["Wer", "Verwendete Lizenzen"]],
    ["customer", ["Tenant ID", "Wer"]],
    ["subscription", ["Tenant ID", "Wer", "Was"]],
  ])("is of kind %s for the header %j", (record, header) => {
    expect(proposedFormat(header, "a.csv", 1)).toContain(`"record": "${record}"`);
  });
});
