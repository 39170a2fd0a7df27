import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOf, HELD, type Kind, NO_DAY, type Problem, tasksOf } from "../../../src/schedule/assign/problem.ts";
import { transported } from "../../../src/schedule/assign/transport.ts";
import { exactCost } from "./exact.ts";

/** Windows as the rules make them: overlap falls from day to day, lateness rises past the day wished for. */
const aWindow = (days: number): fc.Arbitrary<Kind> =>
  fc
    .record({
      first: fc.integer({ min: 0, max: days - 1 }),
      length: fc.integer({ min: 0, max: days }),
      ideal: fc.integer({ min: -2, max: days + 2 }),
      offDays: fc.array(fc.integer({ min: 0, max: days - 1 }), { maxLength: 3 }),
    })
    .map(({ first, length, ideal, offDays }) => {
      const open = Array.from({ length: days }, (_, day) => day).filter(
        (day) => day >= first && day <= first + length && !offDays.includes(day),
      );
      return {
        days: Int32Array.from(open),
        late: Float64Array.from(open, (day) => Math.max(0, day - ideal)),
        overlap: Float64Array.from(open, (day) => days + 3 - day),
        wait: Float64Array.from(open, (day) => Math.max(0, ideal - day)),
        held: HELD,
      };
    });

/** Costs without any shape, to which no rule of thumb fits. */
const aJumble = (days: number): fc.Arbitrary<Kind> =>
  fc.array(fc.tuple(fc.boolean(), fc.nat(4), fc.nat(9), fc.nat(3)), { minLength: days, maxLength: days }).map((all) => {
    const open = all.flatMap(([isOpen, ...costs], day) => (isOpen ? [{ day, costs }] : []));
    return {
      days: Int32Array.from(open, ({ day }) => day),
      late: Float64Array.from(open, ({ costs }) => costs[0]),
      overlap: Float64Array.from(open, ({ costs }) => costs[1]),
      wait: Float64Array.from(open, ({ costs }) => costs[2]),
      held: HELD,
    };
  });

const aProblem: fc.Arbitrary<Problem> = fc.integer({ min: 1, max: 12 }).chain((days) =>
  fc
    .record({
      kinds: fc.array(fc.oneof(aWindow(days), aJumble(days)), { minLength: 1, maxLength: 6 }),
      capacity: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: days, maxLength: days }),
      tasks: fc.array(fc.tuple(fc.nat(5), fc.nat(8)), { maxLength: 40 }),
    })
    .map(({ kinds, capacity, tasks }) => ({
      kinds,
      capacity: Float64Array.from(capacity),
      tasks: tasksOf(tasks.map(([kind, weight]) => ({ kind: kind % kinds.length, weight }))),
    })),
);

function solved(problem: Problem) {
  return transported(problem);
}

function loads({ capacity }: Problem, dayOf: Int32Array): readonly number[] {
  return [...capacity].map((_, day) => dayOf.filter((on) => on === day).length);
}

describe("the best assignment", () => {
  it("costs what an exact solver says", () => {
    fc.assert(
      fc.property(aProblem, (problem) => {
        const { dayOf, isOptimal } = solved(problem);

        expect(isOptimal).toBe(true);
        expect(costOf(problem, dayOf)).toEqual(exactCost(problem));
      }),
      { numRuns: 400 },
    );
  });

  it("keeps every capacity and every window, and holds no task that has a day with room", () => {
    fc.assert(
      fc.property(aProblem, (problem) => {
        const { dayOf } = solved(problem);
        const load = loads(problem, dayOf);

        load.forEach((count, day) => {
          expect(count).toBeLessThanOrEqual(problem.capacity[day] ?? 0);
        });
        problem.tasks.kindOf.forEach((kind, task) => {
          const days = problem.kinds[kind]?.days ?? new Int32Array();
          const day = dayOf[task] ?? NO_DAY;
          if (day === NO_DAY)
            expect([...days].filter((one) => (load[one] ?? 0) < (problem.capacity[one] ?? 0))).toEqual([]);
          else expect(days).toContain(day);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("never costs more with more capacity", () => {
    fc.assert(
      fc.property(aProblem, fc.nat(11), (problem, day) => {
        const more = problem.capacity.slice();
        more[day % more.length] = (more[day % more.length] ?? 0) + 1;
        const before = costOf(problem, solved(problem).dayOf);
        const wider = { ...problem, capacity: more };
        const after = costOf(wider, solved(wider).dayOf);

        expect(after.late < before.late || (after.late === before.late && after.overlap <= before.overlap)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
