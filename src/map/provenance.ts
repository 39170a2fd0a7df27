import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import type { Identity } from "../model/offer.ts";
import { type IdLookUp, lookUpId } from "./id-look-up.ts";

/** Which id or name of the row led to the offer, and where the catalogue has that from. */
export function provenanceOf(identity: Identity, source: CatalogueOffer | undefined, catalogue: Catalogue): string {
  if (source === undefined) return "";
  const from = source.sources[0] === undefined ? "" : `; source: ${source.sources[0]}`;
  const used = identity.product.ids
    .map((text) => lookUpId(text, catalogue))
    .find((id) => id.offers.some((offer) => offer.id === source.id));
  if (identity.found === "id" && used !== undefined) return `${spaceOf(used)} "${used.text}"${from}`;
  return `name "${identity.product.name === "" ? (identity.product.ids[0] ?? "") : identity.product.name}"${from}`;
}

function spaceOf({ reading, channel }: IdLookUp): string {
  if (channel === "csp-nce") return "ProductId:SkuId";
  if (channel === "csp-legacy") return "legacy offer id";
  return reading.kind === "guid" ? "skuId" : "skuPartNumber";
}
