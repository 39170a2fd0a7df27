import { defineFormat } from "./format.ts";
import { phrases } from "./phrases.ts";
import { tenantColumns } from "./tenant-columns.ts";

/**
 * The Licences page of the Microsoft 365 admin centre: one row a product of the tenant. The totals are of all its
 * subscriptions of the product and the renewal date is of one of them, so that only the assigned seats are a fact to use.
 */
export const adminCentreLicences = defineFormat({
  id: "admin-centre-licences",
  title: "Microsoft 365 admin centre, Licences page",
  record: "usage",
  columns: {
    productName: { as: "product_name", names: phrases("Product (Title|name)") },
    total: { as: "recognition only", names: phrases("Total (Licenses|licences)") },
    expired: { as: "recognition only", names: phrases("Expired (Licenses|licences)") },
    assigned: { as: "assigned_seats", names: phrases("Assigned (licenses|licences)") },
    ...tenantColumns,
  },
  needs: [["productName"], ["total"], ["expired"], ["assigned"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: true,

  read(row) {
    return {
      kind: "usage",
      tenantId: row.id("tenantId"),
      domain: row.text("domain"),
      customer: row.text("customer"),
      country: "",
      productIds: [],
      productName: row.required("productName", "a product name"),
      assignedSeats: row.assignedSeats("assigned", true) ?? 0,
    };
  },
});
