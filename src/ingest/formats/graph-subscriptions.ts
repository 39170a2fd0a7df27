import { readGraphStatus, readYesNo } from "../../cells/words.ts";
import { defineFormat } from "./format.ts";
import { termEndFromLifecycle } from "./next-lifecycle.ts";

/** Graph directory/subscriptions (companySubscription) as CSV, a tenant's own export. */
export const graphSubscriptions = defineFormat({
  id: "graph-subscriptions",
  title: "Graph directory/subscriptions (Get-MgDirectorySubscription)",
  record: "subscription",
  columns: {
    commerceId: { as: "subscription_id", names: ["commerceSubscriptionId"] },
    id: { as: "subscription_id", names: ["id"] },
    skuId: { as: "product_id", names: ["skuId"] },
    partNumber: { as: "product_id", names: ["skuPartNumber"] },
    seats: { as: "seats", names: ["totalLicenses"] },
    status: { as: "status", names: ["status"] },
    created: { as: "start", names: ["createdDateTime"], isDate: true },
    nextLifecycle: { as: "term_end", names: ["nextLifecycleDateTime"], isDate: true },
    isTrial: { as: "is_trial", names: ["isTrial"] },
    ownerTenantId: { as: "partner tenant", names: ["ownerTenantId"] },
  },
  needs: [["seats"], ["skuId", "partNumber"], ["commerceId", "id"], ["nextLifecycle", "created", "status"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: true,

  read(row) {
    const productIds = row.ids("skuId", "partNumber");
    if (productIds.length === 0) row.missing(["skuId", "partNumber"], "a skuId or skuPartNumber");
    const id = row.id("commerceId") || row.id("id");
    if (id === "") row.missing(["commerceId", "id"], "a subscription id");
    const status = row.word("status", "status", readGraphStatus);
    return {
      kind: "subscription",
      tenantId: "",
      domain: "",
      customer: "",
      country: "",
      id,
      productIds,
      productName: "",
      seats: row.seats("seats", status === "deleted" ? 0 : 1),
      status,
      start: row.date("created", "start"),
      termEnd: termEndFromLifecycle(row, "nextLifecycle", status),
      isTrial: row.word("isTrial", "is_trial", readYesNo),
      partnerTenantId: row.id("ownerTenantId"),
    };
  },
});
