import { type DateReading, readDate } from "../../cells/date.ts";
import { readMoney } from "../../cells/number.ts";
import { readChannel, readStatus, readTerm } from "../../cells/words.ts";
import type { DateOrder } from "../../model/configuration.ts";
import { addDays, type PlainDate } from "../../model/plain-date.ts";
import type { Billing, Term } from "../../model/subscription.ts";
import { defineFormat } from "./format.ts";
import { perMonth } from "./per-month.ts";
import type { RowReader } from "./row-reader.ts";

/**
 * Dicker Data's annuity workbook, sheet DETAILS, saved as CSV; its header stands below two lines of titles.
 * `REVALUATION PERIOD` is the renewal date, which the distributor's invoices show as the last day of the term. `END USAGE`
 * repeats the start and is no end of a term; only where it is the day before the revaluation is it the last day itself.
 * Prices are for one seat and the whole term that the stock code names.
 */
export const dickerData = defineFormat({
  id: "dicker-data",
  title: "Dicker Data annuity sheet (DETAILS)",
  record: "subscription",
  columns: {
    tenantId: { as: "tenant_id", names: ["TENANT ID"] },
    customer: { as: "customer", names: ["TENANT NAME"] },
    id: { as: "subscription_id", names: ["SUBSCRIPTION ID"] },
    stockCode: { as: "product_id", names: ["STOCK CODE"] },
    description: { as: "product_name", names: ["STOCK DESCRIPTION"] },
    reference: { as: "product_name", names: ["REFERENCE"] },
    seats: { as: "seats", names: ["QTY"] },
    chargeType: { as: "channel", names: ["CHARGE TYPE"] },
    status: { as: "status", names: ["STATUS"] },
    start: { as: "start", names: ["START USAGE"], isDate: true },
    endUsage: { as: "term_end", names: ["END USAGE"] },
    revaluation: { as: "term_end", names: ["REVALUATION PERIOD"], isDate: true },
    unitPrice: { as: "unit_price", names: ["UNIT PRICE"] },
    currency: { as: "currency", names: ["CURRENCY"] },
    domain: { as: "domain", names: ["DOMAIN"] },
  },
  needs: [["tenantId", "customer"], ["id"], ["stockCode"], ["seats"], ["revaluation"]],
  dateOrder: "dmy",
  channel: undefined,
  isOneTenant: false,

  read(row) {
    const { term, productId } = stockCode(row.id("stockCode"));
    const productName = row.text("description") || row.text("reference");
    if (productId === "" && productName === "") row.missing(["stockCode", "description"], "a product");
    const chargeType = row.text("chargeType");
    const isLicenceBased = ![row.text("description"), row.text("reference"), chargeType].some((text) =>
      NO_LICENCE.test(text),
    );
    const readPrefix = () => readTerm(term);
    const knownTerm = term === "" ? undefined : row.word("stockCode", "term", readPrefix);
    const price = row.money("unitPrice");
    return {
      kind: "subscription",
      tenantId: row.id("tenantId"),
      domain: row.text("domain"),
      customer: row.text("customer"),
      country: "",
      id: row.required("id", "a subscription id"),
      productIds: productId === "" ? [] : [productId],
      productName,
      seats: isLicenceBased ? row.seats("seats") : unitsBegun(row.text("seats")),
      status: row.word("status", "status", readStatus),
      channel: readChannel(chargeType),
      term: knownTerm,
      start: row.date("start", "start"),
      termEnd: termEnd(row),
      isLicenceBased,
      unitPrice: price === undefined || knownTerm === undefined ? undefined : perMonth(price, PERIOD[knownTerm]),
      currency: row.text("currency"),
    };
  },
});

// MODN is how the sheet marks Azure plans.
const NO_LICENCE = /\b(azure plan|reservations?|reserved|savings plan|perpetual|software|usage|consumption|modn)\b/i;

const PERIOD: Readonly<Record<Term, Billing>> = { P1M: "monthly", P1Y: "annual", P3Y: "triennial" };

const TERM_PREFIX = /^P\d+[DMY]$/i;

/** `P1Y:CFQ7TTC0LCHC:0002:1:` is a term, the ProductId, the SkuId, and more that is not told. The term may be missing. */
function stockCode(code: string): { readonly term: string; readonly productId: string } {
  const parts = code.split(":").map((part) => part.trim());
  const term = TERM_PREFIX.test(parts[0] ?? "") ? (parts.shift() ?? "") : "";
  const [productId = "", skuId = ""] = parts;
  return { term, productId: skuId === "" ? productId : `${productId}:${skuId}` };
}

/** Metered quantities are fractions, and excluded anyway. */
function unitsBegun(text: string): number {
  const reading = readMoney(text);
  return reading.kind === "number" ? Math.max(1, Math.ceil(Math.abs(reading.value))) : 1;
}

function termEnd(row: RowReader<"revaluation" | "endUsage">): PlainDate | undefined {
  const endUsage = readDate(row.text("endUsage"));
  return row.date("revaluation", "termEnd", (date, order) => {
    const dayBefore = addDays(date, -1);
    return mayBe(endUsage, dayBefore, order) ? dayBefore : date;
  });
}

/** In the order of the other date of the row. */
function mayBe(reading: DateReading, day: PlainDate, order: DateOrder | undefined): boolean {
  if (reading.kind === "day") return reading.date === day;
  if (reading.kind !== "either") return false;
  return order === undefined ? reading.dmy === day || reading.mdy === day : reading[order] === day;
}
