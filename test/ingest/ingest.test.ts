import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/findings/finding.ts";
import type { Ingested } from "../../src/model/ingested.ts";
import { isoDate } from "../../src/model/plain-date.ts";
import { aFile } from "../support/a-file.ts";
import { inEnglish } from "../support/in-english.ts";
import { aCsv, describeBook, fixture, ingestAll } from "./support.ts";

const TENANT = "11111111-aaaa-4000-8000-000000000001";
const OTHER = "22222222-aaaa-4000-8000-000000000002";
const SUBSCRIPTION = "33333333-aaaa-4000-8000-000000000003";

const rowsOf = (book: Ingested) => book.files.map(({ rows }) => rows);
const endsOf = (book: Ingested) =>
  book.subscriptions.map(({ termEnd }) => (termEnd === undefined ? "" : isoDate(termEnd))).sort();

describe("customers", () => {
  const header = ["tenant_id", "customer", "domain", "product_name", "seats", "subscription_id"];
  const customersOf = async (...rows: [string, string, string][]) => {
    const book = await ingestAll([
      aCsv("a.csv", header, ...rows.map((who, index) => [...who, "P", "1", `S-${index}`])),
    ]);
    return book.customers.map(({ key, name }) => `${key} ${name}`);
  };

  it.each<[string, [string, string, string][], string[]]>([
    [
      "one tenant id in two cases",
      [
        [TENANT, "A", ""],
        [TENANT.toUpperCase(), "A", ""],
      ],
      [`${TENANT} A`],
    ],
    [
      "two tenant ids of one name and domain",
      [
        [TENANT, "A", "a.example"],
        [OTHER, "A", "a.example"],
      ],
      [`${TENANT} A`, `${OTHER} A`],
    ],
    [
      "a domain with and without tenant id",
      [
        ["", "A", "A.example"],
        [TENANT, "A Ltd", "a.example"],
      ],
      [`${TENANT} A`],
    ],
    [
      "a name with and without tenant id",
      [
        ["", "contoso  ltd", ""],
        [TENANT, "Contoso Ltd", ""],
      ],
      [`${TENANT} Contoso Ltd`],
    ],
    [
      "a name that two tenants have",
      [
        ["", "A", ""],
        [TENANT, "A", ""],
        [OTHER, "A", ""],
      ],
      [`${TENANT} A`, `${OTHER} A`, "a A"],
    ],
    [
      "a domain and a tenant id that only share the name",
      [
        ["", "A", "a.example"],
        [TENANT, "A", ""],
      ],
      [`${TENANT} A`],
    ],
    [
      "two domains that share a tenant's name",
      [
        ["", "A", "a.example"],
        ["", "A", "b.example"],
        [TENANT, "A", ""],
      ],
      [`${TENANT} A`, "a.example A", "b.example A"],
    ],
    [
      "a domain that is not the tenant's",
      [
        ["", "A", "b.example"],
        [TENANT, "A", "a.example"],
      ],
      [`${TENANT} A`, "b.example A"],
    ],
    [
      "the name of most rows",
      [
        [TENANT, "Z", ""],
        [TENANT, "B", ""],
        [TENANT, "Z", ""],
      ],
      [`${TENANT} Z`],
    ],
    [
      "of equally frequent names the first",
      [
        [TENANT, "Z", ""],
        [TENANT, "B", ""],
      ],
      [`${TENANT} B`],
    ],
  ])("%s", async (_, rows, expected) => {
    expect(await customersOf(...rows)).toEqual(expected);
  });

  it("take country claims of every record, and the relationship of the new partner's list", async () => {
    const book = await ingestAll([
      aCsv(
        "a.csv",
        ["tenant_id", "country", "product_name", "seats"],
        [TENANT, "Deutschland", "P", "1"],
        [TENANT, "fr", "Q", "1"],
      ),
      aCsv("b.csv", ["Microsoft ID", "Company name", "Primary domain name"], [TENANT, "A", "a.example"]),
    ]);

    expect(book.customers).toMatchObject([
      {
        name: "A",
        domain: "a.example",
        relationship: true,
        countries: [{ country: "DE" }, { country: "FR", at: { row: 3 } }],
      },
    ]);
  });
});

it("a country is claimed where it stands first, whatever the customer is called there", async () => {
  const columns = ["tenant_id", "customer", "country", "product_name", "seats"];
  const claim = (name: string) => [TENANT, name, "DE", "P", "1"];

  const book = await ingestAll([aCsv("b.csv", columns, claim("A")), aCsv("a.csv", columns, claim("B"), claim("A"))]);

  expect(book.customers[0]?.countries).toMatchObject([{ country: "DE", at: { file: "a.csv", row: 2 } }]);
});

