import type { Catalogue, CatalogueOffer, IdSpace } from "../catalogue/catalogue.ts";
import { foldName } from "../catalogue/names.ts";
import { type Phrase, say, type Value, word } from "../locale/sentence.ts";
import type { Identity } from "../model/offer.ts";
import { type IdLookUp, lookUpId } from "./id-look-up.ts";

/** How a row led to an offer, to be said, and where that is told. */
export interface Basis {
  readonly said: Value;
  readonly source: string | undefined;
}

const NO_BASIS: Basis = { said: "", source: undefined };

/** Which id or name of the row led to the offer, and where the catalogue has that from. */
export function provenanceOf(identity: Identity, source: CatalogueOffer | undefined, catalogue: Catalogue): Basis {
  if (source === undefined) return NO_BASIS;
  const used = identity.product.ids
    .map((text) => lookUpId(text, catalogue))
    .find((id) => id.offers.some((offer) => offer.id === source.id));
  if (identity.found === "id" && used !== undefined) {
    const { kind, space } = spaceOf(used);
    return basisOf(say`${kind} "${used.text}"`, source.idSources?.[space] ?? source.sources[0]);
  }
  const name = identity.product.name === "" ? (identity.product.ids[0] ?? "") : identity.product.name;
  return basisOf(say`name "${name}"`, sourceOfName(source, name));
}

function spaceOf({ reading, channel }: IdLookUp): { readonly kind: Value; readonly space: IdSpace } {
  if (channel === "csp-nce") return { kind: "ProductId:SkuId", space: "productSku" };
  if (channel === "csp-legacy") return { kind: word("legacy offer id"), space: "legacyOfferId" };
  return { kind: reading.kind === "guid" ? "skuId" : "skuPartNumber", space: "tenant" };
}

function sourceOfName(offer: CatalogueOffer, name: string): string | undefined {
  const folded = foldName(name);
  if (foldName(offer.name) === folded) return offer.sources[0];
  return offer.otherNames.find((other) => foldName(other.name) === folded)?.source ?? offer.sources[0];
}

function basisOf(said: Phrase, source: string | undefined): Basis {
  return { said: source === undefined ? said : say`${said}; source: ${source}`, source };
}
