import { defineFormat } from "./format.ts";

/** Graph subscribedSkus as CSV, from any of the tools that write it. Source: CLI for Microsoft 365, `entra license list`. */
export const graphSkus = defineFormat({
  id: "graph-skus",
  title: "Graph subscribedSkus, m365 entra license list, Get-MgSubscribedSku",
  record: "usage",
  columns: {
    tenantId: { as: "tenant_id", names: ["accountId"] },
    customer: { as: "customer", names: ["accountName"] },
    assigned: { as: "assigned_seats", names: ["consumedUnits"] },
    skuId: { as: "product_id", names: ["skuId"] },
    partNumber: { as: "product_id", names: ["skuPartNumber"] },
  },
  needs: [["assigned"], ["skuId", "partNumber"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: true,

  read(row) {
    const productIds = row.ids("skuId", "partNumber");
    if (productIds.length === 0) row.missing(["skuId", "partNumber"], "a skuId or skuPartNumber");
    return {
      kind: "usage",
      tenantId: row.id("tenantId"),
      domain: "",
      customer: row.text("customer"),
      isAccountName: true,
      country: "",
      productIds,
      productName: "",
      assignedSeats: row.assignedSeats("assigned", true) ?? 0,
    };
  },
});
