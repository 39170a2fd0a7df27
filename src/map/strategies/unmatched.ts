import type { CatalogueOffer } from "../../catalogue/catalogue.ts";
import { readProductId } from "../../catalogue/product-ids.ts";
import { type Phrase, say, word } from "../../locale/sentence.ts";
import type { Candidate, Offer } from "../../model/offer.ts";
import type { SourceProduct } from "../../model/subscription.ts";
import type { Answer, Market, Question, Strategy } from "./strategy.ts";
import { MOST_CANDIDATES } from "./strategy.ts";

/** Nothing matched: says why, and shows a person what comes nearest. Always answers. */
export const unmatched: Strategy = {
  name: "unmatched",
  answer(question): Answer {
    const { identity } = question;
    if (identity.readings.length > 0) return ambiguous(question);
    if (!identity.isLicenceBased) {
      return { match: "none", offers: [], candidates: [], because: say`not licence-based` };
    }
    return { match: "none", offers: [], candidates: similar(question), because: reasonOf(question) };
  },
};

function ambiguous({ identity: { readings } }: Question): Answer {
  const score = Math.round(100 / readings.length) / 100;
  const reason = say`one of ${readings.length} readings of this name`;
  const candidates = readings.slice(0, MOST_CANDIDATES).map((offer) => ({ offer, score, reason }));
  return { match: "none", offers: [], candidates, because: say`the name has ${readings.length} readings` };
}

function reasonOf({ identity, source }: Question): Phrase {
  if (identity.segmentConflict !== undefined)
    return say`no ${word(identity.segmentConflict.stated, "segment")} offer of this product`;
  return source === undefined ? say`no id or name known` : say`off sale, no successor known`;
}

/** Other SKUs of the product that an id names, and offers called alike. */
function similar({ identity, source, market }: Question): readonly Candidate[] {
  const { product, segment } = identity;
  const accepts = (offer: CatalogueOffer) =>
    offer.segment === segment && !offer.isTrial && offer.isLicenceBased && market.sells(offer);
  // In place of an offer that went, only what can be ordered helps; an unknown name may be of any offer.
  if (source !== undefined) {
    const orderable = market.similarNames(
      source.name,
      (offer) => accepts(offer) && offer.productSku !== "",
      MOST_CANDIDATES,
    );
    return orderable.length > 0 ? orderable : market.similarNames(source.name, accepts, MOST_CANDIDATES);
  }
  // A product of another segment may be sold in the stated one, under a like name.
  const [elsewhere] = identity.segmentConflict?.offers ?? [];
  const text = product.name || elsewhere?.name || spelledName(product);
  const candidates = [
    ...(text === "" ? [] : market.similarNames(text, accepts, MOST_CANDIDATES)),
    ...ofSameProduct(product, market).filter(({ offer }) => accepts(offer)),
  ].sort((a, b) => b.score - a.score || (a.offer.id < b.offer.id ? -1 : 1));
  const seen = new Set<Offer>();
  return candidates.filter(({ offer }) => !seen.has(offer) && seen.add(offer)).slice(0, MOST_CANDIDATES);
}

/** A part number spells the product in part ("VISIO_PLAN1_DEPT"); a GUID or a CSP id is like nothing. */
function spelledName({ ids }: SourceProduct): string {
  const partNumber = ids.find((id) => readProductId(id).kind === "partNumber") ?? "";
  return partNumber.replace(/plan(?=\d)/i, "$& ");
}

function ofSameProduct({ ids }: SourceProduct, market: Market) {
  const prefixes = ids.map(productIdOf).filter((productId) => productId !== undefined);
  return market.offers.flatMap((offer) =>
    prefixes.some((productId) => offer.productSku.startsWith(`${productId}:`))
      ? [{ offer, score: 0.5, reason: say`same ProductId, another SkuId` }]
      : [],
  );
}

function productIdOf(id: string): string | undefined {
  const reading = readProductId(id);
  if (reading.kind === "productOnly") return reading.productId;
  return reading.kind === "productSku" ? reading.productSku.split(":")[0] : undefined;
}
