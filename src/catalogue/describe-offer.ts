import type { Price, SubscriptionLimit } from "../model/offer.ts";
import { isoDate, type PlainDate } from "../model/plain-date.ts";
import type { Catalogue, CatalogueOffer, FactName, SaleFact } from "./catalogue.ts";
import { linesOf } from "./price-lines.ts";

/** One line of what is known: a word for the fact, what it is, and where that is from. */
export interface FactLine {
  readonly fact: string;
  readonly value: string;
  /** Empty: the sources of the offer. */
  readonly from: string;
}

/** Everything that is known of one offer, in the order in which a person asks. */
export function describeOffer(offer: CatalogueOffer, catalogue: Catalogue): readonly FactLine[] {
  const toldBy = (fact: FactName) => offer.factSources?.[fact] ?? "";
  const line = (fact: string, value: string, from = ""): FactLine => ({ fact, value, from });
  const lines: readonly (readonly FactLine[])[] = [
    [line("name", offer.name, toldBy("name")), line("segment", offer.segment)],
    [line("kind", kindsOf(offer))],
    [line("product id", offer.productSku || "not known", toldBy("product id") || idSource(offer, "productSku"))],
    offer.legacyOfferIds.map((id) => line("legacy offer id", id, idSource(offer, "legacyOfferId"))),
    offer.skuIds.map((id) => line("skuId", id, idSource(offer, "tenant"))),
    offer.skuPartNumbers.map((id) => line("skuPartNumber", id, idSource(offer, "tenant"))),
    offer.otherNames.map(({ name, kind, source }) =>
      line(kind === "former" ? "former name" : "also called", name, source),
    ),
    [line("seats", seatsText(offer), toldBy("maximum seats") || toldBy("minimum seats"))],
    offer.subscriptionLimit === undefined
      ? []
      : [line("subscriptions", limitText(offer.subscriptionLimit), toldBy("subscription limit"))],
    offer.threeYears === undefined
      ? []
      : [line("for three years", threeYearsText(offer.threeYears), offer.threeYears.source)],
    basesOf(offer, catalogue).map((base) => line("needs one of", base, toldBy("bases"))),
    offer.countries === undefined
      ? []
      : [
          line(
            "sold in",
            `${offer.countries.size} countries: ${[...offer.countries].sort().join(" ")}`,
            toldBy("countries"),
          ),
        ],
    offer.terms === undefined ? [] : [line("terms", offer.terms.join(", "), toldBy("terms"))],
    (offer.prices === undefined ? [] : linesOf(offer.prices)).map((price) =>
      line("price", priceText(price), price.source),
    ),
    offer.saleFacts.flatMap((fact) => saleLines(fact, catalogue)),
    servicesOf(offer).map((service) => line("service", service, toldBy("service plans"))),
    offer.sources.map((source) => line("source", source)),
    (offer.contradictions ?? []).map(({ fact, used, usedFrom, other, otherFrom }) =>
      line("sources differ", `${fact}: used ${used} (${usedFrom}); other ${other} (${otherFrom})`),
    ),
  ];
  return lines.flat();
}

function kindsOf(offer: CatalogueOffer): string {
  const kinds = [
    offer.isAddOn ? "add-on" : "",
    offer.isTrial ? "trial" : "",
    offer.isVariant === true ? "variant of another offer" : "",
    offer.isLicenceBased ? "" : "not licence-based",
  ].filter((kind) => kind !== "");
  return kinds.length === 0 ? "offer" : kinds.join(", ");
}

function idSource({ idSources }: CatalogueOffer, space: "productSku" | "legacyOfferId" | "tenant"): string {
  return idSources?.[space] ?? "";
}

function seatsText({ minimumSeats, maximumSeats, tenantSeatPool }: CatalogueOffer): string {
  const most = maximumSeats === undefined ? "no maximum known" : `at most ${maximumSeats}`;
  const pool = tenantSeatPool === undefined ? "" : `; ${tenantSeatPool} in one tenant over all partners`;
  return `at least ${minimumSeats}, ${most}${pool}`;
}

function limitText({ count, scope }: SubscriptionLimit): string {
  return `at most ${count} ${scope} for one customer with one partner`;
}

function threeYearsText({ minimumSeats }: NonNullable<CatalogueOffer["threeYears"]>): string {
  return `at least ${minimumSeats} seats, not billed monthly`;
}

function basesOf({ baseOfferIds }: CatalogueOffer, catalogue: Catalogue): readonly string[] {
  return baseOfferIds.map((id) => nameOf(id, catalogue)).sort();
}

function nameOf(id: string, catalogue: Catalogue): string {
  const offer = catalogue.byId(id);
  if (offer === undefined) return id;
  return offer.productSku === "" || offer.productSku === offer.name
    ? offer.name
    : `${offer.name} (${offer.productSku})`;
}

function priceText(price: Price): string {
  const { term, billing, market, currency, perMonth, from, until, offSaleFrom, fromSeats, toSeats } = price;
  const amount = perMonth === undefined ? "no price of its own" : `${round(perMonth)} ${currency} a seat and month`;
  const tier = fromSeats > 0 || Number.isFinite(toSeats) ? `, ${fromSeats} to ${toSeats} seats` : "";
  const end = offSaleFrom === undefined ? "" : `, not sold from ${isoDate(offSaleFrom)} on`;
  return `${term} ${billing} ${market}: ${amount}${tier}${rangeText(from, until)}${end}`;
}

function round(amount: number): string {
  return String(Math.round(amount * 10_000) / 10_000);
}

function rangeText(from: PlainDate | undefined, until: PlainDate | undefined): string {
  return `${from === undefined ? "" : `, from ${isoDate(from)}`}${until === undefined ? "" : `, until ${isoDate(until)}`}`;
}

export const SALE_WORDS: Readonly<Record<SaleFact["status"], string>> = {
  endOfSale: "off sale",
  notRenewable: "not renewed any more",
  retired: "retired",
  promotion: "promotion",
  programmeEnded: "programme ended",
};

function saleLines(fact: SaleFact, catalogue: Catalogue): readonly FactLine[] {
  const where = countriesText(fact.countries);
  const note = fact.note === "" ? "" : `; ${fact.note}`;
  const weight = fact.decides ? "" : " (from memory, decides nothing)";
  const value = `${SALE_WORDS[fact.status]}${rangeText(fact.from, fact.until)}${where}${note}${weight}`;
  return [
    { fact: "sale", value, from: fact.source },
    ...fact.successors.map((option, at) => ({
      fact: at === 0 ? "successor" : "other successor",
      value: option.map((id) => nameOf(id, catalogue)).join(" + "),
      from: fact.source,
    })),
  ];
}

function countriesText(countries: SaleFact["countries"]): string {
  if (countries === undefined) return "";
  return "only" in countries
    ? `, in ${[...countries.only].sort().join(" ")}`
    : `, except in ${[...countries.except].sort().join(" ")}`;
}

function servicesOf({ servicePlans }: CatalogueOffer): readonly string[] {
  return [...servicePlans].map(([id, name]) => `${name} (${id})`).sort();
}
