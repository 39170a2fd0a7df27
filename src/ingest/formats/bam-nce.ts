import { readBilling, readTerm } from "../../cells/words.ts";
import { defineFormat } from "./format.ts";

/** ncesubscriptions.csv of Microsoft's batch migration tool: header is the tool's property names, dates .NET invariant. */
export const bamNce = defineFormat({
  id: "bam-nce",
  title: "Microsoft batch migration tool, ncesubscriptions.csv",
  record: "subscription",
  columns: {
    partnerTenantId: { as: "partner tenant", names: ["PartnerTenantId"] },
    customer: { as: "customer", names: ["CustomerName"] },
    tenantId: { as: "tenant_id", names: ["CustomerTenantId"] },
    id: { as: "subscription_id", names: ["SubscriptionId"] },
    productName: { as: "product_name", names: ["ProductName"] },
    termEnd: { as: "term_end", names: ["ExpirationDate"], isDate: true },
    psa: { as: "product_id", names: ["Psa"] },
    term: { as: "term", names: ["Term"] },
    billing: { as: "billing", names: ["BillingPlan"] },
    seats: { as: "seats", names: ["SeatCount"] },
  },
  needs: [["tenantId"], ["id"], ["psa"], ["seats"], ["termEnd"]],
  dateOrder: "mdy",
  channel: "csp-nce",
  isOneTenant: false,

  read(row) {
    const productIds = row.ids("psa");
    const productName = row.text("productName");
    if (productIds.length === 0 && productName === "") row.missing(["psa", "productName"], "a product");
    return {
      kind: "subscription",
      tenantId: row.required("tenantId", "a tenant id"),
      domain: "",
      customer: row.text("customer"),
      country: "",
      id: row.required("id", "a subscription id"),
      productIds,
      productName,
      seats: row.seats("seats"),
      term: row.word("term", "term", readTerm),
      billing: row.word("billing", "billing", readBilling),
      termEnd: row.date("termEnd", "termEnd"),
      partnerTenantId: row.id("partnerTenantId"),
    };
  },
});
