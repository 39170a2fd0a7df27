import { describe, expect, it } from "vitest";
import { isoDate, type PlainDate, plainDate } from "../../src/model/plain-date.ts";
import type { PlannedSubscription } from "../../src/model/plan.ts";
import type { StepDays } from "../../src/model/step-days.ts";
import { todoOf } from "../../src/report/runbook/step-words.ts";
import { stepsOf } from "../../src/report/runbook/steps.ts";
import { partOfPlan } from "../../src/report/split.ts";
import { tables } from "../../src/report/tables/index.ts";
import { runbookTable } from "../../src/report/tables/runbook.ts";
import { aPlan, aPlannedSubscription, manyPlannedSubscriptions, type PlannedDifference } from "../support/a-plan.ts";
import { aSlot } from "../support/a-slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aWorkbook, opened } from "../support/a-workbook.ts";
import { inEnglish } from "../support/in-english.ts";
import { partOf, unzip } from "../support/unzip.ts";

const known = aCustomer({ relationship: true });
const invited = aCustomer({ relationship: undefined });

const days = aSlot().steps as StepDays;
const transferred: StepDays = {
  acceptedBy: plainDate("2026-12-01"),
  ending: { kind: "transferred" },
  lastDay: undefined,
  renewal: undefined,
  verifyOn: plainDate("2026-12-02"),
  goneOn: plainDate("2026-12-02"),
};
const aTransfer = {
  path: "billing-transfer",
  switchOn: plainDate("2026-12-01"),
  latestOn: plainDate("2027-03-26"),
  steps: transferred,
} as const;

function one(key: string, difference: PlannedDifference = {}): PlannedSubscription {
  const { subscription, ...rest } = difference;
  return aPlannedSubscription({ subscription: { customer: known, key, id: key, seats: 10, ...subscription }, ...rest });
}

const text = (day: PlainDate | undefined) => (day === undefined ? "-" : isoDate(day));

/** "3 2027-03-24 order s1 s2, by our partner until 2027-03-29". */
function linesOf(...subscriptions: readonly PlannedSubscription[]): readonly string[] {
  const [customer] = aPlan({ subscriptions }).customers;
  if (customer === undefined) throw new Error("There is no customer.");
  return stepsOf(customer).map(({ number, due, kind, subscriptions: own, actor, latest, request }) => {
    const names = own.map(({ subscription }) => subscription.key).join(" ");
    const until = latest === undefined ? "" : ` until ${text(latest)}`;
    return `${number} ${text(due)} ${kind}${request === undefined ? "" : ` ${request}`}: ${names}, ${actor}${until}`;
  });
}

