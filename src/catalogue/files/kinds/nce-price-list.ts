import { remembered } from "../../../cells/remembered.ts";
import { readBilling, readTerm } from "../../../cells/words.ts";
import type { Price } from "../../../model/offer.ts";
import { addDays, type PlainDate } from "../../../model/plain-date.ts";
import type { Billing, Term } from "../../../model/subscription.ts";
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
      else addPrice(product, row, source);
      const lastDay = endOfSaleOf(row);
      if (lastDay !== undefined) product.endOfSale.set(inCapitals(row.text("Market")), lastDay);
    }
    return { offers: [...products.values()].map((product) => statementOf(product, source)) };
  },
};

/** Columns that say, together with the segment, what a row is about. */
const PRODUCT = ["ProductId", "SkuId", "SkuTitle", "ProductTitle", "Tags"];

const inCapitals = remembered((text) => text.toUpperCase());

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
  /** First day off sale, by market. */
  readonly endOfSale: Map<string, PlainDate>;
  trials: number;
}

function subjectOf(row: CatalogueRow, products: Map<string, Product>): Subject | undefined {
  const productSku = productSkuOf(row);
  if (productSku === undefined) return undefined;
  const title = row.text("SkuTitle") || row.text("ProductTitle");
  const segment = segmentOf(title, row.text("Segment"));
  const key = `${productSku} ${segment}`;
  const product = products.get(key) ?? { productSku, title, segment, prices: [], endOfSale: new Map(), trials: 0 };
  products.set(key, product);
  return { product, isTrial: isTrialText(title, row.text("Tags")) };
}

function addPrice(product: Product, row: CatalogueRow, source: string): void {
  const term = readTerm(row.text("TermDuration"));
  if (term === undefined) {
    row.problem("TermDuration", "P1M, P1Y or P3Y", "correct it; this price is not used");
    return;
  }
  const amount = row.amount("UnitPrice");
  if (amount === undefined && row.text("UnitPrice") !== "") return;
  const plan = row.text("BillingPlan");
  product.prices.push({
    term,
    billing: readBilling(plan) ?? BILLING_OF[term],
    market: inCapitals(row.text("Market")),
    currency: inCapitals(row.text("Currency")),
    perMonth: amount === undefined ? undefined : amount / MONTHS[term],
    fromSeats: row.amount("PricingTierRangeMin") ?? 0,
    toSeats: row.amount("PricingTierRangeMax") ?? Number.POSITIVE_INFINITY,
    from: row.date("EffectiveStartDate"),
    until: row.date("EffectiveEndDate"),
    source,
  });
}

/** "12/31/2022 23:59" is the last day of sale, "1/1/2023 0:00" the first day without. */
function endOfSaleOf(row: CatalogueRow): PlainDate | undefined {
  const day = row.date("EndofSaleDate");
  if (day === undefined) return undefined;
  return /\b(?:23|11):59\b/.test(row.text("EndofSaleDate")) ? addDays(day, 1) : day;
}

function statementOf(
  { productSku, title, segment, prices, endOfSale, trials }: Product,
  source: string,
): OfferStatement {
  const saleFacts: SaleFact[] = [...endOfSale].map(([market, from]) => ({
    status: "endOfSale",
    from,
    until: undefined,
    countries: market === "" ? undefined : { only: new Set([market]) },
    successors: [],
    decides: true,
    note: "",
    source,
  }));
  return {
    about: { space: "productSku", id: productSku },
    segment,
    name: title,
    isSaleName: true,
    productSku,
    ...(trials > 0 && prices.length === 0 ? { isTrial: true } : {}),
    ...(prices.length === 0 ? {} : { prices, onSale: prices }),
    ...(saleFacts.length === 0 ? {} : { saleFacts }),
  };
}
