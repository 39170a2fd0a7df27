import type { PriceTable } from "../../../model/offer.ts";
import { addDays, type PlainDate } from "../../../model/plain-date.ts";
import { BILLINGS, TERMS } from "../../../model/subscription.ts";
import type { SaleFact } from "../../catalogue.ts";
import { valueAt } from "../../price-lines.ts";
import type { OfferStatement } from "../../statement.ts";
import type { CatalogueKind, CatalogueRow } from "../catalogue-kind.ts";
import { isTrialText, productSkuOf, segmentOf } from "../cells.ts";
import { allReadable, isUsable, priceTableOf } from "../listed-prices.ts";

/** Licence-based price list of new commerce for one market (DOMAIN.md 8.2): a row a product, term, billing plan and range of days. */
export const ncePriceList: CatalogueKind = {
  id: "nce-price-list",
  title: "new-commerce price list",
  columns: {
    ProductTitle: ["ProductTitle"],
    ProductId: ["ProductId"],
    SkuId: ["SkuId"],
    SkuTitle: ["SkuTitle"],
    TermDuration: ["TermDuration"],
    BillingPlan: ["BillingPlan"],
    Market: ["Market"],
    Currency: ["Currency"],
    UnitPrice: ["UnitPrice"],
    PricingTierRangeMin: ["PricingTierRangeMin"],
    PricingTierRangeMax: ["PricingTierRangeMax"],
    EffectiveStartDate: ["EffectiveStartDate"],
    EffectiveEndDate: ["EffectiveEndDate"],
    EndofSaleDate: ["EndofSaleDate", "EndOfSaleStartDate"],
    Tags: ["Tags"],
    Segment: ["Segment"],
  },
  needs: [["ProductId"], ["SkuId"], ["TermDuration"], ["BillingPlan"], ["UnitPrice"]],
  dates: ["EffectiveStartDate", "EffectiveEndDate", "EndofSaleDate"],
  dated: "EffectiveStartDate",

  read(rows, { source }) {
    const products = new Map<string, Product>();
    const table = priceTableOf(rows, source);
    const hasEnds = rows.column("EndofSaleDate")?.texts.some((text) => text !== "") === true;
    // Only where something in the file is to be said of a line, each is looked at.
    const arePlain = !hasEnds && allReadable(rows);
    let bySegment = new Map<string, Subject>();
    for (const row of rows) {
      // A list has dozens of rows on each product, one below the other, and its segments by turns.
      if (!row.repeats(PRODUCT)) bySegment = new Map();
      const subject = bySegment.get(row.text("Segment")) ?? subjectOf(row, products);
      if (subject === undefined) continue;
      bySegment.set(row.text("Segment"), subject);
      if (subject.isTrial) subject.product.trials += 1;
      else if (arePlain || isUsable(row, (line) => hasEnds && noteEnd(subject.product, table, line)))
        subject.product.lines.push(row.at);
    }
    const ended = hasEnds ? withEnds(table, products.values()) : table;
    return { offers: Array.from(products.values(), (product) => statementOf(product, ended, source)) };
  },
};

/** Columns that say, together with the segment, what a row is about. */
const PRODUCT = ["ProductId", "SkuId", "SkuTitle", "ProductTitle", "Tags"];

/** What a row is about. */
interface Subject {
  readonly product: Product;
  readonly isTrial: boolean;
}

interface Product {
  readonly productSku: string;
  readonly title: string;
  readonly segment: OfferStatement["segment"];
  /** Rows that give a price. */
  readonly lines: number[];
  /** By market, and place of term and billing plan: what the newest line of each says of its end. */
  readonly ends: Map<string, LineEnd[]>;
  trials: number;
}

interface LineEnd {
  begins: number;
  /** First day off sale; undefined: none given. */
  offSaleFrom: PlainDate | undefined;
}

