import { describe, expect, it } from "vitest";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Slot } from "../../src/model/slot.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { schedule } from "../../src/schedule/schedule.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aFreeze, aRuling, aSurveyed, partners, type SurveyedDifference, slotOf, slotsOf } from "./a-surveyed.ts";

const customer = aCustomer({ key: "c", relationship: true });
const noHolidays: Partial<Policy> = { holidays: "none" };
const grouped: Partial<Policy> = { holidays: "none", groupDays: 60 };

function member(id: string, difference: SurveyedDifference = {}): Surveyed {
  return aSurveyed({ customer, id, key: id, unitPrice: undefined, ...difference });
}

/** Of the first of them. */
function sentenceOf(surveyed: readonly Surveyed[], policy: Partial<Policy>): string | undefined {
  return slotsOf(surveyed, policy)[0]?.explanation;
}

/** With the second of them blocked. */
function slotsWithBlocked(surveyed: readonly Surveyed[], policy: Partial<Policy>): readonly Slot[] {
  return schedule(surveyed, {
    policy: aPolicy(policy),
    today: plainDate("2026-12-01"),
    partners,
    mustBuy: new Set<number>(),
    rulings: [],
    idle: new Set([1]),
  }).slots;
}

function days(slots: readonly Slot[]): readonly string[] {
  return slots.map(({ switchOn, reason }) => `${switchOn === undefined ? "-" : isoDate(switchOn)} ${reason}`);
}

describe("the sentence of a shared day", () => {
  it.each<[string, readonly Surveyed[], Partial<Policy>, string]>([
    [
      "says why alone it would have another day, and that this one keeps each buffer",
      [member("a", { termEnd: "2027-04-30" }), member("b", { termEnd: "2027-03-31", parentId: "a" })],
      { ...noHolidays, freezes: [aFreeze("2027-04-19", "2027-04-23", "audit")] },
      "Term ends 2027-04-30; 7 days before is 23 Apr; 19–23 Apr is frozen (audit); alone it would switch on 16 Apr; a base and its add-ons share one day, 2 subscriptions, and all of them can on 1 Dec 2026 – 29 Mar; of these 24 Mar is the last that keeps the buffer of 7 days for each; so 24 Mar, 37 days of overlap.",
    ],
    [
      "names the last of the days where it keeps each buffer",
      [member("a", { termEnd: "2027-04-30" }), member("b", { termEnd: "2027-03-31" })],
      { ...grouped, freezes: [aFreeze("2027-03-25", "2027-03-31", "audit")] },
      "Term ends 2027-04-30; 7 days before is 23 Apr; alone it would switch on 23 Apr; 2 subscriptions of the customer share one day, and all of them can on 1 Dec 2026 – 24 Mar; of these 24 Mar is the last, with the least overlap; so 24 Mar, 37 days of overlap.",
    ],
    [
      "names the first where none of the days keeps each buffer",
      [
        member("a", { termEnd: "2026-12-11" }),
        member("b", { termEnd: "2026-12-02", channel: "csp-nce", parentId: "a" }),
      ],
      noHolidays,
      "Term ends 2026-12-11; 7 days before is 4 Dec; alone it would switch on 4 Dec; a base and its add-ons share one day, 2 subscriptions, and all of them can on 7–9 Dec; on each of these at least one is inside its buffer of 7 days or past its term end, so the first, 7 Dec, is best; so 7 Dec, 4 days of overlap.",
    ],
    [
      "names the earliest where all are transferred",
      [
        member("a", { termEnd: "2027-06-30", channel: "csp-nce" }),
        member("b", { termEnd: "2026-12-02", channel: "csp-nce", parentId: "a" }),
      ],
      noHolidays,
      "Term ends 2027-06-30; a billing transfer is made as early as possible, but not within 2 days of a term end; alone it would switch on 1 Dec 2026; a base and its add-ons share one day, 2 subscriptions, and all of them can on 7 Dec 2026 – 25 Jun; of these 7 Dec 2026 is the earliest; so 7 Dec 2026, nothing is paid twice.",
    ],
    [
      "has no choice to explain where only one day is common",
      [member("a", { termEnd: "2027-03-31" }), member("b", { termEnd: "2026-12-03", parentId: "a" })],
      noHolidays,
      "Term ends 2027-03-31; 7 days before is 24 Mar; alone it would switch on 24 Mar; a base and its add-ons share one day, 2 subscriptions, and all of them can on 1 Dec 2026; so 1 Dec 2026, 120 days of overlap.",
    ],
  ])("%s", (_, surveyed, policy, expected) => {
    expect(sentenceOf(surveyed, policy)).toBe(expected);
  });

  it("says why it comes after the term end", () => {
    const crowded = { tenant: { activeSubscriptionCount: 151 } };
    const pair = [
      member("a", { ...crowded, termEnd: "2027-03-31" }),
      member("b", { ...crowded, termEnd: "2027-04-09", parentId: "a" }),
    ];

    expect(sentenceOf(pair, noHolidays)).toBe(
      "Term ends 2027-03-31; the tenant has more than 150 active subscriptions; with auto-renew off users keep access until 30 Apr, so the new one follows the old; alone it would switch on 1 Apr; a base and its add-ons share one day, 2 subscriptions, and all of them can on 12–30 Apr; on each of these at least one is inside its buffer of 7 days or past its term end, so the first, 12 Apr, is best; so 12 Apr, 0 days of overlap.",
    );
  });

  it("names the best day also where that is full", () => {
    const pair = [member("a", { termEnd: "2027-04-30" }), member("b", { termEnd: "2027-03-31", parentId: "a" })];
    const others = [member("y"), member("z")];
    const policy = { ...noHolidays, capacityPerDay: { subscriptions: 2, customers: undefined } };
    const decided = [undefined, undefined, ...others.map(() => aRuling({ switchOn: plainDate("2027-03-24") }))];

    expect(slotsOf([...pair, ...others], policy, decided)[0]?.explanation).toBe(
      "Term ends 2027-04-30; 7 days before is 23 Apr; alone it would switch on 23 Apr; a base and its add-ons share one day, 2 subscriptions, and all of them can on 1 Dec 2026 – 29 Mar; of these 24 Mar is the last that keeps the buffer of 7 days for each; 24 Mar is full; so 23 Mar, 38 days of overlap.",
    );
  });
});

