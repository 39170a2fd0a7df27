import { describe, expect, it } from "vitest";
import type { Customer } from "../../src/model/customer.ts";
import { isoDate, plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { RegionVerdict } from "../../src/model/region.ts";
import { schedule } from "../../src/schedule/schedule.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aSurveyed } from "./a-surveyed.ts";

/** The day for a term that ends on Thursday 2027-06-03, a week after Corpus Christi, and the sentence. */
function switchFor(
  partner: { readonly country: string; readonly state?: string },
  customer: Partial<Customer> & { readonly country?: string },
  holidays: Policy["holidays"],
) {
  const { country = "DE", ...rest } = customer;
  const location = { id: "eu", name: "EU", tenantId: "", ...partner };
  const region: RegionVerdict = { kind: "served", country, region: "Europe", partner: location };
  const own = aCustomer(rest);
  const [slot] = schedule([aSurveyed({ termEnd: "2027-06-03", customer: own, tenant: { customer: own, region } })], {
    policy: aPolicy({ holidays }),
    today: plainDate("2027-02-01"),
    partners: [location],
    mustBuy: new Set<number>(),
    rulings: [],
  }).slots;
  return slot === undefined ? "" : `${isoDate(slot.switchOn ?? plainDate("1970-01-01"))} ${slot.explanation}`;
}

const holiday = /^2027-05-26 .*27 May is Corpus Christi/;
const ordinary = /^2027-05-27 /;

describe("public holidays by state", () => {
  it.each([
    ["of the partner's state", { country: "DE", state: "BY" }, {}, "partner", holiday],
    ["not of another state", { country: "DE", state: "BE" }, {}, "partner", ordinary],
    ["not of a state where none is given", { country: "DE" }, {}, "partner", ordinary],
    ["not where the policy has none", { country: "DE", state: "BY" }, {}, "none", ordinary],
    ["of the customer's state", { country: "DE" }, { state: "DE-BY" }, "partner-and-customer", holiday],
    [
      "not of the customer's where the policy asks the partner alone",
      { country: "DE" },
      { state: "DE-BY" },
      "partner",
      ordinary,
    ],
    [
      "not of a state of another country than the tenant's",
      { country: "NL" },
      { state: "DE-BY", country: "FR" },
      "partner-and-customer",
      ordinary,
    ],
    [
      "of the whole country where the customer has no state",
      { country: "DE" },
      { country: "AT" },
      "partner-and-customer",
      holiday,
    ],
  ] as const)("count: %s", (_name, partner, customer, holidays, expected) => {
    expect(switchFor(partner, customer, holidays)).toMatch(expected);
  });
});
