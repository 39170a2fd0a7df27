import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, isoDate, type PlainDate, plainDate, weekdayOf } from "../../src/model/plain-date.ts";
import type { Policy, Weekday } from "../../src/model/policy.ts";
import type { Slot } from "../../src/model/slot.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { type ScheduleContext, schedule as scheduled } from "../../src/schedule/schedule.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aSurveyed, partners } from "./a-surveyed.ts";

function schedule(book: readonly Surveyed[], context: ScheduleContext): readonly Slot[] {
  return scheduled(book, context).slots;
}

const today = plainDate("2026-12-01");
const WEEKDAYS: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const customers = [aCustomer({ key: "c1", relationship: true }), aCustomer({ key: "c2", relationship: false })];

const aRandomPolicy: fc.Arbitrary<Policy> = fc
  .record({
    bufferDays: fc.integer({ min: 0, max: 30 }),
    minimumDays: fc.integer({ min: 0, max: 10 }),
    relationshipLeadDays: fc.integer({ min: 0, max: 30 }),
    workingDays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    freezes: fc.array(
      fc
        .tuple(fc.integer({ min: -10, max: 150 }), fc.integer({ min: 0, max: 60 }))
        .map(([from, days]) => ({ from: addDays(today, from), to: addDays(today, from + days), reason: "quiet days" })),
      { maxLength: 3 },
    ),
  })
  .map((policy) => aPolicy({ holidays: "none", ...policy }));

const aRandomSurveyed: fc.Arbitrary<Surveyed> = fc
  .record({
    end: fc.integer({ min: -60, max: 200 }),
    autoRenew: fc.constantFrom(true, false, undefined),
    term: fc.constantFrom("P1M" as const, "P1Y" as const, "P3Y" as const, undefined),
    channel: fc.constantFrom("csp-nce" as const, "csp-legacy" as const, "direct" as const, "ea" as const),
    unitPrice: fc.constantFrom(undefined, 4.2, 20.6),
    id: fc.integer({ min: 1, max: 60 }).map((number) => `s${number}`),
    parent: fc.integer({ min: 0, max: 4 }),
    customer: fc.constantFrom(...customers),
  })
  .map(({ end, parent, ...rest }) =>
    aSurveyed({
      ...rest,
      key: rest.id,
      parentId: parent > 2 ? `s${parent}` : "",
      termEnd: isoDate(addDays(today, end)),
    }),
  );

function isWorking(day: number, policy: Policy): boolean {
  return policy.workingDays.includes(WEEKDAYS[weekdayOf(day as PlainDate)] ?? "sun");
}

function isFree(day: number, policy: Policy): boolean {
  return isWorking(day, policy) && !policy.freezes.some(({ from, to }) => from <= day && day <= to);
}

function daysBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
}

function firstOf(from: number, holds: (day: number) => boolean): number {
  let day = from;
  while (!holds(day)) day += 1;
  return day;
}

function slotAlone(surveyed: Surveyed, policy: Policy): Slot {
  const [slot] = schedule([surveyed], { policy, today, partners, mustBuy: new Set<number>(), rulings: [] });
  if (slot === undefined) throw new Error("schedule gave no slot.");
  return slot;
}

/** The contract's ordinary window of the exported term, by trying every day. */
function windowByHand({ subscription }: Surveyed, policy: Policy) {
  const end = subscription.termEnd ?? 0;
  const lead = subscription.customer.relationship === true ? 0 : policy.relationshipLeadDays;
  const earliest = firstOf(today + lead, (day) => isWorking(day, policy));
  const working = daysBetween(earliest, end - policy.minimumDays).filter((day) => isWorking(day, policy));
  const free = working.filter((day) => isFree(day, policy));
  const ideal = end - policy.bufferDays;
  const best = free.filter((day) => day <= ideal).at(-1) ?? free[0];
  return { earliest, working, free, best };
}

