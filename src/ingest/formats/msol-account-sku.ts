import { defineFormat } from "./format.ts";
import { tenantColumns } from "./tenant-columns.ts";

/**
 * Get-MsolAccountSku as CSV, with the four columns of its table or all of its properties. `AccountSkuId` is account and
 * part number in one: `contoso:ENTERPRISEPACK`. The account is the first part of the tenant's first domain, and no
 * customer's name: whose export it is, is told as for every export of one tenant.
 */
export const msolAccountSku = defineFormat({
  id: "msol-account-sku",
  title: "MSOnline account SKUs (Get-MsolAccountSku)",
  record: "usage",
  columns: {
    accountSkuId: { as: "product_id", names: ["AccountSkuId"] },
    active: { as: "recognition only", names: ["ActiveUnits"] },
    assigned: { as: "assigned_seats", names: ["ConsumedUnits"] },
    skuId: { as: "product_id", names: ["SkuId"] },
    partNumber: { as: "product_id", names: ["SkuPartNumber"] },
    ...tenantColumns,
    accountId: { as: "tenant_id", names: ["AccountObjectId"] },
    accountName: { as: "customer", names: ["AccountName"] },
  },
  needs: [["accountSkuId"], ["active"], ["assigned"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: true,

  read(row) {
    const skuId = row.id("skuId");
    const partNumber = row.id("partNumber") || partNumberOf(row.id("accountSkuId"));
    const productIds = [skuId, partNumber].filter((id) => id !== "");
    if (productIds.length === 0) row.problem("accountSkuId", "an id such as contoso:ENTERPRISEPACK", "Fill in the id.");
    const tenantId = row.id("tenantId") || row.id("accountId");
    const name = row.text("customer");
    return {
      kind: "usage",
      tenantId,
      domain: row.text("domain"),
      // Beside the tenant's id the account is better than no name.
      customer: name || (tenantId === "" ? "" : row.text("accountName")),
      isAccountName: name === "",
      country: "",
      productIds,
      productName: "",
      assignedSeats: row.assignedSeats("assigned", true) ?? 0,
    };
  },
});

function partNumberOf(accountSkuId: string): string {
  return accountSkuId.slice(accountSkuId.lastIndexOf(":") + 1).trim();
}
