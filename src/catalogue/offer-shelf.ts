import type { Segment } from "../model/subscription.ts";
import type { CatalogueOffer } from "./catalogue.ts";
import { namesOf } from "./index-offers.ts";
import { foldName } from "./names.ts";
import { readProductId } from "./product-ids.ts";
import type { OfferKey } from "./statement.ts";
import { bareOffer } from "./unlisted-offer.ts";

/** Offers while files are laid over them: found by any id, replaced when more is known. The order of the first stays. */
export class OfferShelf {
  readonly #offers: Map<string, CatalogueOffer>;
  readonly #byKey = new Map<string, string[]>();
  #names: Set<string> | undefined;
  #currentNames: Set<string> | undefined;

  constructor(offers: readonly CatalogueOffer[]) {
    this.#offers = new Map(offers.map((offer) => [offer.id, offer]));
    for (const offer of offers) this.#index(offer);
  }

  get offers(): readonly CatalogueOffer[] {
    return [...this.#offers.values()];
  }

  find({ space, id }: OfferKey): readonly CatalogueOffer[] {
    return (this.#byKey.get(`${space} ${id}`) ?? []).map((offerId) => this.get(offerId));
  }

  /** Whether any offer is or was called so, spelling aside. */
  hasName(name: string): boolean {
    this.#names ??= new Set([...this.#offers.values()].flatMap((offer) => [...namesOf(offer).keys()]));
    return this.#names.has(foldName(name));
  }

  /** Whether an offer of the segment is called so today, spelling aside. */
  hasCurrentName(name: string, segment: Segment): boolean {
    this.#currentNames ??= new Set([...this.#offers.values()].map(currentName));
    return this.#currentNames.has(`${segment} ${foldName(name)}`);
  }

  get(id: string): CatalogueOffer {
    const offer = this.#offers.get(id);
    if (offer === undefined) throw new Error(`Offer "${id}" was on the shelf and is not any more.`);
    return offer;
  }

  put(offer: CatalogueOffer): void {
    const before = this.#offers.get(offer.id);
    this.#offers.set(offer.id, offer);
    if (before === undefined || !hasSameIds(before, offer)) this.#index(offer);
    this.#names?.add(foldName(offer.name));
    this.#currentNames?.add(currentName(offer));
  }

  /** A new offer of which only an id and a name are known, put on the shelf. */
  add(about: OfferKey, name: string, segment: Segment, source: string): CatalogueOffer {
    const offer = this.create(about, name, segment, source);
    this.put(offer);
    return offer;
  }

  /** The same, for whoever puts it there with more. */
  create(about: OfferKey, name: string, segment: Segment, source: string): CatalogueOffer {
    const offer = bareOffer({
      id: this.#freeId(`${about.id}-${segment}`.toLowerCase().replace(/[^a-z0-9]+/g, "-")),
      name: name === "" ? about.id : name,
      segment,
      productSku: about.space === "productSku" ? about.id : "",
      skuIds: about.space === "skuId" ? [about.id] : [],
      sources: [source],
    });
    return about.space === "legacyOfferId" ? { ...offer, legacyOfferIds: [about.id] } : offer;
  }

  #freeId(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#offers.has(id); count += 1) id = `${wanted}-${count}`;
    return id;
  }

  #index(offer: CatalogueOffer): void {
    if (offer.productSku !== "") this.#note(`productSku ${normal(offer.productSku)}`, offer.id);
    for (const id of offer.legacyOfferIds) this.#note(`legacyOfferId ${id}`, offer.id);
    for (const id of offer.skuIds) this.#note(`skuId ${id}`, offer.id);
  }

  #note(key: string, id: string): void {
    const ids = this.#byKey.get(key);
    if (ids === undefined) this.#byKey.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
}

function currentName({ segment, name }: CatalogueOffer): string {
  return `${segment} ${foldName(name)}`;
}

function hasSameIds(one: CatalogueOffer, other: CatalogueOffer): boolean {
  return (
    one.productSku === other.productSku && one.legacyOfferIds === other.legacyOfferIds && one.skuIds === other.skuIds
  );
}

function normal(productSku: string): string {
  const reading = readProductId(productSku);
  return reading.kind === "productSku" ? reading.productSku : productSku;
}
