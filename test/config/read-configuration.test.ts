import { describe, expect, it } from "vitest";
import { configurationFor, readConfiguration } from "../../src/config/read-configuration.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { UserError } from "../../src/model/user-error.ts";

async function problemsOf(text: string): Promise<readonly string[]> {
  try {
    await readConfiguration(text, "plan.json");
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

describe("readConfiguration", () => {
  it("fills in the defaults of an empty file", async () => {
    expect(await readConfiguration("{}", "plan.json")).toEqual({
      partners: [],
      files: [],
      formats: [],
      catalogueFiles: [],
      policy: {
        path: "auto",
        seats: "purchased",
        bufferDays: 7,
        minimumDays: 2,
        relationshipLeadDays: 14,
        groupDays: 0,
        workingDays: ["mon", "tue", "wed", "thu", "fri"],
        holidays: "partner",
        freezes: [],
        capacityPerDay: { subscriptions: undefined, customers: undefined },
      },
    });
  });

  it("reads comments, trailing commas and every key", async () => {
    const configuration = await readConfiguration(
      `{ // the partner
        "partners": [{ "id": "eu", "country": "de", "tenantId": "7A1D3C52-0000-4000-8000-000000000001" }],
        "files": [{ "match": "tenants/*.csv", "customer": { "domain": "Fabrikam.example", "country": "fr" }, "channel": "ea" }],
        "policy": { "bufferDays": 0, "freezes": [{ "from": "2026-12-18", "to": "2026-12-18", "reason": "one day" }] },
      }`,
      "plan.json",
    );

    expect(configuration.partners).toEqual([
      { id: "eu", name: "eu", country: "DE", tenantId: "7a1d3c52-0000-4000-8000-000000000001" },
    ]);
    expect(configuration.files[0]?.customer).toEqual({
      tenantId: "",
      name: "",
      domain: "fabrikam.example",
      country: "FR",
    });
    expect(configuration.policy.bufferDays).toBe(0);
    expect(configuration.policy.freezes).toEqual([
      { from: plainDate("2026-12-18"), to: plainDate("2026-12-18"), reason: "one day" },
    ]);
  });

  it("names every unknown key with the nearest known one", async () => {
    expect(await problemsOf('{ "partner": [], "policy": { "bufferDay": 3 } }')).toEqual([
      'plan.json: policy has a key "bufferDay" that is not known; did you mean "bufferDays".',
      'plan.json: the file has a key "partner" that is not known; did you mean "partners".',
    ]);
  });

  it("names unknown keys inside lists", async () => {
    expect(await problemsOf('{ "partners": [{ "id": "eu", "country": "DE", "tenant": "x" }] }')).toEqual([
      'plan.json: partners[0] has a key "tenant" that is not known; did you mean "tenantId".',
    ]);
  });

  it.each([
    ['{ "policy": { "bufferDays": -1 } }', "policy.bufferDays"],
    ['{ "policy": { "bufferDays": 1.5 } }', "policy.bufferDays"],
    ['{ "policy": { "path": "sideways" } }', "policy.path"],
    ['{ "policy": { "workingDays": [] } }', "policy.workingDays"],
    [
      '{ "policy": { "freezes": [{ "from": "2026-02-30", "to": "2026-03-01", "reason": "x" }] } }',
      "policy.freezes[0].from",
    ],
    ['{ "partners": [{ "id": "eu" }] }', "partners[0].country"],
    ['{ "partners": [{ "id": "eu", "country": "Germany" }] }', "partners[0].country"],
    ["[]", "the file"],
  ])("says where %s is wrong", async (text, where) => {
    const problems = await problemsOf(text);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`plan.json: ${where}:`);
  });

  it.each([
    ['{ "partners": [{ "id": "ru", "country": "RU" }] }', "CSP region"],
    ['{ "partners": [{ "id": "xx", "country": "XX" }] }', "ISO 3166"],
    ['{ "partners": [{ "id": "eu", "country": "DE" }, { "id": "eu", "country": "FR" }] }', "stands twice"],
    [
      '{ "policy": { "freezes": [{ "from": "2027-01-02", "to": "2027-01-01", "reason": "back to front" }] } }',
      "after its end",
    ],
  ])("refuses %s", async (text, words) => {
    expect((await problemsOf(text)).join()).toContain(words);
  });

  it("reads states, in small letters too, of partners and of the customers of files", async () => {
    const { partners, files } = await readConfiguration(
      `{ "partners": [{ "id": "eu", "country": "DE", "state": "by" }],
         "files": [{ "match": "*.csv", "customer": { "domain": "f.example", "country": "GB", "state": "SCT" } }] }`,
      "plan.json",
    );

    expect(partners[0]).toMatchObject({ country: "DE", state: "BY" });
    expect(files[0]?.customer).toMatchObject({ country: "GB", state: "SCT" });
  });

  it.each([
    [
      '{ "partners": [{ "id": "eu", "country": "GB", "state": "BY" }] }',
      'partner "eu": expected a state of GB, found "BY"; known are ALD (Alderney), ENG (England), NIR (Northern Ireland), SCT (Scotland), WLS (Wales).',
    ],
    [
      '{ "files": [{ "match": "a/*.csv", "customer": { "domain": "f.example", "country": "GB", "state": "X" } }] }',
      'files entry "a/*.csv": expected a state of GB, found "X"; known are ALD',
    ],
    [
      '{ "partners": [{ "id": "nl", "country": "SE", "state": "AB" }] }',
      'partner "nl": "AB" is not known as a state of SE: its public holidays are those of the whole country; leave the state out.',
    ],
    [
      '{ "files": [{ "match": "a.csv", "customer": { "domain": "f.example", "state": "BY" } }] }',
      'files entry "a.csv": the state "BY" needs its country beside it.',
    ],
  ])("refuses a state that the country does not have: %s", async (text, words) => {
    const problems = await problemsOf(text);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it("says line and column of broken JSON", async () => {
    expect((await problemsOf('{\n  "partners": [,]\n}'))[0]).toContain("plan.json line 2, column 16");
  });
});

describe("configurationFor", () => {
  it("makes one partner of a country", () => {
    expect(configurationFor("de").partners).toEqual([{ id: "de", name: "de", country: "DE", tenantId: "" }]);
  });

  it("plans without a partner where none is named", () => {
    expect(configurationFor(undefined).partners).toEqual([]);
  });

  it("refuses a country without a CSP region", () => {
    expect(() => configurationFor("BY")).toThrow("CSP region");
  });
});

describe("formats of the configuration", () => {
  const ACME = { id: "acme", record: "subscription", columns: { product_name: "Was", seats: "Wie viele" } };
  const problemsWith = (...formats: readonly object[]) => problemsOf(JSON.stringify({ formats }));

  it("are read with every key", async () => {
    const { formats } = await readConfiguration(
      JSON.stringify({
        formats: [
          {
            ...ACME,
            title: "The portal of Acme",
            dateOrder: "dmy",
            decimal: ",",
            headerRow: 20,
            fixed: { currency: "EUR" },
            values: { product_name: { Post: "Exchange" } },
            channel: "ea",
          },
        ],
      }),
      "plan.json",
    );

    expect(formats).toEqual([
      {
        id: "acme",
        title: "The portal of Acme",
        record: "subscription",
        columns: new Map([
          ["product_name", "Was"],
          ["seats", "Wie viele"],
        ]),
        fixed: new Map([["currency", "EUR"]]),
        values: new Map([["product_name", new Map([["Post", "Exchange"]])]]),
        dateOrder: "dmy",
        decimal: ",",
        headerRow: 20,
        channel: "ea",
      },
    ]);
  });

  it("name every unknown key with the nearest known one", async () => {
    expect(await problemsWith({ ...ACME, columns: { ...ACME.columns, term_ends: "Bis" }, dateorder: "dmy" })).toEqual([
      'plan.json: formats[0].columns has a key "term_ends" that is not known; did you mean "term_end".',
      'plan.json: formats[0] has a key "dateorder" that is not known; did you mean "dateOrder".',
    ]);
  });

  it("say all that is missing or in the way", async () => {
    const customers = { id: "generic", record: "customer", columns: { country: "Land", seats: "Anzahl" } };

    expect(
      await problemsWith(ACME, { ...ACME, columns: { seats: "Wie viele" }, fixed: { seats: "1" } }, customers),
    ).toEqual([
      'plan.json: formats "acme": the id stands twice; give each format its own.',
      'plan.json: formats "acme": columns lacks "product_id" or "product_name" or "sku_id"; name its header in the file.',
      'plan.json: formats "acme": "seats" stands in columns and in fixed; keep one.',
      'plan.json: formats "generic": the id is that of a format of the program; choose another.',
      'plan.json: formats "generic": columns has "seats", which a record of kind customer does not have; did you mean "domain".',
      'plan.json: formats "generic": columns lacks "tenant_id" or "domain" or "customer"; name its header in the file.',
    ]);
  });

  it.each([
    ["an id with a space", { id: "acme portal" }, "formats[0].id"],
    ["an empty header", { columns: { product_name: " ", seats: "x" } }, "formats[0].columns.product_name"],
    ["no column", { columns: {}, fixed: { product_name: "P", seats: "1" } }, "columns is empty"],
    ["row 0 as its header", { headerRow: 0 }, "formats[0].headerRow"],
    ["a row that is never looked at as its header", { headerRow: 21 }, "formats[0].headerRow"],
    ["a status of its own", { fixed: { status: "läuft" } }, "formats[0].fixed.status"],
    ["a date of two readings", { fixed: { term_end: "03/04/2027" } }, "formats[0].fixed.term_end"],
    ["no seats", { columns: { product_name: "Was" }, fixed: { seats: "0" } }, "formats[0].fixed.seats"],
    ["a country that is none", { fixed: { country: "Atlantis" } }, "fixed.country"],
    [
      "a meaning that is none",
      { columns: { ...ACME.columns, term: "T" }, values: { term: { a: "P2Y" } } },
      "values.term.a",
    ],
    ["words of no column", { values: { term: { a: "P1Y" } } }, 'values has "term"'],
  ])("refuse %s", async (_, change, where) => {
    const problems = await problemsWith({ ...ACME, ...change });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(where);
  });

  it("take rows 1 and 20 as the header's", async () => {
    expect(await problemsWith({ ...ACME, headerRow: 1 }, { ...ACME, id: "other", headerRow: 20 })).toEqual([]);
  });
});
