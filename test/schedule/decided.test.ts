import { describe, expect, it } from "vitest";
import type { Ruling } from "../../src/model/decision.ts";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Slot } from "../../src/model/slot.ts";
import { anOffer } from "../support/an-offer.ts";
import { aFreeze, aRuling, aSurveyed, type SurveyedDifference, slotOf, slotsOf } from "./a-surveyed.ts";

type Circumstances = Partial<Policy> & { readonly today?: string };
type Row = readonly [
  name: string,
  subscription: SurveyedDifference,
  on: string,
  expected: string,
  policy?: Circumstances,
];

const noHolidays: Circumstances = { holidays: "none" };
const transfer = { channel: "csp-nce" } as const;

/** "repurchase 2027-03-24", then the codes; "-" for no day. */
function outcome({ path, switchOn, conditions }: Slot): string {
  return [path, switchOn === undefined ? "-" : isoDate(switchOn), ...conditions.map(({ code }) => code)].join(" ");
}

function decided(difference: SurveyedDifference, ruling: Partial<Ruling>, policy: Circumstances = noHolidays): Slot {
  return slotOf(difference, policy, ruling);
}

describe("a decided day", () => {
  const rows: readonly Row[] = [
    ["is taken before the preferred one", {}, "2027-02-01", "repurchase 2027-02-01"],
    ["is taken on the last day of the buffer", {}, "2027-03-24", "repurchase 2027-03-24"],
    ["inside the buffer is said", {}, "2027-03-25", "repurchase 2027-03-25 BUFFER_REDUCED"],
    ["is taken on the term end", {}, "2027-03-31", "repurchase 2027-03-31 BUFFER_REDUCED"],
    [
      "after the term end comes into the week of cancellation",
      {},
      "2027-04-01",
      "repurchase 2027-04-01 DECIDED_AFTER_TERM_END CANCELLATION_WINDOW",
    ],
    [
      "on the seventh day can still be cancelled",
      {},
      "2027-04-07",
      "repurchase 2027-04-07 DECIDED_AFTER_TERM_END CANCELLATION_WINDOW",
    ],
    [
      "after that week is in the next term",
      {},
      "2027-04-08",
      "repurchase 2027-04-08 DECIDED_AFTER_TERM_END RENEWS_BEFORE_SWITCH",
    ],
    ["comes into grace", { autoRenew: false }, "2027-04-30", "repurchase 2027-04-30 DECIDED_AFTER_TERM_END IN_GRACE"],
    ["comes after grace", { autoRenew: false }, "2027-05-03", "repurchase 2027-05-03 DECIDED_AFTER_TERM_END"],
    [
      "comes into the extended term",
      { autoRenew: false, channel: "direct" },
      "2027-04-01",
      "repurchase 2027-04-01 DECIDED_AFTER_TERM_END EXTENDED_TERM_RISK",
    ],
    ["of a monthly term is said, too", { term: "P1M" }, "2027-04-01", "repurchase 2027-04-01 DECIDED_AFTER_TERM_END"],
    ["that is over is said", {}, "2026-11-30", "repurchase 2026-11-30 DECIDED_BEFORE_EARLIEST"],
    ["on the first possible day is fine", { relationship: false }, "2026-12-15", "repurchase 2026-12-15"],
    [
      "within the lead time is said",
      { relationship: false },
      "2026-12-14",
      "repurchase 2026-12-14 DECIDED_BEFORE_EARLIEST",
    ],
    ["on a Saturday is said", {}, "2027-03-20", "repurchase 2027-03-20 DECIDED_DAY_NOT_FREE"],
    ["on a holiday is said", {}, "2027-03-26", "repurchase 2027-03-26 DECIDED_DAY_NOT_FREE BUFFER_REDUCED", {}],
    [
      "in a freeze is said",
      {},
      "2027-03-22",
      "repurchase 2027-03-22 DECIDED_DAY_NOT_FREE",
      { freezes: [aFreeze("2027-03-22", "2027-03-22")] },
    ],
    ["of a transfer is taken", transfer, "2027-02-01", "billing-transfer 2027-02-01"],
    ["before the renewal of a transfer is fine", transfer, "2027-03-26", "billing-transfer 2027-03-26"],
    [
      "within the renewal of a transfer is said",
      transfer,
      "2027-03-29",
      "billing-transfer 2027-03-29 DECIDED_IN_RENEWAL",
    ],
    [
      "after the renewal of a transfer is fine but late",
      transfer,
      "2027-04-05",
      "billing-transfer 2027-04-05 DECIDED_AFTER_TERM_END RENEWS_BEFORE_SWITCH",
    ],
    [
      "just after the renewal of a transfer is said",
      transfer,
      "2027-04-02",
      "billing-transfer 2027-04-02 DECIDED_AFTER_TERM_END DECIDED_IN_RENEWAL RENEWS_BEFORE_SWITCH",
    ],
  ];

  it.each(rows.map((row) => ({ name: row[0], row })))(
    "$name",
    ({ row: [, subscription, on, expected, policy = noHolidays] }) => {
      const slot = decided(subscription, { switchOn: plainDate(on) }, policy);

      expect(outcome(slot)).toBe(expected);
      expect(slot.reason).toBe("DECISION");
      expect(slot.explanation).toContain("decided by a person (Ana, plan.xlsx Plan!C5)");
    },
  );

  it("has its overlap and what must be done before it", () => {
    const slot = decided({ relationship: false, unitPrice: 10 }, { switchOn: plainDate("2027-03-01") });

    expect(slot).toMatchObject({ overlapDays: 30 });
    expect(slot.overlapCost).toBe(246.58);
    expect(slot.inviteBy && isoDate(slot.inviteBy)).toBe("2027-02-15");
    expect(slot.autoRenewOffBy && isoDate(slot.autoRenewOffBy)).toBe("2027-03-30");
  });

  it("is given even where the term end is not known", () => {
    const slot = decided({ termEnd: "" }, { switchOn: plainDate("2027-03-01") });

    expect(outcome(slot)).toBe("repurchase 2027-03-01");
    expect(slot.explanation).toBe(
      "The end of the term is not known; so 2027-03-01 by a decision (Ana, plan.xlsx Plan!C5).",
    );
  });

  it("is not drawn to the day of base and add-ons", () => {
    const base = aSurveyed({ id: "base", key: "base" });
    const addOn = aSurveyed({ id: "add-on", key: "add-on", parentId: "base", termEnd: "2027-06-30" });
    const [, slot] = slotsOf(
      [base, { ...addOn, subscription: { ...addOn.subscription, customer: base.subscription.customer } }],
      noHolidays,
      [undefined, aRuling({ switchOn: plainDate("2027-05-03") })],
    );

    expect(slot && outcome(slot)).toBe("repurchase 2027-05-03");
  });
});

