import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../src/catalogue/built-in.ts";
import { readConfiguration } from "../src/config/read-configuration.ts";
import { isoDate, plainDate } from "../src/model/plain-date.ts";
import { run } from "../src/pipeline.ts";
import { aFile } from "./support/a-file.ts";

/**
 * Small books of transfers under a capacity, worked out by hand from the contract. The day of the plan is Tuesday 2026-12-01, and
 * nobody needs a lead time: 1 to 4 December are the first free days, then the 7th to the 11th.
 */
type Row = readonly [id: string, end: string, differences?: { readonly [column: string]: string }];
type Case = readonly [name: string, capacity: object, rows: readonly Row[], expected: readonly string[]];

const HEADER =
  "tenant_id,customer,country,subscription_id,parent_subscription_id,product_id,seats,channel,term,term_end,auto_renew";
const catalogue = builtInCatalogue();

function lineOf([
  id,
  end,
  { customer = "A", parent = "", channel = "csp-nce", term = "P1Y", renew = "yes" } = {},
]: Row) {
  return `t-${customer},Customer ${customer},DE,${id},${parent},CFQ7TTC0LH18:0001,5,${channel},${term},${end},${renew}`;
}

/** "b 12-01": the day of each, in the order of the rows. */
async function planned(capacityPerDay: object, rows: readonly Row[]): Promise<readonly string[]> {
  const policy = { relationshipLeadDays: 0, capacityPerDay };
  const { subscriptions } = await run({
    files: [aFile("book.csv", [HEADER, ...rows.map(lineOf)].join("\n"))],
    catalogue,
    configuration: await readConfiguration(JSON.stringify({ partners: [{ id: "eu", country: "DE" }], policy }), "case"),
    today: plainDate("2026-12-01"),
    locale: "en",
    dateOrder: undefined,
    progress: () => undefined,
  });
  const slots = new Map(subscriptions.map(({ subscription, slot }) => [subscription.id, slot]));
  return rows.map(([id]) => {
    const slot = slots.get(id);
    return slot?.switchOn === undefined ? `${id} ${slot?.reason}` : `${id} ${isoDate(slot.switchOn).slice(5)}`;
  });
}

