import { readStatus } from "../../cells/words.ts";
import { defineFormat } from "./format.ts";
import { genericColumns } from "./generic-columns.ts";

/**
 * "Export subscriptions" of one customer in Partner Center: `Subscription ID,Subscription,Quantity,Status,Reseller`. It names
 * neither the customer nor a product id, and tells no end date; none is made up.
 */
export const pcCustomerSubscriptions = defineFormat({
  id: "pc-customer-subscriptions",
  title: 'Partner Center "Export subscriptions" of one customer',
  record: "subscription",
  columns: {
    id: { as: "subscription_id", names: ["Subscription ID"] },
    productName: { as: "product_name", names: ["Subscription"] },
    seats: { as: "seats", names: ["Quantity"] },
    status: { as: "status", names: ["Status"] },
    reseller: { as: "recognition only", names: ["Reseller"] },
    tenantId: { as: "another export", names: genericColumns.tenant_id.names },
    customer: { as: "another export", names: genericColumns.customer.names },
    domain: { as: "another export", names: genericColumns.domain.names },
    productId: { as: "another export", names: genericColumns.product_id.names },
    termEnd: { as: "another export", names: genericColumns.term_end.names },
  },
  needs: [["id"], ["productName"], ["seats"], ["status"], ["reseller"]],
  // A list of a reseller's own may have these five columns, too; the template reads the others as well.
  isOther: (has) => has("tenantId") || has("customer") || has("domain") || has("productId") || has("termEnd"),
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: true,

  read(row) {
    const status = row.word("status", "status", readStatus);
    return {
      kind: "subscription",
      tenantId: "",
      domain: "",
      customer: "",
      country: "",
      id: row.id("id"),
      productIds: [],
      productName: row.required("productName", "a product name"),
      seats: row.seats("seats", status === "deleted" ? 0 : 1),
      status,
    };
  },
});