describe("rows that disagree on who a customer is", () => {
  const header = ["tenant_id", "customer", "domain", "product_name", "seats", "subscription_id"];
  const conflictsOf = async (...rows: readonly [string, string, string][]) => {
    const book = await ingestAll([
      aCsv("a.csv", header, ...rows.map((who, index) => [...who, "P", "1", `S-${index}`])),
    ]);
    return book.customers.map(({ conflicts }) =>
      conflicts.map(({ field, kept, keptAt, other, otherAt }) => [field, kept, keptAt.row, other, otherAt.row]),
    );
  };

  it.each<[string, [string, string, string][], (string | number)[][][]]>([
    [
      "case and white space",
      [
        [TENANT, "Contoso Ltd", "A.example"],
        [TENANT, "CONTOSO  ltd", "a.example"],
      ],
      [[]],
    ],
    [
      "a gap",
      [
        [TENANT, "Contoso", ""],
        [TENANT, "", "a.example"],
      ],
      [[]],
    ],
    [
      "Microsoft's own domain beside the customer's",
      [
        [TENANT, "A", "a.example"],
        [TENANT, "A", "a.onmicrosoft.com"],
      ],
      [[]],
    ],
    [
      "two of Microsoft's domains",
      [
        [TENANT, "A", "a.onmicrosoft.com"],
        [TENANT, "A", "b.onmicrosoft.com"],
      ],
      [[["domain", "a.onmicrosoft.com", 2, "b.onmicrosoft.com", 3]]],
    ],
    [
      "names, each where it stands first",
      [
        [TENANT, "B", ""],
        [TENANT, "A", ""],
        [TENANT, "a", ""],
        [TENANT, "C", ""],
        [TENANT, "C", ""],
        [TENANT, "C", ""],
      ],
      [
        [
          ["name", "C", 5, "B", 2],
          ["name", "C", 5, "A", 3],
        ],
      ],
    ],
    [
      "names of one domain",
      [
        ["", "A", "a.example"],
        ["", "B", "A.EXAMPLE"],
      ],
      [[["name", "A", 2, "B", 3]]],
    ],
    [
      "name and domain",
      [
        [TENANT, "A", "a.example"],
        [TENANT, "A Ltd", "b.example"],
      ],
      [
        [
          ["name", "A", 2, "A Ltd", 3],
          ["domain", "a.example", 2, "b.example", 3],
        ],
      ],
    ],
    [
      "the tenants of one domain",
      [
        [TENANT, "A", "a.example"],
        [OTHER, "B", "a.example"],
        ["", "C", "a.example"],
      ],
      [
        [["several by domain", TENANT, 2, OTHER, 3]],
        [["several by domain", OTHER, 3, TENANT, 2]],
        [["several by domain", TENANT, 2, OTHER, 3]],
      ],
    ],
    [
      "a name that tells neither of two tenants",
      [
        [TENANT, "A", ""],
        [OTHER, "A", ""],
        ["", "a", ""],
      ],
      [[], [], [["several by name", TENANT, 2, OTHER, 3]]],
    ],
  ])("%s", async (_, rows, expected) => {
    expect(await conflictsOf(...rows)).toEqual(expected);
  });

  it("are named by file, whichever has more rows", async () => {
    const names = ["tenant_id", "customer", "product_name", "seats"];
    const book = await ingestAll([
      aCsv("b.csv", names, [TENANT, "B", "P", "1"], [TENANT, "B", "Q", "1"]),
      aCsv("a.csv", names, [TENANT, "A", "P", "1"]),
    ]);

    expect(book.customers).toMatchObject([
      { name: "B", conflicts: [{ kept: "B", keptAt: { file: "b.csv", row: 2 }, otherAt: { file: "a.csv", row: 2 } }] },
    ]);
  });

  it("do not count the account name of a tenant, which names nobody as long as a customer's name is known", async () => {
    const book = await ingestAll([
      aCsv(
        "a.csv",
        ["accountName", "accountId", "skuId", "consumedUnits"],
        ["contoso", TENANT, "x", "1"],
        ["contoso", TENANT, "y", "1"],
      ),
      aCsv("b.csv", ["tenant_id", "customer", "product_name", "seats"], [TENANT, "Contoso Retail", "P", "1"]),
    ]);

    expect(book.customers).toMatchObject([{ name: "Contoso Retail", conflicts: [] }]);
  });

  it("disagree on the relationship, too", async () => {
    const columns = new Map([
      ["domain", "Web"],
      ["relationship", "Partner"],
    ]);
    const base = { title: "", fixed: new Map(), values: new Map(), dateOrder: undefined, decimal: undefined };
    const formats = [
      { ...base, id: "crm", record: "customer", columns, headerRow: undefined, channel: undefined } as const,
    ];
    const book = await ingestAll(
      [aCsv("a.csv", ["Web", "Partner"], ["a.example", "no"], ["a.example", "yes"], ["b.example", "no"])],
      { formats },
    );

    expect(
      book.customers.map(({ relationship, conflicts }) => [relationship, conflicts.map(({ field }) => field)]),
    ).toEqual([
      [true, ["relationship"]],
      [false, []],
    ]);
  });

  it("are ten at most, in a book of many spellings", async () => {
    const conflicts = await conflictsOf(
      ...Array.from({ length: 30 }, (_, n): [string, string, string] => [TENANT, `Name ${n}`, ""]),
    );

    expect(conflicts.map((each) => each.length)).toEqual([10]);
  });
});

