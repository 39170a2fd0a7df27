import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../src/catalogue/built-in.ts";
import { readConfiguration } from "../src/config/read-configuration.ts";
import { isoDate, type PlainDate, plainDate } from "../src/model/plain-date.ts";
import type { PlannedSubscription } from "../src/model/plan.ts";
import { run } from "../src/pipeline.ts";
import { aFile } from "./support/a-file.ts";

/**
 * Dated cases worked out by hand from the contract, through the whole program: a row of an export in, the dates of the plan
 * out. Two at a time they stand on either side of an edge. The partner is in Germany; the day of the plan is Tuesday 2026-12-01
 * and nobody needs a lead time, unless the case says so.
 */
interface Given {
  readonly end?: string;
  readonly start?: string;
  readonly term?: string;
  readonly channel?: string;
  readonly autoRenew?: string;
  readonly status?: string;
  readonly country?: string;
  readonly today?: string;
  readonly policy?: object;
}
type Row = readonly [name: string, given: Given, expected: string];

const DEFAULTS = { term: "P1Y", channel: "csp-legacy", autoRenew: "yes", status: "active", country: "DE" };
const HEADER =
  "tenant_id,customer,country,subscription_id,product_id,product_name,seats,status,channel,term,start,term_end,auto_renew";
const catalogue = builtInCatalogue();

async function planned(given: Given): Promise<PlannedSubscription> {
  const { end = "", start = "", term, channel, autoRenew, status, country } = { ...DEFAULTS, ...given };
  const row = `t-1,Fabrikam,${country},s-1,CFQ7TTC0LH18:0001,Microsoft 365 Business Basic,5,${status},${channel},${term},${start},${end},${autoRenew}`;
  const plan = await run({
    files: [aFile("book.csv", `${HEADER}\n${row}\n`)],
    catalogue,
    configuration: await readConfiguration(
      JSON.stringify({
        partners: [{ id: "eu", country: "DE" }],
        policy: { relationshipLeadDays: 0, ...given.policy },
      }),
      "case",
    ),
    today: plainDate(given.today ?? "2026-12-01"),
    locale: "en",
    dateOrder: undefined,
    progress: () => undefined,
  });
  const [subscription] = plan.subscriptions;
  if (subscription === undefined) throw new Error("The row was not planned.");
  return subscription;
}

const short = (day: PlainDate | undefined) => (day === undefined ? "-" : isoDate(day).slice(2));

/** "26-12-01..27-03-29 on 27-03-24 PREFERRED, off 27-03-30, overlap 7"; codes follow the reason where there are any. */
function datesOf({ slot, findings }: PlannedSubscription, hasLead: boolean): string {
  const codes = findings.flatMap(({ wording }) => (wording.group === "schedule" ? [wording.code] : []));
  const { path, earliestOn, latestOn, switchOn, reason, inviteBy, autoRenewOffBy, overlapDays } = slot;
  return [
    `${short(earliestOn)}..${short(latestOn)} on ${[short(switchOn), reason, ...codes].join(" ")}`,
    ...(hasLead ? [`invite ${short(inviteBy)}`] : []),
    ...(path === "billing-transfer" || autoRenewOffBy === undefined ? [] : [`off ${short(autoRenewOffBy)}`]),
    ...(overlapDays === undefined || path === "billing-transfer" ? [] : [`overlap ${overlapDays}`]),
  ].join(", ");
}

function cases(rows: readonly Row[]): void {
  it.each(rows)("%s", async (_name, given, expected) => {
    expect(datesOf(await planned(given), JSON.stringify(given.policy ?? {}).includes("Lead"))).toBe(expected);
  });
}

const off = { autoRenew: "no" };
const lead = { policy: { relationshipLeadDays: 14 } };
const nce = { channel: "csp-nce" };
const in2027 = { today: "2027-12-01" };
const yearEnd = {
  policy: { freezes: [{ from: "2026-12-18", to: "2027-01-05", reason: "year end" }] },
};

