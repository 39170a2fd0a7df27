import { describe, expect, it } from "vitest";
import { isoDate, type PlainDate, plainDate } from "../../src/model/plain-date.ts";
import type { Path, Policy } from "../../src/model/policy.ts";
import { overlapCents } from "../../src/schedule/overlap.ts";
import { schedule } from "../../src/schedule/schedule.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aFreeze, aSurveyed, partners, type SurveyedDifference, slotOf } from "./a-surveyed.ts";

const iso = (day: PlainDate | undefined) => day && isoDate(day);

describe("path", () => {
  it.each<[SurveyedDifference, Policy["path"], Path]>([
    [{ channel: "csp-nce" }, "auto", "billing-transfer"],
    [{ channel: "csp-nce", status: undefined }, "auto", "billing-transfer"],
    [{ channel: "csp-nce", status: "suspended" }, "auto", "repurchase"],
    [{ channel: "csp-nce", status: "pending" }, "auto", "repurchase"],
    [{ channel: "csp-nce", status: "expired" }, "auto", "repurchase"],
    [{ channel: "csp-legacy" }, "auto", "repurchase"],
    [{ channel: "unknown" }, "auto", "repurchase"],
    [{ channel: "ea" }, "auto", "channel-renewal"],
    [{ channel: "csp-nce" }, "repurchase", "repurchase"],
    [{ channel: "ea" }, "repurchase", "repurchase"],
    [{ channel: "csp-legacy" }, "billing-transfer", "repurchase"],
    [{ channel: "csp-nce" }, "channel-renewal", "repurchase"],
    [{ channel: "csp-nce", exclusions: ["ALREADY_OURS"] }, "auto", "none"],
  ])("%o under %s is %s", (subscription, path, expected) => {
    expect(slotOf(subscription, { path }).path).toBe(expected);
  });

  it("says where a forced path is not possible", () => {
    expect(slotOf({}, { path: "billing-transfer" }).explanation).toMatch(/"billing-transfer" is not possible here/);
  });

  it("turns a transfer that would miss its term end into a repurchase", () => {
    expect(slotOf({ channel: "csp-nce", autoRenew: false, termEnd: "2026-12-03" }).path).toBe("repurchase");
  });
});

describe("what must be done before", () => {
  it("invites on the last working day that leaves the lead time", () => {
    expect(iso(slotOf({ relationship: false }, { relationshipLeadDays: 10 }).inviteBy)).toBe("2027-03-12");
  });

  it("does not invite whom it knows", () => {
    expect(slotOf({ relationship: true }).inviteBy).toBeUndefined();
  });

  it("invites today where only days off lie between", () => {
    const sunday = "2027-03-28";

    expect(
      iso(
        slotOf(
          { relationship: false, termEnd: "2028-03-31", channel: "csp-nce" },
          { today: sunday, relationshipLeadDays: 1, workingDays: ["wed", "mon"] },
        ).inviteBy,
      ),
    ).toBe(sunday);
  });

  it("switches auto-renew off before the last day, unless it is off", () => {
    expect(iso(slotOf({}).autoRenewOffBy)).toBe("2027-03-30");
    expect(iso(slotOf({ autoRenew: undefined, termEnd: "2027-03-30" }).autoRenewOffBy)).toBe("2027-03-25");
    expect(slotOf({ autoRenew: false }).autoRenewOffBy).toBeUndefined();
  });

  it("looks at the next term end where it renews first", () => {
    expect(iso(slotOf({ termEnd: "2026-11-20" }).autoRenewOffBy)).toBe("2027-11-19");
  });
});

describe("overlap", () => {
  it.each([
    [7, 25, 20, 11507],
    [0, 25, 20, 0],
    [365, 1, 0.01, 12],
    // 73 days are a fifth of a year: 2.4 prices.
    [73, 1, 0.0625, 15],
    [73, 1, 0.01875, 5],
    [73, 1, 0.018749, 4],
    [1095, 1_000_000, 1.005, 3_618_000_000],
  ])("%d days of %d seats at %d are %d hundredths", (days, seats, price, cents) => {
    expect(overlapCents(days, seats, price)).toBe(cents);
  });

  it("has no cost without a price", () => {
    expect(slotOf({ unitPrice: undefined })).toMatchObject({ overlapDays: 7, overlapCost: undefined });
  });

  it.each([
    ["USD", "USD"],
    ["EUR", undefined],
  ])("names the currency of a price list in %s where the export has another", (currency, expected) => {
    const { slots } = schedule([aSurveyed({ currency: "EUR" })], {
      policy: aPolicy({}),
      today: plainDate("2026-12-01"),
      partners,
      mustBuy: new Set<number>(),
      rulings: [],
      newPriceOf: () => ({ unitPrice: 10, currency }),
    });

    expect(slots[0]).toMatchObject({ overlapCost: 57.53, costCurrency: expected });
  });

  it("is its own for each of two transfers that are alike but for price and currency", () => {
    const alike = { channel: "csp-nce", currency: "EUR" } as const;
    const book = [
      aSurveyed({ ...alike, id: "a", unitPrice: 5 }),
      aSurveyed({ ...alike, id: "b", unitPrice: undefined }),
    ];
    const listed = (place: number) => (place === 0 ? undefined : { unitPrice: 10, currency: "USD" });
    const costs = (
      newPriceOf: (place: number) => { readonly unitPrice: number; readonly currency: string } | undefined,
    ) =>
      schedule(book, {
        policy: aPolicy({}),
        today: plainDate("2026-12-01"),
        partners,
        mustBuy: new Set<number>(),
        rulings: [],
        newPriceOf,
      }).slots.map(({ path, overlapCost, costCurrency }) => [path, overlapCost, costCurrency]);

    expect(costs(() => undefined)).toEqual([
      ["billing-transfer", 0, undefined],
      ["billing-transfer", undefined, undefined],
    ]);
    expect(costs(listed)).toEqual([
      ["billing-transfer", 0, undefined],
      ["billing-transfer", 0, "USD"],
    ]);
  });

  it("is never negative", () => {
    expect(slotOf({ autoRenew: false, termEnd: "2026-11-20" })).toMatchObject({ overlapDays: 0, overlapCost: 0 });
  });

  it("runs to the end of the new term where the old one has renewed", () => {
    expect(slotOf({ termEnd: "2026-12-02" }).overlapDays).toBe(364);
  });
});

