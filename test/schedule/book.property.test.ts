import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoDate, plainDate, weekdayOf } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Objective, ScheduleQuality } from "../../src/model/schedule-quality.ts";
import type { Slot } from "../../src/model/slot.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { schedule } from "../../src/schedule/schedule.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aSurveyed, partners } from "./a-surveyed.ts";

// BOOKS=4000 npx vitest run test/schedule/book.property.test.ts, for a long run.
const numRuns = Number(process.env.BOOKS ?? 120);
const today = plainDate("2026-12-01");
const customers = ["a", "b", "c", "d"].map((key, at) => aCustomer({ key, relationship: at % 2 === 0 }));

/** Books as they are: short windows, so that days are full; some add-ons; all paths. */
const aBook: fc.Arbitrary<readonly Surveyed[]> = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 30 }),
      customer: fc.constantFrom(...customers),
      end: fc.integer({ min: -20, max: 40 }),
      seats: fc.integer({ min: 1, max: 9 }),
      unitPrice: fc.constantFrom(4, 9.8, 20.6),
      autoRenew: fc.constantFrom(true, false, undefined),
      channel: fc.constantFrom("csp-nce" as const, "csp-legacy" as const, "direct" as const),
      parent: fc.integer({ min: 1, max: 60 }),
    }),
    { selector: ({ number }) => number, maxLength: 16 },
  )
  .map((all) => {
    const made = all.map(({ number, end, parent, ...rest }) => {
      const id = `s${String(number).padStart(2, "0")}`;
      const base = all.find((other) => other.number === parent && other.customer === rest.customer && parent < number);
      const termEnd = isoDate(addDays(today, end));
      return aSurveyed({
        ...rest,
        id,
        key: id,
        termEnd,
        currency: "EUR",
        parentId: base === undefined ? "" : `s${String(parent).padStart(2, "0")}`,
      });
    });
    return made;
  });

const aTightPolicy: fc.Arbitrary<Policy> = fc
  .record({
    subscriptions: fc.constantFrom(1, 2, 3, undefined),
    customers: fc.constantFrom(1, 2, undefined),
    frozen: fc.integer({ min: 0, max: 30 }),
    groupDays: fc.constantFrom(0, 0, 5),
  })
  .map(({ subscriptions, customers: most, frozen, groupDays }) =>
    aPolicy({
      holidays: "none",
      relationshipLeadDays: 5,
      groupDays,
      freezes: [{ from: addDays(today, frozen), to: addDays(today, frozen + 6), reason: "quiet days" }],
      capacityPerDay: { subscriptions, customers: most },
    }),
  );

function planned(book: readonly Surveyed[], policy: Policy) {
  return schedule(book, { policy, today, partners, mustBuy: new Set<number>(), rulings: [] });
}

function byDay(book: readonly Surveyed[], slots: readonly Slot[]): ReadonlyMap<number, readonly Surveyed[]> {
  const days = new Map<number, Surveyed[]>();
  slots.forEach(({ switchOn }, index) => {
    const one = book[index];
    if (switchOn !== undefined && one !== undefined) days.set(switchOn, [...(days.get(switchOn) ?? []), one]);
  });
  return days;
}

function isFree(day: number, { freezes }: Policy): boolean {
  const weekday = weekdayOf(day as ReturnType<typeof addDays>);
  return weekday > 0 && weekday < 6 && !freezes.some(({ from, to }) => day >= from && day <= to);
}

const LEVELS: readonly (keyof Objective)[] = ["withoutDay", "laterTerm", "bufferDays", "overlap"];

/** Below zero: the first is better. Sums of cents are rounded. */
function compare(a: Objective, b: Objective): number {
  for (const level of LEVELS) if (Math.abs(a[level] - b[level]) > 0.011) return a[level] - b[level];
  return 0;
}

function areSingle({
  slots,
  quality,
}: {
  readonly slots: readonly Slot[];
  readonly quality: ScheduleQuality;
}): boolean {
  return quality.isOptimal && slots.length > 0;
}

