import type { OverLimit } from "../findings/define-rule.ts";
import type { Offer, SubscriptionLimit, Target } from "../model/offer.ts";
import type { Surveyed } from "../model/survey.ts";

interface Holding {
  readonly offer: Offer;
  readonly limit: SubscriptionLimit;
  /** Places of what would be ordered or transferred. */
  readonly coming: number[];
}

/**
 * Which subscriptions would give a tenant more subscriptions of one offer with the new partner than the offer allows; by place.
 * All that become the offer count, and those that this partner has already: for "ever" also what is gone.
 */
export function overLimits(surveyed: readonly Surveyed[], targets: readonly Target[]): ReadonlyMap<number, OverLimit> {
  const holdings = new Map<string, Holding>();
  targets.forEach(({ offers }, place) => {
    const one = surveyed[place];
    if (one === undefined || one.exclusions.length > 0) return;
    for (const offer of offers) {
      if (offer.subscriptionLimit === undefined) continue;
      const key = holdingKey(one, offer);
      const holding = holdings.get(key);
      if (holding === undefined) holdings.set(key, { offer, limit: offer.subscriptionLimit, coming: [place] });
      else holding.coming.push(place);
    }
  });
  if (holdings.size === 0) return new Map();

  const there = new Map<string, number>();
  for (const one of surveyed) {
    const { offer } = one.identity;
    const limit = offer === undefined ? undefined : holdings.get(holdingKey(one, offer))?.limit;
    if (offer === undefined || limit === undefined || !isWithPartner(one, limit)) continue;
    const key = holdingKey(one, offer);
    there.set(key, (there.get(key) ?? 0) + 1);
  }
  const over = new Map<number, OverLimit>();
  for (const [key, { offer, limit, coming }] of holdings) {
    const alreadyThere = there.get(key) ?? 0;
    if (alreadyThere + coming.length <= limit.count) continue;
    for (const place of coming)
      if (!over.has(place)) over.set(place, { offer, limit, alreadyThere, coming: coming.length });
  }
  return over;
}

function holdingKey({ subscription }: Surveyed, { id }: Offer): string {
  return `${subscription.customer.key}\n${id}`;
}

/** With the partner location that the customer is routed to; a limit is each partner's own. */
function isWithPartner(
  { subscription, exclusions, tenant: { region } }: Surveyed,
  { scope }: SubscriptionLimit,
): boolean {
  if (!exclusions.includes("ALREADY_OURS")) return false;
  if (scope === "at a time" && subscription.status === "deleted") return false;
  const routedTo = region.kind === "served" ? region.partner.tenantId.toLowerCase() : "";
  return routedTo === "" || routedTo === subscription.partnerTenantId;
}