describe("calendar", () => {
  const partner = { id: "fr", name: "Contoso Cloud FR", country: "FR", tenantId: "" };
  const served = { kind: "served", country: "ES", region: "Europe", partner } as const;

  it("is that of the partner location that serves the customer", () => {
    // 14 July is a holiday in France only.
    expect(iso(slotOf({ termEnd: "2027-07-21", tenant: { region: served } }).switchOn)).toBe("2027-07-13");
    expect(iso(slotOf({ termEnd: "2027-07-21" }).switchOn)).toBe("2027-07-14");
  });

  it("is that of the customer, too, where the policy says so", () => {
    // 12 October is a holiday in Spain only.
    const difference = { termEnd: "2027-10-19", tenant: { region: served } };

    expect(iso(slotOf(difference).switchOn)).toBe("2027-10-12");
    expect(iso(slotOf(difference, { holidays: "partner-and-customer" }).switchOn)).toBe("2027-10-11");
  });

  it("is that of the first location while the customer cannot be routed", () => {
    expect(
      iso(slotOf({ termEnd: "2027-04-02", tenant: { region: { kind: "unknownCountry", value: "" } } }).switchOn),
    ).toBe("2027-03-25");
  });
});

it("does not blame a holiday after the last day allowed", () => {
  const policy = { bufferDays: 0, minimumDays: 4 };

  expect(slotOf({ termEnd: "2027-03-29" }, policy).reason).toBe("PREFERRED");
  expect(slotOf({ termEnd: "2027-03-30" }, policy).reason).toBe("HOLIDAY");
});

