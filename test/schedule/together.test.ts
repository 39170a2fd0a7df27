import { describe, expect, it } from "vitest";
import type { Offer } from "../../src/model/offer.ts";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { anOffer } from "../support/an-offer.ts";
import { aFreeze, aRuling, aSurveyed, type SurveyedDifference, slotsOf } from "./a-surveyed.ts";

const customer = aCustomer({ relationship: true });
const noHolidays: Partial<Policy> = { holidays: "none" };

function days(surveyed: readonly Surveyed[], policy = noHolidays): readonly string[] {
  return slotsOf(surveyed, policy).map(({ switchOn, reason }) => `${switchOn && isoDate(switchOn)} ${reason}`);
}

function member(id: string, difference: SurveyedDifference): Surveyed {
  return aSurveyed({ customer, id, key: id, ...difference });
}

describe("a base and its add-ons", () => {
  it("share the earlier day", () => {
    const base = member("base", { termEnd: "2027-03-31" });
    const addOn = member("add-on", { termEnd: "2027-06-30", parentId: "BASE" });

    expect(days([addOn, base])).toEqual(["2027-03-24 GROUPED", "2027-03-24 PREFERRED"]);
  });

  it("stay apart where their windows have no day in common", () => {
    const base = member("base", { termEnd: "2026-12-02" });
    const addOn = member("add-on", { termEnd: "2026-12-04", parentId: "base" });

    expect(days([base, addOn])).toEqual(["2026-12-03 CANCELLATION_WINDOW", "2026-12-01 BUFFER_REDUCED"]);
  });

  it("stay apart where no common day is free", () => {
    const base = member("base", { termEnd: "2026-12-16" });
    const addOn = member("add-on", { termEnd: "2027-06-30", parentId: "base" });
    const frozen = { ...noHolidays, freezes: [aFreeze("2026-12-01", "2026-12-14")] };

    expect(days([base, addOn], frozen)).toEqual(["undefined NO_FREE_DAY", "2027-06-23 PREFERRED"]);
  });

  it("share the day also on different paths", () => {
    const base = member("base", { termEnd: "2027-03-31", channel: "csp-nce" });
    const addOn = member("add-on", { termEnd: "2027-06-30", parentId: "base" });

    expect(days([base, addOn])).toEqual(["2027-03-24 GROUPED", "2027-03-24 GROUPED"]);
  });

  it("are found by offer where the tenant has one base", () => {
    const base = member("base", { termEnd: "2027-03-31" });
    const other = member("other", { termEnd: "2027-05-31" });
    const addOnOf = (...bases: readonly Surveyed[]) =>
      member("add-on", {
        termEnd: "2027-06-30",
        base: { neededOffers: [], baseSubscriptions: bases.map(({ subscription }) => subscription), baseSeats: 25 },
      });

    expect(days([base, other, addOnOf(base)])[2]).toBe("2027-03-24 GROUPED");
    expect(days([base, other, addOnOf(base, other)])[2]).toBe("2027-06-23 PREFERRED");
  });

  it("belong to the base that ends on the same day, where there are several", () => {
    const base = member("base", { termEnd: "2027-06-30" });
    const other = member("other", { termEnd: "2027-05-31" });
    const base2 = { neededOffers: [], baseSubscriptions: [other.subscription, base.subscription], baseSeats: 50 };
    const addOn = member("add-on", { termEnd: "2027-06-30", channel: "csp-nce", base: base2 });
    const stranger = member("add-on", { termEnd: "2027-06-29", channel: "csp-nce", base: base2 });

    expect(days([base, other, addOn])).toEqual(["2027-06-23 PREFERRED", "2027-05-24 PREFERRED", "2027-06-23 GROUPED"]);
    expect(days([base, other, stranger])[2]).toBe("2026-12-01 PREFERRED");
  });

  it("without a known end belong to none of several bases", () => {
    const bases = [member("a", { termEnd: "" }), member("b", { termEnd: "2027-05-31" })];
    const base = { neededOffers: [], baseSubscriptions: bases.map(({ subscription }) => subscription), baseSeats: 50 };
    const addOn = member("add-on", { termEnd: "", base });

    expect(days([...bases, addOn])[2]).toBe("undefined TERM_END_UNKNOWN");
  });

  it("that name each other stay alone", () => {
    const one = member("one", { termEnd: "2027-03-31", parentId: "two" });
    const two = member("two", { termEnd: "2027-06-30", parentId: "one" });

    expect(days([one, two])).toEqual(["2027-03-24 PREFERRED", "2027-06-23 PREFERRED"]);
  });

  it("belong to the first by key where an id stands twice", () => {
    const base = member("base", { key: "a", termEnd: "2027-03-31" });
    const twin = member("base", { key: "b", termEnd: "2027-05-31" });
    const addOn = member("add-on", { termEnd: "2027-06-30", parentId: "base" });

    expect(days([base, twin, addOn])[2]).toBe("2027-03-24 GROUPED");
    expect(days([twin, base, addOn])[2]).toBe("2027-03-24 GROUPED");
  });

  it("of another customer with the same id are strangers", () => {
    const base = member("base", { termEnd: "2027-03-31", customer: aCustomer({ key: "other", relationship: true }) });
    const addOn = member("add-on", { termEnd: "2027-06-30", parentId: "base" });

    expect(days([base, addOn])).toEqual(["2027-03-24 PREFERRED", "2027-06-23 PREFERRED"]);
  });

  it("that lapse together keep the first day left, though a later one has no more of the buffer", () => {
    const policy = { ...noHolidays, bufferDays: 0 };
    const base = member("base", { termEnd: "2026-12-02", autoRenew: false });
    const addOn = member("add-on", { termEnd: "2026-12-02", autoRenew: false, parentId: "base" });

    expect(days([base, addOn], policy)).toEqual(["2026-12-01 BUFFER_REDUCED", "2026-12-01 BUFFER_REDUCED"]);
  });

  it("bring each its own share of the buffer", () => {
    const base = member("base", { termEnd: "2027-03-31" });
    const addOn = member("add-on", { termEnd: "2027-04-05", parentId: "base" });
    const frozen = { ...noHolidays, freezes: [aFreeze("2026-11-01", "2027-03-24")] };
    const slots = slotsOf([base, addOn], frozen);

    expect(slots.map(({ switchOn }) => switchOn && isoDate(switchOn))).toEqual(["2027-03-25", "2027-03-25"]);
    expect(slots.map(({ conditions }) => conditions.map(({ code }) => code))).toEqual([["BUFFER_REDUCED"], []]);
  });
});

