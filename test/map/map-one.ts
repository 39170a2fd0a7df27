import type { Catalogue } from "../../src/catalogue/catalogue.ts";
import { identify, settle } from "../../src/map/map.ts";
import type { Identity, Target } from "../../src/model/offer.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import type { Path } from "../../src/model/policy.ts";
import type { RegionVerdict } from "../../src/model/region.ts";
import type { Segment } from "../../src/model/subscription.ts";
import type { Exclusion } from "../../src/model/survey.ts";
import { aBook } from "../support/a-book.ts";
import { aCase } from "../support/a-case.ts";
import { aSlot } from "../support/a-slot.ts";
import { aSubscription } from "../support/a-subscription.ts";

/** One product that is to switch. */
export interface Asked {
  readonly ids?: readonly string[];
  readonly name?: string;
  readonly segment?: Segment;
  readonly on?: string;
  readonly country?: string;
  readonly path?: Path;
  readonly exclusions?: readonly Exclusion[];
}

/** Maps one subscription through both steps. Default: bought again in Germany on 2027-03-24. */
export function mapOne(catalogue: Catalogue, asked: Asked): { readonly identity: Identity; readonly target: Target } {
  const { ids = [], name = "", segment, on = "2027-03-24", country = "DE", path = "repurchase" } = asked;
  const subscription = aSubscription({ product: { ids, name }, statedSegment: segment });
  const identity = identify(aBook([subscription]), catalogue).subscriptions[0];
  if (identity === undefined) throw new Error("No identity");
  const region: RegionVerdict = { kind: "conflict", country, region: "anywhere" };
  const surveyed = { ...aCase(), subscription, identity, exclusions: asked.exclusions ?? [] };
  const target = settle(
    [{ ...surveyed, tenant: { ...surveyed.tenant, region } }],
    [aSlot({ path, switchOn: plainDate(on) })],
    { catalogue, today: plainDate("2020-01-01") },
  )[0];
  if (target === undefined) throw new Error("No target");
  return { identity, target };
}

/** "successor: Office 365 E5", "exact: ...", "none". */
export function inWords({ match, offers }: Target): string {
  return [match, offers.map((offer) => offer.name).join(" + ")].filter((part) => part !== "").join(": ");
}
