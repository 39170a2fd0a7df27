import { describe, expect, it } from "vitest";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Slot } from "../../src/model/slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aFreeze, type SurveyedDifference, slotOf } from "./a-surveyed.ts";

type Circumstances = Partial<Policy> & { readonly today?: string };
type Row = readonly [name: string, subscription: SurveyedDifference, policy: Circumstances, expected: string];

/** "2027-03-24 PREFERRED", then the codes; "-" for no day. */
function outcome({ switchOn, reason, conditions }: Slot): string {
  const day = switchOn === undefined ? "-" : isoDate(switchOn);
  return [day, reason, ...conditions.map(({ code }) => code)].join(" ");
}

const noHolidays: Circumstances = { holidays: "none" };
const new7 = { relationship: false } as const;

describe("repurchase", () => {
  it.each<Row>([
    ["takes the day a week before the term end", {}, {}, "2027-03-24 PREFERRED"],
    ["steps back over a weekend without a word", { termEnd: "2027-05-02" }, {}, "2027-04-23 PREFERRED"],
    ["steps back over a public holiday", { termEnd: "2027-04-02" }, {}, "2027-03-25 HOLIDAY"],
    [
      "knows a moving holiday of another year",
      { termEnd: "2028-04-21" },
      { today: "2027-12-01" },
      "2028-04-13 HOLIDAY",
    ],
    ["asks no holidays where the policy says none", { termEnd: "2027-04-02" }, noHolidays, "2027-03-26 PREFERRED"],
    ["lets a term end on a holiday", { termEnd: "2026-12-25" }, {}, "2026-12-18 PREFERRED"],
    [
      "counts back over the end of a leap February",
      { termEnd: "2028-03-07" },
      { today: "2027-12-01" },
      "2028-02-29 PREFERRED",
    ],
    ["counts back over the end of a common February", { termEnd: "2027-03-05" }, noHolidays, "2027-02-26 PREFERRED"],
    [
      "works on other weekdays",
      { termEnd: "2027-03-28" },
      { ...noHolidays, workingDays: ["sun"] },
      "2027-03-21 PREFERRED",
    ],
    [
      "steps out of a freeze, downwards first",
      {},
      { freezes: [aFreeze("2027-03-22", "2027-03-29")] },
      "2027-03-19 FREEZE",
    ],
    [
      "steps out of a year-end freeze",
      { termEnd: "2027-01-05" },
      { freezes: [aFreeze("2026-12-18", "2027-01-05")] },
      "2026-12-17 FREEZE",
    ],
    [
      "a freeze that ends the day before changes nothing",
      {},
      { freezes: [aFreeze("2027-03-01", "2027-03-23")] },
      "2027-03-24 PREFERRED",
    ],
    [
      "a freeze that begins the day after changes nothing",
      {},
      { freezes: [aFreeze("2027-03-25", "2027-04-23")] },
      "2027-03-24 PREFERRED",
    ],
    [
      "goes into the buffer where every earlier day is frozen",
      {},
      { freezes: [aFreeze("2026-11-01", "2027-03-24")] },
      "2027-03-25 BUFFER_REDUCED BUFFER_REDUCED",
    ],
    [
      "is held where the whole window is frozen",
      {},
      { freezes: [aFreeze("2026-11-01", "2027-03-25")] },
      "- NO_FREE_DAY NO_FREE_DAY",
    ],
    [
      "is held, and does not lapse, where the window is frozen",
      { autoRenew: false },
      { freezes: [aFreeze("2026-11-01", "2027-03-25")] },
      "- NO_FREE_DAY NO_FREE_DAY",
    ],
    [
      "a monthly term is held where its window is frozen",
      { term: "P1M", termEnd: "2026-12-31" },
      { freezes: [aFreeze("2026-12-01", "2026-12-31")] },
      "- NO_FREE_DAY NO_FREE_DAY",
    ],
    ["the buffer is reached on its last day", { termEnd: "2026-12-08" }, noHolidays, "2026-12-01 PREFERRED"],
    [
      "the buffer is missed by a day",
      { termEnd: "2026-12-07" },
      noHolidays,
      "2026-12-01 BUFFER_REDUCED BUFFER_REDUCED",
    ],
    [
      "the last day with the minimum to spare counts",
      { termEnd: "2026-12-03" },
      noHolidays,
      "2026-12-01 BUFFER_REDUCED BUFFER_REDUCED",
    ],
    [
      "a day less and it renews: the first day of the week after",
      { termEnd: "2026-12-02" },
      noHolidays,
      "2026-12-03 CANCELLATION_WINDOW CANCELLATION_WINDOW",
    ],
    [
      "a minimum of none allows the term end itself",
      { termEnd: "2026-12-01" },
      { ...noHolidays, minimumDays: 0 },
      "2026-12-01 BUFFER_REDUCED BUFFER_REDUCED",
    ],
    [
      "a minimum above the buffer holds",
      { termEnd: "2027-03-31" },
      { ...noHolidays, minimumDays: 10 },
      "2027-03-19 PREFERRED",
    ],
    ["the lead time reaches the preferred day", { ...new7, termEnd: "2026-12-22" }, noHolidays, "2026-12-15 PREFERRED"],
    [
      "the lead time misses the preferred day",
      { ...new7, termEnd: "2026-12-21" },
      noHolidays,
      "2026-12-15 LEAD_TIME LEAD_TIME_SHORT BUFFER_REDUCED",
    ],
    [
      "an unknown relationship needs the lead time, too",
      { customer: aCustomer({ relationship: undefined }), termEnd: "2026-12-21" },
      noHolidays,
      "2026-12-15 LEAD_TIME LEAD_TIME_SHORT BUFFER_REDUCED",
    ],
    [
      "it is not the lead time where today is past the preferred day",
      { ...new7, termEnd: "2026-12-07" },
      { ...noHolidays, relationshipLeadDays: 1 },
      "2026-12-02 BUFFER_REDUCED BUFFER_REDUCED",
    ],
    [
      "an unknown auto-renew is taken as on",
      { termEnd: "2026-12-02", autoRenew: undefined },
      noHolidays,
      "2026-12-03 CANCELLATION_WINDOW CANCELLATION_WINDOW",
    ],
    [
      "seven days after the term end it can still be cancelled",
      { ...new7, termEnd: "2026-12-08" },
      noHolidays,
      "2026-12-15 CANCELLATION_WINDOW LEAD_TIME_SHORT CANCELLATION_WINDOW",
    ],
    [
      "eight days after it cannot, and the next term decides",
      { ...new7, termEnd: "2026-12-07" },
      noHolidays,
      "2027-11-30 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "a frozen week of cancellation gives the next term",
      { termEnd: "2026-12-02" },
      { ...noHolidays, freezes: [aFreeze("2026-12-03", "2026-12-09")] },
      "2027-11-25 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "three years renew for three years",
      { ...new7, term: "P3Y", termEnd: "2026-12-02" },
      noHolidays,
      "2029-11-23 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "a term long past has renewed several times",
      { termEnd: "2019-05-02" },
      noHolidays,
      "2027-04-23 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "a later renewal can be cancelled, too",
      { termEnd: "2025-11-30" },
      noHolidays,
      "2026-12-01 CANCELLATION_WINDOW RENEWS_BEFORE_SWITCH CANCELLATION_WINDOW",
    ],
  ])("%s", (_name, subscription, policy, expected) => {
    expect(outcome(slotOf(subscription, policy))).toBe(expected);
  });
});