describe("whole books", () => {
  it("keep every capacity and every freeze, whatever else they gain", () => {
    fc.assert(
      fc.property(aBook, aTightPolicy, (book, policy) => {
        const { slots } = planned(book, policy);
        const { subscriptions = Infinity, customers: calls = Infinity } = policy.capacityPerDay;

        for (const [day, there] of byDay(book, slots)) {
          expect(isFree(day, policy)).toBe(true);
          expect(there.length).toBeLessThanOrEqual(subscriptions);
          expect(new Set(there.map(({ subscription }) => subscription.customer.key)).size).toBeLessThanOrEqual(calls);
        }
      }),
      { numRuns },
    );
  });

  it("hold for lack of a day only what has no day with room", () => {
    fc.assert(
      fc.property(aBook, aTightPolicy, (book, policy) => {
        const { slots } = planned(book, policy);
        const { subscriptions = Infinity, customers: calls = Infinity } = policy.capacityPerDay;
        const days = byDay(book, slots);
        const bases = new Set(book.map(({ subscription }) => subscription.parentId));
        const alone = slots.flatMap((slot, index) => {
          const one = book[index] as Surveyed;
          const isHeld = slot.conditions.some(({ code }) => code === "NO_FREE_DAY");
          const isBundled = one.subscription.parentId !== "" || bases.has(one.subscription.id);
          return isHeld && !isBundled ? [{ slot, one }] : [];
        });

        // Groups, too: whoever has a day alone is not held by others.
        for (const { slot, one } of alone) {
          for (let day = slot.earliestOn ?? 0; day <= (slot.latestOn ?? -1); day += 1) {
            const there = days.get(day) ?? [];
            const called = new Set(there.map(({ subscription }) => subscription.customer.key));
            const hasRoom =
              there.length < subscriptions && (called.size < calls || called.has(one.subscription.customer.key));
            expect(isFree(day, policy) && hasRoom).toBe(false);
          }
        }
      }),
      { numRuns },
    );
  });

  it("put base and add-on on one day, or neither, where both have a day in common", () => {
    fc.assert(
      fc.property(aBook, aTightPolicy, (book, policy) => {
        const { slots } = planned(book, policy);
        slots.forEach((slot, index) => {
          const one = book[index]?.subscription;
          const base = book.findIndex(
            ({ subscription }) => subscription.id === one?.parentId && subscription.customer === one.customer,
          );
          // A base that has no day by itself, whatever the others do, shares none.
          const share = [slot, slots[base]].every((each) => each?.explanation.includes("share") === true);
          if (one === undefined || base < 0 || !share) return;
          expect(slot.switchOn).toBe(slots[base]?.switchOn);
        });
      }),
      { numRuns },
    );
  });

  it("do not depend on the order of the rows", () => {
    const shuffled = aBook.chain((book) =>
      fc.tuple(fc.constant(book), fc.shuffledSubarray([...book], { minLength: book.length })),
    );
    const byKey = (book: readonly Surveyed[], policy: Policy) => {
      const { slots } = planned(book, policy);
      return new Map(book.map(({ subscription }, index) => [subscription.key, slots[index]]));
    };
    fc.assert(
      fc.property(shuffled, aTightPolicy, ([book, other], policy) => {
        expect(byKey(other, policy)).toEqual(byKey(book, policy));
      }),
      { numRuns },
    );
  });

  it("never fall below their bound, and reach it where each unit takes one place", () => {
    fc.assert(
      fc.property(aBook, aTightPolicy, (book, policy) => {
        const { quality } = planned(book, policy);
        const isSingle =
          policy.groupDays === 0 &&
          policy.capacityPerDay.customers === undefined &&
          book.every(({ subscription }) => subscription.parentId === "");

        expect(compare(quality.objective, quality.bound)).toBeGreaterThanOrEqual(0);
        expect(quality.isOptimal).toBe(isSingle || compare(quality.objective, quality.bound) === 0);
      }),
      { numRuns },
    );
  });

  it("never hold more nor cost more with more capacity", () => {
    fc.assert(
      fc.property(aBook, aTightPolicy, (book, policy) => {
        const { subscriptions, customers: calls } = policy.capacityPerDay;
        const more = (most: number | undefined) => (most === undefined ? undefined : most + 1);
        const before = planned(book, policy);
        const after = planned(book, {
          ...policy,
          capacityPerDay: { subscriptions: more(subscriptions), customers: more(calls) },
        });

        // Grouping depends on what a day takes; where either is no proven optimum, only the proof can be compared.
        if (policy.groupDays > 0 || !areSingle(before) || !areSingle(after)) return;
        expect(compare(after.quality.objective, before.quality.objective)).toBeLessThanOrEqual(0);
      }),
      { numRuns },
    );
  });
});