describe("month ends and leap years", () => {
  cases([
    [
      "the last of April, a Friday",
      { end: "2027-04-30" },
      "26-12-01..27-04-28 on 27-04-23 PREFERRED, off 27-04-29, overlap 7",
    ],
    [
      "the first of May, a Saturday and a holiday",
      { end: "2027-05-01" },
      "26-12-01..27-04-29 on 27-04-23 PREFERRED, off 27-04-30, overlap 8",
    ],
    [
      "the last of a common February, a Sunday",
      { end: "2027-02-28" },
      "26-12-01..27-02-26 on 27-02-19 PREFERRED, off 27-02-26, overlap 9",
    ],
    [
      "the first of March after it",
      { end: "2027-03-01" },
      "26-12-01..27-02-26 on 27-02-22 PREFERRED, off 27-02-26, overlap 7",
    ],
    [
      "28 February of a leap year",
      { ...in2027, end: "2028-02-28" },
      "27-12-01..28-02-25 on 28-02-21 PREFERRED, off 28-02-25, overlap 7",
    ],
    [
      "29 February",
      { ...in2027, end: "2028-02-29" },
      "27-12-01..28-02-25 on 28-02-22 PREFERRED, off 28-02-28, overlap 7",
    ],
    [
      "the first of March after it, in a leap year",
      { ...in2027, end: "2028-03-01" },
      "27-12-01..28-02-28 on 28-02-23 PREFERRED, off 28-02-29, overlap 7",
    ],
    [
      "a year from 29 February ends on the 27th",
      { today: "2028-03-15", end: "2028-02-28" },
      "28-03-15..29-02-23 on 29-02-20 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH, off 29-02-26, overlap 7",
    ],
    [
      "a year from 1 March ends on the 28th",
      { today: "2028-03-15", end: "2028-02-29" },
      "28-03-15..29-02-26 on 29-02-21 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH, off 29-02-27, overlap 7",
    ],
    [
      "the last day of the year",
      { end: "2026-12-31" },
      "26-12-01..26-12-29 on 26-12-24 PREFERRED, off 26-12-30, overlap 7",
    ],
  ]);
});

describe("holidays, moving and fixed", () => {
  cases([
    [
      "New Year's Day is a last day like any other",
      { end: "2027-01-01" },
      "26-12-01..26-12-30 on 26-12-24 HOLIDAY, off 26-12-31, overlap 8",
    ],
    ["Christmas Day, too", { end: "2026-12-25" }, "26-12-01..26-12-23 on 26-12-18 PREFERRED, off 26-12-24, overlap 7"],
    ["Easter Monday, too", { end: "2027-03-29" }, "26-12-01..27-03-25 on 27-03-22 PREFERRED, off 27-03-25, overlap 7"],
    [
      "Easter 2027 lies a week before the end",
      { end: "2027-04-05" },
      "26-12-01..27-04-02 on 27-03-25 HOLIDAY, off 27-04-02, overlap 11",
    ],
    [
      "Easter 2028 lies elsewhere",
      { ...in2027, end: "2028-04-24" },
      "27-12-01..28-04-21 on 28-04-13 HOLIDAY, off 28-04-21, overlap 11",
    ],
    ["Ascension Day", { end: "2027-05-13" }, "26-12-01..27-05-11 on 27-05-05 HOLIDAY, off 27-05-12, overlap 8"],
    [
      "the day after it is an ordinary one",
      { end: "2027-05-14" },
      "26-12-01..27-05-12 on 27-05-07 PREFERRED, off 27-05-13, overlap 7",
    ],
    ["Whit Monday", { end: "2027-05-24" }, "26-12-01..27-05-21 on 27-05-14 HOLIDAY, off 27-05-21, overlap 10"],
    [
      "the last day allowed falls back over Easter",
      { end: "2027-03-31" },
      "26-12-01..27-03-25 on 27-03-24 PREFERRED, off 27-03-30, overlap 7",
    ],
    [
      "without holidays it is Easter Monday",
      { end: "2027-03-31", policy: { holidays: "none" } },
      "26-12-01..27-03-29 on 27-03-24 PREFERRED, off 27-03-30, overlap 7",
    ],
    [
      "the customer's own day counts where policy says so",
      { country: "FR", end: "2027-07-21", policy: { holidays: "partner-and-customer" } },
      "26-12-01..27-07-19 on 27-07-13 HOLIDAY, off 27-07-20, overlap 8",
    ],
    [
      "and not where it does not",
      { country: "FR", end: "2027-07-21" },
      "26-12-01..27-07-19 on 27-07-14 PREFERRED, off 27-07-20, overlap 7",
    ],
  ]);
});

