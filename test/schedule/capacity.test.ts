import { describe, expect, it } from "vitest";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Slot } from "../../src/model/slot.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { schedule } from "../../src/schedule/schedule.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aFreeze, aRuling, aSurveyed, partners, type SurveyedDifference, slotsOf } from "./a-surveyed.ts";

const customer = aCustomer({ key: "c", relationship: true });
const one: Partial<Policy> = { holidays: "none", capacityPerDay: { subscriptions: 1, customers: undefined } };

function member(id: string, difference: SurveyedDifference = {}): Surveyed {
  return aSurveyed({ customer, id, key: id, ...difference });
}

function days(slots: readonly Slot[]): readonly string[] {
  return slots.map(({ switchOn, reason }) => `${switchOn === undefined ? "-" : isoDate(switchOn)} ${reason}`);
}

describe("capacity of a day", () => {
  it("moves the later by id to the day before, and says that the day is full", () => {
    const slots = slotsOf([member("b"), member("a")], one);

    expect(days(slots)).toEqual(["2027-03-23 CAPACITY", "2027-03-24 PREFERRED"]);
    expect(slots[0]?.explanation).toBe(
      "Term ends 2027-03-31; 7 days before is 24 Mar; 24 Mar is full; so 23 Mar, 8 days of overlap, 131.51 EUR.",
    );
  });

  it("moves what costs least", () => {
    const cheap = member("a", { unitPrice: 1, currency: "EUR" });
    const dear = member("b", { unitPrice: 20, currency: "EUR" });

    expect(days(slotsOf([cheap, dear], one))).toEqual(["2027-03-23 CAPACITY", "2027-03-24 PREFERRED"]);
  });

  it("moves what costs least, also by less than a cent", () => {
    const cheap = member("a", { unitPrice: 0.0121, currency: "EUR" });
    const dear = member("b", { unitPrice: 0.0123, currency: "EUR" });

    expect(days(slotsOf([cheap, dear], one))).toEqual(["2027-03-23 CAPACITY", "2027-03-24 PREFERRED"]);
  });

  it.each([
    ["on the last day of the term that runs", "P1M", "2026-12-01", "2026-12-24", "2026-12-25"],
    ["on the first day of the next term", "P1M", "2026-11-30", "2026-12-23", "2026-12-24"],
    [
      "on the last day of the term that runs, and the week after it is frozen",
      "P1Y",
      "2026-12-01",
      "2027-11-23",
      "2027-11-24",
    ],
  ] as const)(
    "moves what costs least where the window of the next term begins %s",
    (_, term, termEnd, first, second) => {
      const own = { term, termEnd, currency: "EUR" };
      const book = [member("a", { ...own, unitPrice: 1 }), member("b", { ...own, unitPrice: 20 })];
      const { slots, quality } = schedule(book, {
        policy: aPolicy({ ...one, freezes: [aFreeze("2026-12-02", "2026-12-08")] }),
        today: plainDate("2026-12-01"),
        partners,
        mustBuy: new Set<number>(),
        rulings: [],
      });

      expect(slots.map(({ switchOn }) => switchOn && isoDate(switchOn))).toEqual([first, second]);
      const costs = slots.map(({ overlapCost }) => overlapCost ?? Number.NaN);
      expect(quality.objective.overlap).toBeCloseTo(
        costs.reduce((sum, cost) => sum + cost),
        1,
      );
      expect(quality.bound).toEqual(quality.objective);
    },
  );

  it("counts seats where a price is missing or in another currency", () => {
    const many = member("a", { unitPrice: 1, currency: "EUR", seats: 9 });
    const few = (currency: string) => member("b", { unitPrice: 20, currency, seats: 8 });

    expect(days(slotsOf([many, few("EUR")], one))[0]).toBe("2027-03-23 CAPACITY");
    expect(days(slotsOf([many, few("USD")], one))[0]).toBe("2027-03-24 PREFERRED");
    expect(
      days(slotsOf([many, few("EUR"), member("c", { termEnd: "2027-09-30", unitPrice: undefined })], one))[0],
    ).toBe("2027-03-24 PREFERRED");
  });

  it.each([
    [20.6, true],
    [3e12, false],
  ])(
    "moves what costs least at a price of %d, and claims an optimum only where sums are exact",
    (unitPrice, isOptimal) => {
      const dear = { unitPrice, currency: "EUR", seats: 9000 };
      const book = [
        member("a", { unitPrice: 1, currency: "EUR" }),
        member("b", dear),
        member("c", { ...dear, seats: 9001 }),
      ];
      const { slots, quality } = schedule(book, {
        policy: aPolicy(one),
        today: plainDate("2026-12-01"),
        partners,
        mustBuy: new Set<number>(),
        rulings: [],
      });

      expect(days(slots).at(0)).toBe("2027-03-22 CAPACITY");
      expect(quality.isOptimal).toBe(isOptimal);
      expect(quality.bound.overlap).toBeLessThanOrEqual(quality.objective.overlap);
      expect(quality.objective.withoutDay).toBe(0);
    },
  );

  it("goes into the buffer only where no earlier day has room", () => {
    const policy = { ...one, freezes: [aFreeze("2026-12-01", "2027-03-23")] };

    expect(days(slotsOf([member("a"), member("b"), member("c"), member("d")], policy))).toEqual([
      "2027-03-24 PREFERRED",
      "2027-03-25 CAPACITY",
      "2027-03-26 CAPACITY",
      "2027-03-29 CAPACITY",
    ]);
  });

  it("holds what finds every day full, and names the days", () => {
    const policy = { ...one, freezes: [aFreeze("2026-12-01", "2027-03-26")] };
    const slots = slotsOf([member("a"), member("b")], policy);

    expect(days(slots)).toEqual(["2027-03-29 BUFFER_REDUCED", "- NO_FREE_DAY"]);
    expect(slots[1]?.explanation).toBe(
      "Term ends 2027-03-31; 7 days before is 24 Mar; 1 Dec 2026 – 26 Mar is frozen (quiet days); 29 Mar is full; so no day from 1 Dec 2026 to 29 Mar is free; left alone it renews from 2027-04-01 to 2028-03-31, 6000.00 EUR.",
    );
  });

  it("tells full days apart from frozen ones and from those that are too near a term end", () => {
    const policy = { ...one, freezes: [aFreeze("2026-12-08", "2026-12-29")] };
    const monthly = (id: string) => member(id, { channel: "csp-nce", term: "P1M", termEnd: "2026-12-02" });
    const slots = slotsOf([monthly("a"), monthly("b"), monthly("c")], policy);

    expect(days(slots)[2]).toBe("2027-01-05 CAPACITY");
    expect(slots[2]?.explanation).toBe(
      "Monthly term ends 2027-02-02, counted on month by month; a billing transfer is made as early as possible, but not within 2 days of a term end; 30 Nov 2026 – 4 Dec 2026 is too near a term end; 31 Dec 2026 – 4 Jan is too near a term end; 7 Dec 2026 is full; 8–29 Dec 2026 is frozen (quiet days); 30 Dec 2026 is full; so 5 Jan, nothing is paid twice.",
    );
  });

  it("lets the transfer with the more urgent term end go first", () => {
    const transfer = { channel: "csp-nce" } as const;

    expect(
      days(slotsOf([member("a", { ...transfer, termEnd: "2027-06-30" }), member("b", { ...transfer })], one)),
    ).toEqual(["2026-12-02 CAPACITY", "2026-12-01 PREFERRED"]);
  });

  it("lets a transfer wait rather than pay for overlap", () => {
    const bought = member("a", { termEnd: "2026-12-09" });
    const transferred = member("b", { channel: "csp-nce" });

    expect(days(slotsOf([bought, transferred], one))).toEqual(["2026-12-02 PREFERRED", "2026-12-01 PREFERRED"]);
    expect(days(slotsOf([member("a", { termEnd: "2026-12-08" }), transferred], one))).toEqual([
      "2026-12-01 PREFERRED",
      "2026-12-02 CAPACITY",
    ]);
  });

  it("looks into the next term where the week after a renewal is full", () => {
    const late = (id: string) => member(id, { termEnd: "2026-12-02" });
    const policy = { ...one, freezes: [aFreeze("2026-12-01", "2026-12-08")] };

    expect(days(slotsOf([late("a"), late("b")], policy))).toEqual([
      "2026-12-09 CANCELLATION_WINDOW",
      "2027-11-25 CAPACITY",
    ]);
  });

  it("gives decided days their room first, and says where they are too many", () => {
    const rulings = ["2027-03-24", "2027-03-22", "2027-03-22"].map((on) => aRuling({ switchOn: plainDate(on) }));
    const slots = slotsOf([member("a"), member("b"), member("c"), member("d")], one, rulings);

    expect(days(slots)).toEqual([
      "2027-03-24 DECISION",
      "2027-03-22 DECISION",
      "2027-03-22 DECISION",
      "2027-03-23 CAPACITY",
    ]);
    expect(slots.map(({ conditions }) => conditions.map(({ code }) => code))).toEqual([
      [],
      ["DECIDED_DAY_NOT_FREE"],
      ["DECIDED_DAY_NOT_FREE"],
      [],
    ]);
  });

  it("is not taken by what people hold or exclude", () => {
    const rulings = [aRuling({ kind: "hold" }), aRuling({ kind: "exclude" })];

    expect(days(slotsOf([member("a"), member("b"), member("c")], one, rulings))[2]).toBe("2027-03-24 PREFERRED");
  });

  it("is taken by base and add-on together", () => {
    const pair = [member("base"), member("x", { parentId: "base" })];
    const two = { ...one, capacityPerDay: { subscriptions: 2, customers: undefined } };

    expect(days(slotsOf([...pair, member("z", { seats: 1 })], two))).toEqual([
      "2027-03-24 PREFERRED",
      "2027-03-24 PREFERRED",
      "2027-03-23 CAPACITY",
    ]);
  });

  it("holds base and add-on that are more than a day takes, and says so", () => {
    const pair = [member("base"), member("x", { parentId: "base" })];
    const slots = slotsOf(pair, one);

    expect(days(slots)).toEqual(["- NO_FREE_DAY", "- NO_FREE_DAY"]);
    expect(slots[0]?.conditions[0]?.facts).toMatchObject({ together: 2, capacity: 1 });
    expect(slots[0]?.explanation).toBe(
      "Term ends 2027-03-31; 2 subscriptions of the customer must share one day, and a day takes 1 at most; with capacityPerDay.subscriptions at 2 or more they would have one; so no day from 1 Dec 2026 to 29 Mar is free; left alone it renews from 2027-04-01 to 2028-03-31, 6000.00 EUR.",
    );
    expect(days(slotsOf(pair, { ...one, capacityPerDay: { subscriptions: 2, customers: undefined } }))).toEqual([
      "2027-03-24 PREFERRED",
      "2027-03-24 PREFERRED",
    ]);
  });

  it("counts a customer once a day", () => {
    const other = aCustomer({ key: "d", relationship: true });
    const callOne = { ...one, capacityPerDay: { subscriptions: undefined, customers: 1 } };

    expect(days(slotsOf([member("a"), member("b"), member("c", { customer: other, seats: 1 })], callOne))).toEqual([
      "2027-03-24 PREFERRED",
      "2027-03-24 PREFERRED",
      "2027-03-23 CAPACITY",
    ]);
  });
});

