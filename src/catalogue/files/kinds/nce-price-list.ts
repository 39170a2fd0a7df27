import { readBilling, readTerm } from "../../../cells/words.ts";
import type { Price } from "../../../model/offer.ts";
import { addDays, type PlainDate } from "../../../model/plain-date.ts";
import { BILLINGS, type Billing, TERMS, type Term } from "../../../model/subscription.ts";
import type { SaleFact } from "../../catalogue.ts";
import type { OfferStatement } from "../../statement.ts";
import type { CatalogueKind, CatalogueRow } from "../catalogue-kind.ts";
import { isTrialText, productSkuOf, segmentOf } from "../cells.ts";

const MONTHS: Readonly<Record<Term, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };
const BILLING_OF: Readonly<Record<Term, Billing>> = { P1M: "monthly", P1Y: "annual", P3Y: "triennial" };

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
    let bySegment = new Map<string, Subject>();
    for (const row of rows) {
      // A list has dozens of rows on each product, one below the other, and its segments by turns.
      if (!row.repeats(PRODUCT)) bySegment = new Map();
      const subject = bySegment.get(row.text("Segment")) ?? subjectOf(row, products);
      if (subject === undefined) continue;
      bySegment.set(row.text("Segment"), subject);
      const { product } = subject;
      if (subject.isTrial) product.trials += 1;
      else addLine(product, row, source);
    }
    return { offers: [...products.values()].map((product) => statementOf(product, source)) };
  },
};

/** Columns that say, together with the segment, what a row is about. */
const PRODUCT = ["ProductId", "SkuId", "SkuTitle", "ProductTitle", "Tags"];

const inCapitals = (text: string) => text.toUpperCase();

/** What a row is about. */
interface Subject {
  readonly product: Product;
  readonly isTrial: boolean;
}

interface Product {
  readonly productSku: string;
  readonly title: string;
  readonly segment: OfferStatement["segment"];
  readonly prices: Price[];
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
  const product = products.get(key) ?? { productSku, title, segment, prices: [], ends: new Map(), trials: 0 };
  products.set(key, product);
  return { product, isTrial: isTrialText(title, row.text("Tags")) };
}

function addLine(product: Product, row: CatalogueRow, source: string): void {
  const term = row.meaning("TermDuration", readTerm);
  if (term === undefined) {
    row.problem("TermDuration", "P1M, P1Y or P3Y", "correct it; this price is not used");
    return;
  }
  const billing = row.meaning("BillingPlan", readBilling) ?? BILLING_OF[term];
  const market = row.meaning("Market", inCapitals);
  const from = row.date("EffectiveStartDate");
  noteEnd(product, { market, term, billing, from }, endOfSaleOf(row));
  const amount = row.amount("UnitPrice");
  if (amount === undefined && row.text("UnitPrice") !== "") return;
  product.prices.push({
    term,
    billing,
    market,
    currency: row.meaning("Currency", inCapitals),
    perMonth: amount === undefined ? undefined : amount / MONTHS[term],
    fromSeats: row.amount("PricingTierRangeMin") ?? 0,
    toSeats: row.amount("PricingTierRangeMax") ?? Number.POSITIVE_INFINITY,
    from,
    until: row.date("EffectiveEndDate"),
    source,
  });
}

type Line = Pick<Price, "market" | "term" | "billing" | "from">;

/** A list may have a line twice, with overlapping days: the latest begun tells. */
function noteEnd({ ends }: Product, line: Line, offSaleFrom: PlainDate | undefined): void {
  const ofMarket = ends.get(line.market) ?? [];
  if (ofMarket.length === 0) ends.set(line.market, ofMarket);
  const begins = line.from ?? Number.NEGATIVE_INFINITY;
  const known = ofMarket[placeOf(line)];
  if (known === undefined) ofMarket[placeOf(line)] = { begins, offSaleFrom };
  else if (begins >= known.begins) {
    known.begins = begins;
    known.offSaleFrom = offSaleFrom;
  }
}

function endOf({ ends }: Product, line: Line): PlainDate | undefined {
  return ends.get(line.market)?.[placeOf(line)]?.offSaleFrom;
}

/** Of term and billing plan, among all pairs of them. */
function placeOf({ term, billing }: Line): number {
  return TERMS.indexOf(term) * BILLINGS.length + BILLINGS.indexOf(billing);
}

/** "12/31/2022 23:59" is the last day of sale, "1/1/2023 0:00" the first day without. */
function endOfSaleOf(row: CatalogueRow): PlainDate | undefined {
  const day = row.date("EndofSaleDate");
  if (day === undefined) return undefined;
  return /\b(?:23|11):59\b/.test(row.text("EndofSaleDate")) ? addDays(day, 1) : day;
}

function statementOf(product: Product, source: string): OfferStatement {
  const { productSku, title, segment, prices, ends, trials } = product;
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
  const dated = prices.map((price) => {
    const offSaleFrom = endOf(product, price);
    return offSaleFrom === undefined ? price : { ...price, offSaleFrom };
  });
  return {
    about: { space: "productSku", id: productSku },
    segment,
    name: title,
    isSaleName: true,
    productSku,
    ...(trials > 0 && prices.length === 0 ? { isTrial: true } : {}),
    ...(prices.length === 0 ? {} : { prices: dated }),
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
