import { describe, expect, it } from "vitest";
import { indexOffers } from "../src/catalogue/index-offers.ts";
import { configurationFor } from "../src/config/read-configuration.ts";
import type { FileReport, RowTally } from "../src/model/ingested.ts";
import { plainDate } from "../src/model/plain-date.ts";
import { assemblePlan } from "../src/plan.ts";
import { aCase } from "./support/a-case.ts";
import { aPlan } from "./support/a-plan.ts";
import { aSlot } from "./support/a-slot.ts";

const NOTHING: RowTally = {
  read: 0,
  planned: 0,
  merged: 0,
  duplicates: 0,
  rejected: 0,
  usage: 0,
  customers: 0,
  ignored: 0,
};

function aFile(rows: Partial<RowTally>): FileReport {
  return {
    file: "book.csv",
    sha256: "",
    bytes: 0,
    format: "generic",
    encoding: "utf-8",
    delimiter: ",",
    dateOrder: "",
    dateEvidence: [],
    decimalEvidence: [],
    rows: { ...NOTHING, ...rows },
    ignored: [],
    unreadColumns: [],
    refusal: undefined,
    isEmpty: false,
  };
}

/** A plan of these subscriptions, of a file whose rows went as said. */
function planOf(rows: Partial<RowTally>, keys: readonly string[] = ["a", "b"]) {
  const cases = keys.map((key) => aCase({ name: key, subscription: { key, id: key } }));
  return assemblePlan(
    {
      catalogue: indexOffers([], []),
      configuration: configurationFor("DE"),
      today: plainDate("2026-12-01"),
      locale: "en",
      legend: [],
    },
    {
      ingested: {
        subscriptions: cases.map((one) => one.subscription),
        usage: [],
        customers: cases.map((one) => one.subscription.customer),
        rejected: [],
        files: [aFile(rows)],
        notices: [],
      },
      surveyed: cases,
      slots: cases.map((one) => aSlot(one.slot)),
      targets: cases.map((one) => one.target),
      findings: cases.map(() => []),
      quality: aPlan().schedule,
    },
  );
}

describe("assemblePlan", () => {
  it("counts what was read and what became of it", () => {
    expect(planOf({ read: 5, planned: 2, merged: 1, ignored: 2 }).totals).toMatchObject({
      rowsRead: 5,
      planned: 2,
      merged: 1,
      ignored: 2,
      ready: 2,
    });
  });

  it.each([
    ["a row too many was read", { read: 3, planned: 2 }],
    ["a row too few was read", { read: 1, planned: 2 }],
    ["a rejected row is not kept", { read: 3, planned: 2, rejected: 1 }],
  ])("stops the run when %s", (_, rows) => {
    expect(() => planOf(rows)).toThrow("Rows do not add up");
  });

  it("stops the run when two rows have one key", () => {
    expect(() => planOf({ read: 2, planned: 2 }, ["a", "a"])).toThrow("2 rows are planned under 1 keys");
  });

  it("puts subscriptions of one source offer and segment on one mapping line", () => {
    const { mappings } = planOf({ read: 2, planned: 2 });

    expect(mappings).toHaveLength(1);
    expect(mappings[0]).toMatchObject({ subscriptionCount: 2, seats: 50 });
  });
});
