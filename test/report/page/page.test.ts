import { describe, expect, it } from "vitest";
import { plainDate } from "../../../src/model/plain-date.ts";
import { pageFigures, WEEKS_SHOWN } from "../../../src/report/page/page-figures.ts";
import { renderPage } from "../../../src/report/page/render-page.ts";
import { aFinding, aPlan, aPlannedSubscription, manyPlannedSubscriptions } from "../../support/a-plan.ts";
import { aTextSink } from "../../support/text-sink.ts";

async function pageOf(plan = aPlan()): Promise<string> {
  const sink = aTextSink();
  await renderPage(plan, sink);
  return sink.text();
}

const on = (iso: string, status: "ready" | "review" | "blocked" = "ready", key = iso + status) =>
  aPlannedSubscription({ subscription: { key }, status, slot: { switchOn: plainDate(iso), overlapCost: undefined } });

describe("weeks", () => {
  it.each([
    ["a Sunday and the Monday after it are two weeks", ["2027-03-21", "2027-03-22"], ["2027-W11 1", "2027-W12 1"]],
    ["Monday and Sunday of a week are one", ["2027-03-15", "2027-03-21"], ["2027-W11 2"]],
    [
      "a week without a switch stands between",
      ["2027-03-15", "2027-03-29"],
      ["2027-W11 1", "2027-W12 0", "2027-W13 1"],
    ],
    ["the year turns with the ISO week", ["2027-01-03", "2027-01-04"], ["2026-W53 1", "2027-W01 1"]],
  ])("%s", (_, days, expected) => {
    const { weeks } = pageFigures(aPlan({ subscriptions: days.map((day) => on(day)) }));

    expect(weeks.map(({ week, ready }) => `${week} ${ready}`)).toEqual(expected);
  });

  it("counts what is ready and in review, and nothing that is blocked", () => {
    const subscriptions = [on("2027-03-15"), on("2027-03-16", "review"), on("2027-03-17", "blocked")];

    expect(pageFigures(aPlan({ subscriptions })).weeks).toMatchObject([{ week: "2027-W11", ready: 1, review: 1 }]);
  });

  it("shows no more weeks than fit, and says how many switch later", () => {
    const figures = pageFigures(aPlan({ subscriptions: [on("2027-03-15"), on("2099-03-16"), on("2099-03-17")] }));

    expect(figures.weeks).toHaveLength(WEEKS_SHOWN);
    expect(figures.later).toBe(2);
  });
});

it("counts a finding's subscriptions and seats, the most seats first", () => {
  const few = aFinding("FEW", "blocking");
  const many = aFinding("MANY", "blocking");
  const subscriptions = [
    aPlannedSubscription({ subscription: { key: "a", seats: 5 }, findings: [few, many] }),
    aPlannedSubscription({ subscription: { key: "b", seats: 7 }, findings: [many] }),
  ];

  expect(pageFigures(aPlan({ subscriptions })).findings).toMatchObject([
    { code: "MANY", subscriptions: 2, seats: 12 },
    { code: "FEW", subscriptions: 1, seats: 5 },
  ]);
});

it("sums overlap cost by currency, and says what has no price", () => {
  const costing = (key: string, overlapCost: number | undefined, currency: string) =>
    aPlannedSubscription({ subscription: { key, currency }, slot: { overlapDays: 3, overlapCost } });
  const subscriptions = [
    costing("a", 0.1, "EUR"),
    costing("b", 0.2, "EUR"),
    costing("c", 5, "BRL"),
    costing("d", undefined, "EUR"),
  ];

  const { overlaps, unpriced } = pageFigures(aPlan({ subscriptions }));

  expect(overlaps.map(({ currency, cost }) => [currency, cost])).toEqual([
    ["BRL", 5],
    ["EUR", 0.3],
  ]);
  expect(unpriced).toBe(1);
});

describe("the page", () => {
  it("loads nothing, runs nothing, and describes every picture in words", async () => {
    const page = await pageOf(aPlan({ subscriptions: manyPlannedSubscriptions(40) }));

    expect(page).not.toMatch(/<script|<link|<img|\son\w+=|https?:|url\(/i);
    expect(page).toContain("default-src 'none'");
    const pictures = page.match(/<svg[^>]*>/g) ?? [];
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) expect(picture).toMatch(/role="img" aria-label="[^"]{20,}"/);
  });

  it("shows text from the exports as text", async () => {
    const name = `<img src=x onerror="alert(1)">&\u202eexe`;
    const page = await pageOf(aPlan({ subscriptions: [aPlannedSubscription({ customer: { key: "k", name } })] }));

    expect(page).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;\ufffdexe");
    expect(page).not.toContain("<img");
  });

  it("says that nothing is there rather than drawing an empty picture", async () => {
    const page = await pageOf(aPlan({ subscriptions: [] }));

    expect(page).toContain("No subscription has a switch day.");
    expect(page).toContain("Nothing is blocked.");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("does not grow with the book", async () => {
    const [small, large] = await Promise.all(
      [200, 20_000].map(
        async (count) => (await pageOf(aPlan({ subscriptions: manyPlannedSubscriptions(count) }))).length,
      ),
    );

    expect((large ?? 0) / (small ?? 1)).toBeLessThan(1.2);
  });
});

describe("what follows where switches are missed", () => {
  const [from, until] = [plainDate("2027-04-01"), plainDate("2028-03-31")];
  const renewing = (key: string, difference: Parameters<typeof aPlannedSubscription>[0] = {}) =>
    aPlannedSubscription({
      ...difference,
      subscription: { key, seats: 5, unitPrice: 10, currency: "EUR", ...difference.subscription },
      slot: { waiting: { kind: "renews", from, until, months: 12 }, ...difference.slot },
    });

  it("is counted and summed by currency, also of what is blocked, and not of what is excluded", () => {
    const earlier = plainDate("2027-01-01");
    const subscriptions = [
      renewing("a"),
      renewing("b", { status: "blocked", slot: { waiting: { kind: "renews", from: earlier, until, months: 15 } } }),
      renewing("c", { status: "excluded" }),
      renewing("d", { subscription: { key: "d", currency: "CHF" } }),
      renewing("e", { subscription: { key: "e", unitPrice: undefined } }),
      renewing("f", { slot: { waiting: { kind: "ends", accessUntil: from } } }),
      renewing("g", { slot: { waiting: { kind: "runsOn", from } } }),
      renewing("h", { slot: { waiting: undefined } }),
    ];

    expect(pageFigures(aPlan({ subscriptions })).waiting).toEqual({
      renewing: 4,
      firstRenewal: earlier,
      costs: [
        { currency: "CHF", cost: 600, subscriptions: 1 },
        { currency: "EUR", cost: 1350, subscriptions: 2 },
      ],
      runningOn: 1,
      ending: 1,
    });
  });

  it("is said with the first day and the sums, and left out where nothing follows", async () => {
    const page = await pageOf(aPlan({ subscriptions: [renewing("a"), renewing("b")] }));

    expect(page).toContain("2 subscriptions renew with the current partner, the first on 2027-04-01.");
    expect(page).toContain("<b>1,200.00 EUR</b> for the next terms of 2 subscriptions");
    expect(await pageOf(aPlan({ subscriptions: [renewing("a", { status: "excluded" })] }))).not.toContain(
      "If switches are missed",
    );
  });
});
