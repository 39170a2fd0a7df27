import type { Path, Policy } from "../model/policy.ts";
import type { Surveyed } from "../model/survey.ts";

/** How the subscription moves. A forced path holds only where it exists for this channel and status. */
export function pathOf({ subscription, channel, exclusions }: Surveyed, policy: Policy, mustBuy: boolean): Path {
  if (exclusions.length > 0) return "none";
  if (policy.path === "repurchase") return "repurchase";
  if (channel === "ea" && policy.path !== "billing-transfer") return "channel-renewal";
  // A transfer is possible between CSP partners only, and from active only (DOMAIN.md 1.3). An empty status is active.
  // A transfer keeps the offer, so what becomes another offer is bought.
  const isTransferable = channel === "csp-nce" && (subscription.status ?? "active") === "active" && !mustBuy;
  return isTransferable && policy.path !== "channel-renewal" ? "billing-transfer" : "repurchase";
}