it("a year begins on the day after the term end, whatever day the first one began on", () => {
  // Counted from 2024-02-29 it would end on 2028-02-28.
  const slot = slotOf({ start: "2024-02-29", termEnd: "2027-02-27" }, { ...noHolidays, today: "2027-06-01" });

  expect(slot.latestOn && isoDate(slot.latestOn)).toBe("2028-02-25");
  expect(slot).toMatchObject({ switchOn: plainDate("2028-02-18"), overlapDays: 9 });
});

describe("the preferred day that the lead time puts out of reach", () => {
  it.each<[string, SurveyedDifference, Circumstances, string]>([
    ["is a working day", { ...new7, termEnd: "2026-12-14" }, {}, "2026-12-07"],
    ["is one also where the buffer ends on a Sunday", { ...new7, termEnd: "2026-12-13" }, {}, "2026-12-04"],
    [
      "is that of the term that renews first",
      { ...new7, termEnd: "2026-12-08" },
      { freezes: [aFreeze("2026-12-08", "2026-12-15")] },
      "2026-12-01",
    ],
  ])("%s", (_name, subscription, policy, expected) => {
    const { conditions } = slotOf(subscription, { ...noHolidays, ...policy });
    const short = conditions.find(({ code }) => code === "LEAD_TIME_SHORT");

    expect(short?.facts.preferredOn).toBe(plainDate(expected));
  });
});