describe("the runbook of a customer", () => {
  it("goes from the agreement to the old one gone", () => {
    expect(linesOf(one("s1"))).toEqual([
      "1 2027-03-23 agreement: s1, our partner",
      "2 2027-03-24 autoRenewOff: s1, source partner until 2027-03-30",
      "3 2027-03-24 order: s1, our partner until 2027-03-29",
      "4 2027-03-25 verifySeats: s1, our partner until 2027-03-31",
      "5 2027-04-01 gone: s1, our partner",
    ]);
  });

  it("begins with one invitation, for the first day that one of its subscriptions needs it", () => {
    const late = one("s1", { subscription: { customer: invited }, slot: { inviteBy: plainDate("2027-03-10") } });
    const soon = one("s2", { subscription: { customer: invited }, slot: { inviteBy: plainDate("2027-03-09") } });

    expect(linesOf(late, soon).slice(0, 2)).toEqual([
      "1 2027-03-09 invite: s1 s2, our partner",
      "2 2027-03-23 agreement: s1 s2, customer",
    ]);
  });

  it("has licences assigned after the order and before anybody looks, where they change", () => {
    const kinds = linesOf(one("s1", { target: { licenceAction: "reassign" } })).map((line) => line.split(" ")[2]);

    expect(kinds).toEqual(["agreement:", "autoRenewOff:", "order:", "assign:", "verifySeats:", "gone:"]);
  });

  it("sends and has approved each transfer request by its number", () => {
    const lines = linesOf(
      one("s1", { slot: aTransfer, request: 1 }),
      one("s2", { slot: aTransfer, request: 2 }),
      one("s3", { slot: aTransfer, request: 1 }),
    );

    expect(lines).toEqual([
      "1 2026-12-01 agreement: s1 s2 s3, our partner",
      "2 2026-12-01 request 1: s1 s3, our partner until 2027-03-26",
      "3 2026-12-01 request 2: s2, our partner until 2027-03-26",
      "4 2026-12-01 approve 1: s1 s3, source partner until 2027-03-26",
      "5 2026-12-01 approve 2: s2, source partner until 2027-03-26",
      "6 2026-12-02 verifyTransfer 1: s1 s3, our partner",
      "7 2026-12-02 verifyTransfer 2: s2, our partner",
      "8 2026-12-02 left 1: s1 s3, our partner",
      "9 2026-12-02 left 2: s2, our partner",
    ]);
  });

  it("never asks for auto-renew off where it is a billing transfer", () => {
    const steps = linesOf(one("s1", { slot: aTransfer, request: 1 })).join("\n");

    expect(steps).not.toMatch(/autoRenewOff|cancelAtEnd/);
  });

  it("joins what is done on one day, and takes the tightest of the last days", () => {
    const tight = one("s2", { slot: { latestOn: plainDate("2027-03-26") } });

    expect(linesOf(one("s1"), tight)[2]).toBe("3 2027-03-24 order: s1 s2, our partner until 2027-03-26");
  });

  it("has no later day where one of them has none", () => {
    const atOnce = one("s2", { slot: { latestOn: plainDate("2027-03-24") } });

    expect(linesOf(atOnce, one("s1"))[2]).toBe("3 2027-03-24 order: s2 s1, our partner");
  });

  it("tells apart the holders who end it, and the days on which it ends", () => {
    const lines = linesOf(
      one("s1"),
      one("s2", { surveyed: { channel: "direct" } }),
      one("s3", { slot: { steps: { ...days, lastDay: plainDate("2027-03-30") } } }),
    );

    expect(lines.filter((line) => line.includes("autoRenewOff"))).toEqual([
      "2 2027-03-24 autoRenewOff: s3, source partner until 2027-03-30",
      "3 2027-03-24 autoRenewOff: s2, customer until 2027-03-30",
      "4 2027-03-24 autoRenewOff: s1, source partner until 2027-03-30",
    ]);
    expect(lines.filter((line) => line.includes("gone"))).toHaveLength(2);
  });

  it.each([
    [{ kind: "cancelAtEnd", on: plainDate("2027-03-24"), by: plainDate("2027-03-30") }, "cancelAtEnd"],
    [{ kind: "cancelled", on: plainDate("2027-03-25"), by: plainDate("2027-04-07") }, "cancelRenewed"],
    [{ kind: "extendedTerm", on: plainDate("2027-03-25"), by: plainDate("2027-03-25") }, "cancelExtended"],
    [{ kind: "lapses" }, undefined],
    [{ kind: "unknown" }, undefined],
  ] as const)("ends the old one as its days say: %j", (ending, kind) => {
    const kinds = linesOf(one("s1", { slot: { steps: { ...days, ending } } })).map((line) => line.split(/[ :]/)[2]);

    const found = kinds.find((word) => !["agreement", "order", "verifySeats", "gone"].includes(word ?? ""));
    expect(found).toBe(kind);
  });

  it("cancels what has renewed only after the new one was looked at", () => {
    const ending = { kind: "cancelled", on: plainDate("2027-03-25"), by: plainDate("2027-04-07") } as const;
    const lines = linesOf(one("s1", { slot: { steps: { ...days, ending } } }));

    expect(lines.map((line) => line.split(/[ :]/)[2])).toEqual([
      "agreement",
      "order",
      "verifySeats",
      "cancelRenewed",
      "gone",
    ]);
  });

  it("sees to a renewal that must come first", () => {
    const renewal = { on: plainDate("2026-12-10"), termEnd: plainDate("2026-12-11") };
    const lines = linesOf(one("s1", { slot: { steps: { ...days, renewal } } }));

    expect(lines[0]).toBe("1 2026-12-10 keepRenewal: s1, source partner");
  });

  it("prepares nothing for what is blocked or has no day, and says so at the end", () => {
    const undated = { switchOn: undefined, steps: undefined };
    const lines = linesOf(
      one("s1"),
      one("s2", { status: "blocked" }),
      one("s3", { status: "review", slot: { ...undated, termEnd: plainDate("2027-02-01") } }),
      one("s4", { status: "excluded", slot: undated }),
    );

    expect(lines.at(-1)).toBe("6 - waiting: s2 s3, our partner until 2027-02-01");
    expect(lines.slice(0, -1).join("\n")).not.toMatch(/s2|s3|s4/);
  });

  it("is empty where nothing is to be moved", () => {
    expect(linesOf(one("s1", { status: "excluded", slot: { switchOn: undefined, steps: undefined } }))).toEqual([]);
  });
});

