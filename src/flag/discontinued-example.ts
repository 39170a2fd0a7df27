import type { Discontinuation, Target } from "../model/offer.ts";
import { plainDate } from "../model/plain-date.ts";

interface Differences {
  readonly match: Target["match"];
  /** Left out: the one offer of an ordinary case. */
  readonly offers?: Target["offers"];
  readonly status?: Discontinuation["status"];
  readonly renewable?: boolean;
  readonly ofLegacyOffer?: boolean;
}

/** For examples: the target of an offer that the new partner can no longer order, since 2022-06-01. */
export function discontinuedExample({
  status = "endOfSale",
  renewable = true,
  ofLegacyOffer = false,
  ...rest
}: Differences): Partial<Target> {
  const since = plainDate("2022-06-01");
  return {
    ...rest,
    discontinuation: { status, since, note: "Off the price list.", source: "an example", ofLegacyOffer },
    purchasable: false,
    renewable,
  };
}
