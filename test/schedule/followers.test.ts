import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ruling } from "../../src/model/decision.ts";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import type { Slot } from "../../src/model/slot.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { schedule } from "../../src/schedule/schedule.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aFreeze, aRuling, aSurveyed, partners, type SurveyedDifference, slotsOf } from "./a-surveyed.ts";

const customer = aCustomer({ relationship: true });
const quiet = { holidays: "none" } as const;
const base = member("base");

function member(id: string, difference: SurveyedDifference = {}): Surveyed {
  return aSurveyed({ customer, id, key: id, ...(id === "base" ? {} : { parentId: "base" }), ...difference });
}

function decided(on: string, source = "Ana"): Ruling {
  return aRuling({ switchOn: plainDate(on), source });
}

function days(slots: readonly Slot[]): readonly string[] {
  return slots.map(({ switchOn, reason }) => `${switchOn === undefined ? "-" : isoDate(switchOn)} ${reason}`);
}

describe("where the day of a base is decided", () => {
  it("its add-ons follow", () => {
    const slots = slotsOf([base, member("x"), member("y")], quiet, [decided("2027-03-10")]);

    expect(days(slots)).toEqual(["2027-03-10 DECISION", "2027-03-10 GROUPED", "2027-03-10 GROUPED"]);
    expect(slots[1]?.explanation).toBe(
      "Term ends 2027-03-31; 7 days before is 24 Mar; alone it would switch on 24 Mar; a base and its add-ons share one day, and the base's was decided by a person (Ana); so 10 Mar, 21 days of overlap, 345.21 EUR.",
    );
  });

  it("an add-on that would have that day anyway is moved by nothing", () => {
    expect(days(slotsOf([base, member("x")], quiet, [decided("2027-03-24")]))).toEqual([
      "2027-03-24 DECISION",
      "2027-03-24 PREFERRED",
    ]);
  });

  it.each([
    // Two days at least are left before its term end.
    ["the last day of its window", "2027-03-15", "2027-03-15 GROUPED"],
    ["the day after", "2027-03-16", "2027-03-10 PREFERRED"],
    ["a day off", "2027-03-13", "2027-03-10 PREFERRED"],
    ["a frozen day", "2027-03-02", "2027-03-10 PREFERRED"],
  ])("an add-on follows where it may switch: %s", (_, on, expected) => {
    const addOn = member("x", { termEnd: "2027-03-17" });
    const policy = { ...quiet, freezes: [aFreeze("2027-03-01", "2027-03-03")] };

    expect(days(slotsOf([base, addOn], policy, [decided(on)]))[1]).toBe(expected);
  });

  it("its add-ons have room before others, and none above the limit", () => {
    const limited = { ...quiet, capacityPerDay: { subscriptions: 2, customers: undefined } };
    const other = member("other", { parentId: "", termEnd: "2027-03-17", seats: 9999 });
    const book = [base, member("x"), member("y"), other];

    expect(days(slotsOf(book, limited, [decided("2027-03-10")]))).toEqual([
      "2027-03-10 DECISION",
      "2027-03-10 GROUPED",
      "2027-03-24 PREFERRED",
      "2027-03-09 CAPACITY",
    ]);
  });

  it("nothing else of the customer follows, and nothing that was decided otherwise", () => {
    const book = [base, member("x"), member("alone", { parentId: "" })];

    expect(days(slotsOf(book, quiet, [decided("2027-03-10"), decided("2027-03-11")]))).toEqual([
      "2027-03-10 DECISION",
      "2027-03-11 DECISION",
      "2027-03-24 PREFERRED",
    ]);
  });

  it("a base that is held or excluded leads nobody", () => {
    for (const kind of ["hold", "exclude"] as const)
      expect(days(slotsOf([base, member("x")], quiet, [aRuling({ kind })]))[1]).toBe("2027-03-24 PREFERRED");
  });

  it("a blocked base leads nobody, and a blocked add-on takes no room", () => {
    const context = { today: plainDate("2026-12-01"), partners, mustBuy: new Set<number>() };
    const policy = aPolicy({ ...quiet, capacityPerDay: { subscriptions: 1, customers: undefined } });
    const withIdle = (idle: number) =>
      schedule([base, member("x")], { ...context, policy, rulings: [decided("2027-03-10")], idle: new Set([idle]) });

    expect(days(withIdle(0).slots)[1]).toBe("2027-03-24 PREFERRED");
    expect(days(withIdle(1).slots)[1]).toBe("2027-03-10 GROUPED");
  });
});

