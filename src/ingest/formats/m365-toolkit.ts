import { readBilling, readGraphStatus, readTerm, readYesNo } from "../../cells/words.ts";
import { defineFormat } from "./format.ts";
import { termEndFromLifecycle } from "./next-lifecycle.ts";
import { tenantColumns } from "./tenant-columns.ts";

/** The tool says that it does not know, or repeats that it is a trial. */
const NO_TERM = /^(unknown|trial|n\/a)$/i;

/**
 * Licence report of m365-toolkit (Export-LicenseDetails.ps1), a row a subscription. `Renewal Date` is the day of Graph's
 * nextLifecycleDateTime, so that the term ends on the day before. `Assigned Licenses` is the tenant's count of the SKU,
 * repeated on each of its rows. `Commitment` and `Billing` are what the script makes of the days from creation to renewal.
 */
export const m365Toolkit = defineFormat({
  id: "m365-toolkit",
  title: "m365-toolkit licence report (Export-LicenseDetails)",
  record: "subscription",
  columns: {
    productName: { as: "product_name", names: ["Subscription Name"] },
    status: { as: "status", names: ["Status"] },
    seats: { as: "seats", names: ["Total Licenses"] },
    assigned: { as: "assigned_seats", names: ["Assigned Licenses"] },
    created: { as: "start", names: ["Created Date"], isDate: true },
    renewal: { as: "term_end", names: ["Renewal Date"], isDate: true },
    commitment: { as: "term", names: ["Commitment"] },
    billing: { as: "billing", names: ["Billing"] },
    isTrial: { as: "is_trial", names: ["Is Trial"] },
    id: { as: "subscription_id", names: ["Subscription ID"] },
    partNumber: { as: "product_id", names: ["SKU Part Number"] },
    skuId: { as: "product_id", names: ["SKU ID"] },
    ...tenantColumns,
  },
  needs: [["productName"], ["seats"], ["assigned"], ["renewal"], ["commitment"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: true,

  read(row) {
    const productIds = row.ids("skuId", "partNumber");
    const productName = row.text("productName");
    if (productIds.length === 0 && productName === "") row.missing(["productName", "skuId", "partNumber"], "a product");
    const status = row.word("status", "status", readGraphStatus);
    const isKnown = (text: string) => !NO_TERM.test(text);
    const isTrial = row.word("isTrial", "is_trial", readYesNo);
    return {
      kind: "subscription",
      tenantId: row.id("tenantId"),
      domain: row.text("domain"),
      customer: row.text("customer"),
      country: "",
      id: row.id("id"),
      productIds,
      productName,
      seats: row.seats("seats", status === "deleted" ? 0 : 1),
      assignedInTenant: row.assignedSeats("assigned"),
      status,
      term: isKnown(row.text("commitment")) ? row.word("commitment", "term", readTerm) : undefined,
      billing: isKnown(row.text("billing")) ? row.word("billing", "billing", readBilling) : undefined,
      start: row.date("created", "start"),
      termEnd: termEndFromLifecycle(row, "renewal", status),
      isTrial: isTrial ?? (/^trial$/i.test(row.text("commitment")) ? true : undefined),
    };
  },
});