describe("the sentence of a term that renews first", () => {
  const freezes = [aFreeze("2026-12-01", "2026-12-09", "audit")];

  it.each<[string, SurveyedDifference, Partial<Policy>, string]>([
    [
      "says what stands in the week after the renewal",
      { termEnd: "2026-12-02" },
      { freezes },
      "Term ends 2026-12-02 and renews first; the first possible day is 1 Dec, and the last with 2 days to spare was 30 Nov; the current partner can cancel the renewal until 9 Dec, and no day up to then is free; 1–9 Dec is frozen (audit); the next within reach ends 2027-12-02; 7 days before is 25 Nov; so 25 Nov, 7 days of overlap.",
    ],
    [
      "says that the first day lies after that week",
      { termEnd: "2026-12-07", relationship: false },
      {},
      "Term ends 2026-12-07 and renews first; the relationship takes 14 days from 1 Dec, so the first possible day is 15 Dec, and the last with 2 days to spare is 4 Dec; the current partner can cancel the renewal until 14 Dec only; the next within reach ends 2027-12-07; 7 days before is 30 Nov; so 30 Nov, 7 days of overlap.",
    ],
    [
      "is that of the week itself where the first day is its last",
      { termEnd: "2026-12-08", relationship: false },
      {},
      "Term ends 2026-12-08; the relationship takes 14 days from 1 Dec, so the first possible day is 15 Dec, and the last with 2 days to spare is 4 Dec; it renews, and the current partner can cancel it until 15 Dec; so 15 Dec, 358 days of overlap unless it is cancelled in time.",
    ],
    [
      "tells of a week that has one day left",
      { termEnd: "2026-11-24" },
      { freezes },
      "Term ended 2026-11-24 and renewed; the first possible day is 1 Dec, and the last with 2 days to spare was 20 Nov; the current partner can cancel the renewal until 1 Dec, and no day up to then is free; 1–9 Dec is frozen (audit); the next within reach ends 2027-11-24; 7 days before is 17 Nov; so 17 Nov, 7 days of overlap.",
    ],
    [
      "tells nothing of a week that is over",
      { termEnd: "2026-11-23" },
      { freezes },
      "Term ended 2026-11-23 and renewed; the next within reach ends 2027-11-23; 7 days before is 16 Nov; so 16 Nov, 7 days of overlap.",
    ],
  ])("%s", (_, difference, policy, expected) => {
    expect(slotOf({ unitPrice: undefined, ...difference }, { ...noHolidays, ...policy }).explanation).toBe(expected);
  });

  it("is only that of the decision where somebody decided the day", () => {
    const decided = { switchOn: plainDate("2026-12-24") };

    expect(
      slotOf({ termEnd: "2026-12-02", unitPrice: undefined }, { ...noHolidays, freezes }, decided).explanation,
    ).toBe(
      "Term ends 2026-12-02 and renews first; the next within reach ends 2027-12-02; the rules allow 1 Dec 2026 – 30 Nov; decided by a person (Ana, plan.xlsx Plan!C5); so 24 Dec 2026, 343 days of overlap.",
    );
  });

  it("says that the week is full", () => {
    const six = ["a", "b", "c", "d", "e", "f"].map((id) => member(id, { termEnd: "2026-12-02" }));
    const slots = slotsOf(six, { ...noHolidays, capacityPerDay: { subscriptions: 1, customers: undefined } });

    expect(slots.find(({ overlapDays }) => overlapDays === 7)?.explanation).toBe(
      "Term ends 2026-12-02 and renews first; the first possible day is 1 Dec, and the last with 2 days to spare was 30 Nov; the current partner can cancel the renewal until 9 Dec, and no day up to then is free; 3–9 Dec is full; the next within reach ends 2027-12-02; 7 days before is 25 Nov; so 25 Nov, 7 days of overlap.",
    );
  });
});

