import type { Case, Example } from "../../src/findings/define-rule.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import type { TenantFacts } from "../../src/model/survey.ts";
import { aPolicy, aSlot } from "./a-slot.ts";
import { aCustomer, aSubscription } from "./a-subscription.ts";
import { anIdentity, anOffer, aTarget } from "./an-offer.ts";

/** An ordinary case that no rule flags, on 2026-12-01, with the differences of an example. */
export function aCase(example: Example = { name: "ordinary" }): Case {
  const customer = aCustomer(example.customer);
  const subscription = aSubscription({ customer, ...example.subscription });
  const offer = anOffer(example.offer);
  const targetOffers = [{ ...offer, ...example.targetOffer }, ...(example.moreTargetOffers ?? []).map(anOffer)];
  const targetSeats = example.case?.targetSeats ?? subscription.seats;
  return {
    subscription,
    identity: anIdentity({
      product: subscription.product,
      offer,
      ...(example.readings === undefined ? {} : { offer: undefined, readings: example.readings.map(anOffer) }),
      ...(example.otherOffer === undefined ? {} : { otherOffer: anOffer(example.otherOffer) }),
      ...example.identity,
    }),
    channel: "csp-nce",
    tenant: aTenant({ customer, ...example.tenant }),
    productInTenant: {
      subscriptionCount: 1,
      seats: subscription.seats,
      targetSeats,
      assignedSeats: subscription.assignedSeats,
      assignedAt: undefined,
      assignedElsewhere: [],
      ...example.productInTenant,
    },
    targetSeats,
    base: undefined,
    exclusions: [],
    target: aTarget({
      offers: targetOffers,
      candidates: (example.candidates ?? []).map((one) => ({ offer: anOffer(one), score: 1, reason: "an example" })),
      ...example.target,
    }),
    slot: aSlot({ termEnd: subscription.termEnd, ...example.slot }),
    policy: aPolicy(example.policy),
    today: plainDate("2026-12-01"),
    verdict: example.verdict && { ruling: undefined, typed: undefined, stale: [], refused: [], ...example.verdict },
    overLimit: example.overLimit && {
      offer,
      limit: { count: 2, scope: "at a time" },
      alreadyThere: 0,
      coming: 1,
      ...example.overLimit,
    },
    blockedBases: (example.blockedBases ?? []).map(aSubscription),
    ...example.case,
  };
}

function aTenant(differences: Partial<TenantFacts>): TenantFacts {
  const partner = { id: "eu", name: "Contoso Cloud EU", country: "DE", tenantId: "" };
  return {
    customer: aCustomer(),
    region: { kind: "served", country: "DE", region: "Europe", partner },
    activeSubscriptionCount: 1,
    ...differences,
  };
}
