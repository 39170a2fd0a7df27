import type { Answer, Question, Strategy } from "./strategy.ts";
import { MOST_CANDIDATES } from "./strategy.ts";

/** Nothing matched: says why, and shows a person what comes nearest. Always answers. */
export const unmatched: Strategy = {
  name: "unmatched",
  answer(question): Answer {
    const { identity } = question;
    if (identity.readings.length > 0) return ambiguous(question);
    if (!identity.isLicenceBased) {
      return { match: "none", offers: [], candidates: [], because: "not licence-based" };
    }
    return { match: "none", offers: [], candidates: similar(question), because: reasonOf(question) };
  },
};

function ambiguous({ identity: { readings } }: Question): Answer {
  const score = Math.round(100 / readings.length) / 100;
  const reason = `one of ${readings.length} readings of this name`;
  const candidates = readings.slice(0, MOST_CANDIDATES).map((offer) => ({ offer, score, reason }));
  return { match: "none", offers: [], candidates, because: `the name has ${readings.length} readings` };
}

function reasonOf({ identity, source }: Question): string {
  if (identity.segmentConflict !== undefined) return `no ${identity.segmentConflict.stated} offer of this product`;
  return source === undefined ? "no id or name known" : "off sale, no successor known";
}

function similar({ identity, source, market }: Question) {
  const { product, segment } = identity;
  const text = source?.name ?? (product.name === "" ? (product.ids[0] ?? "") : product.name);
  return market.similarNames(
    text,
    (offer) =>
      offer.segment === segment && !offer.isTrial && offer.isLicenceBased && market.standingOf(offer).purchasable,
    MOST_CANDIDATES,
  );
}