it("says so where one day alone was left, and that is not free", () => {
  const policy = { ...noHolidays, freezes: [aFreeze("2026-12-01", "2026-12-01")] };

  expect(sentenceOf([member("a", { termEnd: "2026-12-03" })], policy)).toMatch(
    "; so no day is free, as only 1 Dec was left; left alone it renews from 2026-12-04 to 2027-12-03.",
  );
  expect(sentenceOf([member("a", { termEnd: "2026-12-04" })], policy)).toMatch("; so 2 Dec, ");
});

describe("what is blocked", () => {
  const transfer = member("base", { channel: "csp-nce" });
  const bought = member("x", { parentId: "base", channel: "csp-legacy" });

  it("has no say in the day that it shares", () => {
    expect(days(slotsWithBlocked([transfer, bought], noHolidays))).toEqual([
      "2026-12-01 PREFERRED",
      "2026-12-01 GROUPED",
    ]);
    expect(days(slotsOf([transfer, bought], noHolidays))).toEqual(["2027-03-24 GROUPED", "2027-03-24 PREFERRED"]);
  });

  it("is counted among those that share the day, but not among those that need room", () => {
    const policy = { ...noHolidays, capacityPerDay: { subscriptions: 1, customers: undefined } };
    const [, blocked] = slotsWithBlocked([transfer, bought, member("z")], policy);

    expect(blocked?.switchOn).toBe(plainDate("2026-12-01"));
    expect(blocked?.explanation).toContain("share one day, 2 subscriptions,");
  });

  it("keeps the day that it has alone where the others find no room", () => {
    const full = { ...noHolidays, capacityPerDay: { subscriptions: 0, customers: undefined } };

    expect(days(slotsWithBlocked([transfer, bought], full))).toEqual(["- NO_FREE_DAY", "2027-03-24 PREFERRED"]);
  });
});
