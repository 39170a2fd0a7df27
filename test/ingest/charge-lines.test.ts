import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/model/plain-date.ts";
import { aCsv, ingestAll } from "./support.ts";

const TENANT = "11111111-aaaa-4000-8000-000000000001";
const SUBSCRIPTION = "33333333-aaaa-4000-8000-000000000003";
const header = [
  "CustomerId",
  "ProductId",
  "SkuId",
  "SubscriptionId",
  "Quantity",
  "ChargeType",
  "ChargeStartDate",
  "ChargeEndDate",
  "SubscriptionEndDate",
];

type Line = readonly [quantity: string, type: string, start: string, end: string, termEnd: string];

async function foldedFrom(...lines: readonly Line[]) {
  const rows = lines.map((line) => [TENANT, "CFQ7TTC0LFLX", "0001", SUBSCRIPTION, ...line]);
  const book = await ingestAll([aCsv("invoice.csv", header, ...rows)]);
  return book.subscriptions.map(({ seats, termEnd, status }) => [
    seats,
    termEnd === undefined ? "" : isoDate(termEnd),
    status,
  ]);
}

it.each([
  ["what was removed, in both quantities", "-5", "-5"],
  ["what is left, beside a negative charge", "20", "-5"],
  ["what was removed, beside a charge of none", "5", "0"],
])("seats removed in a line that tells %s are taken off once", async (_, quantity, billable) => {
  const columns = [...header, "BillableQuantity", "Subtotal"];
  const line = (seats: string, charged: string, type: string, start: string, subtotal: string) => [
    TENANT,
    "CFQ7TTC0LFLX",
    "0001",
    SUBSCRIPTION,
    seats,
    type,
    start,
    "2026-07-31",
    "2027-06-30",
    charged,
    subtotal,
  ];

  const book = await ingestAll([
    aCsv(
      "invoice.csv",
      columns,
      line("25", "25", "cycleFee", "2026-07-01", "550"),
      line(quantity, billable, "removeQuantity", "2026-07-05", "-80"),
    ),
  ]);

  expect(book.subscriptions.map(({ seats }) => seats)).toEqual([20]);
});

describe("the charge lines of one subscription", () => {
  it.each<[string, Line[], [number, string, string | undefined]]>([
    [
      "with seats added on the last day of the period are those before and the added",
      [
        ["20", "cycleCharge", "2026-07-01", "2026-07-31", "2027-03-31"],
        ["5", "addQuantity", "2026-07-31", "2026-07-31", "2027-03-31"],
      ],
      [25, "2027-03-31", undefined],
    ],
    [
      "with a credit that names a later term end go on to count lines of the term in force",
      [
        ["20", "cycleCharge", "2026-07-01", "2026-07-31", "2027-03-31"],
        ["-5", "removeQuantity", "2026-07-05", "2026-07-31", "2028-03-31"],
        ["3", "addQuantity", "2026-07-10", "2026-07-31", "2027-03-31"],
      ],
      [18, "2027-03-31", undefined],
    ],
    [
      "with seats added on the first day of the next period are the new number",
      [
        ["20", "cycleCharge", "2026-07-01", "2026-07-31", "2027-03-31"],
        ["5", "addQuantity", "2026-08-01", "2026-08-31", "2027-03-31"],
      ],
      [5, "2027-03-31", undefined],
    ],
    [
      "of which all but one seat is removed are one",
      [
        ["20", "cycleCharge", "2026-07-01", "2026-07-31", "2027-03-31"],
        ["-19", "removeQuantity", "2026-07-03", "2026-07-31", "2027-03-31"],
      ],
      [1, "2027-03-31", undefined],
    ],
    [
      "of which all seats are removed, and no cancellation, stay as they were",
      [
        ["20", "cycleCharge", "2026-07-01", "2026-07-31", "2027-03-31"],
        ["-20", "removeQuantity", "2026-07-03", "2026-07-31", "2027-03-31"],
      ],
      [20, "2027-03-31", undefined],
    ],
    [
      "of two periods are those of the later one",
      [
        ["27", "cycleCharge", "2026-08-01", "2026-08-31", "2027-03-31"],
        ["22", "cycleCharge", "2026-07-01", "2026-07-31", "2027-03-31"],
      ],
      [27, "2027-03-31", undefined],
    ],
    [
      "of two terms are those of the newest, whatever the order",
      [
        ["6", "renew", "2026-08-01", "2026-08-31", "2027-07-31"],
        ["9", "cycleCharge", "2026-07-01", "2026-07-31", "2026-07-31"],
      ],
      [6, "2027-07-31", undefined],
    ],
    [
      "of two terms on one day are those of the newest",
      [
        ["6", "renew", "2026-08-01", "2026-08-31", "2027-07-31"],
        ["9", "convert", "2026-08-01", "2026-08-31", "2026-08-31"],
      ],
      [6, "2027-07-31", undefined],
    ],
    [
      "with a late line of the term before are those of the newest",
      [
        ["6", "renew", "2026-08-01", "2026-08-31", "2027-07-31"],
        ["9", "cycleCharge", "2026-08-02", "2026-08-31", "2026-08-31"],
      ],
      [6, "2027-07-31", undefined],
    ],
    [
      "with a credit for the term before are not less",
      [
        ["6", "renew", "2026-08-01", "2026-08-31", "2027-07-31"],
        ["-9", "customerCredit", "2026-08-05", "2026-08-31", "2026-07-31"],
      ],
      [6, "2027-07-31", undefined],
    ],
    [
      "without the ends of their periods add up",
      [
        ["22", "cycleCharge", "2026-07-01", "", "2027-03-31"],
        ["3", "addQuantity", "2026-07-05", "", "2027-03-31"],
        ["-2", "removeQuantity", "2026-07-06", "", "2027-03-31"],
      ],
      [23, "2027-03-31", undefined],
    ],
    [
      "that end in a cancellation are deleted",
      [
        ["5", "new", "2026-07-01", "2026-07-31", "2027-06-30"],
        ["-5", "cancelImmediate", "2026-07-01", "2026-07-31", "2027-06-30"],
      ],
      [5, "2027-06-30", "deleted"],
    ],
    [
      "that were cancelled and bought again are in force",
      [
        ["-5", "cancelImmediate", "2026-07-01", "2026-07-31", "2027-06-30"],
        ["7", "new", "2026-07-03", "2026-07-31", "2027-07-02"],
      ],
      [7, "2027-07-02", undefined],
    ],
  ])("%s", async (_, lines, expected) => {
    expect(await foldedFrom(...lines)).toEqual([expected]);
  });
});