describe("what a step says", () => {
  it.each([
    [known, "agreement", /relationship exists.*Customer Agreement/],
    [invited, "agreement", /Accept the reseller relationship/],
    [invited, "invite", /no export says/],
    [aCustomer({ relationship: false }), "invite", /^Send the customer the request for a reseller relationship\.$/],
  ] as const)("%# depends on the relationship", (customer, kind, expected) => {
    const slot = customer.relationship === true ? {} : { inviteBy: plainDate("2027-03-10") };
    const planned = one("s1", { subscription: { customer }, slot });
    const steps = aPlan({ subscriptions: [planned] }).customers.flatMap(stepsOf);

    expect(steps.filter((step) => step.kind === kind).map((step) => inEnglish(todoOf(step)))).toEqual([
      expect.stringMatching(expected),
    ]);
  });
});

it("warns of stopping a renewal that must still happen, and only then", () => {
  const renewal = { on: plainDate("2026-12-10"), termEnd: plainDate("2026-12-11") };
  const sentences = [one("s1"), one("s2", { slot: { steps: { ...days, renewal } } })].map((planned) => {
    const steps = aPlan({ subscriptions: [planned] }).customers.flatMap(stepsOf);
    return steps.filter(({ kind }) => kind === "autoRenewOff").map((step) => inEnglish(todoOf(step)))[0];
  });

  expect(sentences[0]).not.toMatch(/Not before/);
  expect(sentences[1]).toMatch(/Not before the day due/);
});

const runbook = "Runbook";

async function cellsOf(bytes: Buffer, ...keys: readonly string[]): Promise<readonly unknown[][]> {
  const sheet = (await opened(bytes)).getWorksheet(runbook);
  const titles = runbookTable.columns(aPlan()).map(({ key }) => key);
  const rows: unknown[][] = [];
  sheet?.eachRow((row, number) => {
    if (number > 1) rows.push(keys.map((key) => row.getCell(titles.indexOf(key) + 1).value));
  });
  return rows;
}

