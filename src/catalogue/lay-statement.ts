import type { PriceLines } from "../model/offer.ts";
import { isoDate } from "../model/plain-date.ts";
import type { CatalogueOffer, OtherName, SaleFact } from "./catalogue.ts";
import { FactNotes } from "./fact-notes.ts";
import { namesOf } from "./index-offers.ts";
import { foldName } from "./names.ts";
import type { OfferShelf } from "./offer-shelf.ts";
import { bothPrices, linesOf, termsInForce } from "./price-lines.ts";
import { foldPartNumber } from "./product-ids.ts";
import { exceptWhereSold } from "./sale-ranges.ts";
import type { OfferStatement } from "./statement.ts";

/** Lays what one file says of one offer over what is known. Gives the ids of the offers that it is about: new ones, too. */
export function layStatement(shelf: OfferShelf, statement: OfferStatement, source: string): readonly string[] {
  const offers = offersMeant(shelf, statement, source);
  for (const offer of offers) shelf.put(laidOver(shelf, offer, statement, source));
  return offers.map((offer) => offer.id);
}

function offersMeant(shelf: OfferShelf, statement: OfferStatement, source: string): readonly CatalogueOffer[] {
  const { about, segment, name } = statement;
  const known = shelf.find(about);
  if (known.length > 0) {
    // A skuId is shared by the segments, and what a tenant's list says of it holds in all of them.
    if (about.space !== "productSku") return known;
    const sameSegment = known.filter((offer) => offer.segment === segment);
    if (sameSegment.length > 0 || known.length === 1) return sameSegment.length > 0 ? sameSegment : known;
  }
  const joined = known.length === 0 ? tenantOfferOf(shelf, statement) : undefined;
  return [joined ?? shelf.create(about, ownName(shelf, statement) || name, segment, source)];
}

/** An offer of which only the tenant's ids are known so far, in the same segment and under the same name: this is its CSP id. */
function tenantOfferOf(shelf: OfferShelf, { about, segment, name, skuIds = [] }: OfferStatement) {
  if (about.space !== "productSku" || skuIds.length === 0) return undefined;
  const folded = foldName(name);
  const found = skuIds
    .flatMap((id) => shelf.find({ space: "skuId", id }))
    .filter((offer) => offer.productSku === "" && offer.segment === segment && namesOf(offer).has(folded));
  return found.length === 1 ? found[0] : undefined;
}

/** A tenant's list calls several products by one name: the part number tells them apart, so that the name stays usable. */
function ownName(shelf: OfferShelf, { name, about, skuPartNumbers = [] }: OfferStatement): string {
  const [partNumber] = skuPartNumbers;
  return about.space === "skuId" && partNumber !== undefined && shelf.hasName(name) ? `${name} (${partNumber})` : name;
}

function laidOver(shelf: OfferShelf, offer: CatalogueOffer, statement: OfferStatement, source: string): CatalogueOffer {
  const notes = new FactNotes(offer, source);
  const prices = pricesOf(offer, statement);
  const productSku = notes.tell("product id", statement.productSku, offer.productSku || undefined, String) ?? "";
  const plansBefore = offer.servicePlans.size === 0 ? undefined : offer.servicePlans;
  const servicePlans = notes.tell("service plans", statement.servicePlans, plansBefore, plansText);
  const name = nameOf(offer, statement, notes);
  // One seat is what an offer has of which nothing is known.
  const minimumBefore = offer.minimumSeats === 1 ? undefined : offer.minimumSeats;
  const minimumSeats = notes.tell("minimum seats", statement.minimumSeats, minimumBefore, String) ?? 1;
  const maximumSeats = notes.tell("maximum seats", statement.maximumSeats, offer.maximumSeats, String);
  const subscriptionLimit = notes.tell(
    "subscription limit",
    statement.subscriptionLimit,
    offer.subscriptionLimit,
    ({ count, scope }) => `${count} ${scope}`,
  );
  const countries = notes.tell("countries", statement.countries, offer.countries, listText);
  const saleFacts = saleFactsOf(offer, statement, notes);
  if (statement.prices !== undefined) notes.say("terms");
  return {
    ...offer,
    name,
    productSku,
    skuIds: union(offer.skuIds, statement.skuIds, String),
    skuPartNumbers: union(offer.skuPartNumbers, statement.skuPartNumbers, foldPartNumber),
    otherNames: otherNamesOf(shelf, offer, statement, name, source),
    isAddOn: offer.isAddOn || statement.isAddOn === true,
    isTrial: offer.sources.length === 1 && offer.sources[0] === source ? statement.isTrial === true : offer.isTrial,
    minimumSeats,
    maximumSeats,
    ...(subscriptionLimit === undefined ? {} : { subscriptionLimit }),
    countries,
    servicePlans: servicePlans ?? offer.servicePlans,
    ...(prices === undefined ? {} : { prices, terms: termsInForce(prices) }),
    saleFacts,
    sources: offer.sources.includes(source) ? offer.sources : [...offer.sources, source],
    ...notes.result(),
  };
}