describe("lines with neither subscription nor order", () => {
  const columns = ["CustomerId", "ProductId", "SkuId", "SkuName", "SubscriptionId", "OrderId", ...header.slice(4)];
  const line = (product: string, name: string, quantity: string, orderId = "") => [
    TENANT,
    product,
    "0001",
    name,
    "",
    orderId,
    quantity,
    "new",
    "2026-07-01",
    "2026-07-31",
    "",
  ];

  it("are one excluded subscription a product, where it is no licence", async () => {
    const book = await ingestAll([
      aCsv(
        "invoice.csv",
        columns,
        line("DZH318Z0BQ3Q", "Azure plan", "0.345"),
        line("DZH318Z0BQ3Q", "Azure plan", "12.1"),
        line("DZH318Z0BQ4Z", "Azure plan reservations", "1"),
      ),
    ]);

    expect(book.rejected).toEqual([]);
    expect(book.subscriptions.map(({ id, isLicenceBased, product }) => [id, isLicenceBased, product.name])).toEqual([
      ["", false, "Azure plan"],
      ["", false, "Azure plan reservations"],
    ]);
    expect(book.files[0]?.rows).toMatchObject({ read: 3, planned: 2, merged: 1, rejected: 0 });
  });

  it("are kept apart by their order where they have one", async () => {
    const book = await ingestAll([
      aCsv(
        "invoice.csv",
        columns,
        line("DZH318Z0BQ3Q", "Azure plan", "1", "o-1"),
        line("DZH318Z0BQ3Q", "Azure plan", "1", "o-2"),
      ),
    ]);

    expect(book.subscriptions.map(({ id }) => id)).toEqual(["o-1", "o-2"]);
  });

  it("are rejected where it is a licence, which must be told from its neighbours", async () => {
    const book = await ingestAll([aCsv("invoice.csv", columns, line("CFQ7TTC0LFLX", "Microsoft 365 E3", "5"))]);

    expect(book.rejected.map(({ problems }) => problems.map(({ column }) => column))).toEqual([["SubscriptionId"]]);
  });
});

describe("the price of a charge line", () => {
  const columns = [...header, "TermAndBillingCycle", "UnitPrice", "EffectiveUnitPrice", "Currency", "PricingCurrency"];
  const priced = async (start: string, end: string, pricingCurrency = "EUR") => {
    const line = [TENANT, "CFQ7TTC0LFLX", "0001", SUBSCRIPTION, "5", "cycleFee", start, end, "2027-03-31"];
    const money = ["Annual term, Monthly billing", "36", "30", "USD", pricingCurrency];
    const book = await ingestAll([aCsv("invoice.csv", columns, [...line, ...money])]);
    return [book.subscriptions[0]?.unitPrice, book.subscriptions[0]?.currency];
  };

  it.each([
    ["2026-02-01", "2026-02-28", 30],
    ["2026-07-01", "2026-07-31", 30],
    ["2026-07-01", "2026-07-27", 30],
    ["2026-07-01", "2026-07-26", 36],
    ["2026-07-01", "2026-08-03", 30],
    ["2026-07-01", "2026-08-04", 36],
  ])("is the charged one for a whole month, else that of the list: %s to %s", async (start, end, expected) => {
    expect((await priced(start, end))[0]).toBe(expected);
  });

  it("is that of the last line of the newest term", async () => {
    const line = (start: string, end: string, price: string) => [
      ...[TENANT, "CFQ7TTC0LFLX", "0001", SUBSCRIPTION, "5", "cycleFee", start, end, "2027-03-31"],
      ...["Annual term, Monthly billing", price, price, "EUR", "EUR"],
    ];

    const book = await ingestAll([
      aCsv("invoice.csv", columns, line("2026-08-01", "2026-08-31", "31"), line("2026-07-01", "2026-07-31", "30")),
    ]);

    expect(book.subscriptions.map(({ unitPrice }) => unitPrice)).toEqual([31]);
  });

  it("is in the currency of the list, and in that of the invoice where the list's is not given", async () => {
    expect(await priced("2026-07-01", "2026-07-31")).toEqual([30, "EUR"]);
    expect(await priced("2026-07-01", "2026-07-31", "")).toEqual([30, "USD"]);
  });
});