const cases: readonly Case[] = [
  [
    "one a day: the term that ends first goes first",
    { subscriptions: 1 },
    [
      ["a", "2027-03-31"],
      ["b", "2026-12-31"],
      ["c", "2027-01-31"],
    ],
    ["a 12-03", "b 12-01", "c 12-02"],
  ],
  [
    "two a day: the two that end first share the first day",
    { subscriptions: 2 },
    [
      ["a", "2027-03-31"],
      ["b", "2026-12-31"],
      ["c", "2027-01-31"],
    ],
    ["a 12-02", "b 12-01", "c 12-01"],
  ],
  [
    "equal terms: by subscription id, over the weekend",
    { subscriptions: 1 },
    [
      ["e", "2027-03-31"],
      ["d", "2027-03-31"],
      ["c", "2027-03-31"],
      ["b", "2027-03-31"],
      ["a", "2027-03-31"],
    ],
    ["e 12-07", "d 12-04", "c 12-03", "b 12-02", "a 12-01"],
  ],
  [
    "equal terms of two customers: by customer, then id",
    { subscriptions: 1 },
    [
      ["a", "2027-03-31", { customer: "B" }],
      ["z", "2027-03-31", { customer: "A" }],
      ["b", "2027-03-31", { customer: "B" }],
    ],
    ["a 12-02", "z 12-01", "b 12-03"],
  ],
  [
    "the last day before the zone: each just in time",
    { subscriptions: 1 },
    [
      ["a", "2026-12-06"],
      ["b", "2026-12-05"],
      ["c", "2026-12-04"],
    ],
    ["a 12-03", "b 12-02", "c 12-01"],
  ],
  [
    "two that have the first day only: one is held, the third is not moved by it",
    { subscriptions: 1 },
    [
      ["a", "2026-12-04"],
      ["b", "2026-12-04"],
      ["c", "2026-12-05"],
    ],
    ["a 12-01", "b NO_FREE_DAY", "c 12-02"],
  ],
  [
    "two a day: both have the first day",
    { subscriptions: 2 },
    [
      ["a", "2026-12-04"],
      ["b", "2026-12-04"],
      ["c", "2026-12-05"],
    ],
    ["a 12-01", "b 12-01", "c 12-02"],
  ],
  [
    "in the zone today: after it, the term that ended first before the other",
    { subscriptions: 1 },
    [
      ["a", "2026-12-03"],
      ["b", "2026-12-02"],
      ["c", "2027-06-30"],
    ],
    ["a 12-08", "b 12-07", "c 12-01"],
  ],
  [
    "the zone ends on a Friday: Monday; on a Monday: Tuesday",
    { subscriptions: 2 },
    [
      ["a", "2026-12-02", { renew: "yes" }],
      ["b", "2026-12-05"],
      ["c", "2026-12-03", { renew: "" }],
    ],
    ["a 12-07", "b 12-01", "c 12-07"],
  ],
  [
    "in the zone with auto-renew off: bought instead, today",
    { subscriptions: 1 },
    [
      ["a", "2026-12-03", { renew: "no" }],
      ["b", "2026-12-31"],
      ["c", "2027-01-31"],
    ],
    ["a 12-01", "b 12-02", "c 12-03"],
  ],
  [
    "a purchase keeps its day, as a day earlier is paid twice and a transfer may wait",
    { subscriptions: 1 },
    [
      ["a", "2026-12-09", { channel: "csp-legacy" }],
      ["b", "2026-12-31"],
      ["c", "2027-01-31"],
    ],
    ["a 12-02", "b 12-01", "c 12-03"],
  ],
  [
    "transfers that cannot wait push a purchase into its buffer",
    { subscriptions: 1 },
    [
      ["a", "2026-12-09", { channel: "csp-legacy" }],
      ["b", "2026-12-05"],
      ["c", "2026-12-05"],
    ],
    ["a 12-03", "b 12-01", "c 12-02"],
  ],
  [
    "one customer a day: all of the first on one day",
    { customers: 1 },
    [
      ["a", "2026-12-31"],
      ["b", "2027-06-30"],
      ["c", "2027-01-31", { customer: "B" }],
    ],
    ["a 12-01", "b 12-01", "c 12-02"],
  ],
  [
    "base and add-on take two places of one day",
    { subscriptions: 2 },
    [
      ["a", "2026-12-31"],
      ["b", "2026-12-31", { parent: "a" }],
      ["c", "2027-01-31"],
      ["d", "2027-01-31"],
    ],
    ["a 12-01", "b 12-01", "c 12-02", "d 12-02"],
  ],
  [
    "base and add-on are more than a day takes: neither has a day, the third has",
    { subscriptions: 1 },
    [
      ["a", "2026-12-31"],
      ["b", "2026-12-31", { parent: "a" }],
      ["c", "2027-01-31"],
    ],
    ["a NO_FREE_DAY", "b NO_FREE_DAY", "c 12-01"],
  ],
  [
    "monthly terms: before the zone of this month, else after it",
    { subscriptions: 1 },
    [
      ["a", "2026-12-04", { term: "P1M" }],
      ["b", "2026-12-03", { term: "P1M" }],
      ["c", "2027-06-30"],
    ],
    ["a 12-01", "b 12-07", "c 12-02"],
  ],
];

describe("transfers under a capacity", () => {
  it.each(cases)("%s", async (_, capacity, rows, expected) => {
    expect(await planned(capacity, rows)).toEqual(expected);
  });

  it.each(cases)("whatever the order of the rows: %s", async (_, capacity, rows, expected) => {
    expect((await planned(capacity, [...rows].reverse())).toReversed()).toEqual(expected);
  });
});
