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
export function mapOne(catalogue: Catalogue, asked: Asked): Mapped {
  const mapped = mapAll(catalogue, [asked])[0];
  if (mapped === undefined) throw new Error("Nothing was mapped");
  return mapped;
}

export interface Mapped {
  readonly identity: Identity;
  readonly target: Target;
}

/** Maps a whole book at once. */
export function mapAll(catalogue: Catalogue, asked: readonly Asked[]): readonly Mapped[] {
  const subscriptions = asked.map(({ ids = [], name = "", segment }) =>
    aSubscription({ product: { ids, name }, statedSegment: segment }),
  );
  const identities = identify(aBook(subscriptions), catalogue).subscriptions;
  const surveyed = subscriptions.map((subscription, at) => {
    const one = aCase();
    const { country = "DE", exclusions = [] } = asked[at] ?? {};
    const region: RegionVerdict = { kind: "conflict", country, region: "anywhere" };
    const identity = identities[at];
    if (identity === undefined) throw new Error(`No identity for ${JSON.stringify(asked[at])}`);
    return { ...one, subscription, identity, exclusions, tenant: { ...one.tenant, region } };
  });
  const slots = asked.map(({ on = "2027-03-24", path = "repurchase" }) => aSlot({ path, switchOn: plainDate(on) }));
  return settle(surveyed, slots, { catalogue, today: plainDate("2010-01-01") }).map((target, at) => ({
    identity: surveyed[at]?.identity as Identity,
    target,
  }));
}

/** "successor: Office 365 E5", "exact: ...", "none". */
export function inWords({ match, offers }: Target): string {
  return [match, offers.map((offer) => offer.name).join(" + ")].filter((part) => part !== "").join(": ");
}