describe("other decisions", () => {
  it("hold keeps path and window, and gives no day", () => {
    const slot = decided({}, { kind: "hold" });

    expect(slot).toMatchObject({ path: "repurchase", switchOn: undefined, reason: "DECISION", conditions: [] });
    expect(slot.earliestOn && isoDate(slot.earliestOn)).toBe("2026-12-01");
    expect(slot.explanation).toContain("so it is held without a day");
  });

  it("hold wins over a day", () => {
    expect(outcome(decided({}, { kind: "hold", switchOn: plainDate("2027-03-01") }))).toBe("repurchase -");
  });

  it("exclude leaves nothing to move", () => {
    expect(decided({}, { kind: "exclude" })).toMatchObject({
      path: "none",
      switchOn: undefined,
      reason: "DECISION",
      explanation: "Nothing to move: excluded by a decision (Ana, plan.xlsx Plan!C5).",
    });
  });

  it("approve changes no day", () => {
    expect(decided({}, { kind: "approve" })).toEqual(slotOf({}, noHolidays));
  });

  it.each<[string, Partial<Ruling>, string]>([
    ["the same seats", { seats: 25 }, "billing-transfer 2026-12-01"],
    ["other seats", { seats: 24 }, "repurchase 2027-03-24"],
    ["the same offer", { offers: [anOffer()] }, "billing-transfer 2026-12-01"],
    ["another offer", { offers: [anOffer({ id: "other" })] }, "repurchase 2027-03-24"],
    ["two offers", { offers: [anOffer(), anOffer({ id: "other" })] }, "repurchase 2027-03-24"],
  ])("a transfer with %s", (_name, ruling, expected) => {
    expect(outcome(decided({ ...transfer, seats: 25, offer: {} }, ruling))).toBe(expected);
  });
});
