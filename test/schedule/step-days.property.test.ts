import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoDate, type PlainDate, plainDate, weekdayOf } from "../../src/model/plain-date.ts";
import type { Policy, Weekday } from "../../src/model/policy.ts";
import { aFreeze, type SurveyedDifference, slotOf } from "./a-surveyed.ts";

const WEEKDAYS: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const FIRST_DAY = plainDate("2026-11-28");

interface Given {
  readonly subscription: SurveyedDifference;
  readonly policy: Partial<Policy> & { readonly today: string; readonly workingDays: readonly Weekday[] };
}

const given: fc.Arbitrary<Given> = fc
  .record({
    today: fc.integer({ min: 0, max: 9 }).map((days) => addDays(FIRST_DAY, days)),
    end: fc.integer({ min: -40, max: 90 }),
    autoRenew: fc.constantFrom(true, false, undefined),
    relationship: fc.constantFrom(true, false),
    term: fc.constantFrom("P1M" as const, "P1Y" as const, "P3Y" as const, undefined),
    channel: fc.constantFrom(
      ...(["csp-nce", "csp-legacy", "direct", "ea", "open", "unknown"] as const satisfies readonly string[]),
    ),
    active: fc.constantFrom(1, 150, 151),
    path: fc.constantFrom("auto" as const, "repurchase" as const),
    bufferDays: fc.integer({ min: 0, max: 20 }),
    minimumDays: fc.integer({ min: 0, max: 5 }),
    relationshipLeadDays: fc.integer({ min: 0, max: 30 }),
    workingDays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    frozen: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })),
  })
  .map(({ today, end, active, relationship, autoRenew, term, channel, frozen: [from, days], ...policy }) => ({
    subscription: {
      autoRenew,
      term,
      channel,
      relationship,
      termEnd: isoDate(addDays(today, end)),
      tenant: { activeSubscriptionCount: active },
    },
    policy: {
      ...policy,
      holidays: "none" as const,
      today: isoDate(today),
      freezes: [aFreeze(isoDate(addDays(today, from)), isoDate(addDays(today, from + days)))],
    },
  }));

describe("the days of the runbook, of any subscription under any policy", () => {
  it("are there where there is a switch, and nowhere else", () => {
    fc.assert(
      fc.property(given, ({ subscription, policy }) => {
        const { switchOn, steps } = slotOf(subscription, policy);
        expect(steps === undefined).toBe(switchOn === undefined);
      }),
    );
  });

  it("are working days, and none is before the day of the plan", () => {
    fc.assert(
      fc.property(given, ({ subscription, policy }) => {
        const { steps } = slotOf(subscription, policy);
        if (steps === undefined) return;
        const today = plainDate(policy.today);
        const { acceptedBy, ending, renewal, verifyOn, goneOn } = steps;
        const ends = "on" in ending ? [ending.on, ending.by] : [];
        for (const day of [acceptedBy, renewal?.on, verifyOn, goneOn, ...ends]) {
          if (day === undefined) continue;
          expect(day).toBeGreaterThanOrEqual(today);
          expect(policy.workingDays.includes(WEEKDAYS[weekdayOf(day)] ?? "sun") || day === today).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are in an order that leaves no user without a licence, save for a grace that a finding or the crowd explains", () => {
    fc.assert(
      fc.property(given, ({ subscription, policy }) => {
        const { steps, switchOn, inviteBy, path, conditions, reason } = slotOf(subscription, policy);
        if (steps === undefined || switchOn === undefined) return;
        const { acceptedBy, ending, renewal, lastDay, verifyOn, goneOn } = steps;
        const isAscending = (...days: readonly (PlainDate | undefined)[]) => {
          const known = days.filter((day) => day !== undefined);
          expect(known).toEqual([...known].sort((a, b) => a - b));
        };

        isAscending(inviteBy, acceptedBy, switchOn, verifyOn, goneOn);
        if (renewal !== undefined) expect(renewal.termEnd).toBeLessThan(switchOn);
        if (path === "billing-transfer") {
          expect([ending.kind, lastDay]).toEqual(["transferred", undefined]);
          return;
        }
        if (lastDay === undefined) throw new Error("The old one ends on no day.");
        expect(goneOn).toBeGreaterThan(lastDay);
        if (ending.kind === "cancelled") isAscending(switchOn, verifyOn, ending.on, ending.by);
        else if ("on" in ending) isAscending(renewal?.termEnd, ending.on, lastDay);
        if (switchOn <= lastDay) {
          isAscending(verifyOn, lastDay);
          return;
        }
        const isCrowded = (subscription.tenant?.activeSubscriptionCount ?? 0) > 150;
        expect(isCrowded || reason === "IN_GRACE" || conditions.some(({ code }) => code === "IN_GRACE")).toBe(true);
        expect(switchOn).toBeLessThanOrEqual(lastDay + 30);
        expect(ending.kind).not.toBe("cancelAtEnd");
      }),
      { numRuns: 2000 },
    );
  });
});