describe("monthly terms", () => {
  it.each<Row>([
    [
      "roll to the next month without a finding",
      { ...new7, term: "P1M", termEnd: "2026-12-10" },
      noHolidays,
      "2027-01-01 PREFERRED",
    ],
    [
      "roll from the start where no end is given",
      { term: "P1M", termEnd: "", start: "2026-01-15" },
      noHolidays,
      "2026-12-07 PREFERRED",
    ],
    [
      "begin on the last day of a short month, and do not drift",
      { term: "P1M", termEnd: "2027-02-27", start: "2027-01-31" },
      { ...noHolidays, today: "2027-02-27" },
      "2027-03-23 PREFERRED",
    ],
    [
      "do not roll where auto-renew is off",
      { term: "P1M", termEnd: "2026-11-30", autoRenew: false },
      {},
      "2026-12-01 IN_GRACE IN_GRACE",
    ],
    [
      "keep to the month where its window is reachable",
      { term: "P1M", termEnd: "2026-12-03" },
      noHolidays,
      "2026-12-01 BUFFER_REDUCED BUFFER_REDUCED",
    ],
  ])("%s", (_name, subscription, policy, expected) => {
    expect(outcome(slotOf(subscription, policy))).toBe(expected);
  });

  it("shows the end of the running month where the export has none", () => {
    const slot = slotOf({ term: "P1M", termEnd: "", start: "2026-01-31" });

    expect(slot.termEnd && isoDate(slot.termEnd)).toBe("2026-12-30");
  });

  it("counts the overlap to the end of the month in which it switches", () => {
    const slot = slotOf({ relationship: false, term: "P1M", termEnd: "2026-12-10", start: "2025-12-11" }, noHolidays);

    expect(slot).toMatchObject({ overlapDays: 9, termEnd: expect.any(Number) });
    expect(slot.termEnd && isoDate(slot.termEnd)).toBe("2026-12-10");
  });
});

const off = { autoRenew: false } as const;
const ends = (
  termEnd: string,
  channel: SurveyedDifference["channel"],
  term?: "P1M" | "P1Y" | "P3Y",
): SurveyedDifference => ({
  ...off,
  termEnd,
  term,
  ...(channel === undefined ? {} : { channel }),
});

describe("auto-renew is off, and the window is over", () => {
  const december = { ...noHolidays, today: "2026-12-01" };
  const est = "- TERM_ENDS_TOO_SOON TERM_ENDS_TOO_SOON EXTENDED_TERM_RISK";
  it.each<Row>([
    [
      "takes the day before the end",
      ends("2026-12-02", "csp-nce"),
      december,
      "2026-12-01 BUFFER_REDUCED BUFFER_REDUCED",
    ],
    ["takes the last day itself", ends("2026-12-01", "csp-nce"), december, "2026-12-01 BUFFER_REDUCED BUFFER_REDUCED"],
    ["a day later there is no grace", ends("2026-11-30", "csp-nce"), december, est],
    [
      "a frozen last day leaves no grace",
      ends("2026-12-01", "csp-nce"),
      { ...december, freezes: [aFreeze("2026-12-01", "2026-12-01")] },
      est,
    ],
    [
      "held in a frozen window, it ends in the extended term",
      ends("2026-12-04", "direct"),
      { ...december, freezes: [aFreeze("2026-12-01", "2026-12-02")] },
      "- NO_FREE_DAY NO_FREE_DAY EXTENDED_TERM_RISK",
    ],
    [
      "held in a frozen window, it has its grace",
      ends("2026-12-04", "csp-legacy"),
      { ...december, freezes: [aFreeze("2026-12-01", "2026-12-02")] },
      "- NO_FREE_DAY NO_FREE_DAY",
    ],
    [
      "held in a frozen window, it renews",
      { ...ends("2026-12-04", "direct"), autoRenew: true },
      { ...december, freezes: [aFreeze("2026-12-01", "2026-12-02")] },
      "- NO_FREE_DAY NO_FREE_DAY",
    ],
    ["direct has none", ends("2026-11-30", "direct"), december, est],
    ["an unknown channel has none", ends("2026-11-30", "unknown"), december, est],
    ["the old programme has 30 days", ends("2026-11-30", "csp-legacy"), december, "2026-12-01 IN_GRACE IN_GRACE"],
    ["an enterprise agreement has 30 days", ends("2026-11-30", "ea"), december, "2026-12-01 IN_GRACE IN_GRACE"],
    ["day 30 of grace counts", ends("2026-11-01", "csp-legacy"), december, "2026-12-01 IN_GRACE IN_GRACE"],
    ["day 31 does not", ends("2026-10-31", "csp-legacy"), december, "- TERM_ENDS_TOO_SOON TERM_ENDS_TOO_SOON"],
    [
      "ending on 2026-05-03 there is grace",
      ends("2026-05-03", "direct"),
      { ...noHolidays, today: "2026-05-05" },
      "2026-05-05 IN_GRACE IN_GRACE",
    ],
    ["ending on 2026-05-04 there is none", ends("2026-05-04", "direct"), { ...noHolidays, today: "2026-05-05" }, est],
    [
      "begun on 2025-03-31 there is grace",
      ends("2028-03-30", "direct", "P3Y"),
      { ...noHolidays, today: "2028-03-31" },
      "2028-03-31 IN_GRACE IN_GRACE",
    ],
    [
      "begun on 2025-04-01 there is none",
      ends("2028-03-31", "direct", "P3Y"),
      { ...noHolidays, today: "2028-04-03" },
      est,
    ],
    ["a monthly term of new commerce has none", { ...ends("2026-11-30", "csp-nce", "P1M") }, december, est],
    [
      "what has expired did not renew",
      { ...ends("2026-11-20", "csp-legacy"), autoRenew: true, status: "expired" },
      december,
      "2026-12-01 IN_GRACE IN_GRACE",
    ],
  ])("%s", (_name, subscription, policy, expected) => {
    expect(outcome(slotOf(subscription, policy))).toBe(expected);
  });
});