describe("freezes at the year's end", () => {
  cases([
    [
      "the preferred day is the last frozen one",
      { ...yearEnd, end: "2027-01-12" },
      "26-12-01..27-01-08 on 26-12-17 FREEZE, off 27-01-11, overlap 26",
    ],
    [
      "the preferred day is the first after it",
      { ...yearEnd, end: "2027-01-13" },
      "26-12-01..27-01-11 on 27-01-06 PREFERRED, off 27-01-12, overlap 7",
    ],
    [
      "the preferred day is the last before it",
      { ...yearEnd, end: "2026-12-24" },
      "26-12-01..26-12-22 on 26-12-17 PREFERRED, off 26-12-23, overlap 7",
    ],
    [
      "planned inside it, only the buffer is left",
      { ...yearEnd, today: "2026-12-18", end: "2027-01-12" },
      "26-12-18..27-01-08 on 27-01-06 BUFFER_REDUCED BUFFER_REDUCED, off 27-01-11, overlap 6",
    ],
    [
      "one day of the window is left",
      { ...yearEnd, today: "2026-12-18", end: "2027-01-08" },
      "26-12-18..27-01-06 on 27-01-06 BUFFER_REDUCED BUFFER_REDUCED, off 27-01-07, overlap 2",
    ],
    [
      "none is left",
      { ...yearEnd, today: "2026-12-18", end: "2027-01-07" },
      "26-12-18..27-01-05 on - NO_FREE_DAY NO_FREE_DAY",
    ],
  ]);
});

describe("buffer, minimum and lead time", () => {
  cases([
    [
      "the buffer is just reached",
      { end: "2026-12-08" },
      "26-12-01..26-12-04 on 26-12-01 PREFERRED, off 26-12-07, overlap 7",
    ],
    [
      "the buffer is just missed",
      { end: "2026-12-07" },
      "26-12-01..26-12-04 on 26-12-01 BUFFER_REDUCED BUFFER_REDUCED, off 26-12-04, overlap 6",
    ],
    [
      "the minimum is just kept",
      { end: "2026-12-03" },
      "26-12-01..26-12-01 on 26-12-01 BUFFER_REDUCED BUFFER_REDUCED, off 26-12-02, overlap 2",
    ],
    [
      "the minimum is just missed, and it renews",
      { end: "2026-12-02" },
      "26-12-01..26-11-30 on 26-12-03 CANCELLATION_WINDOW CANCELLATION_WINDOW, off 27-12-01, overlap 364",
    ],
    [
      "nobody knows whether it renews",
      { end: "2026-12-02", autoRenew: "" },
      "26-12-01..26-11-30 on 26-12-03 CANCELLATION_WINDOW CANCELLATION_WINDOW, off 27-12-01, overlap 364",
    ],
    [
      "it does not renew, and today is before its end",
      { ...off, end: "2026-12-02" },
      "26-12-01..26-11-30 on 26-12-01 BUFFER_REDUCED BUFFER_REDUCED, overlap 1",
    ],
    [
      "no buffer asked for, the minimum holds",
      { end: "2026-12-31", policy: { bufferDays: 0 } },
      "26-12-01..26-12-29 on 26-12-29 PREFERRED, off 26-12-30, overlap 2",
    ],
    [
      "no minimum asked for, the last day counts",
      { end: "2026-12-01", policy: { minimumDays: 0 } },
      "26-12-01..26-12-01 on 26-12-01 BUFFER_REDUCED BUFFER_REDUCED, off 26-11-30, overlap 0",
    ],
    [
      "the lead time just reaches the preferred day",
      { ...lead, end: "2026-12-22" },
      "26-12-15..26-12-18 on 26-12-15 PREFERRED, invite 26-12-01, off 26-12-21, overlap 7",
    ],
    [
      "the lead time just misses it",
      { ...lead, end: "2026-12-21" },
      "26-12-15..26-12-18 on 26-12-15 LEAD_TIME BUFFER_REDUCED LEAD_TIME_SHORT, invite 26-12-01, off 26-12-18, overlap 6",
    ],
    [
      "the lead time just keeps the minimum",
      { ...lead, end: "2026-12-17" },
      "26-12-15..26-12-15 on 26-12-15 LEAD_TIME BUFFER_REDUCED LEAD_TIME_SHORT, invite 26-12-01, off 26-12-16, overlap 2",
    ],
    [
      "the lead time just misses the minimum",
      { ...lead, end: "2026-12-16" },
      "26-12-15..26-12-14 on 26-12-17 CANCELLATION_WINDOW CANCELLATION_WINDOW LEAD_TIME_SHORT, invite 26-12-03, off 27-12-15, overlap 364",
    ],
    [
      "the seventh day after the renewal",
      { ...lead, end: "2026-12-08" },
      "26-12-15..26-12-04 on 26-12-15 CANCELLATION_WINDOW CANCELLATION_WINDOW LEAD_TIME_SHORT, invite 26-12-01, off 27-12-07, overlap 358",
    ],
    [
      "the eighth is too late, and the next term decides",
      { ...lead, end: "2026-12-07" },
      "26-12-15..27-12-03 on 27-11-30 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH, invite 27-11-16, off 27-12-06, overlap 7",
    ],
    [
      "three years pass until the next term ends",
      { ...lead, term: "P3Y", end: "2026-12-02" },
      "26-12-15..29-11-30 on 29-11-23 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH, invite 29-11-09, off 29-11-30, overlap 9",
    ],
    [
      "an enterprise agreement is dated likewise",
      { channel: "ea", end: "2027-05-31" },
      "26-12-01..27-05-28 on 27-05-24 PREFERRED, off 27-05-28, overlap 7",
    ],
  ]);
});