describe("explanation", () => {
  it.each<[SurveyedDifference, Partial<Policy>, string]>([
    [
      {},
      { freezes: [aFreeze("2027-03-22", "2027-03-29", "Easter")] },
      "Term ends 2027-03-31; 7 days before is 24 Mar; 22–29 Mar is frozen (Easter); so 19 Mar, 12 days of overlap, 197.26 EUR.",
    ],
    [
      { termEnd: "2027-04-02" },
      {},
      "Term ends 2027-04-02; 7 days before is 26 Mar; 26 Mar is Good Friday; so 25 Mar, 8 days of overlap, 131.51 EUR.",
    ],
    [
      { termEnd: "2027-05-02", unitPrice: undefined },
      {},
      "Term ends 2027-05-02; 7 days before is 25 Apr, a Sunday; so 23 Apr, 9 days of overlap.",
    ],
    [
      {},
      { freezes: [aFreeze("2026-12-01", "2027-03-31", "audit")] },
      "Term ends 2027-03-31; 7 days before is 24 Mar; 1 Dec 2026 – 31 Mar is frozen (audit); so no day from 1 Dec 2026 to 25 Mar is free; left alone it renews from 2027-04-01 to 2028-03-31, 6000.00 EUR.",
    ],
    [
      { relationship: false, termEnd: "2026-12-18" },
      {},
      "Term ends 2026-12-18; 7 days before is 11 Dec; the relationship takes 14 days from 1 Dec, so nothing can be before 15 Dec; so 15 Dec, 3 days of overlap, 49.32 EUR.",
    ],
    [
      { termEnd: "2026-12-02" },
      {},
      "Term ends 2026-12-02; the first possible day is 1 Dec, and the last with 2 days to spare was 30 Nov; it renews, and the current partner can cancel it until 9 Dec; so 3 Dec, 364 days of overlap, 5983.56 EUR unless it is cancelled in time.",
    ],
    [
      { autoRenew: undefined, termEnd: "2026-12-02", unitPrice: undefined },
      {},
      "Term ends 2026-12-02; the first possible day is 1 Dec, and the last with 2 days to spare was 30 Nov; it renews (auto-renew is not known, taken as on), and the current partner can cancel it until 9 Dec; so 3 Dec, 364 days of overlap unless it is cancelled in time.",
    ],
    [
      { termEnd: "2026-12-01", unitPrice: undefined },
      {},
      "Term ends 2026-12-01; the first possible day is 1 Dec, and the last with 2 days to spare was 27 Nov; it renews, and the current partner can cancel it until 8 Dec; so 2 Dec, 364 days of overlap unless it is cancelled in time.",
    ],
    [
      { termEnd: "2026-11-30", unitPrice: undefined },
      {},
      "Term ended 2026-11-30; the first possible day is 1 Dec, and the last with 2 days to spare was 27 Nov; it has renewed, and the current partner can cancel it until 7 Dec; so 1 Dec, 364 days of overlap unless it is cancelled in time.",
    ],
    [
      { autoRenew: undefined, termEnd: "2025-11-30", unitPrice: undefined },
      {},
      "Term ended 2025-11-30 and renewed (auto-renew is not known, taken as on); the next within reach ends 2026-11-30; the first possible day is 1 Dec, and the last with 2 days to spare was 27 Nov; it has renewed, and the current partner can cancel it until 7 Dec; so 1 Dec, 364 days of overlap unless it is cancelled in time.",
    ],
    [
      { autoRenew: false, termEnd: "2026-11-30" },
      {},
      "Term ended 2026-11-30; the first possible day is 1 Dec, and the last with 2 days to spare was 27 Nov; auto-renew is off; users keep access until 30 Dec; so 1 Dec, 0 days of overlap, 0.00 EUR.",
    ],
    [
      { channel: "csp-nce", relationship: false },
      {},
      "Term ends 2027-03-31; a billing transfer is made as early as possible, but not within 2 days of a term end; the relationship takes 14 days from 1 Dec 2026, so nothing can be before 15 Dec 2026; so 15 Dec 2026, nothing is paid twice.",
    ],
    [
      { channel: "csp-nce", relationship: false, termEnd: "2026-12-16" },
      { freezes: [aFreeze("2026-12-18", "2027-01-04", "year end")] },
      "Term ends 2026-12-16 and renews first; the next within reach ends 2027-12-16; a billing transfer is made as early as possible, but not within 2 days of a term end; the relationship takes 14 days from 1 Dec 2026, so nothing can be before 15 Dec 2026; 14–18 Dec 2026 is too near a term end; 18 Dec 2026 – 4 Jan is frozen (year end); so 5 Jan, nothing is paid twice.",
    ],
    [
      { channel: "csp-nce", termEnd: "2026-11-20" },
      {},
      "Term ended 2026-11-20 and renewed; the next within reach ends 2027-11-20; a billing transfer is made as early as possible, but not within 2 days of a term end; so 1 Dec 2026, nothing is paid twice.",
    ],
    [
      { autoRenew: false, termEnd: "2026-12-01" },
      { holidays: "none" },
      "Term ends 2026-12-01; the first possible day is 1 Dec, and the last with 2 days to spare was 27 Nov; auto-renew is off; users keep access until 31 Dec; so 1 Dec, 0 days of overlap, 0.00 EUR.",
    ],
    [
      { autoRenew: false, termEnd: "2026-12-01", term: "P1M", channel: "csp-nce", status: "suspended" },
      { holidays: "none" },
      "Monthly term ends 2026-12-01; the first possible day is 1 Dec, and the last with 2 days to spare was 27 Nov; auto-renew is off; no free grace follows; so 1 Dec, 0 days of overlap, 0.00 EUR.",
    ],
    [
      { autoRenew: false, termEnd: "2026-10-31" },
      {},
      "Term ended 2026-10-31; the first possible day is 1 Dec, and the last with 2 days to spare was 29 Oct; auto-renew is off; users kept access until 30 Nov; so no day is left.",
    ],
    [
      { autoRenew: false, termEnd: "2026-12-12", relationship: false, channel: "direct" },
      {},
      "Term ends 2026-12-12; the relationship takes 14 days from 1 Dec, so the first possible day is 15 Dec, and the last with 2 days to spare is 10 Dec; auto-renew is off; no free grace follows; so the term ends before a switch is possible; left alone it runs on from 2026-12-13 as a paid extended term.",
    ],
    [
      { termEnd: "2027-03-31" },
      { bufferDays: 0, minimumDays: 4 },
      "Term ends 2027-03-31; 4 days before is 27 Mar, a Saturday; 26 Mar is Good Friday; so 25 Mar, 6 days of overlap, 98.63 EUR.",
    ],
    [
      { term: undefined, termEnd: "" },
      {},
      "The end of the term is not known, so no day can be chosen. No term given: taken as annual.",
    ],
    [
      { term: undefined, unread: [{ field: "term", column: "term", value: "fortnight" }] },
      {},
      'Term ends 2027-03-31; 7 days before is 24 Mar; so 24 Mar, 7 days of overlap, 115.07 EUR. The term "fortnight" is not understood: taken as annual.',
    ],
    [{ exclusions: ["TRIAL", "NOT_ACTIVE"] }, {}, "Nothing to move: it is a trial, and it is deleted."],
  ])("%#", (subscription, policy, expected) => {
    expect(slotOf(subscription, policy).explanation).toBe(expected);
  });
});
