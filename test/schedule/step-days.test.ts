import { describe, expect, it } from "vitest";
import { isoDate, type PlainDate, plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Slot } from "../../src/model/slot.ts";
import { aFreeze, type SurveyedDifference, slotOf } from "./a-surveyed.ts";

type Circumstances = Partial<Policy> & { readonly today?: string };

const text = (day: PlainDate | undefined) => (day === undefined ? "-" : isoDate(day).slice(2));

/** "accepted 27-03-23, switch 27-03-24, ...": every day of the runbook, in the order in which a reader thinks of them. */
function daysOf({ steps, switchOn, inviteBy }: Slot): string {
  if (steps === undefined) return "none";
  const { acceptedBy, ending, lastDay, renewal, verifyOn, goneOn } = steps;
  return [
    ...(inviteBy === undefined ? [] : [`invite ${text(inviteBy)}`]),
    `accepted ${text(acceptedBy)}`,
    ...(renewal === undefined ? [] : [`renewal ${text(renewal.on)} of ${text(renewal.termEnd)}`]),
    `switch ${text(switchOn)}`,
    "on" in ending ? `${ending.kind} ${text(ending.on)} by ${text(ending.by)}` : ending.kind,
    `verify ${text(verifyOn)}`,
    `last ${text(lastDay)}`,
    `gone ${text(goneOn)}`,
  ].join(", ");
}

const noHolidays: Circumstances = { holidays: "none" };
const nce = { channel: "csp-nce" } as const;