describe("schedule", () => {
  it("switches on free working days only, and never before the first possible one", () => {
    fc.assert(
      fc.property(fc.array(aRandomSurveyed, { maxLength: 12 }), aRandomPolicy, (surveyed, policy) => {
        schedule(surveyed, { policy, today, partners, mustBuy: new Set<number>(), rulings: [] }).forEach(
          ({ switchOn, earliestOn }) => {
            if (switchOn === undefined) return;
            expect(isFree(switchOn, policy)).toBe(true);
            expect(switchOn).toBeGreaterThanOrEqual(earliestOn ?? Infinity);
          },
        );
      }),
    );
  });

  it("takes the best day of the window whenever the window has a working day", () => {
    fc.assert(
      fc.property(aRandomSurveyed, aRandomPolicy, (surveyed, policy) => {
        const slot = slotAlone(surveyed, { ...policy, path: "repurchase" });
        const { earliest, working, best } = windowByHand(surveyed, policy);
        expect(slot.earliestOn).toBe(earliest);
        if (working.length === 0) return;
        expect(slot.latestOn).toBe(working.at(-1));
        expect(slot.switchOn).toBe(best);
        expect(slot.reason === "NO_FREE_DAY").toBe(best === undefined);
      }),
      { numRuns: 500 },
    );
  });

  it("holds what lapses only when no free day with access is left", () => {
    fc.assert(
      fc.property(aRandomSurveyed, aRandomPolicy, (random, policy) => {
        const surveyed = { ...random, subscription: { ...random.subscription, autoRenew: false } };
        const slot = slotAlone(surveyed, { ...policy, path: "repurchase" });
        const { earliest, working } = windowByHand(surveyed, policy);
        if (working.length > 0) return;
        const end = surveyed.subscription.termEnd ?? 0;
        const hasGrace = surveyed.channel === "csp-legacy" || surveyed.channel === "ea" || !beginsLate(surveyed);
        const left = daysBetween(earliest, hasGrace ? end + 30 : end).filter((day) => isFree(day, policy));
        expect(slot.switchOn).toBe(left[0]);
        expect(slot.reason === "TERM_ENDS_TOO_SOON").toBe(left.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  it("transfers on the first free day outside every renewal zone", () => {
    fc.assert(
      fc.property(aRandomSurveyed, aRandomPolicy, (random, policy) => {
        const surveyed = { ...random, channel: "csp-nce" as const };
        const slot = slotAlone(surveyed, policy);
        const { subscription } = surveyed;
        if (slot.path !== "billing-transfer") {
          expect(subscription.autoRenew).toBe(false);
          return;
        }
        const months = { P1M: 1, P1Y: 12, P3Y: 36 }[subscription.term ?? "P1Y"];
        const begin = addDays(subscription.termEnd ?? today, 1);
        const ends = daysBetween(0, 40).map((index) => addMonths(begin, index * months) - 1);
        const isInZone = (day: number) => ends.some((end) => Math.abs(day - end) <= 2);
        const first = firstOf(slot.earliestOn ?? 0, (day) => isFree(day, policy) && !isInZone(day));
        if (slot.switchOn !== undefined) expect(slot.switchOn).toBe(first);
        else expect(first).toBeGreaterThan((ends[0] ?? 0) - 3);
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of the rows", () => {
    const books = fc
      .uniqueArray(aRandomSurveyed, { maxLength: 15, selector: ({ subscription }) => subscription.key })
      .chain((book) => fc.tuple(fc.constant(book), fc.shuffledSubarray(book, { minLength: book.length })));
    const byKey = (book: readonly Surveyed[], policy: Policy) => {
      const slots = schedule(book, { policy, today, partners, mustBuy: new Set<number>(), rulings: [] });
      return new Map(book.map(({ subscription }, index) => [subscription.key, slots[index]]));
    };
    fc.assert(
      fc.property(books, aRandomPolicy, ([book, shuffled], policy) => {
        expect(byKey(shuffled, policy)).toEqual(byKey(book, policy));
      }),
    );
  });
});

/** Began on or after 2025-04-01, and ends on or after 2026-05-04. */
function beginsLate({ subscription }: Surveyed): boolean {
  const end = subscription.termEnd ?? today;
  const months = { P1M: 1, P1Y: 12, P3Y: 36 }[subscription.term ?? "P1Y"];
  return addMonths(addDays(end, 1), -months) >= plainDate("2025-04-01") && end >= plainDate("2026-05-04");
}
