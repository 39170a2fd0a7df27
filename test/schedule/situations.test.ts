import { expect, it } from "vitest";
import type { Slot } from "../../src/model/slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aSurveyed, type SurveyedDifference, slotsOf } from "./a-surveyed.ts";

/** A day in the last week of the term, so that everything that rules look at makes a difference. */
const today = "2027-03-26";
const grace = { termEnd: "2026-03-31", autoRenew: false, status: "active" } as const;
const holidays = { holidays: "partner-and-customer" } as const;

const pairs: readonly (readonly [name: string, SurveyedDifference, SurveyedDifference])[] = [
  ["the relationship", {}, { customer: aCustomer({ key: "b", relationship: false }) }],
  ["auto-renew off", {}, { autoRenew: false }],
  ["auto-renew unknown", { autoRenew: true }, { autoRenew: undefined }],
  ["the status, for what is transferred", { channel: "csp-nce" }, { channel: "csp-nce", status: "suspended" }],
  ["the status, for what renews", {}, { status: "expired" }],
  ["the term", {}, { term: "P1M" }],
  ["the term end", {}, { termEnd: "2027-03-30" }],
  [
    "the start of months",
    { term: "P1M", start: "2026-10-31", termEnd: "2027-02-27" },
    { term: "P1M", start: "2026-10-28", termEnd: "2027-02-27" },
  ],
  [
    "the start where no end is known",
    { term: "P1M", start: "2026-10-31", termEnd: "" },
    { term: "P1M", start: "2026-10-15", termEnd: "" },
  ],
  ["the channel", { channel: "csp-nce" }, {}],
  [
    "the channel, for grace",
    { ...grace, termEnd: "2027-03-26" },
    { ...grace, termEnd: "2027-03-26", channel: "direct" },
  ],
  ["a crowded tenant", { autoRenew: false }, { autoRenew: false, tenant: { activeSubscriptionCount: 151 } }],
  ["what excludes it", {}, { exclusions: ["TRIAL"] }],
  [
    // Preferred is 21 April, which is Tiradentes in Brazil.
    "the customer's country",
    { termEnd: "2027-04-28", tenant: { region: { kind: "unserved", country: "US" } } },
    { termEnd: "2027-04-28", tenant: { region: { kind: "unserved", country: "BR" } } },
  ],
];

it.each(pairs)("%s tells two subscriptions of a book apart", (_, one, other) => {
  const [a, b] = [aSurveyed({ id: "a", key: "a", ...one }), aSurveyed({ id: "b", key: "b", ...other })];
  const alone = [a, b].map((each) => slotsOf([each], { today, ...holidays })[0] as Slot);

  expect(alone[0]).not.toEqual(alone[1]);
  expect(slotsOf([a, b], { today, ...holidays })).toEqual(alone);
  expect(slotsOf([b, a], { today, ...holidays })).toEqual([...alone].reverse());
});

it("is thought through alike for subscriptions that differ in price, seats and customer only", () => {
  const book = [
    aSurveyed({ id: "a", key: "a", seats: 5, unitPrice: 10, currency: "EUR" }),
    aSurveyed({
      id: "b",
      key: "b",
      seats: 7,
      unitPrice: 2.5,
      currency: "EUR",
      customer: aCustomer({ key: "b", relationship: true }),
    }),
  ];
  const slots = slotsOf(book, { today: "2026-12-01" });

  expect(slots).toEqual(book.map((each) => slotsOf([each], { today: "2026-12-01" })[0]));
  expect(slots.map(({ overlapCost }) => overlapCost)).toEqual([11.51, 4.03]);
});