describe("the days of the runbook", () => {
  it.each<readonly [name: string, subscription: SurveyedDifference, policy: Circumstances, expected: string]>([
    [
      "an ordinary repurchase: its renewal is stopped on the day of the switch",
      {},
      noHolidays,
      "accepted 27-03-23, switch 27-03-24, autoRenewOff 27-03-24 by 27-03-30, verify 27-03-25, last 27-03-31, gone 27-04-01",
    ],
    [
      "days off are passed over: Good Friday to Easter Monday 2027",
      { termEnd: "2027-04-01" },
      {},
      "accepted 27-03-24, switch 27-03-25, autoRenewOff 27-03-25 by 27-03-31, verify 27-03-30, last 27-04-01, gone 27-04-02",
    ],
    [
      "a freeze stops switches, and no waiting or looking",
      {},
      { ...noHolidays, freezes: [aFreeze("2027-03-25", "2027-04-30")] },
      "accepted 27-03-23, switch 27-03-24, autoRenewOff 27-03-24 by 27-03-30, verify 27-03-25, last 27-03-31, gone 27-04-01",
    ],
    [
      "a new relationship is asked for first",
      { relationship: false },
      noHolidays,
      "invite 27-03-10, accepted 27-03-23, switch 27-03-24, autoRenewOff 27-03-24 by 27-03-30, verify 27-03-25, last 27-03-31, gone 27-04-01",
    ],
    [
      "without a lead time all of it may be one day",
      { relationship: false, termEnd: "2026-12-08" },
      { ...noHolidays, relationshipLeadDays: 0 },
      "invite 26-12-01, accepted 26-12-01, switch 26-12-01, autoRenewOff 26-12-01 by 26-12-07, verify 26-12-02, last 26-12-08, gone 26-12-09",
    ],
    [
      "auto-renew is off and grace follows: nothing is to be stopped",
      { autoRenew: false },
      noHolidays,
      "accepted 27-03-23, switch 27-03-24, lapses, verify 27-03-25, last 27-03-31, gone 27-04-01",
    ],
    [
      "auto-renew is off and no grace follows: end it at the end of its term",
      { autoRenew: false, channel: "direct" },
      noHolidays,
      "accepted 27-03-23, switch 27-03-24, cancelAtEnd 27-03-24 by 27-03-30, verify 27-03-25, last 27-03-31, gone 27-04-01",
    ],
    [
      "auto-renew is on and no grace follows: not merely off",
      { channel: "unknown" },
      noHolidays,
      "accepted 27-03-23, switch 27-03-24, cancelAtEnd 27-03-24 by 27-03-30, verify 27-03-25, last 27-03-31, gone 27-04-01",
    ],
    [
      "a three-year term from 2025-03-31 has its grace",
      { channel: "direct", term: "P3Y", termEnd: "2028-03-30" },
      { ...noHolidays, today: "2028-01-03" },
      "accepted 28-03-22, switch 28-03-23, autoRenewOff 28-03-23 by 28-03-29, verify 28-03-24, last 28-03-30, gone 28-03-31",
    ],
    [
      "a three-year term from 2025-04-01 has none",
      { channel: "direct", term: "P3Y", termEnd: "2028-03-31" },
      { ...noHolidays, today: "2028-01-03" },
      "accepted 28-03-23, switch 28-03-24, cancelAtEnd 28-03-24 by 28-03-30, verify 28-03-27, last 28-03-31, gone 28-04-03",
    ],
    [
      "on the last day itself, the new one is looked at the same day",
      { termEnd: "2026-12-04" },
      { ...noHolidays, today: "2026-12-04", minimumDays: 0 },
      "accepted 26-12-04, switch 26-12-04, autoRenewOff 26-12-04 by 26-12-04, verify 26-12-04, last 26-12-04, gone 26-12-07",
    ],
    [
      "the day before a weekend in which it ends, too",
      { termEnd: "2026-12-06", autoRenew: false },
      { ...noHolidays, today: "2026-12-04" },
      "accepted 26-12-04, switch 26-12-04, lapses, verify 26-12-04, last 26-12-06, gone 26-12-07",
    ],
    [
      "what has renewed is cancelled once the new one was looked at",
      { termEnd: "2026-12-02" },
      noHolidays,
      "accepted 26-12-02, renewal 26-12-02 of 26-12-02, switch 26-12-03, cancelled 26-12-04 by 26-12-09, verify 26-12-04, last 26-12-04, gone 26-12-07",
    ],
    [
      "on the last day of its week, that is the same day",
      { relationship: false, termEnd: "2026-12-08" },
      noHolidays,
      "invite 26-12-01, accepted 26-12-14, renewal 26-12-08 of 26-12-08, switch 26-12-15, cancelled 26-12-15 by 26-12-15, verify 26-12-15, last 26-12-15, gone 26-12-16",
    ],
    [
      "an annual term must renew first where the lead time is too long",
      { relationship: false, termEnd: "2026-12-07" },
      noHolidays,
      "invite 27-11-16, accepted 27-11-29, renewal 26-12-07 of 26-12-07, switch 27-11-30, autoRenewOff 27-11-30 by 27-12-06, verify 27-12-01, last 27-12-07, gone 27-12-08",
    ],
    [
      "what has renewed before today needs nobody for that",
      { termEnd: "2019-05-02" },
      noHolidays,
      "accepted 27-04-22, switch 27-04-23, autoRenewOff 27-04-23 by 27-04-30, verify 27-04-26, last 27-05-02, gone 27-05-03",
    ],
    [
      "a month that rolls on must renew as well",
      { relationship: false, term: "P1M", termEnd: "2026-12-10" },
      noHolidays,
      "invite 26-12-18, accepted 26-12-31, renewal 26-12-10 of 26-12-10, switch 27-01-01, autoRenewOff 27-01-01 by 27-01-08, verify 27-01-04, last 27-01-10, gone 27-01-11",
    ],
    [
      "in grace the old one has ended already",
      { termEnd: "2026-11-20", autoRenew: false },
      noHolidays,
      "accepted 26-12-01, switch 26-12-01, lapses, verify 26-12-02, last 26-11-20, gone 26-12-02",
    ],
    [
      "a crowded tenant lets it end first",
      { tenant: { activeSubscriptionCount: 151 } },
      noHolidays,
      "accepted 27-03-31, switch 27-04-01, autoRenewOff 27-03-30 by 27-03-30, verify 27-04-02, last 27-03-31, gone 27-04-02",
    ],
    [
      "a transfer ends nothing",
      nce,
      noHolidays,
      "accepted 26-12-01, switch 26-12-01, transferred, verify 26-12-02, last -, gone 26-12-02",
    ],
    [
      "a transfer after a renewal needs that renewal",
      { ...nce, termEnd: "2026-12-03" },
      noHolidays,
      "accepted 26-12-04, renewal 26-12-03 of 26-12-03, switch 26-12-07, transferred, verify 26-12-08, last -, gone 26-12-08",
    ],
    ["held: none", {}, { freezes: [aFreeze("2026-11-01", "2027-03-31")] }, "none"],
    ["excluded: none", { exclusions: ["TRIAL"] }, {}, "none"],
  ])("%s", (_name, subscription, policy, expected) => {
    expect(daysOf(slotOf(subscription, policy))).toBe(expected);
  });
});

it("is looked at on the working day after the switch also where nobody knows the term end", () => {
  const decided = { switchOn: plainDate("2027-03-01") };
  const onFriday = { switchOn: plainDate("2027-03-05") };

  expect(text(slotOf({ termEnd: "" }, noHolidays, decided).steps?.verifyOn)).toBe("27-03-02");
  expect(text(slotOf({ termEnd: "" }, noHolidays, onFriday).steps?.verifyOn)).toBe("27-03-08");
});