describe("auto-renew is off, and the term has ended", () => {
  const tooSoon = "TERM_ENDS_TOO_SOON TERM_ENDS_TOO_SOON";
  cases([
    [
      "the old programme: yesterday",
      { ...off, end: "2026-11-30" },
      "26-12-01..26-11-27 on 26-12-01 IN_GRACE IN_GRACE, overlap 0",
    ],
    ["day 30 of grace", { ...off, end: "2026-11-01" }, "26-12-01..26-10-30 on 26-12-01 IN_GRACE IN_GRACE, overlap 0"],
    ["day 31", { ...off, end: "2026-10-31" }, `26-12-01..26-10-29 on - ${tooSoon}`],
    [
      "expired did not renew, whatever the row says",
      { status: "expired", end: "2026-11-30" },
      "26-12-01..26-11-27 on 26-12-01 IN_GRACE IN_GRACE, overlap 0",
    ],
    [
      "new commerce has none",
      { ...off, ...nce, end: "2026-11-30" },
      `26-12-01..26-11-27 on - ${tooSoon} EXTENDED_TERM_RISK`,
    ],
    [
      "direct has none",
      { ...off, channel: "direct", end: "2026-11-30" },
      `26-12-01..26-11-27 on - ${tooSoon} EXTENDED_TERM_RISK`,
    ],
    [
      "an unknown channel has none",
      { ...off, channel: "unknown", end: "2026-11-30" },
      `26-12-01..26-11-27 on - ${tooSoon} EXTENDED_TERM_RISK`,
    ],
    [
      "an enterprise agreement has 30 days",
      { ...off, channel: "ea", end: "2026-11-30" },
      "26-12-01..26-11-27 on 26-12-01 IN_GRACE IN_GRACE, overlap 0",
    ],
    [
      "open has 30 days",
      { ...off, channel: "open", end: "2026-11-30" },
      "26-12-01..26-11-27 on 26-12-01 IN_GRACE IN_GRACE, overlap 0",
    ],
    [
      "three years from 2023 have 30 days",
      { ...off, channel: "direct", term: "P3Y", end: "2026-11-30" },
      "26-12-01..26-11-27 on 26-12-01 IN_GRACE IN_GRACE, overlap 0",
    ],
    [
      "a month of today has none",
      { ...off, channel: "direct", term: "P1M", end: "2026-11-30" },
      `26-12-01..26-11-27 on - ${tooSoon} EXTENDED_TERM_RISK`,
    ],
    [
      "it ended on 2026-05-03",
      { ...off, channel: "direct", today: "2026-05-05", end: "2026-05-03" },
      "26-05-05..26-04-30 on 26-05-05 IN_GRACE IN_GRACE, overlap 0",
    ],
    [
      "it ended on 2026-05-04",
      { ...off, channel: "direct", today: "2026-05-05", end: "2026-05-04" },
      `26-05-05..26-04-30 on - ${tooSoon} EXTENDED_TERM_RISK`,
    ],
    [
      "it began on 2025-04-01, and ended before 2026-05-04",
      { ...off, channel: "direct", today: "2026-04-01", end: "2026-03-31" },
      "26-04-01..26-03-27 on 26-04-01 IN_GRACE IN_GRACE, overlap 0",
    ],
    [
      "it began on 2025-03-31",
      { ...off, channel: "direct", term: "P3Y", today: "2028-03-31", end: "2028-03-30" },
      "28-03-31..28-03-28 on 28-03-31 IN_GRACE IN_GRACE, overlap 0",
    ],
    [
      "it began on 2025-04-01",
      { ...off, channel: "direct", term: "P3Y", today: "2028-04-03", end: "2028-03-31" },
      `28-04-03..28-03-29 on - ${tooSoon} EXTENDED_TERM_RISK`,
    ],
  ]);
});

