import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import { foldName } from "../catalogue/names.ts";
import type { Identity } from "../model/offer.ts";
import { productKeyOf } from "../model/product-key.ts";
import type { Segment, SourceProduct } from "../model/subscription.ts";
import { type IdLookUp, lookUpId, sharesTenantId } from "./id-look-up.ts";
import { isLicenceBasedName } from "./licence-based.ts";
import { otherOfferNamed } from "./name-beside-id.ts";
import { formerNameOn, lookUpName, type NameLookUp } from "./name-look-up.ts";
import { type InSegment, inSegment } from "./segments.ts";

/** What the row and the catalogue say about one product: the part of an identity that ids and names decide. */
type Recognition = Pick<Identity, "found" | "segment" | "readings" | "segmentConflict"> & {
  readonly offer: CatalogueOffer | undefined;
  readonly usedId: string | undefined;
};

/** What a product is, whatever the day: its ids first, in their order, then its name. */
export function recognise(product: SourceProduct, stated: Segment | undefined, catalogue: Catalogue): Identity {
  const name = lookUpName(product, catalogue);
  // Exports with one product column put ids into it as well as names.
  const isNameAnId = product.name !== "" && name.readings.length === 0;
  const ids = [...product.ids, ...(isNameAnId ? [product.name] : [])].map((text) => lookUpId(text, catalogue));
  const { usedId, ...recognition } = byId(ids, name, stated) ?? byName(name, stated);
  const { offer } = recognition;
  const isCertain = recognition.found === "id" && recognition.segmentConflict === undefined;
  const otherOffer = offer && isCertain ? otherOfferNamed(offer, product, name, catalogue) : undefined;
  return {
    product,
    ...recognition,
    ...(otherOffer === undefined ? {} : { otherOffer }),
    formerName: offer === undefined ? undefined : formerNameOn(offer, name, usedId),
    productKey:
      offer === undefined
        ? ((product.ids.length > 0 ? ids[0]?.folded : undefined) ?? foldName(product.name))
        : productKeyOf(offer),
    isLicenceBased: offer?.isLicenceBased ?? isLicenceBased(product, ids),
    channelOfId: ids.find((id) => id.channel !== undefined)?.channel,
  };
}

function byId(ids: readonly IdLookUp[], name: NameLookUp, stated: Segment | undefined): Recognition | undefined {
  const used = ids.find((id) => id.offers.length > 0);
  if (used === undefined) return undefined;
  const offers = withNamedVariants(used, name);
  const within = inSegment(offers, { stated, byName: name.segment, nameIsBinding: !used.tellsSegment });
  const usedId = used.folded;
  if (within.kind === "found") {
    const offer = likeliest(within.offers, ids, name);
    return { found: "id", segment: within.segment, readings: [], segmentConflict: undefined, offer, usedId };
  }
  // A tenant id is shared by the segments: the name may know the offer of the wanted one.
  const named = used.tellsSegment ? [] : offersNamed(name, within.segment);
  if (named.length === 1) {
    return {
      found: "name",
      segment: within.segment,
      readings: [],
      segmentConflict: undefined,
      offer: named[0],
      usedId,
    };
  }
  const offer = likeliest(used.offers, ids, name);
  return { found: "id", ...conflict(within, used.offers), readings: [], offer, usedId };
}

function withNamedVariants(id: IdLookUp, name: NameLookUp): readonly CatalogueOffer[] {
  if (id.tellsSegment) return id.offers;
  const named = name.readings.map((reading) => reading.offer).filter((offer) => sharesTenantId(offer, id));
  return distinct([...id.offers, ...named]);
}

function byName(name: NameLookUp, stated: Segment | undefined): Recognition {
  const offers = distinct(name.readings.map((reading) => reading.offer));
  const nothing = { usedId: undefined, offer: undefined, readings: [], segmentConflict: undefined } as const;
  if (offers.length === 0) {
    return { ...nothing, found: "nothing", segment: stated ?? name.segment ?? "commercial" };
  }
  const within = inSegment(offers, { stated, byName: name.segment, nameIsBinding: true });
  if (stated === undefined && within.segment !== name.segment && spansSegments(offers)) {
    return { ...nothing, found: "name", segment: "commercial", readings: offers };
  }
  if (within.kind === "conflict") return { ...nothing, found: "name", ...conflict(within, offers), offer: offers[0] };
  if (within.offers.length > 1) {
    return { ...nothing, found: "name", segment: within.segment, readings: within.offers };
  }
  return { ...nothing, found: "name", segment: within.segment, offer: within.offers[0] };
}

/** Sold in several segments under one name, none of them commercial: which one is meant, nothing tells. */
function spansSegments(offers: readonly CatalogueOffer[]): boolean {
  return (
    new Set(offers.map((offer) => offer.segment)).size > 1 && offers.every((offer) => offer.segment !== "commercial")
  );
}

function conflict(within: InSegment, offers: readonly CatalogueOffer[]) {
  return { segment: within.segment, segmentConflict: { stated: within.segment, offers } };
}

/** Of several offers with one id in one segment: named so, with another of the row's ids, paid, orderable, not off sale. */
function likeliest(
  offers: readonly CatalogueOffer[],
  ids: readonly IdLookUp[],
  name: NameLookUp,
): CatalogueOffer | undefined {
  const preferences: readonly ((offer: CatalogueOffer) => boolean)[] = [
    (offer) => name.readings.some((reading) => reading.offer.id === offer.id),
    (offer) => ids.every((id) => id.offers.length === 0 || id.offers.includes(offer)),
    (offer) => !offer.isTrial,
    (offer) => offer.productSku !== "",
    (offer) => !offer.saleFacts.some((fact) => fact.decides),
  ];
  let left = offers;
  for (const isPreferred of preferences) {
    if (left.length === 1) break;
    const preferred = left.filter(isPreferred);
    if (preferred.length > 0) left = preferred;
  }
  return left.reduce((first, offer) => (offer.id < first.id ? offer : first));
}

function offersNamed(name: NameLookUp, segment: Segment): readonly CatalogueOffer[] {
  return distinct(name.readings.map((reading) => reading.offer).filter((offer) => offer.segment === segment));
}

function distinct(offers: readonly CatalogueOffer[]): readonly CatalogueOffer[] {
  return [...new Set(offers)];
}

function isLicenceBased(product: SourceProduct, ids: readonly IdLookUp[]): boolean {
  return !ids.some((id) => id.reading.kind === "azure") && isLicenceBasedName(product.name);
}