describe("an export of one tenant", () => {
  const skus = "skuId,consumedUnits\nabc,7\n";
  const known = aCsv(
    "known.csv",
    ["tenant_id", "customer", "domain", "product_name", "seats"],
    [TENANT, "Contoso Retail", "contoso.example", "P", "1"],
  );

  it.each([
    ["the file's tenant id", `${TENANT}.csv`, true],
    ["the file's domain", "tenants/contoso.example.csv.gz", true],
    ["the folder's domain", "contoso.example/export.csv", true],
    ["the leading part of the file's name", "contoso.example-licences.csv", true],
    ["a name with hyphens for blanks", "contoso-retail_2026.csv", true],
    ["a name that nobody has", "fabrikam.csv", false],
    ["a folder that nobody has, of an export that was saved twice", "fabrikam/skus (1).csv", false],
    ["a folder that nobody has, of an export in another language", "fabrikam/Lizenzen 2026-11.csv", false],
  ])("is the customer of %s", async (_, label, isKnown) => {
    const book = await ingestAll([known, aFile(label, skus)]);

    expect(book.usage.map(({ customer }) => [customer.name, customer.confirmed])).toEqual([
      isKnown ? ["Contoso Retail", true] : ["fabrikam", false],
    ]);
  });

  it.each([
    ["contoso.example/skus.csv", "contoso", "Contoso Retail", true],
    ["contoso.example/skus.csv", "Contoso Retail", "Contoso Retail", true],
    ["skus.csv", "fabrikam", "fabrikam", true],
  ])("%s with the account name %s is of %s", async (label, account, name, isKnown) => {
    const book = await ingestAll([
      known,
      aCsv(label, ["accountName", "skuId", "consumedUnits"], [account, "abc", "7"]),
    ]);

    expect(book.usage.map(({ customer }) => [customer.name, customer.confirmed])).toEqual([[name, isKnown]]);
  });

  it("takes customer, country, channel and segment of its `files` entry before its name", async () => {
    const customer = { tenantId: "", name: "", domain: "fabrikam.example", country: "FR" };
    const entries = [{ match: "tenants/*.csv", customer, channel: "direct", segment: "education" } as const];

    const book = await ingestAll(
      [
        aCsv(
          "tenants/contoso.csv",
          ["id", "skuPartNumber", "status", "totalLicenses"],
          ["1", "SPE_E3", "Enabled", "5"],
        ),
      ],
      { entries },
    );

    expect(book.subscriptions).toMatchObject([
      {
        statedChannel: "direct",
        statedSegment: "education",
        customer: { key: "fabrikam.example", confirmed: true, countries: [{ country: "FR" }] },
      },
    ]);
  });

  it.each([
    ["tenants/*.csv", "tenants/a/b.csv", false],
    ["tenants/**/*.csv", "tenants/a/b.csv", true],
    ["tenants/**/*.csv", "tenants/b.csv", true],
    ["./tenants/?.csv", "tenants/b.csv", true],
    ["tenants/b.csv", "tenants/bxcsv", false],
  ])("matches %s with %s: %s", async (match, label, isMatch) => {
    const customer = { tenantId: TENANT, name: "", domain: "", country: "" };
    const entries = [{ match, customer, channel: undefined, segment: undefined }];

    const book = await ingestAll([aFile(label, skus)], { entries });

    expect(book.customers[0]?.tenantId).toBe(isMatch ? TENANT : "");
  });

  it("does not name the partner where the tenant bought for itself", async () => {
    const customer = { tenantId: TENANT, name: "", domain: "", country: "" };
    const entries = [{ match: "*", customer, channel: undefined, segment: undefined }];
    const header = ["id", "skuPartNumber", "status", "totalLicenses", "ownerTenantId"];

    const book = await ingestAll(
      [aCsv("x.csv", header, ["1", "A", "Enabled", "5", TENANT], ["2", "A", "Enabled", "5", OTHER])],
      { entries },
    );

    expect(book.subscriptions.map(({ partnerTenantId }) => partnerTenantId)).toEqual(["", OTHER]);
  });
});

