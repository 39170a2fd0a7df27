import type { CatalogueLayer, OfferStatement } from "../catalogue/statement.ts";
import type { Price } from "../model/offer.ts";

/**
 * Layers on their way from one thread to another. A price list is tens of thousands of lines, and to copy so many objects takes
 * as long as a third of the reading: the lines of all lists go as columns, of which there are a dozen.
 */
export interface PackedLayers {
  readonly layers: readonly (Omit<CatalogueLayer, "offers"> & { readonly offers: readonly PackedStatement[] })[];
  readonly columns: PackedColumns;
}

/** With the number of its prices, which follow those of the statement before. */
type PackedStatement = Omit<OfferStatement, "prices"> & { readonly prices?: number };

/** Each field of all prices, in their order. */
type PackedColumns = { readonly [Field in keyof Price]-?: PackedColumn<Price[Field]> };

interface PackedColumn<Value> {
  /** Each different value once. */
  readonly values: readonly Value[];
  /** By price: the place of its value. */
  readonly places: Uint32Array;
}

export function packed(layers: readonly CatalogueLayer[]): PackedLayers {
  const prices = layers.flatMap(({ offers }) => offers.flatMap((statement) => statement.prices ?? []));
  return {
    layers: layers.map((layer) => ({ ...layer, offers: layer.offers.map(packedStatement) })),
    columns: {
      term: columnOf(prices, ({ term }) => term),
      billing: columnOf(prices, ({ billing }) => billing),
      market: columnOf(prices, ({ market }) => market),
      currency: columnOf(prices, ({ currency }) => currency),
      perMonth: columnOf(prices, ({ perMonth }) => perMonth),
      fromSeats: columnOf(prices, ({ fromSeats }) => fromSeats),
      toSeats: columnOf(prices, ({ toSeats }) => toSeats),
      from: columnOf(prices, ({ from }) => from),
      until: columnOf(prices, ({ until }) => until),
      source: columnOf(prices, ({ source }) => source),
      offSaleFrom: columnOf(prices, ({ offSaleFrom }) => offSaleFrom),
    },
  };
}

export function unpacked({ layers, columns }: PackedLayers): readonly CatalogueLayer[] {
  let next = 0;
  const statementOf = ({ prices, ...statement }: PackedStatement): OfferStatement => {
    if (prices === undefined) return statement;
    const first = next;
    next += prices;
    return { ...statement, prices: Array.from({ length: prices }, (_, at) => priceAt(columns, first + at)) };
  };
  return layers.map((layer) => ({ ...layer, offers: layer.offers.map(statementOf) }));
}

function packedStatement({ prices, ...statement }: OfferStatement): PackedStatement {
  return prices === undefined ? statement : { ...statement, prices: prices.length };
}

function columnOf<Value>(prices: readonly Price[], read: (price: Price) => Value): PackedColumn<Value> {
  const placeOf = new Map<Value, number>();
  const places = new Uint32Array(prices.length);
  prices.forEach((price, at) => {
    const value = read(price);
    let place = placeOf.get(value);
    if (place === undefined) {
      place = placeOf.size;
      placeOf.set(value, place);
    }
    places[at] = place;
  });
  return { values: [...placeOf.keys()], places };
}

function priceAt(columns: PackedColumns, at: number): Price {
  const of = <Value>({ values, places }: PackedColumn<Value>) => values[places[at] as number] as Value;
  const offSaleFrom = of(columns.offSaleFrom);
  return {
    term: of(columns.term),
    billing: of(columns.billing),
    market: of(columns.market),
    currency: of(columns.currency),
    perMonth: of(columns.perMonth),
    fromSeats: of(columns.fromSeats),
    toSeats: of(columns.toSeats),
    from: of(columns.from),
    until: of(columns.until),
    source: of(columns.source),
    ...(offSaleFrom === undefined ? {} : { offSaleFrom }),
  };
}
