import { foldName } from "../catalogue/names.ts";
import type { Identity } from "../model/offer.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Exclusion } from "../model/survey.ts";

// In the five languages of the formats; word ends by hand, because \b knows no accents.
const TRIAL_NAME = /(?:^|[^\p{L}])(?:trial|testversion|prueba|essai|avaliação|avaliacao)(?:$|[^\p{L}])/u;
const NONE: readonly Exclusion[] = [];

/** Why there is nothing to move. `ourTenants`: tenants of the new partner, lower case. */
export function exclusionsOf(
  subscription: Subscription,
  identity: Identity,
  { ourTenants, isTrialProduct }: { ourTenants: ReadonlySet<string>; isTrialProduct: boolean },
): readonly Exclusion[] {
  const exclusions: Exclusion[] = [];
  if (subscription.isTrial || isTrialProduct) exclusions.push("TRIAL");
  if (subscription.status === "deleted") exclusions.push("NOT_ACTIVE");
  if (subscription.partnerTenantId !== "" && ourTenants.has(subscription.partnerTenantId))
    exclusions.push("ALREADY_OURS");
  if (!subscription.isLicenceBased || !identity.isLicenceBased) exclusions.push("NOT_LICENCE_BASED");
  return exclusions.length === 0 ? NONE : exclusions;
}

/** The offer is a trial, or its name says so. */
export function isTrialProduct({ offer, product }: Identity): boolean {
  return offer?.isTrial === true || TRIAL_NAME.test(foldName(product.name));
}
