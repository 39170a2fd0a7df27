import { describe, expect, it } from "vitest";
import { lotsOf } from "../../../src/schedule/assign/cohorts.ts";
import { HELD, type Kind, tasksOf } from "../../../src/schedule/assign/problem.ts";

const kind: Kind = {
  days: Int32Array.of(0),
  late: Float64Array.of(0),
  overlap: Float64Array.of(0),
  wait: Float64Array.of(0),
  held: HELD,
};

function lots(...tasks: readonly (readonly [number, number])[]) {
  const problem = {
    kinds: [kind, kind],
    tasks: tasksOf(tasks.map(([of, weight]) => ({ kind: of, weight }))),
    capacity: Float64Array.of(1),
  };
  const { list, begin } = lotsOf(problem);
  return Array.from(begin.subarray(0, -1), (from, lot) => [...list.subarray(from, begin[lot + 1])]);
}

describe("lots", () => {
  it.each<[string, readonly (readonly [number, number])[], readonly (readonly number[])[]]>([
    ["none", [], []],
    ["one", [[1, 5]], [[0]]],
    [
      "by kind, then weight, then place",
      [
        [1, 5],
        [0, 7],
        [1, 3],
        [0, 7],
        [1, 5],
      ],
      [[1, 3], [2], [0, 4]],
    ],
    [
      "of no weight",
      [
        [0, 0],
        [0, 1],
        [0, 0],
      ],
      [[0, 2], [1]],
    ],
    [
      "of weights that leave no room for a place in a whole number",
      [
        [0, Number.MAX_SAFE_INTEGER],
        [0, 3],
        [0, Number.MAX_SAFE_INTEGER - 1],
        [0, Number.MAX_SAFE_INTEGER],
      ],
      [[1], [2], [0, 3]],
    ],
    [
      "of the heaviest weights that do",
      [
        [0, 2 ** 51 - 2],
        [0, 2 ** 51 - 3],
        [0, 2 ** 51 - 2],
      ],
      [[1], [0, 2]],
    ],
  ])("%s", (_, tasks, expected) => {
    expect(lots(...tasks)).toEqual(expected);
  });
});