describe("where the day of an add-on is decided", () => {
  it("base and other add-ons follow", () => {
    const slots = slotsOf([base, member("x"), member("y")], quiet, [undefined, decided("2027-03-10")]);

    expect(days(slots)).toEqual(["2027-03-10 GROUPED", "2027-03-10 DECISION", "2027-03-10 GROUPED"]);
    expect(slots[0]?.explanation).toContain("and an add-on's was decided by a person (Ana); so 10 Mar");
  });

  it.each([
    ["two that agree lead, named by the first", "2027-03-10", "2027-03-10 GROUPED"],
    ["two that differ lead nobody", "2027-03-11", "2027-03-24 PREFERRED"],
  ])("%s", (_, other, expected) => {
    const book = [base, member("x"), member("y")];
    const rulings = [undefined, decided("2027-03-10", "Bo"), decided(other, "Ana")];

    expect(days(slotsOf(book, quiet, rulings))[0]).toBe(expected);
    if (other === "2027-03-10") expect(slotsOf(book, quiet, rulings)[0]?.explanation).toContain("(Ana)");
  });

  it("the base's own day goes before", () => {
    const book = [member("x"), member("y"), base, member("z")];
    const rulings = [decided("2027-03-10"), decided("2027-03-11"), decided("2027-03-12")];

    expect(days(slotsOf(book, quiet, rulings))[3]).toBe("2027-03-12 GROUPED");
  });
});

it("the objective counts what follows, and is met", () => {
  const prices = { unitPrice: 10, currency: "EUR", seats: 1 };
  for (const subscriptions of [undefined, 2]) {
    const { quality } = schedule([member("base", prices), member("x", prices)], {
      policy: aPolicy({ ...quiet, capacityPerDay: { subscriptions, customers: undefined } }),
      today: plainDate("2026-12-01"),
      partners,
      mustBuy: new Set<number>(),
      rulings: [decided("2027-03-10")],
    });

    // 21 days of overlap of 10 EUR a month, by the twelfth of 365 days.
    expect(quality.objective.overlap).toBeCloseTo((21 * 10 * 12) / 365, 2);
    expect(quality.bound).toEqual(quality.objective);
  }
});

it("the order of rows does not matter, limits hold, and base and add-ons share the day that all of them can", () => {
  const aMember = fc.record({ end: fc.integer({ min: 10, max: 24 }), day: fc.constantFrom(0, 0, 3, 4, 10, 11) });
  fc.assert(
    fc.property(fc.array(aMember, { minLength: 2, maxLength: 6 }), fc.constantFrom(1, 2, 3), (drawn, most) => {
      const policy = { ...quiet, today: "2027-03-01", capacityPerDay: { subscriptions: most, customers: undefined } };
      const book = drawn.map(({ end }, at) => member(at === 0 ? "base" : `x${at}`, { termEnd: `2027-03-${end}` }));
      const rulings = drawn.map(({ day }, at) =>
        day === 0 ? undefined : decided(`2027-03-${String(day).padStart(2, "0")}`, `r${at}`),
      );
      const slots = slotsOf(book, policy, rulings);
      const load = new Map<number, number>();
      const given = new Map<number, number>();
      slots.forEach(({ switchOn, reason }) => {
        if (switchOn === undefined) return;
        load.set(switchOn, (load.get(switchOn) ?? 0) + 1);
        if (reason === "DECISION") given.set(switchOn, (given.get(switchOn) ?? 0) + 1);
      });

      expect(slotsOf([...book].reverse(), policy, [...rulings].reverse())).toEqual([...slots].reverse());
      for (const [day, count] of load) expect(count).toBeLessThanOrEqual(Math.max(most, given.get(day) ?? 0));
      const lead = slots[0]?.reason === "DECISION" ? slots[0].switchOn : undefined;
      if (lead === undefined || load.get(lead) === most || (load.get(lead) ?? 0) > most) return;
      slots.forEach(({ switchOn, reason, earliestOn, latestOn }, at) => {
        const isWithin = earliestOn !== undefined && latestOn !== undefined && earliestOn <= lead && lead <= latestOn;
        if (rulings[at] === undefined && isWithin)
          expect([at, switchOn, reason]).toEqual([at, lead, expect.anything()]);
      });
    }),
  );
});