describe("duplicates", () => {
  const header = ["tenant_id", "subscription_id", "product_name", "seats", "term_end", "auto_renew", "unit_price"];

  it("plans the row with the latest term end, fills it, and keeps the disagreement", async () => {
    const book = await ingestAll([
      aCsv("a.csv", header, [TENANT, SUBSCRIPTION, "P", "10", "2026-12-31", "yes", "3"]),
      aCsv("b.csv", header, [TENANT, SUBSCRIPTION.toUpperCase(), "P", "12", "2027-12-31", "", ""]),
    ]);

    expect(book.subscriptions).toMatchObject([
      {
        seats: 12,
        autoRenew: true,
        unitPrice: 3,
        place: { file: "b.csv" },
        conflicts: [
          { field: "seats", kept: "12", other: "10", otherAt: { file: "a.csv", row: 2 } },
          { field: "term_end", kept: "2027-12-31", other: "2026-12-31" },
        ],
      },
    ]);
    expect(rowsOf(book)).toMatchObject([
      { read: 1, planned: 0, duplicates: 1 },
      { read: 1, planned: 1, duplicates: 0 },
    ]);
  });

  it.each([
    ["the most filled fields", ["", ""], ["yes", "3"], "b.csv"],
    ["the first file", ["yes", "3"], ["yes", "3"], "a.csv"],
  ])("at equal term ends plans the row of %s", async (_, first, second, file) => {
    const book = await ingestAll([
      aCsv("a.csv", header, [TENANT, SUBSCRIPTION, "P", "10", "2026-12-31", ...first]),
      aCsv("b.csv", header, [TENANT, SUBSCRIPTION, "P", "10", "2026-12-31", ...second]),
    ]);

    expect(book.subscriptions).toMatchObject([{ place: { file }, conflicts: [], autoRenew: true }]);
  });

  it("tells where each value that the planned row leaves open was found", async () => {
    const wide = [...header, "status", "term", "currency", "product_id"];
    const book = await ingestAll([
      aCsv("a.csv", wide, [TENANT, SUBSCRIPTION, "P", "10", "2027-12-31", "", "", "active", "", "", ""]),
      aCsv("b.csv", wide, [
        TENANT,
        SUBSCRIPTION,
        "P",
        "10",
        "2026-12-31",
        "yes",
        "",
        "",
        "weekly",
        "",
        "CFQ7TTC0LF8R:0001",
      ]),
      aCsv("c.csv", wide, [TENANT, SUBSCRIPTION, "P", "10", "2025-12-31", "yes", "4", "active", "P1Y", "EUR", ""]),
    ]);

    const [subscription] = book.subscriptions;
    expect(subscription?.filled.map(({ field, at }) => [field, at.file])).toEqual([
      ["auto_renew", "b.csv"],
      ["product_id", "b.csv"],
      ["unit_price", "c.csv"],
      ["currency", "c.csv"],
    ]);
    // The word that b.csv has for the term is no gap.
    expect(subscription).toMatchObject({ term: undefined, unread: [{ field: "term", value: "weekly" }] });
  });

  it("says nothing of the sort where the planned row told all", async () => {
    const row = [TENANT, SUBSCRIPTION, "P", "10", "2027-12-31", "yes", "4"];
    const book = await ingestAll([aCsv("a.csv", header, row), aCsv("b.csv", header, row)]);

    expect(book.subscriptions).toMatchObject([{ filled: [] }]);
  });

  it.each<[string, string, string, boolean]>([
    ["status", "active", "suspended", true],
    ["status", "aktiv", "ACTIVE", false],
    ["auto_renew", "yes", "no", true],
    ["auto_renew", "yes", "", false],
    ["is_trial", "no", "yes", true],
    ["segment", "commercial", "education", true],
    ["product_id", "CFQ7TTC0LF8R:0001", "CFQ7TTC0LF8S:0001", true],
    ["product_id", "CFQ7TTC0LF8R:0001", "cfq7ttc0lf8r:1:CFQ7TTC0KFFN", false],
    ["product_id", "CFQ7TTC0LF8R:0001", "ENTERPRISEPACK", false],
  ])("disagree on %s %s and %s: %s", async (column, one, other, isConflict) => {
    const columns = ["tenant_id", "subscription_id", "product_name", "seats", column];
    const row = (value: string) => [TENANT, SUBSCRIPTION, "P", "10", value];
    const book = await ingestAll([aCsv("a.csv", columns, row(one)), aCsv("b.csv", columns, row(other))]);

    const field = column === "product_id" ? "product" : column;
    expect(book.subscriptions.map(({ conflicts }) => conflicts.map((each) => each.field))).toEqual([
      isConflict ? [field] : [],
    ]);
  });

  it("counts a price among the filled fields", async () => {
    const book = await ingestAll([
      aCsv("a.csv", header, [TENANT, SUBSCRIPTION, "P", "10", "2026-12-31", "", ""]),
      aCsv("b.csv", header, [TENANT, SUBSCRIPTION, "P", "10", "2026-12-31", "", "3"]),
    ]);

    expect(book.subscriptions).toMatchObject([{ place: { file: "b.csv" } }]);
  });

  it("takes a price with its currency, and no currency for a price that has none", async () => {
    const columns = [...header, "currency"];
    const row = (end: string, price: string, currency: string) => [
      ...[TENANT, SUBSCRIPTION, "P", "10", end, "", price, currency],
    ];
    const filledFrom = async (price: string, currency: string) => {
      const book = await ingestAll([
        aCsv("a.csv", columns, row("2027-12-31", price, currency)),
        aCsv("b.csv", columns, row("2026-12-31", "4", "USD")),
      ]);
      return book.subscriptions.map((each) => [each.unitPrice, each.currency]);
    };

    expect(await filledFrom("3", "")).toEqual([[3, ""]]);
    expect(await filledFrom("", "")).toEqual([[4, "USD"]]);
    expect(await filledFrom("", "EUR")).toEqual([[4, "USD"]]);
    expect(await filledFrom("3", "EUR")).toEqual([[3, "EUR"]]);
  });

  it("says so where one file has an id for two products", async () => {
    const book = await ingestAll([
      aCsv(
        "a.csv",
        header,
        [TENANT, SUBSCRIPTION, "P", "10", "", "", ""],
        [TENANT, SUBSCRIPTION, "Q", "10", "", "", ""],
      ),
      aCsv("b.csv", header, [TENANT, SUBSCRIPTION, "P as others call it", "10", "", "", ""]),
    ]);

    expect(book.subscriptions.map(({ conflicts }) => conflicts)).toMatchObject([
      [{ field: "product", kept: "P", other: "Q", otherAt: { file: "a.csv", row: 3 } }],
    ]);
  });

  it("keeps one id of two customers apart, with keys of their own", async () => {
    const row = (tenant: string) => [tenant, SUBSCRIPTION, "P", "10", "", "", ""];
    const book = await ingestAll([aCsv("a.csv", header, row(TENANT), row(OTHER))]);

    expect(new Set(book.subscriptions.map(({ key }) => key)).size).toBe(2);
    // Each has its own key whichever is read first.
    const other = await ingestAll([aCsv("a.csv", header, row(OTHER)), aCsv("b.csv", header, row(TENANT))]);
    const keyOf = ({ subscriptions }: Ingested, tenant: string) =>
      subscriptions.find(({ customer }) => customer.tenantId === tenant)?.key;
    expect(keyOf(other, TENANT)).toBe(keyOf(book, TENANT));
    expect(keyOf(other, OTHER)).toBe(keyOf(book, OTHER));
  });

  it("takes equal rows without id for one subscription across files, and for several within one", async () => {
    const row = [TENANT, "", "P", "10", "2026-12-31", "", ""];
    const book = await ingestAll([aCsv("a.csv", header, row, row), aCsv("b.csv", header, row, row, row)]);

    expect(rowsOf(book)).toMatchObject([
      { planned: 2, duplicates: 0 },
      { planned: 1, duplicates: 2 },
    ]);
    expect(new Set(book.subscriptions.map(({ key }) => key)).size).toBe(3);
  });

  it("folds the charge lines of one invoice, and takes the next month's invoice for a duplicate", async () => {
    const book = await ingestAll([
      fixture("pc-nce-recon/dirty.csv", "july.csv"),
      fixture("pc-nce-recon/dirty.csv", "june.csv"),
    ]);

    expect(rowsOf(book)).toMatchObject([
      { read: 18, planned: 8, merged: 6, duplicates: 0, rejected: 4 },
      { read: 18, planned: 0, merged: 6, duplicates: 8, rejected: 4 },
    ]);
  });

  it("counts usage that another file repeats once, with the most assigned seats", async () => {
    const usage = (units: string) => `accountId,skuId,consumedUnits\n${TENANT},abc,${units}\n`;
    const book = await ingestAll([aFile("a.csv", usage("5")), aFile("b.csv", usage("7"))]);

    expect(book.usage).toMatchObject([{ assignedSeats: 7, repeats: [{ seats: 5, at: { file: "a.csv", row: 2 } }] }]);
    expect(rowsOf(book)).toMatchObject([{ usage: 0, duplicates: 1 }, { usage: 1 }]);
    const equal = await ingestAll([aFile("b.csv", usage("5")), aFile("a.csv", usage("5"))]);
    expect(equal.usage).toMatchObject([{ place: { file: "a.csv" }, repeats: [{ seats: 5, at: { file: "b.csv" } }] }]);
  });

  it("gives the same keys whatever the files are called, and the same book whatever their order", async () => {
    const a = (label: string) =>
      aCsv(label, header, [TENANT, "X-1", "P", "10", "", "", ""], [OTHER, "", "P", "3", "", "", ""]);
    const b = (label: string) =>
      aCsv(label, header, [TENANT, SUBSCRIPTION, "P", "11", "", "", ""], [OTHER, "", "P", "3", "", "", "4"]);
    const keysOf = (book: Ingested) => book.subscriptions.map(({ key }) => key).sort();

    const one = await ingestAll([a("a.csv"), b("b.csv")]);
    const reversed = await ingestAll([b("b.csv"), a("a.csv")]);
    const renamed = await ingestAll([a("z.csv"), b("b.csv")]);

    expect(reversed).toEqual(one);
    expect(keysOf(renamed)).toEqual(keysOf(one));
    expect(one.subscriptions.every(({ key }) => /^[0-9a-f]{16}$/.test(key))).toBe(true);
  });
});

