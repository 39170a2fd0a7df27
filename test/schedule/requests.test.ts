import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { numberRequests } from "../../src/schedule/requests.ts";
import { aSlot } from "../support/a-slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aSurveyed, type SurveyedDifference } from "./a-surveyed.ts";

const customer = aCustomer();

function item(id: string, on: string, difference: SurveyedDifference = {}, moves = true) {
  return {
    surveyed: aSurveyed({ customer, id, key: id, ...difference }),
    slot: aSlot({ path: "billing-transfer", switchOn: plainDate(on) }),
    moves,
  };
}

const many = (count: number, on: string, more: (index: number) => SurveyedDifference = () => ({})) =>
  Array.from({ length: count }, (_, index) => item(`s${String(index).padStart(3, "0")}`, on, more(index)));

describe("numberRequests", () => {
  it.each([
    [25, 1],
    [26, 2],
    [51, 3],
  ])("%d items of a day need %d requests", (count, requests) => {
    const numbers = numberRequests(many(count, "2027-01-04"));

    expect(Math.max(...numbers.map((number) => number ?? 0))).toBe(requests);
    for (let number = 1; number <= requests; number += 1) {
      expect(numbers.filter((other) => other === number).length).toBeLessThanOrEqual(25);
    }
  });

  it("numbers in order of day, each customer from 1", () => {
    const other = aCustomer({ key: "other" });

    expect(
      numberRequests([
        item("a", "2027-02-01"),
        item("b", "2027-01-04"),
        item("c", "2027-03-01", { customer: other }),
        item("d", "2027-01-04"),
      ]),
    ).toEqual([2, 1, 1, 1]);
  });

  it("keeps a base and its add-ons in one request", () => {
    const items = [
      ...many(24, "2027-01-04"),
      item("z-base", "2027-01-04"),
      item("a-add-on", "2027-01-04", { parentId: "z-base" }),
    ];
    const numbers = numberRequests(items);

    expect(numbers[24]).toBe(numbers[25]);
    expect(new Set(numbers).size).toBe(2);
  });

  it("splits a bundle that is larger than a request", () => {
    const items = [item("base", "2027-01-04"), ...many(25, "2027-01-04", () => ({ parentId: "base" }))];

    expect(numberRequests(items).filter((number) => number === 1)).toHaveLength(25);
  });

  it("leaves out what does not move, has no day or is bought anew", () => {
    const held = item("a", "2027-01-04", {}, false);
    const undated = { ...item("b", "2027-01-04"), slot: aSlot({ path: "billing-transfer", switchOn: undefined }) };
    const bought = { ...item("c", "2027-01-04"), slot: aSlot({ path: "repurchase" }) };

    expect(numberRequests([held, undated, bought, item("d", "2027-01-04")])).toEqual([
      undefined,
      undefined,
      undefined,
      1,
    ]);
  });

  it("does not depend on the order of the rows", () => {
    const items = many(60, "2027-01-04", (index) => ({
      parentId: index % 7 === 0 ? "" : `s${String(index - (index % 7)).padStart(3, "0")}`,
    }));
    const byKey = (list: typeof items) =>
      new Map(list.map(({ surveyed }, index) => [surveyed.subscription.key, numberRequests(list)[index]]));

    expect([...byKey([...items].reverse())].sort()).toEqual([...byKey(items)].sort());
  });
});
