import { readGraphStatus, readYesNo } from "../../cells/words.ts";
import { defineFormat } from "./format.ts";
import { genericColumns } from "./generic-columns.ts";
import { termEndFromLifecycle } from "./next-lifecycle.ts";
import { tenantColumns } from "./tenant-columns.ts";

/**
 * Get-MsolSubscription as CSV, and the report that scripts have made of it for many tenants
 * (`Company,Skupartnumber,RenewalDate,TotalLicenses,status`, day first). `NextLifecycleDate` is the moment that Graph calls
 * nextLifecycleDateTime; `RenewalDate` is taken as the report states it.
 */
export const msolSubscription = defineFormat({
  id: "msol-subscription",
  title: "MSOnline subscriptions (Get-MsolSubscription)",
  record: "subscription",
  columns: {
    // The directory's own id of the subscription is the second choice, as in Graph.
    ocpId: { as: "subscription_id", names: ["OcpSubscriptionId"] },
    objectId: { as: "subscription_id", names: ["ObjectId"] },
    skuId: { as: "product_id", names: ["SkuId"] },
    partNumber: { as: "product_id", names: ["SkuPartNumber"] },
    productName: { as: "product_name", names: genericColumns.product_name.names },
    seats: { as: "seats", names: ["TotalLicenses", "TotalLicences"] },
    status: { as: "status", names: ["Status"] },
    created: { as: "start", names: ["DateCreated"], isDate: true },
    nextLifecycle: { as: "term_end", names: ["NextLifecycleDate"], isDate: true },
    renewal: { as: "term_end", names: ["RenewalDate"], isDate: true, dateOrder: "dmy" },
    isTrial: { as: "is_trial", names: ["IsTrial"] },
    ...tenantColumns,
    term: { as: "another export", names: genericColumns.term.names },
    billing: { as: "another export", names: genericColumns.billing.names },
    id: { as: "another export", names: genericColumns.subscription_id.names },
  },
  needs: [["skuId", "partNumber"], ["seats"], ["status"], ["nextLifecycle", "renewal"]],
  // The report has no more than its five columns; a fuller list with a renewal date is a portal's.
  isOther: (has) => !has("nextLifecycle") && (has("term") || has("billing") || has("id")),
  dateOrder: undefined,
  channel: undefined,
  // One cmdlet's rows are of one tenant, those of the report of the company that each names.
  isOneTenant: false,

  read(row) {
    const productIds = row.ids("skuId", "partNumber");
    const productName = row.text("productName");
    if (productIds.length === 0 && productName === "") row.missing(["skuId", "partNumber"], "a skuId or skuPartNumber");
    const status = row.word("status", "status", readGraphStatus);
    const isInTerm = status === undefined || status === "active";
    const lifecycleEnd = termEndFromLifecycle(row, "nextLifecycle", status);
    const renewal = row.date("renewal", "termEnd", (date) => (isInTerm ? date : undefined));
    return {
      kind: "subscription",
      tenantId: row.id("tenantId"),
      domain: row.text("domain"),
      customer: row.text("customer"),
      country: "",
      id: row.id("ocpId") || row.id("objectId"),
      productIds,
      productName,
      seats: row.seats("seats", status === "deleted" ? 0 : 1),
      status,
      start: row.date("created", "start"),
      termEnd: lifecycleEnd ?? renewal,
      isTrial: row.word("isTrial", "is_trial", readYesNo),
    };
  },
});