describe("the order of day and month", () => {
  const header = ["customer", "product_name", "seats", "start", "term_end"];
  const dates = (...days: [string, string][]) =>
    aCsv("d.csv", header, ...days.map(([start, end], n) => [`C${n}`, "P", "1", start, end]));

  it.each<[string, [string, string][], "dmy" | "mdy" | undefined, string[], string]>([
    [
      "its own rows",
      [
        ["", "03/04/2027"],
        ["", "13/04/2027"],
      ],
      undefined,
      ["2027-04-03", "2027-04-13"],
      "dmy",
    ],
    [
      "its own rows against the flag",
      [
        ["", "03/04/2027"],
        ["", "04/13/2027"],
      ],
      "dmy",
      ["2027-03-04", "2027-04-13"],
      "mdy",
    ],
    ["the other column", [["25/12/2026", "03/04/2027"]], undefined, ["2027-04-03"], "dmy"],
    ["the flag", [["", "03/04/2027"]], "mdy", ["2027-03-04"], "mdy"],
    ["nobody, where it makes no difference", [["", "04/04/2027"]], undefined, ["2027-04-04"], ""],
  ])("is told by %s", async (_, days, dateOrder, ends, told) => {
    const book = await ingestAll([dates(...days)], dateOrder === undefined ? {} : { dateOrder });

    expect(endsOf(book)).toEqual(ends);
    expect(book.files[0]?.dateOrder).toBe(told);
  });

  it("is told per file, and refuses the one that does not tell", async () => {
    const clear = dates(["", "03/04/2027"], ["", "13/04/2027"]);
    const open = aCsv(
      "open.csv",
      header,
      ["X", "P", "1", "", "03/04/2027"],
      ["Y", "P", "bad", "", "2027-01-31"],
      ["Z", "P", "1", "", "05/06/2027"],
    );

    const book = await ingestAll([clear, open]);

    expect(book.subscriptions).toHaveLength(2);
    expect(book.customers).toHaveLength(2);
    expect(book.rejected.map(({ code, place, format }) => [code, place.row, format])).toEqual([
      ["DATE_ORDER_UNKNOWN", 2, "generic"],
      ["DATE_ORDER_UNKNOWN", 3, "generic"],
      ["DATE_ORDER_UNKNOWN", 4, "generic"],
    ]);
    expect(book.notices.map(({ finding }) => finding.facts)).toMatchObject([
      { columns: ["term_end"], samples: ["03/04/2027", "05/06/2027"] },
    ]);
    expect(book.files[1]?.refusal?.wording.code).toBe("DATE_ORDER_UNKNOWN");
  });

  it.each<[string, string[], number[] | "the file"]>([
    ["one of three", ["2027-04-13", "03/04/2027", "30-AUG-2027"], [3]],
    ["one of two", ["2027-04-13", "03/04/2027"], [3]],
    ["two of four", ["2027-04-13", "03/04/2027", "46477", "3-04-17"], [3, 5]],
    ["two of three", ["03/04/2027", "46477", "3-04-17"], "the file"],
    ["all of a column that one row in twenty fills", ["03/04/2027", ...Array(19).fill("")], [2]],
    ["all of a column that more fill", ["03/04/2027", ...Array(18).fill("")], "the file"],
    ["one among days that are the same either way", ["04/04/2027", "05/05/2027", "03/04/2027"], [4]],
    ["one where others prove both orders", ["13/04/2027", "04/13/2027", "2027-04-13", "03/04/2027"], "the file"],
  ])("that nothing tells costs the rows where few need it: %s", async (_, ends, rejected) => {
    const file = dates(...ends.map((end) => ["", end] as [string, string]));

    const book = await ingestAll([file]);

    const isRefused = book.files[0]?.refusal !== undefined;
    expect(isRefused ? "the file" : book.rejected.map(({ place }) => place.row)).toEqual(rejected);
    expect(new Set(book.rejected.map(({ code }) => code))).toEqual(new Set(["DATE_ORDER_UNKNOWN"]));
    expect(book.subscriptions).toHaveLength(ends.length - book.rejected.length);
    expect((await ingestAll([file], { dateOrder: "mdy" })).rejected).toEqual([]);
  });

  it("is said of a row that it costs, beside what else is wrong with it", async () => {
    const days = ["2027-01-31", "2027-01-31", "2027-01-31"];
    const sound = days.map((day, n) => [`C${n}`, "P", "1", day, day]);
    const open = aCsv("open.csv", header, ...sound, ["X", "P", "1", "01/02/2027", "03/04/2027"]);
    const worse = aCsv("worse.csv", header, ...sound, ["X", "P", "many", "", "03/04/2027"]);

    const book = await ingestAll([open, worse]);

    expect(book.rejected.map(({ code, column, value }) => [code, column, value])).toEqual([
      ["DATE_ORDER_UNKNOWN", "start; term_end", "01/02/2027; 03/04/2027"],
      ["ROW_UNREADABLE", "seats; term_end", "many; 03/04/2027"],
    ]);
    expect(book.notices.map(({ finding }) => messageOf(finding))).toEqual([
      expect.stringMatching(/^open\.csv row 5, column "start", "term_end": .+"01\/02\/2027".+--date-order/),
      expect.stringMatching(/^worse\.csv row 5, column "seats": .+"many"; column "term_end": .+"03\/04\/2027"/),
    ]);
    expect(book.files[0]?.dateEvidence).toEqual([
      expect.stringMatching(/^start: 1 of 4 dates .+"01\/02\/2027".+rejected$/),
      expect.stringMatching(/^term_end: 1 of 4 dates/),
    ]);
  });

  it("is not guessed where a column contradicts itself, until the user tells", async () => {
    const file = dates(["", "03/04/2027"], ["", "13/04/2027"], ["", "04/13/2027"]);

    expect((await ingestAll([file])).notices.map(({ finding }) => finding.facts)).toMatchObject([
      { isContradictory: true },
    ]);
    expect(endsOf(await ingestAll([file], { dateOrder: "dmy" }))).toEqual(["2027-04-03", "2027-04-13", "2027-04-13"]);
  });
});

