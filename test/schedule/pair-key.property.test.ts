import fc from "fast-check";
import { expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { pairKey } from "../../src/schedule/pair-key.ts";

const [first, last] = [plainDate("1600-01-01"), plainDate("9999-12-31")];
const aDay = fc.integer({ min: first, max: last });

it("is another for every other pair, in whole numbers", () => {
  const ends = [undefined, first, -1, 0, 1, last];
  const keys = ends.flatMap((one) => ends.map((other) => pairKey(one, other)));

  expect(new Set(keys).size).toBe(ends.length ** 2);
  expect(keys.every(Number.isSafeInteger)).toBe(true);
});

it("tells days apart that differ by what the other day makes up for", () => {
  fc.assert(
    fc.property(
      aDay,
      aDay,
      fc.integer({ min: 0, max: 22 }),
      fc.integer({ min: -3, max: 3 }),
      (one, other, bits, by) => {
        const away = other - by * 2 ** bits;
        fc.pre(by !== 0 && away >= first && away <= last);
        expect(pairKey(one + by, away)).not.toBe(pairKey(one, other));
        expect(pairKey(one + by, undefined)).not.toBe(pairKey(one, other));
      },
    ),
    { numRuns: 5000 },
  );
});
