import type { Catalogue, CatalogueOffer, IdSpace } from "../catalogue/catalogue.ts";
import { foldName } from "../catalogue/names.ts";
import type { Identity } from "../model/offer.ts";
import { type IdLookUp, lookUpId } from "./id-look-up.ts";

/** Which id or name of the row led to the offer, and where the catalogue has that from. */
export function provenanceOf(identity: Identity, source: CatalogueOffer | undefined, catalogue: Catalogue): string {
  if (source === undefined) return "";
  const used = identity.product.ids
    .map((text) => lookUpId(text, catalogue))
    .find((id) => id.offers.some((offer) => offer.id === source.id));
  if (identity.found === "id" && used !== undefined) {
    const { word, space } = spaceOf(used);
    return `${word} "${used.text}"${from(source.idSources?.[space] ?? source.sources[0])}`;
  }
  const name = identity.product.name === "" ? (identity.product.ids[0] ?? "") : identity.product.name;
  return `name "${name}"${from(sourceOfName(source, name))}`;
}

function spaceOf({ reading, channel }: IdLookUp): { readonly word: string; readonly space: IdSpace } {
  if (channel === "csp-nce") return { word: "ProductId:SkuId", space: "productSku" };
  if (channel === "csp-legacy") return { word: "legacy offer id", space: "legacyOfferId" };
  return { word: reading.kind === "guid" ? "skuId" : "skuPartNumber", space: "tenant" };
}

function sourceOfName(offer: CatalogueOffer, name: string): string | undefined {
  const folded = foldName(name);
  if (foldName(offer.name) === folded) return offer.sources[0];
  return offer.otherNames.find((other) => foldName(other.name) === folded)?.source ?? offer.sources[0];
}

function from(source: string | undefined): string {
  return source === undefined ? "" : `; source: ${source}`;
}
