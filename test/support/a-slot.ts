import { plainDate } from "../../src/model/plain-date.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Slot } from "../../src/model/slot.ts";

/** A repurchase on its preferred day, a week before the term ends on 2027-03-31. */
export function aSlot(differences: Partial<Slot> = {}): Slot {
  return {
    path: "repurchase",
    termEnd: plainDate("2027-03-31"),
    earliestOn: plainDate("2026-12-01"),
    latestOn: plainDate("2027-03-29"),
    switchOn: plainDate("2027-03-24"),
    reason: "PREFERRED",
    explanation: "Term ends 2027-03-31; 7 days before is 24 Mar.",
    overlapDays: 7,
    overlapCost: undefined,
    inviteBy: undefined,
    autoRenewOffBy: plainDate("2027-03-30"),
    steps: {
      acceptedBy: plainDate("2027-03-23"),
      ending: { kind: "autoRenewOff", on: plainDate("2027-03-24"), by: plainDate("2027-03-30") },
      lastDay: plainDate("2027-03-31"),
      renewal: undefined,
      verifyOn: plainDate("2027-03-25"),
      goneOn: plainDate("2027-04-01"),
    },
    conditions: [],
    waiting: undefined,
    poolExceeded: undefined,
    ...differences,
  };
}

/** The defaults of the configuration. */
export function aPolicy(differences: Partial<Policy> = {}): Policy {
  return {
    path: "auto",
    seats: "purchased",
    bufferDays: 7,
    minimumDays: 2,
    relationshipLeadDays: 14,
    groupDays: 0,
    workingDays: ["mon", "tue", "wed", "thu", "fri"],
    holidays: "partner",
    freezes: [],
    capacityPerDay: { subscriptions: undefined, customers: undefined },
    ...differences,
  };
}
