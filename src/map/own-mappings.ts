import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import { type OffersMeant, type TargetMeant, targetsMeant } from "../catalogue/offers-meant.ts";
import type { OwnMapping } from "../catalogue/own-mapping.ts";
import { bareOffer } from "../catalogue/unlisted-offer.ts";
import { listed, type Phrase, say, word } from "../locale/sentence.ts";
import type { Identity } from "../model/offer.ts";
import type { Segment } from "../model/subscription.ts";
import type { Choice } from "./strategies/strategy.ts";

/**
 * What the user's own mapping files choose for a product; undefined where they say nothing of it. A target that means several
 * offers, none, or only offers of another segment chooses nothing: segments never mix, and names are never resolved silently.
 */
export function ownChoice(identity: Identity, catalogue: Catalogue): Choice | undefined {
  const mapping = catalogue.mappingOf(identity.product);
  if (mapping === undefined) return undefined;
  const { segment } = identity;
  const targets = targetsMeant(mapping.targets.join(" + "), { segment, catalogue, namesOf: "any time" });
  const offers = targets.flatMap(({ meant }) => offerOf(meant, segment) ?? []);
  const source = [mapping.place, mapping.note, mapping.contradiction].filter((part) => part !== "").join("; ");
  if (offers.length < targets.length) {
    const whys = targets
      .filter(({ meant }) => offerOf(meant, segment) === undefined)
      .map((one) => unusedWhy(one, segment));
    return { offers: [], because: say`own mapping not applied: ${listed(whys, ", ")}`, source, isUnusable: true };
  }
  return { offers: [...new Set(offers)], because: becauseOf(mapping), source };
}

function becauseOf({ contradiction }: OwnMapping): Phrase {
  return contradiction === "" ? say`own mapping` : say`own mapping, the newer of two`;
}

/** A product that a person knows and no source does can be ordered by its id. */
function offerOf(meant: OffersMeant, segment: Segment): CatalogueOffer | undefined {
  if (meant.kind === "unlisted") {
    const { productSku } = meant;
    return bareOffer({ id: productSku.toLowerCase().replace(":", "-"), name: productSku, segment, productSku });
  }
  return meant.kind === "found" && meant.offers.length === 1 ? meant.offers[0] : undefined;
}

function unusedWhy({ text, meant }: TargetMeant, segment: Segment): Phrase {
  const ofSegment = word(segment, "segment");
  if (meant.kind === "found") return say`"${text}" means ${meant.offers.length} ${ofSegment} offers`;
  if (meant.kind === "unfit" && meant.because === "trial") return say`"${text}" is a trial`;
  return say`"${text}" is no ${ofSegment} offer known`;
}