describe("a header that stands again between the rows", () => {
  it("is no row of data, in an export of numbers and in a list of names", async () => {
    const header = ["customer", "product_name", "seats"];
    const list = ["Microsoft ID", "Company name", "Primary domain name"];
    const book = await ingestAll([
      aCsv("a.csv", header, ["A", "P", "1"], header, ["B", "P", "2"]),
      aCsv("b.csv", list, [TENANT, "A", "a.example"], list, [OTHER, "B", "b.example"], list),
    ]);

    expect(book.files.map(({ rows, ignored }) => [rows.read, rows.planned, rows.customers, ignored])).toEqual([
      [3, 2, 0, [{ reason: "repeated header", rows: 1 }]],
      [4, 0, 2, [{ reason: "repeated header", rows: 2 }]],
    ]);
    expect(book.customers.map(({ name }) => name)).toEqual(["A", "B"]);
  });
});

describe("an export that never has the seats", () => {
  it("gets a column for them among its rejected rows, under which no other cell comes to stand", async () => {
    const header = [
      ...["Owner Company Name", "Company Entitlement UUID", "Edition Name"],
      ...["Active Order ID", "Active Order Contract End Date"],
    ];
    const row = ["Contoso", "E-1", "Office 365 E3", "O-1", "31.03.2027"];

    const book = await ingestAll([aCsv("a.csv", header, row, [...row, "7"])]);

    expect(book.rejected.map(({ header: raw, cells }) => [raw.slice(header.length), cells.length])).toEqual([
      [["Quantity"], 5],
      [[], 6],
    ]);
    const leading = ["file", "row", "line", "column", "value", "code", "remedy", "format"];
    const filledIn = ["a.csv", "2", "2", "seats", "", "", "", "appdirect-purchases", ...row, "12"];
    const again = await ingestAll([aCsv("rejected.csv", [...leading, ...header, "Quantity"], filledIn)]);
    expect(again.subscriptions).toMatchObject([{ customer: { name: "Contoso" }, seats: 12 }]);
  });
});

describe("files that no format knows", () => {
  it.each([
    ["an unknown header", "foo,bar\n1,2\n\n3,4\n\n", 2, 1],
    ["a repeated header", "customer,Product,Seats,seats\nA,P,1,2\n", 1, 0],
    ["one column only", "hello\nworld\n", 1, 0],
    ["a product without seats", "customer,product_name\nA,P\n", 1, 0],
    ["nothing", "", 0, 0],
  ])("are refused with all their rows: %s", async (_, text, rejected, ignored) => {
    const book = await ingestAll([aFile("x.csv", text)]);

    expect(rowsOf(book)).toMatchObject([{ read: rejected + ignored, rejected, ignored }]);
    expect(book.rejected.map(({ code }) => code)).toEqual(Array(rejected).fill("FILE_UNKNOWN"));
    expect(book.notices.map(({ finding }) => finding.wording.code)).toEqual(["FILE_UNKNOWN"]);
  });

  it("say what helps against what is wrong with them", async () => {
    const remedyOf = async (text: string) =>
      (await ingestAll([aFile("x.csv", text)])).rejected.map(({ remedy }) => inEnglish(remedy));

    const [repeated] = await remedyOf("customer,Product,Seats,seats\nA,P,1,2\n");
    const [unknown] = await remedyOf("foo,bar\n1,2\n");

    expect(repeated).toContain("name of its own");
    expect(unknown).toContain("formats");
  });

  it("are only named when they are no text", async () => {
    const book = await ingestAll([aFile("x.csv", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1, 2]))]);

    expect(book.files).toMatchObject([{ format: "", rows: { read: 0 } }]);
    expect(book.notices).toHaveLength(1);
  });

  it("are not those with a header only, which are empty", async () => {
    const book = await ingestAll([aFile("x.csv", "customer,product_name,seats\n\n\n")]);

    expect(book.files).toMatchObject([{ format: "generic", isEmpty: true, rows: { read: 0 } }]);
    expect(book.notices).toEqual([]);
  });

  it("take the header from the twentieth row, but not from the next", async () => {
    const text = (titles: number) => `${"Title\n".repeat(titles)}customer,product_name,seats\nA,P,1\n`;

    expect((await ingestAll([aFile("x.csv", text(19))])).subscriptions).toHaveLength(1);
    expect((await ingestAll([aFile("x.csv", text(20))])).subscriptions).toHaveLength(0);
  });

  it("do not trip over hostile headers", async () => {
    const book = await ingestAll([
      aCsv(
        "x.csv",
        ["__proto__", "constructor", "", "customer", "product_name", "seats", ""],
        ["x", "y", "", "A", "P", "1", "z"],
      ),
    ]);

    expect(book.subscriptions).toHaveLength(1);
  });
});