describe("old and new seats side by side", () => {
  const offer = { tenantSeatPool: 300 };
  const pooled = (id: string, difference: SurveyedDifference) =>
    member(id, { offer, productKey: "premium", ...difference });
  const pools = (surveyed: readonly Surveyed[]) =>
    slotsOf(surveyed, noHolidays).map(({ poolExceeded }) => poolExceeded?.seats);

  it.each([
    [150, undefined, "2027-03-24 PREFERRED"],
    [151, 302, "2027-04-01 PREFERRED"],
  ])("%d seats alone", (seats, exceeded, expected) => {
    const one = [pooled("one", { seats })];

    expect(pools(one)).toEqual([exceeded]);
    expect(days(one)).toEqual([expected]);
  });

  it("switch after the term end without IN_GRACE, and with auto-renew off before", () => {
    const [slot] = slotsOf([pooled("one", { seats: 200 })], noHolidays);

    expect(slot).toMatchObject({ conditions: [], overlapDays: 0, poolExceeded: { seats: 400, limit: 300 } });
    expect(slot?.autoRenewOffBy && isoDate(slot.autoRenewOffBy)).toBe("2027-03-30");
  });

  it("are dated normally where no grace exists", () => {
    expect(days([pooled("one", { seats: 200, channel: "direct" })])).toEqual(["2027-03-24 PREFERRED"]);
  });

  it("are dated normally where all of the grace is frozen", () => {
    const policy = { ...noHolidays, freezes: [aFreeze("2027-04-01", "2027-04-30")] };

    expect(days([pooled("one", { seats: 200 })], policy)).toEqual(["2027-03-24 PREFERRED"]);
  });

  it("are summed over a tenant's subscriptions of the product while they overlap", () => {
    const first = pooled("first", { seats: 100 });
    const sameDay = pooled("second", { seats: 100 });
    const later = pooled("second", { seats: 100, termEnd: "2027-04-30" });

    expect(pools([first, sameDay])).toEqual([400, 400]);
    expect(pools([first, later])).toEqual([undefined, undefined]);
  });

  it("do not count the old seats from the day after the term end", () => {
    const first = pooled("first", { seats: 100, termEnd: "2027-03-23" });
    const next = pooled("next", { seats: 101, termEnd: "2027-03-31" });
    const overlapping = pooled("first", { seats: 100, termEnd: "2027-03-24" });

    expect(pools([first, next])[1]).toBe(302);
    expect(pools([overlapping, next])[1]).toBe(402);
  });

  it("count what our own partner holds, and a transfer once", () => {
    const ours = pooled("ours", { seats: 101, exclusions: ["ALREADY_OURS"] });
    const moved = pooled("moved", { seats: 101, channel: "csp-nce" });
    const trial = pooled("trial", { seats: 101, exclusions: ["TRIAL"] });
    const bought = pooled("bought", { seats: 100 });

    expect(pools([ours, bought])).toEqual([undefined, 301]);
    expect(pools([moved, bought])).toEqual([undefined, 301]);
    expect(pools([trial, bought])).toEqual([undefined, undefined]);
  });

  describe("of what becomes another offer", () => {
    const premium = anOffer({ id: "premium", skuIds: ["premium"], tenantSeatPool: 300 });
    const suite = anOffer({ id: "suite", skuIds: ["suite"] });
    const elsewhere = (id: string, difference: SurveyedDifference) =>
      member(id, { productKey: "suite", ...difference });
    const slots = (surveyed: readonly Surveyed[], becomes: ReadonlyMap<number, readonly Offer[]>) =>
      slotsOf(surveyed, noHolidays, [], becomes).map(
        ({ poolExceeded, switchOn }) => `${poolExceeded?.seats} ${switchOn && isoDate(switchOn)}`,
      );

    it.each([
      [200, "undefined 2027-03-24"],
      [201, "301 2027-03-24"],
    ])("count in the new one's pool, and waiting would make no room: %d seats beside 100", (seats, expected) => {
      const there = pooled("there", { seats: 100, termEnd: "2027-12-31", exclusions: ["ALREADY_OURS"] });

      expect(slots([there, elsewhere("comes", { seats })], new Map([[1, [premium]]]))[1]).toBe(expected);
    });

    it("count together where several come on one day", () => {
      const coming = [elsewhere("one", { seats: 150 }), elsewhere("two", { seats: 151 })];

      expect(slots(coming, new Map(coming.map((_, at) => [at, [premium]])))).toEqual([
        "301 2027-03-24",
        "301 2027-03-24",
      ]);
    });

    it("leave the old one's pool", () => {
      const leaving = pooled("leaves", { seats: 200 });

      expect(slots([leaving], new Map([[0, [suite]]]))).toEqual(["undefined 2027-03-24"]);
      expect(slots([leaving], new Map())).toEqual(["400 2027-04-01"]);
    });

    it("are still there until the term ends", () => {
      const leaving = pooled("leaves", { seats: 200 });
      const bought = pooled("bought", { seats: 60 });

      expect(slots([leaving, bought], new Map([[0, [suite]]]))).toEqual(["undefined 2027-03-24", "320 2027-04-01"]);
    });
  });

  it("of other products and tenants do not matter", () => {
    const bought = pooled("bought", { seats: 100 });

    expect(pools([bought, pooled("other", { seats: 300, productKey: "basic" })])[0]).toBeUndefined();
    expect(pools([bought, pooled("other", { seats: 300, customer: aCustomer({ key: "other" }) })])[0]).toBeUndefined();
  });

  it.each([
    ["2026-12-01", "2026-12-02 PREFERRED"],
    ["2026-11-30", "2026-12-01 CANCELLATION_WINDOW"],
  ])("in a crowded tenant, with a term that ends on %s: what has renewed has no grace", (termEnd, expected) => {
    const crowded = { activeSubscriptionCount: 151 };

    expect(days([member("one", { termEnd, tenant: crowded })])).toEqual([expected]);
  });

  it.each<[string, SurveyedDifference, string]>([
    ["a month that ends before the lead time", { term: "P1M", termEnd: "2026-12-13" }, "2026-12-15 PREFERRED"],
    ["a year that would renew first", { termEnd: "2026-12-05" }, "2026-12-15 PREFERRED"],
    ["grace that ends with the lead time", { termEnd: "2026-11-15", autoRenew: false }, "2026-12-15 PREFERRED"],
    ["grace that is over by then", { termEnd: "2026-11-14", autoRenew: false }, "undefined TERM_ENDS_TOO_SOON"],
    ["a year that has renewed", { termEnd: "2025-12-20" }, "2026-12-21 RENEWS_BEFORE_SWITCH"],
  ])("in a crowded tenant that is new to us: %s", (_name, difference, expected) => {
    const crowded = { activeSubscriptionCount: 151 };
    const newcomer = aCustomer({ relationship: false });

    expect(days([member("one", { ...difference, customer: newcomer, tenant: crowded })])).toEqual([expected]);
  });

  // Three years from 2024 have a free grace, so that only the rule keeps these where they are.
  it("in a crowded tenant transfers as early as possible, as a transfer has one set of seats", () => {
    const crowded = { term: "P3Y", channel: "csp-nce", tenant: { activeSubscriptionCount: 151 } } as const;

    expect(days([member("one", crowded)])).toEqual(["2026-12-01 PREFERRED"]);
  });

  it("in a crowded tenant keeps the day that somebody decided", () => {
    const [slot] = slotsOf([member("one", { tenant: { activeSubscriptionCount: 151 } })], noHolidays, [
      aRuling({ switchOn: plainDate("2027-03-01") }),
    ]);

    expect(slot).toMatchObject({ switchOn: plainDate("2027-03-01"), reason: "DECISION" });
  });

  it.each([
    ["P1M", []],
    ["P1Y", ["RENEWS_BEFORE_SWITCH"]],
  ] as const)("in a crowded tenant, after a term of %s that has renewed", (term, codes) => {
    const [slot] = slotsOf(
      [member("one", { term, termEnd: "2026-11-20", tenant: { activeSubscriptionCount: 151 } })],
      noHolidays,
    );

    expect(slot?.overlapDays).toBe(0);
    expect(slot?.conditions.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    [150, "2027-03-24 PREFERRED"],
    [151, "2027-04-01 PREFERRED"],
  ])("in a tenant with %d active subscriptions", (activeSubscriptionCount, expected) => {
    expect(days([member("one", { tenant: { activeSubscriptionCount } })])).toEqual([expected]);
  });
});