describe("the sheet Runbook", () => {
  it("shows seats and offers of the new subscriptions, and of the old where the step is about them", async () => {
    const bytes = await aWorkbook(
      aPlan({
        subscriptions: [
          one("s1", { surveyed: { targetSeats: 8 } }),
          one("s2", { surveyed: { targetSeats: 5 }, status: "review" }),
        ],
      }),
      tables,
    );

    const [, off, order] = await cellsOf(bytes, "step", "subscriptions", "in_review", "seats", "subscription_ids");
    expect(off).toEqual(["Auto-renewal off", 2, 1, 20, "s1; s2"]);
    expect(order).toEqual(["Order", 2, 1, 13, "s1; s2"]);
  });

  it("holds dates as dates, and ids as text", async () => {
    const bytes = await aWorkbook(aPlan({ subscriptions: [one("0042")] }), tables);

    const [, off] = await cellsOf(bytes, "due", "latest", "last_day", "subscription_ids");
    expect(off).toEqual([
      new Date("2027-03-24T00:00:00Z"),
      new Date("2027-03-30T00:00:00Z"),
      new Date("2027-03-31T00:00:00Z"),
      "0042",
    ]);
  });

  it("draws a line above each customer, over all rows and no others, on each part of a continued sheet", async () => {
    const subscriptions = manyPlannedSubscriptions(40);
    const rows = [...runbookTable.rows(aPlan({ subscriptions }))].length;
    const bytes = await aWorkbook(aPlan({ subscriptions }), tables, 51);

    const book = partOf(bytes, "xl/workbook.xml");
    const names = [...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1] ?? "");
    const own = names.flatMap((name, index) => (name.startsWith(runbook) ? [index + 1] : []));
    expect(names.filter((name) => name.startsWith(runbook))).toEqual(["Runbook", "Runbook (2)"]);
    const lastRows = [51, rows - 50 + 1];
    own.forEach((number, part) => {
      const xml = partOf(bytes, `xl/worksheets/sheet${number}.xml`);
      expect([...xml.matchAll(/<conditionalFormatting sqref="([^"]+)"/g)].map((match) => match[1])).toEqual([
        `A2:Q${lastRows[part]}`,
        `A2:A${lastRows[part]}`,
      ]);
      expect(xml).toContain("<formula>$A2&lt;&gt;$A1</formula>");
      expect(xml).toContain(`<autoFilter ref="A1:Q${lastRows[part]}"`);
    });
  });

  it("takes no typing, and builds no formula from what an export says", async () => {
    const attack = '=HYPERLINK("http://x.example")';
    const customer = aCustomer({ name: attack, relationship: true });
    const bytes = await aWorkbook(
      aPlan({ subscriptions: [one("s1", { subscription: { customer, id: attack } })] }),
      tables,
    );

    const number = [...unzip(bytes).keys()].filter((name) => name.startsWith("xl/worksheets/sheet")).length;
    expect(number).toBe(11);
    const rows = await cellsOf(bytes, "customer", "subscription_ids");
    expect(rows[1]).toEqual([attack, attack]);
    expect(runbookTable.columns(aPlan()).some(({ input }) => input !== undefined)).toBe(false);
  });

  it("has the steps of its own customers in each workbook of a divided plan, and together all of them", () => {
    const plan = aPlan({ subscriptions: manyPlannedSubscriptions(40) });
    const halves = [plan.customers.slice(0, 5), plan.customers.slice(5)];
    const parts = halves.map((customers, index) => partOfPlan(plan, customers, index + 1, 2));

    const all = [...runbookTable.rows(plan)];
    expect(parts.flatMap((part) => [...runbookTable.rows(part)])).toEqual(all);
    expect(all.length).toBeGreaterThan(40);
  });

  it("is in the index of Summary with its rows, and has its steps in the legend", async () => {
    const plan = aPlan({ subscriptions: [one("s1")] });
    const workbook = await opened(await aWorkbook(plan, tables));

    const index = workbook.getWorksheet("Summary")?.getRows(1, 200) ?? [];
    const line = index.find((row) => row.getCell(1).text === runbook);
    expect(line?.getCell(2).value).toBe(5);
    const legend = workbook.getWorksheet("Legend")?.getColumn(1).values ?? [];
    for (const title of ["Invite", "Cancel at end of term", "Old one gone", "No steps yet"]) {
      expect(legend).toContain(title);
    }
  });
});