describe("rows of numbers only", () => {
  const header = "customer,product_name,seats,unit_price\n";

  it.each([
    ["at the end are a sum", "A,P,1,2\n,,1,2\n", { planned: 1, ignored: 1, rejected: 0 }],
    ["between records are not", "A,P,1,2\n,,1,2\nB,P,1,2\n", { planned: 2, ignored: 0, rejected: 1 }],
    ["with a product but no customer are no sum", "A,P,1,2\n,456,1,2\n", { planned: 1, ignored: 0, rejected: 1 }],
    ["with a product are records", "A,P,1,2\n123,456,1,2\n", { planned: 2, ignored: 0, rejected: 0 }],
    ["after a word for it are a sum", "A,P,1,2\nTotal:,,1,2\nB,P,1,2\n", { planned: 2, ignored: 1, rejected: 0 }],
    ["after a spreadsheet's word are a sum", "A,P,1,2\nGesamtergebnis,,1,2\n", { planned: 1, ignored: 1, rejected: 0 }],
    ["with what is summed are a sum", "A,P,1,2\n,Total licenças (4),1,\n", { planned: 1, ignored: 1, rejected: 0 }],
    ["with their currency are a sum", "A,P,1,2\nSuma total,EUR,1,2\n", { planned: 1, ignored: 1, rejected: 0 }],
    ["of a customer called Total are none", "Total Energies,,1,2\n", { planned: 0, ignored: 0, rejected: 1 }],
  ])("%s", async (_, rows, expected) => {
    expect(rowsOf(await ingestAll([aFile("x.csv", header + rows)]))).toMatchObject([expected]);
  });
});

it.each([
  ["A,P,1,", 0],
  ["A,P,1,x", 1],
  ["A, Ltd,P,1", 1],
])("a row %j with a header of three columns is rejected %i times", async (row, rejected) => {
  const book = await ingestAll([aFile("x.csv", `customer,product_name,seats\n${row}\n`)]);

  expect(book.rejected).toHaveLength(rejected);
});