function pricesOf({ prices: before }: CatalogueOffer, { prices }: OfferStatement): PriceLines | undefined {
  return before === undefined || prices === undefined ? (prices ?? before) : bothPrices(before, prices);
}

/** A list of prices or the matrix knows the name under which it is sold; others only bring names by which it is known, too. */
function nameOf(offer: CatalogueOffer, { isSaleName, name }: OfferStatement, notes: FactNotes): string {
  if (name === "" || name === offer.name || (!isSaleName && offer.name !== "")) return offer.name;
  const isUnnamed = offer.name === offer.productSku;
  if (foldName(name) === foldName(offer.name)) return offer.name;
  return notes.tell("name", name, isUnnamed ? undefined : offer.name, String) ?? offer.name;
}

function otherNamesOf(
  shelf: OfferShelf,
  offer: CatalogueOffer,
  statement: OfferStatement,
  name: string,
  source: string,
): readonly OtherName[] {
  // A name that a newer file gives up still stands in exports of the time before.
  const given =
    name === offer.name ? [] : [{ name: offer.name, kind: "alias", source: offer.sources[0] ?? source } as const];
  // A tenant sees a plan, its trials and its tiers under one name, which is the plan's; so does a list that has it twice.
  const isAnothers =
    (statement.about.space === "skuId" && (offer.isVariant || (offer.isTrial && shelf.hasName(statement.name)))) ||
    (statement.sharesName === true && shelf.hasCurrentName(statement.name, offer.segment));
  const more =
    statement.isSaleName || statement.name === "" || statement.name === name || isAnothers
      ? []
      : [{ name: statement.name, kind: "alias", source } as const];
  if (given.length === 0 && more.length === 0) return offer.otherNames;
  const known = new Set([foldName(name), ...offer.otherNames.map((other) => foldName(other.name))]);
  const fresh = [...given, ...more].filter(
    (other) => other.name !== offer.productSku && !known.has(foldName(other.name)),
  );
  return fresh.length === 0 ? offer.otherNames : [...offer.otherNames, ...fresh];
}

/** The facts known so far, except where the file has a price and so sells it; then what the file itself says. */
function saleFactsOf(offer: CatalogueOffer, statement: OfferStatement, notes: FactNotes): readonly SaleFact[] {
  const { prices, saleFacts: stated = [] } = statement;
  if (prices === undefined && stated.length === 0) return offer.saleFacts;
  // Few offers have a fact that a price could contradict.
  const lines = prices === undefined || offer.saleFacts.length === 0 ? [] : linesOf(prices);
  const isOlder = (fact: SaleFact) => fact.source !== notes.source;
  const kept = offer.saleFacts.flatMap((fact) => {
    const left = isOlder(fact) ? exceptWhereSold(fact, lines) : [fact];
    if (left.length !== 1 || left[0] !== fact)
      notes.differ("sale", "on sale: the list has a price", saleText(fact), fact.source);
    return left;
  });
  const fresh = stated.filter((fact) => !kept.some((known) => sameSale(known, fact)));
  if (stated.length > 0 || kept.length !== offer.saleFacts.length) notes.say("sale");
  return [...kept, ...fresh];
}

function sameSale(one: SaleFact, other: SaleFact): boolean {
  return (
    one.source === other.source &&
    one.from === other.from &&
    listText(countriesOf(one)) === listText(countriesOf(other))
  );
}

function countriesOf({ countries }: SaleFact): Iterable<string> {
  if (countries === undefined) return [];
  return "only" in countries ? countries.only : ["except", ...countries.except];
}

function saleText({ status, from }: SaleFact): string {
  return from === undefined ? status : `${status} from ${isoDate(from)}`;
}

function plansText(plans: ReadonlyMap<string, string>): string {
  return listText(plans.keys());
}

function listText(values: Iterable<string>): string {
  return [...values].sort().join(", ");
}

function union(
  known: readonly string[],
  more: readonly string[] | undefined,
  fold: (text: string) => string,
): readonly string[] {
  if (more === undefined) return known;
  const seen = new Set(known.map(fold));
  const fresh = more.filter((text) => !seen.has(fold(text)));
  return fresh.length === 0 ? known : [...known, ...fresh];
}
