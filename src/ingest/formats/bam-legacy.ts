import { readBilling, readTerm, readYesNo } from "../../cells/words.ts";
import { defineFormat } from "./format.ts";

/**
 * subscriptions.csv of Microsoft's batch migration tool. `Term`, `BillingPlan` and `SeatCount` are what the migration
 * would make; the `Current...` columns are what the customer has. `NcePsa`, where filled, is Microsoft's own answer to which
 * new-commerce product this is: the surest id that the file has.
 */
export const bamLegacy = defineFormat({
  id: "bam-legacy",
  title: "Microsoft batch migration tool, subscriptions.csv",
  record: "subscription",
  columns: {
    partnerTenantId: { as: "partner tenant", names: ["PartnerTenantId"] },
    customer: { as: "customer", names: ["CustomerName"] },
    tenantId: { as: "tenant_id", names: ["CustomerTenantId"] },
    id: { as: "subscription_id", names: ["LegacySubscriptionId"] },
    ncePsa: { as: "product_id", names: ["NcePsa"] },
    productName: { as: "product_name", names: ["LegacyProductName"] },
    termEnd: { as: "term_end", names: ["ExpirationDate"], isDate: true },
    autoRenew: { as: "auto_renew", names: ["AutoRenewEnabled"] },
    term: { as: "term", names: ["CurrentTerm"] },
    billing: { as: "billing", names: ["CurrentBillingPlan"] },
    seats: { as: "seats", names: ["CurrentSeatCount"] },
    addOn: { as: "add-on", names: ["AddOn"] },
    parentId: { as: "parent_subscription_id", names: ["BaseSubscriptionId"] },
  },
  needs: [["tenantId"], ["id"], ["productName"], ["seats"], ["termEnd"]],
  dateOrder: "mdy",
  channel: "csp-legacy",
  isOneTenant: false,

  read(row) {
    const id = row.required("id", "a subscription id");
    const base = row.id("parentId");
    // The tool may repeat the subscription's own id for a base.
    const parentId = base.toLowerCase() === id.toLowerCase() ? "" : base;
    const productIds = row.ids("ncePsa");
    const productName = row.text("productName");
    if (productIds.length === 0 && productName === "") row.missing(["productName", "ncePsa"], "a product name");
    const isAddOn = row.word("addOn", "parent", readYesNo);
    return {
      kind: "subscription",
      tenantId: row.required("tenantId", "a tenant id"),
      domain: "",
      customer: row.text("customer"),
      country: "",
      id,
      parentId,
      productIds,
      productName,
      seats: row.seats("seats"),
      term: row.word("term", "term", readTerm),
      billing: row.word("billing", "billing", readBilling),
      termEnd: row.date("termEnd", "termEnd"),
      autoRenew: row.word("autoRenew", "auto_renew", readYesNo),
      isAddOn: isAddOn ?? parentId !== "",
      partnerTenantId: row.id("partnerTenantId"),
    };
  },
});
