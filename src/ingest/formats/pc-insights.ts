import { isNothing } from "../../cells/text.ts";
import { readChannel, readSegment, readStatus, readYesNo } from "../../cells/words.ts";
import { dayOf } from "../../model/plain-date.ts";
import type { Channel, Segment } from "../../model/subscription.ts";
import { defineFormat } from "./format.ts";

/**
 * Partner Center insights, system query SeatsSubscriptionsAndRevenue: a row a subscription and month, with the seats sold
 * and assigned. The newest month counts; see assemble/snapshots.ts. Revenue is no price: it is of the month, in USD, and
 * after credits. Source: `insights-programmatic-system-queries.md` (2021-07-14).
 */
export const pcInsights = defineFormat({
  id: "pc-insights",
  title: "Partner Center insights, SeatsSubscriptionsAndRevenue",
  record: "subscription",
  columns: {
    tenantId: { as: "tenant_id", names: ["CustomerTenantId"] },
    customer: { as: "customer", names: ["CustomerName"] },
    country: { as: "country", names: ["CustomerMarket"] },
    id: { as: "subscription_id", names: ["SubscriptionId"] },
    sku: { as: "product_id", names: ["SKU"] },
    partNumber: { as: "product_id", names: ["ProductPartNumber"] },
    rawName: { as: "product_name", names: ["RawProductName"] },
    product: { as: "product_name", names: ["Product"] },
    reportingName: { as: "product_name", names: ["ReportingProductName"] },
    seats: { as: "seats", names: ["TotalSoldSeats"] },
    assigned: { as: "assigned_seats", names: ["TotalAssignedSeats"] },
    status: { as: "status", names: ["SubscriptionState"] },
    start: { as: "start", names: ["SubscriptionStartDate"], isDate: true },
    termEnd: { as: "term_end", names: ["SubscriptionEndDate"], isDate: true },
    autoRenew: { as: "auto_renew", names: ["IsAutoRenew"] },
    pricingLevel: { as: "segment", names: ["PricingLevel"] },
    salesChannel: { as: "channel", names: ["SalesChannel"] },
    month: { as: "month of the row", names: ["month"], isDate: true },
    isDuplicate: { as: "duplicate row", names: ["IsDuplicateRowForPGA"] },
  },
  needs: [
    ["tenantId", "customer"],
    ["id"],
    ["seats"],
    ["rawName", "product", "reportingName", "sku", "partNumber"],
    ["assigned", "status", "month", "isDuplicate"],
  ],
  dateOrder: "mdy",
  channel: undefined,
  isOneTenant: false,

  read(row) {
    const productIds = row.ids("sku", "partNumber").filter((id) => !isNothing(id));
    const productName = NAMES.map((column) => row.text(column)).find((name) => !isNothing(name)) ?? "";
    if (productIds.length === 0 && productName === "") {
      const filled = PRODUCTS.find((column) => row.text(column) !== "");
      if (filled === undefined) row.missing(PRODUCTS, "a product");
      else row.problem(filled, "a product", "Fill in a product.");
    }
    const status = row.word("status", "status", readStatus);
    const isDuplicate = readYesNo(row.text("isDuplicate")) ?? false;
    return {
      kind: "subscription",
      tenantId: row.id("tenantId"),
      domain: "",
      customer: row.text("customer"),
      country: row.text("country"),
      id: row.required("id", "a subscription id"),
      productIds,
      productName,
      seats: row.seats("seats", status === "deleted" ? 0 : 1),
      assignedSeats: row.assignedSeats("assigned"),
      status,
      segment: specialSegment(row.text("pricingLevel")),
      channel: statedChannel(row.text("salesChannel")),
      start: row.date("start", "start"),
      termEnd: row.date("termEnd", "termEnd"),
      autoRenew: row.word("autoRenew", "auto_renew", readYesNo),
      snapshot: { month: firstOfMonth(row.text("month")) ?? row.date("month", "month"), isDuplicate },
    };
  },
});

/** As it was sold first: the other names leave the segment out, and put several offers together. */
const NAMES = ["rawName", "product", "reportingName"] as const;
const PRODUCTS = [...NAMES, "sku", "partNumber"] as const;

/** "Corporate" is what everything else is priced at, too; only a special price level tells the segment. */
function specialSegment(pricingLevel: string): Segment | undefined {
  const segment = readSegment(pricingLevel);
  return segment === "commercial" ? undefined : segment;
}

/** "CSP" is two channels, and "Direct" may be a partner that bills directly: the product's id tells those. */
function statedChannel(salesChannel: string): Channel | undefined {
  const channel = readChannel(salesChannel);
  return channel === "ea" || channel === "open" ? channel : undefined;
}

const MONTH_OF_YEAR = /^(\d{4})[-/]?(\d{2})$/;

function firstOfMonth(text: string): ReturnType<typeof dayOf> {
  const match = MONTH_OF_YEAR.exec(text);
  return match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), 1);
}