describe("rejected.csv of an earlier run", () => {
  const leading = ["file", "row", "line", "column", "value", "code", "remedy", "format"];
  const raw = [
    "customer",
    "product_name",
    "seats",
    "term_end",
    "status",
    "format (raw)",
    "skuPartNumber",
    "consumedUnits",
    "Anzahl",
  ];
  const row = (file: string, format: string, ...cells: string[]) => [file, "2", "2", "", "", "", "", format, ...cells];

  it("is read by the format of each row, as if it stood in its own file", async () => {
    const book = await ingestAll([
      aCsv(
        "rejected.csv",
        [...leading, ...raw],
        row("a.csv", "generic", "A", "P", "5", "2027-03-31", "active", "x", "", "", ""),
        row("b.csv", "generic", "B", "P", "", "2027-03-31", "", "", "", "", "7"),
        row("tenants/contoso.csv", "graph-skus", "", "", "", "", "", "", "SPE_E3", "4", ""),
        row("a.csv", "generic", "C", "P", "still bad", "", "", "", "", "", ""),
        row("c.csv", "", "D", "P", "1", "", "", "", "", "", ""),
      ),
    ]);

    expect(book.subscriptions.map(({ customer, seats }) => [customer.name, seats])).toEqual([
      ["A", 5],
      ["B", 7],
    ]);
    expect(book.usage.map(({ customer, assignedSeats }) => [customer.name, assignedSeats])).toEqual([["contoso", 4]]);
    expect(book.rejected.map(({ code, format, header }) => [code, format, header[5]])).toEqual([
      ["ROW_UNREADABLE", "generic", "format"],
      ["FILE_UNKNOWN", "", "format"],
    ]);
  });

  const charges = [
    "CustomerId",
    "ProductId",
    "SkuId",
    "SubscriptionId",
    "Quantity",
    "ChargeType",
    "ChargeStartDate",
    "SubscriptionEndDate",
  ];
  const charge = (quantity: string, type: string, start: string) => [
    TENANT,
    "CFQ7TTC0LFLX",
    "0001",
    SUBSCRIPTION,
    quantity,
    type,
    start,
    "2027-03-31",
  ];

  it("folds corrected charge lines with those of their invoice, once", async () => {
    const invoice = aCsv(
      "b.csv",
      charges,
      charge("22", "cycleCharge", "2026-07-01"),
      charge("three", "addQuantity", "2026-07-05"),
      charge("1", "addQuantity", "2026-07-09"),
    );
    const corrected = aCsv(
      "a-rejected.csv",
      [...leading, ...charges],
      row("b.csv", "pc-nce-recon", ...charge("3", "addQuantity", "2026-07-05")),
      row("b.csv", "pc-nce-recon", ...charge("1", "addQuantity", "2026-07-09")),
    );

    const book = await ingestAll([corrected, invoice]);

    expect(book.subscriptions).toMatchObject([{ seats: 26, conflicts: [], place: { file: "b.csv", row: 2 } }]);
    expect(rowsOf(book)).toMatchObject([
      { read: 2, planned: 0, merged: 2, duplicates: 0 },
      { read: 3, planned: 1, merged: 1, rejected: 1 },
    ]);
  });

  it("takes the order of its dates from the export that the rows are from", async () => {
    const columns = ["customer", "product_name", "seats", "term_end"];
    const whole = aCsv("z.csv", columns, ["A", "P", "1", "13/04/2027"], ["A", "Q", "x", "03/04/2027"]);
    const corrected = aCsv(
      "rejected.csv",
      [...leading, ...columns],
      row("z.csv", "generic", "A", "Q", "1", "03/04/2027"),
    );

    expect(endsOf(await ingestAll([whole, corrected]))).toEqual(["2027-04-03", "2027-04-13"]);
    expect((await ingestAll([corrected])).rejected).toMatchObject([{ code: "DATE_ORDER_UNKNOWN" }]);
  });

  it.each([
    ["exports/tenants/fab*.csv", "tenants/fab.csv", true],
    ["tenants/fab*.csv", "tenants/fab.csv", true],
    ["exports/fab*.csv", "tenants/fab.csv", false],
  ])("finds the `files` entry %s of an export that is not given: %s", async (match, origin, isFound) => {
    const customer = { tenantId: TENANT, name: "", domain: "", country: "" };
    const entries = [{ match, customer, channel: undefined, segment: undefined }];
    const corrected = aCsv("r.csv", [...leading, "skuId", "consumedUnits"], row(origin, "graph-skus", "abc", "1"));

    const book = await ingestAll([corrected], { entries });

    expect(book.customers[0]?.tenantId).toBe(isFound ? TENANT : "");
  });

  it("takes no `files` entry where two may be that of the export", async () => {
    const entryOf = (match: string, tenantId: string) => {
      const customer = { tenantId, name: "", domain: "", country: "" };
      return { match, customer, channel: undefined, segment: undefined };
    };
    const entries = [entryOf("old/tenants/fab.csv", OTHER), entryOf("new/tenants/fab.csv", TENANT)];
    const columns = [...leading, "skuId", "consumedUnits"];
    const tenantOf = async (origin: string) => {
      const corrected = aCsv("r.csv", columns, row(origin, "graph-skus", "abc", "1"));
      return (await ingestAll([corrected], { entries })).customers[0]?.tenantId;
    };

    expect(await tenantOf("tenants/fab.csv")).toBe("");
    expect(await tenantOf("new/tenants/fab.csv")).toBe(TENANT);
  });

  it("does not take a row whose extra cell is still there", async () => {
    const columns = [...leading, "customer", "product_name", "seats", "cell 4"];
    const extra = (cell: string) => [
      "a.csv",
      "2",
      "2",
      "",
      "Rest",
      "ROW_UNREADABLE",
      "",
      "generic",
      "A",
      "P",
      "1",
      cell,
    ];

    const book = await ingestAll([aCsv("rejected.csv", columns, extra("Rest"), extra(""))]);

    expect(book.rejected).toMatchObject([{ code: "ROW_UNREADABLE", column: "", value: "Rest", place: { row: 2 } }]);
    expect(book.subscriptions).toHaveLength(1);
  });

  it("keeps the dates of each file apart", async () => {
    const rejected = aCsv(
      "rejected.csv",
      [...leading, "customer", "product_name", "seats", "term_end"],
      row("a.csv", "generic", "A", "P", "1", "03/04/2027"),
      row("a.csv", "generic", "A", "Q", "1", "13/04/2027"),
      row("b.csv", "generic", "B", "P", "1", "03/04/2027"),
    );

    const open = await ingestAll([rejected]);
    const told = await ingestAll([rejected], { dateOrder: "mdy" });

    expect(open.rejected).toMatchObject([{ code: "DATE_ORDER_UNKNOWN", format: "generic", place: { row: 4 } }]);
    expect(endsOf(open)).toEqual(["2027-04-03", "2027-04-13"]);
    expect(endsOf(told)).toEqual(["2027-03-04", "2027-04-03", "2027-04-13"]);
  });

  it("comes back with the same rows when nothing was corrected", async () => {
    const first = await ingestAll([fixture("generic/dirty.csv"), fixture("pc-nce-recon/dirty.csv")]);
    const columns = [...new Set(first.rejected.flatMap(({ header }) => header))];
    const again = await ingestAll([
      aCsv(
        "rejected.csv",
        [...leading, ...columns],
        // Cells beyond the header have no column to come back in.
        ...first.rejected
          .filter(({ header, cells }) => cells.length <= header.length)
          .map(({ place, format, header, cells }) =>
            row(place.file, format, ...columns.map((name) => cells[header.indexOf(name)] ?? "")),
          ),
      ),
    ]);

    expect(again.subscriptions).toEqual([]);
    // An empty cell may be filled in under any name that the united header has for it, so only values are compared.
    expect(again.rejected.map(({ value, format }) => [value, format])).toEqual(
      first.rejected.filter(({ value }) => value !== "Rest").map(({ value, format }) => [value, format]),
    );
  });
});

it("describes nothing where there are no files", async () => {
  expect(describeBook(await ingestAll([]))).toBe("");
});