describe("billing transfer", () => {
  const nce = (termEnd: string, more: SurveyedDifference = {}): SurveyedDifference => ({
    channel: "csp-nce",
    termEnd,
    ...more,
  });
  it.each<Row>([
    ["takes the first working day", nce("2027-03-31"), {}, "2026-12-01 PREFERRED"],
    ["waits for the lead time", nce("2027-03-31", new7), {}, "2026-12-15 PREFERRED"],
    ["a weekend moves it without a word", nce("2027-03-31"), { today: "2026-12-05" }, "2026-12-07 PREFERRED"],
    ["a holiday moves it", nce("2027-03-31"), { today: "2026-12-25" }, "2026-12-28 HOLIDAY"],
    ["a freeze moves it", nce("2027-03-31"), { freezes: [aFreeze("2026-11-30", "2026-12-04")] }, "2026-12-07 FREEZE"],
    ["three days before the term end counts", nce("2026-12-04"), noHolidays, "2026-12-01 PREFERRED"],
    [
      "two days before is in the zone",
      nce("2026-12-03"),
      noHolidays,
      "2026-12-07 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "two days after is in the zone",
      nce("2026-11-29"),
      noHolidays,
      "2026-12-02 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    ["three days after is not", nce("2026-11-28"), noHolidays, "2026-12-01 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH"],
    [
      "a monthly term passes its zone without a finding",
      nce("2026-12-03", { term: "P1M" }),
      noHolidays,
      "2026-12-07 PREFERRED",
    ],
    ["a later monthly zone is avoided, too", nce("2026-11-03", { term: "P1M" }), noHolidays, "2026-12-07 PREFERRED"],
    [
      "a later annual zone is avoided, too",
      nce("2025-12-02"),
      noHolidays,
      "2026-12-07 RENEWS_BEFORE_SWITCH RENEWS_BEFORE_SWITCH",
    ],
    [
      "is held where all days before the zone are frozen",
      nce("2026-12-10"),
      { ...noHolidays, freezes: [aFreeze("2026-12-01", "2026-12-07")] },
      "- NO_FREE_DAY NO_FREE_DAY",
    ],
    [
      "without renewal it is bought anew",
      nce("2026-12-03", off),
      noHolidays,
      "2026-12-01 BUFFER_REDUCED BUFFER_REDUCED",
    ],
  ])("%s", (_name, subscription, policy, expected) => {
    expect(outcome(slotOf(subscription, policy))).toBe(expected);
  });

  it("costs no overlap, and needs no auto-renew off", () => {
    expect(slotOf(nce("2027-03-31"))).toMatchObject({ overlapDays: 0, overlapCost: 0, autoRenewOffBy: undefined });
  });

  it("ends its window before the renewal zone", () => {
    const { latestOn } = slotOf(nce("2027-03-31"), noHolidays);

    expect(latestOn && isoDate(latestOn)).toBe("2027-03-26");
  });
});

describe("undated", () => {
  it.each<Row>([
    ["an annual term without end", { termEnd: "", start: "2026-01-15" }, {}, "- TERM_END_UNKNOWN"],
    ["a monthly term without end and start", { termEnd: "", term: "P1M" }, {}, "- TERM_END_UNKNOWN"],
    [
      "a monthly term without end that has expired",
      { termEnd: "", term: "P1M", start: "2026-01-15", status: "expired" },
      {},
      "- TERM_END_UNKNOWN",
    ],
    ["a transfer whose zone nobody knows", { termEnd: "", channel: "csp-nce" }, {}, "- TERM_END_UNKNOWN"],
    ["what is excluded", { exclusions: ["TRIAL"] }, {}, "- EXCLUDED"],
  ])("%s", (_name, subscription, policy, expected) => {
    expect(outcome(slotOf(subscription, policy))).toBe(expected);
  });
});