it("counts each subscription of base and add-ons, also where customers are limited and each has one pair", () => {
  const pairs = ["d", "e"].flatMap((key) => {
    const own = { customer: aCustomer({ key, relationship: true }) };
    return [member(`${key}1`, own), member(`${key}2`, { ...own, parentId: `${key}1` })];
  });
  const onDay = (subscriptions: number) =>
    slotsOf(pairs, { ...one, capacityPerDay: { subscriptions, customers: 2 } }).map(
      ({ switchOn }) => switchOn && isoDate(switchOn),
    );

  expect(onDay(4)).toEqual(["2027-03-24", "2027-03-24", "2027-03-24", "2027-03-24"]);
  expect(onDay(3).filter((day) => day === "2027-03-24")).toHaveLength(2);
});

it.each([[{}], [{ capacityPerDay: { subscriptions: 1, customers: undefined } }]])(
  "leaves out of the objective what is blocked and what has no term end, under %j",
  (policy) => {
    const late = { termEnd: "2026-12-04" };
    const qualityOf = (surveyed: readonly Surveyed[], idle: ReadonlySet<number>) =>
      schedule(surveyed, {
        policy: aPolicy({ holidays: "none", ...policy }),
        today: plainDate("2026-12-01"),
        partners,
        mustBuy: new Set<number>(),
        rulings: [],
        idle,
      }).quality;

    const alone = qualityOf([member("a", late)], new Set());
    expect(alone.objective).toMatchObject({ withoutDay: 0, bufferDays: 4 });
    expect(qualityOf([member("a", late), member("b", late), member("c", { termEnd: "" })], new Set([1]))).toEqual(
      alone,
    );
  },
);