describe("billing transfers", () => {
  cases([
    ["three days before the end", { ...nce, end: "2026-12-04" }, "26-12-01..26-12-01 on 26-12-01 PREFERRED"],
    [
      "two days before the end",
      { ...nce, end: "2026-12-03" },
      "26-12-01..27-11-30 on 26-12-07 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "two days after the end",
      { ...nce, end: "2026-11-29" },
      "26-12-01..27-11-26 on 26-12-02 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "three days after the end",
      { ...nce, end: "2026-11-28" },
      "26-12-01..27-11-25 on 26-12-01 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "without renewal it is bought anew",
      { ...nce, ...off, end: "2026-12-03" },
      "26-12-01..26-12-01 on 26-12-01 BUFFER_REDUCED BUFFER_REDUCED, overlap 2",
    ],
    [
      "a month renews without a word",
      { ...nce, term: "P1M", end: "2026-12-03" },
      "26-12-01..26-12-31 on 26-12-07 PREFERRED",
    ],
    [
      "planned on a Saturday",
      { ...nce, today: "2026-12-05", end: "2027-03-31" },
      "26-12-07..27-03-25 on 26-12-07 PREFERRED",
    ],
    [
      "planned on Christmas Day",
      { ...nce, today: "2026-12-25", end: "2027-03-31" },
      "26-12-28..27-03-25 on 26-12-28 HOLIDAY",
    ],
    [
      "the lead time ends on the last day before the zone",
      { ...nce, ...lead, end: "2026-12-18" },
      "26-12-15..26-12-15 on 26-12-15 PREFERRED, invite 26-12-01",
    ],
    [
      "the lead time ends on the first day of the zone",
      { ...nce, ...lead, end: "2026-12-17" },
      "26-12-15..27-12-14 on 26-12-21 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH, invite 26-12-07",
    ],
    [
      "the lead time ends after the zone",
      { ...nce, ...lead, end: "2026-12-10" },
      "26-12-15..27-12-07 on 26-12-15 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH, invite 26-12-01",
    ],
  ]);
});

describe("monthly terms from the 31st", () => {
  const month = { term: "P1M", start: "2026-01-31" };
  cases([
    [
      "a month from the clamped 30 November",
      month,
      "26-12-01..26-12-28 on 26-12-23 PREFERRED, off 26-12-29, overlap 7",
    ],
    [
      "a month to the clamped 28 February",
      { ...month, today: "2027-02-01" },
      "27-02-01..27-02-25 on 27-02-19 PREFERRED, off 27-02-26, overlap 8",
    ],
    [
      "a month to the clamped 29 February",
      { ...month, today: "2028-02-01" },
      "28-02-01..28-02-25 on 28-02-21 PREFERRED, off 28-02-25, overlap 7",
    ],
    [
      "the last month whose window is open",
      { ...month, today: "2027-02-25" },
      "27-02-25..27-02-25 on 27-02-25 BUFFER_REDUCED BUFFER_REDUCED, off 27-02-26, overlap 2",
    ],
    [
      "a day later it is the next month, back on the 31st",
      { ...month, today: "2027-02-26" },
      "27-02-26..27-03-25 on 27-03-23 PREFERRED, off 27-03-25, overlap 7",
    ],
  ]);
});

describe("time stamps", () => {
  const april30 = "26-12-01..27-04-28 on 27-04-23 PREFERRED, off 27-04-29, overlap 7";
  const may1 = "26-12-01..27-04-29 on 27-04-23 PREFERRED, off 27-04-30, overlap 8";
  cases([
    ["midnight, UTC", { end: "2027-04-30T00:00:00Z" }, april30],
    ["the last second, UTC", { end: "2027-04-30T23:59:59Z" }, april30],
    ["after midnight in Berlin is still the day before, UTC", { end: "2027-05-01T01:30:00+02:00" }, april30],
    ["two o'clock in Berlin is the day itself", { end: "2027-05-01T02:00:00+02:00" }, may1],
    ["the evening in Brazil is the next day, UTC", { end: "2027-04-30T21:00:00-03:00" }, may1],
    ["an hour before it is not", { end: "2027-04-30T20:59:59-03:00" }, april30],
  ]);
});