function subjectOf(row: CatalogueRow, products: Map<string, Product>): Subject | undefined {
  const productSku = productSkuOf(row);
  if (productSku === undefined) return undefined;
  const title = row.text("SkuTitle") || row.text("ProductTitle");
  const segment = segmentOf(title, row.text("Segment"));
  const key = `${productSku} ${segment}`;
  const product = products.get(key) ?? { productSku, title, segment, lines: [], ends: new Map(), trials: 0 };
  products.set(key, product);
  return { product, isTrial: isTrialText(title, row.text("Tags")) };
}

/** A list may have a line twice, with overlapping days: the latest begun tells. */
function noteEnd({ ends }: Product, table: PriceTable, row: CatalogueRow): void {
  const market = valueAt(table.market, row.at);
  const ofMarket = ends.get(market) ?? [];
  if (ofMarket.length === 0) ends.set(market, ofMarket);
  const begins = valueAt(table.from, row.at) ?? Number.NEGATIVE_INFINITY;
  const offSaleFrom = endOfSaleOf(row);
  const place = placeOf(table, row.at);
  const known = ofMarket[place];
  if (known === undefined) ofMarket[place] = { begins, offSaleFrom };
  else if (begins >= known.begins) {
    known.begins = begins;
    known.offSaleFrom = offSaleFrom;
  }
}

/** The table, its lines with their first day off sale. */
function withEnds(table: PriceTable, products: Iterable<Product>): PriceTable {
  const values: (PlainDate | undefined)[] = [undefined];
  const codes = table.offSaleFrom.codes.slice();
  for (const { lines, ends } of products) {
    for (const line of lines) {
      const offSaleFrom = ends.get(valueAt(table.market, line))?.[placeOf(table, line)]?.offSaleFrom;
      if (offSaleFrom !== undefined) codes[line] = values.push(offSaleFrom) - 1;
    }
  }
  return { ...table, offSaleFrom: { values, codes } };
}

/** Of term and billing plan, among all pairs of them. */
function placeOf({ term, billing }: PriceTable, line: number): number {
  return TERMS.indexOf(valueAt(term, line)) * BILLINGS.length + BILLINGS.indexOf(valueAt(billing, line));
}

/** "12/31/2022 23:59" is the last day of sale, "1/1/2023 0:00" the first day without. */
function endOfSaleOf(row: CatalogueRow): PlainDate | undefined {
  const day = row.date("EndofSaleDate");
  if (day === undefined) return undefined;
  return /\b(?:23|11):59\b/.test(row.text("EndofSaleDate")) ? addDays(day, 1) : day;
}

function statementOf(product: Product, table: PriceTable, source: string): OfferStatement {
  const { productSku, title, segment, lines, ends, trials } = product;
  const saleFacts = [...endsOfSale(ends)].map(
    ([market, from]): SaleFact => ({
      status: "endOfSale",
      from,
      until: undefined,
      countries: market === "" ? undefined : { only: new Set([market]) },
      successors: [],
      decides: true,
      note: "",
      source,
    }),
  );
  return {
    about: { space: "productSku", id: productSku },
    segment,
    name: title,
    isSaleName: true,
    productSku,
    ...(trials > 0 && lines.length === 0 ? { isTrial: true } : {}),
    ...(lines.length === 0 ? {} : { prices: { parts: [{ table, rows: lines }] } }),
    ...(saleFacts.length === 0 ? {} : { saleFacts }),
  };
}

/** First day off sale, by market: a product is off sale where nothing of it is sold in any term. */
function endsOfSale(ends: Product["ends"]): ReadonlyMap<string, PlainDate> {
  const ending = new Map<string, PlainDate>();
  for (const [market, lines] of ends) {
    // What the list does not have is a hole, and passed over.
    const days = lines.map(({ offSaleFrom }) => offSaleFrom ?? Number.POSITIVE_INFINITY);
    const last = days.reduce((latest, day) => Math.max(latest, day));
    if (Number.isFinite(last)) ending.set(market, last as PlainDate);
  }
  return ending;
}
