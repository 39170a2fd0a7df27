import { describe, expect, it } from "vitest";
import { poolMoves } from "../src/pool-moves.ts";
import { aSurveyed, type SurveyedDifference } from "./schedule/a-surveyed.ts";
import { anOffer, aTarget } from "./support/an-offer.ts";

const premium = anOffer({ id: "premium", skuIds: ["premium"], tenantSeatPool: 300 });
const suite = anOffer({ id: "suite", skuIds: ["suite"] });
const held = (offer: typeof premium, difference: SurveyedDifference) =>
  aSurveyed({ offer, productKey: offer.id, ...difference });

function moved(held: readonly ReturnType<typeof aSurveyed>[], ...offers: (readonly (typeof premium)[])[]) {
  const targets = offers.map((chosen) => aTarget({ offers: chosen }));
  return [...poolMoves(held, targets)].map(([place, chosen]) => [place, chosen.map(({ id }) => id)]);
}

describe("seats that move into another pool", () => {
  it.each([
    [300, []],
    [301, [[0, ["premium"]]]],
  ])("matter where the new pool may be too small: %d seats", (seats, expected) => {
    expect(moved([held(suite, { seats })], [premium])).toEqual(expected);
  });

  it.each([
    [150, []],
    [151, [[0, ["suite"]]]],
  ])("matter where the old pool may be too small: %d seats", (seats, expected) => {
    expect(moved([held(premium, { seats })], [suite])).toEqual(expected);
  });

  it("are summed over the tenant", () => {
    const two = [held(suite, { id: "a", seats: 200 }), held(premium, { id: "b", seats: 51 })];

    expect(moved(two, [premium], [premium])).toEqual([[0, ["premium"]]]);
  });

  it.each([
    ["the same product", [premium], [premium]],
    ["one of several that is the same product", [premium], [suite, premium]],
    ["no target", [premium], []],
    ["no pool on either side", [suite], [anOffer({ id: "other", skuIds: ["other"] })]],
  ])("are none: %s", (_name, [from = suite], to) => {
    expect(moved([held(from, { seats: 1000 })], to)).toEqual([]);
  });
});
