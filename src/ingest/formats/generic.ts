import { readBilling, readChannel, readSegment, readStatus, readTerm, readYesNo } from "../../cells/words.ts";
import { defineFormat } from "./format.ts";
import { genericColumns } from "./generic-columns.ts";

/** The documented template, under its own names or those that exports in five languages use. */
export const generic = defineFormat({
  id: "generic",
  title: "Generic template; header names in en, pt, de, es, fr",
  record: "subscription",
  columns: genericColumns,
  needs: [["product_id", "product_name", "sku_id"], ["seats"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: false,

  read(row) {
    const productIds = withSku(row.ids("product_id"), row.id("sku_id"));
    const productName = row.name("product_name");
    if (productIds.length === 0 && productName === "") {
      row.missing(["product_id", "product_name"], "a product id or a product name");
    }
    return {
      kind: "subscription",
      tenantId: row.id("tenant_id"),
      domain: row.name("domain"),
      customer: row.name("customer"),
      country: row.text("country"),
      id: row.id("subscription_id"),
      parentId: row.id("parent_subscription_id"),
      productIds,
      productName,
      seats: row.seats("seats"),
      assignedSeats: row.assignedSeats("assigned_seats"),
      status: row.word("status", "status", readStatus),
      segment: row.word("segment", "segment", readSegment),
      channel: row.word("channel", "channel", readChannel),
      term: row.word("term", "term", readTerm),
      billing: row.word("billing", "billing", readBilling),
      start: row.date("start", "start"),
      termEnd: row.date("term_end", "termEnd"),
      autoRenew: row.word("auto_renew", "auto_renew", readYesNo),
      isTrial: row.word("is_trial", "is_trial", readYesNo),
      unitPrice: row.money("unit_price"),
      currency: row.text("currency"),
      partnerTenantId: row.id("partner_tenant_id"),
    };
  },
});

const PRODUCT_ID = /^[A-Z0-9]{12}$/i;
const SKU_ID = /^[A-Z0-9]{1,4}$/i;

/** ProductId and SkuId in columns of their own are one id; any other SKU is an id by itself. */
function withSku(productIds: string[], sku: string): string[] {
  const [productId] = productIds;
  if (sku === "") return productIds;
  if (productId !== undefined && PRODUCT_ID.test(productId) && SKU_ID.test(sku)) return [`${productId}:${sku}`];
  return [...productIds, sku];
}