describe("groupDays", () => {
  // The first two days are decided for others, so that a transfer that must leave before 3 December finds no room.
  const busy = ["v", "w", "x", "y"].map((id) => member(id, { termEnd: "2026-12-31" }));
  const decided = ["2026-12-01", "2026-12-01", "2026-12-02", "2026-12-02"].map((day) =>
    aRuling({ switchOn: plainDate(day) }),
  );
  const transfer = { channel: "csp-nce", customer: aCustomer({ key: "d", relationship: true }) } as const;
  const ending = (id: string, termEnd: string, more: SurveyedDifference = {}) =>
    member(id, { ...transfer, termEnd, ...more });

  it.each([
    [
      "a day with room for all: they share it",
      [ending("a", "2026-12-06"), ending("b", "2027-06-30")],
      ["2026-12-03 CAPACITY", "2026-12-03 CAPACITY"],
    ],
    [
      "no day with room in common: who has a day alone takes it",
      [ending("a", "2026-12-05"), ending("b", "2027-06-30")],
      ["- NO_FREE_DAY", "2026-12-03 CAPACITY"],
    ],
    [
      "who ends first leaves the group, the others stay together",
      [ending("a", "2026-12-05"), ending("b", "2027-06-30"), ending("c", "2027-05-31")],
      ["- NO_FREE_DAY", "2026-12-03 CAPACITY", "2026-12-03 CAPACITY"],
    ],
    [
      "a base and its add-on leave together",
      [ending("a", "2026-12-05"), ending("b", "2026-12-31"), ending("c", "2027-06-30", { parentId: "b" })],
      ["- NO_FREE_DAY", "2026-12-03 CAPACITY", "2026-12-03 CAPACITY"],
    ],
    [
      "a base and its add-on with no room in common stay together, without a day",
      [ending("a", "2026-12-05"), ending("b", "2027-06-30", { parentId: "a" })],
      ["- NO_FREE_DAY", "- NO_FREE_DAY"],
    ],
  ])("%s", (_, group, expected) => {
    const policy = { ...one, capacityPerDay: { subscriptions: 2, customers: undefined }, groupDays: 3 };
    const slots = slotsOf([...group, ...busy], policy, [...group.map(() => undefined), ...decided]);

    expect(days(slots).slice(0, group.length)).toEqual(expected);
  });

  it("lets those go first whose days end first, whatever their order", () => {
    const policy = { ...one, capacityPerDay: { subscriptions: 3, customers: undefined }, groupDays: 3 };
    const group = [ending("c", "2026-12-05"), ending("a", "2027-06-30"), ending("b", "2027-05-31")];
    const slots = slotsOf([...group, ...busy], policy, [...group.map(() => undefined), ...decided]);

    expect(days(slots).slice(0, 3)).toEqual(["2026-12-01 PREFERRED", "2026-12-03 CAPACITY", "2026-12-03 CAPACITY"]);
  });

  it("says on which days base and add-on can, and which of these are full", () => {
    const policy = { ...one, capacityPerDay: { subscriptions: 2, customers: undefined } };
    const bundle = [ending("a", "2026-12-05"), ending("b", "2027-06-30", { parentId: "a" })];
    const slots = slotsOf([...bundle, ...busy], policy, [undefined, undefined, ...decided]);

    expect(slots[1]?.explanation).toBe(
      "Term ends 2027-06-30; a billing transfer is made as early as possible, but not within 2 days of a term end; alone it would switch on 1 Dec 2026; a base and its add-ons share one day, 2 subscriptions, and all of them can on 1–2 Dec 2026; 1–2 Dec 2026 is full; so no day from 1 Dec 2026 to 2 Dec 2026 is free; left alone it renews from 2027-07-01 to 2028-06-30, 6000.00 EUR.",
    );
  });

  const near = [member("a", { termEnd: "2027-03-31" }), member("b", { termEnd: "2027-04-05" })];

  it.each([
    [4, ["2027-03-24 PREFERRED", "2027-03-29 PREFERRED"]],
    [5, ["2027-03-24 PREFERRED", "2027-03-24 GROUPED"]],
  ])("%d draws together what prefers a day so near", (groupDays, expected) => {
    expect(days(slotsOf(near, { holidays: "none", groupDays }))).toEqual(expected);
  });

  it("counts from the first of the group", () => {
    const slots = slotsOf([...near, member("c", { termEnd: "2027-04-07" })], { holidays: "none", groupDays: 5 });

    expect(days(slots)[2]).toBe("2027-03-31 PREFERRED");
  });

  it("draws no customers together, and nothing without a common day", () => {
    const stranger = member("c", { customer: aCustomer({ key: "d", relationship: true }), termEnd: "2027-04-05" });
    const apart = [member("a", { termEnd: "2026-12-15" }), member("b", { termEnd: "2026-12-02", autoRenew: true })];

    expect(days(slotsOf([member("a"), stranger], { holidays: "none", groupDays: 30 }))[1]).toBe("2027-03-29 PREFERRED");
    expect(
      days(slotsOf(apart, { holidays: "none", groupDays: 30, freezes: [aFreeze("2026-12-03", "2026-12-07")] })),
    ).toEqual(["2026-12-08 PREFERRED", "2026-12-08 CANCELLATION_WINDOW"]);
  });
});
