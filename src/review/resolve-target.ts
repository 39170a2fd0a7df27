import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import { type TargetMeant, targetsMeant } from "../catalogue/offers-meant.ts";
import { readProductId } from "../catalogue/product-ids.ts";
import { say, type Value, word } from "../locale/sentence.ts";
import type { Segment } from "../model/subscription.ts";

export type ResolvedTarget = { readonly offers: readonly CatalogueOffer[] } | { readonly refused: Value };

/** What stands behind the name of a candidate: its likeness, and why it is one, which may hold a name in quotation marks. */
const SCORE = /\s*\((?:0|1)\.\d\d, (?:"[^"]*"|(?!\s\+\s)[^"])*?\)(?=\s*$|\s\+\s)/g;

/**
 * The offers that a person typed or chose from a list, one or several joined by `+`. All or none: one that is not known refuses
 * the others, too.
 */
export function resolveTarget(text: string, segment: Segment, catalogue: Catalogue): ResolvedTarget {
  const offers: CatalogueOffer[] = [];
  for (const target of targetsMeant(text.replaceAll(SCORE, ""), { segment, catalogue, namesOf: "today" })) {
    const found = resolved(target, segment);
    if ("refused" in found) return found;
    offers.push(...found.offers.filter((offer) => !offers.includes(offer)));
  }
  return { offers };
}

function resolved({ text, meant }: TargetMeant, segment: Segment): ResolvedTarget {
  const reading = readProductId(text);
  if (reading.kind === "productOnly")
    return { refused: say`"${text}" lacks its SkuId: expected ProductId:SkuId, such as ${reading.productId}:0001` };
  if (reading.kind === "productSku" && readProductId(text.split(/\s/, 1)[0] ?? "").kind === "partNumber") {
    return { refused: say`"${text}" does not begin with its id: expected ProductId:SkuId, and nothing before it` };
  }
  if (text === "") return { refused: say`expected a target on both sides of +` };
  switch (meant.kind) {
    case "found":
      return meant.offers.length === 1 ? { offers: meant.offers } : { refused: severalWhy(text, meant.offers) };
    case "unlisted":
      return { refused: say`the catalogue knows no offer "${meant.productSku}"` };
    case "unknown":
      return { refused: say`the catalogue knows no offer "${text}"` };
    case "unfit":
      return meant.because === "trial"
        ? { refused: say`"${text}" is a trial, which no subscription becomes` }
        : {
            refused: say`"${text}" is an offer for ${word(meant.offer.segment, "segment")}, the subscription is ${word(segment, "segment")}: segments never mix`,
          };
    default:
      return meant satisfies never;
  }
}

function severalWhy(text: string, offers: readonly CatalogueOffer[]): Value {
  const names = offers.map(({ productSku, name }) => (productSku === "" ? name : `${productSku} ${name}`));
  return say`"${text}" means more than one offer: ${names.join(", ")}`;
}
