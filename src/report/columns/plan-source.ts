import { word } from "../../locale/sentence.ts";
import type { PlannedSubscription } from "../../model/plan.ts";
import type { UnreadValue } from "../../model/subscription.ts";
import type { Column } from "../table.ts";
import { countriesText, partnerIdOf, sourceOfferText, yesNo } from "./words.ts";

/** Which row it is: the first columns of plan.csv. */
export const rowColumns: readonly Column<PlannedSubscription>[] = [
  {
    key: "key",
    title: "key",
    kind: "id",
    width: 18,
    note: "Names this row in every run and every file of the plan. Do not change it.",
    value: (planned) => planned.subscription.key,
  },
  {
    key: "status",
    title: "Status",
    kind: "text",
    width: 11,
    note: "ready: can be moved. review: a person must look. blocked: cannot be moved as it is. excluded: nothing to move.",
    marks: "status",
    value: (planned) => word(planned.status, "status"),
  },
  {
    key: "customer",
    title: "Customer",
    kind: "text",
    width: 26,
    note: "Name of the customer; where no export has one, its domain or tenant id.",
    value: (planned) => planned.subscription.customer.name,
  },
  {
    key: "tenant_id",
    title: "Tenant id",
    kind: "id",
    width: 38,
    note: "The customer's Microsoft tenant.",
    value: (planned) => planned.subscription.customer.tenantId,
  },
  {
    key: "domain",
    title: "Domain",
    kind: "text",
    width: 28,
    note: "The customer's primary domain.",
    value: (planned) => planned.subscription.customer.domain,
  },
  {
    key: "country",
    title: "Country",
    kind: "text",
    width: 11,
    note: "Country of the tenant (two letters). More than one: the exports disagree.",
    value: (planned) => countriesText(planned.subscription.customer),
  },
  {
    key: "partner",
    title: "Partner",
    kind: "text",
    width: 14,
    note: "Id of the partner location that can serve the tenant. Empty: none can, or the country is not known.",
    value: (planned) => partnerIdOf(planned.tenant.region),
  },
  {
    key: "source_file",
    title: "Source file",
    kind: "text",
    width: 30,
    note: "The export that the row was read from.",
    value: (planned) => planned.subscription.place.file,
  },
  {
    key: "source_row",
    title: "Source row",
    kind: "integer",
    width: 13,
    note: "The row in that export, counted as a spreadsheet counts it.",
    value: (planned) => planned.subscription.place.row,
  },
];

/** What the subscription is today, as exported. */
export const sourceColumns: readonly Column<PlannedSubscription>[] = [
  {
    key: "subscription_id",
    title: "Subscription id",
    kind: "id",
    width: 38,
    note: "As exported.",
    value: (planned) => planned.subscription.id,
  },
  {
    key: "parent_subscription_id",
    title: "Parent subscription id",
    kind: "id",
    width: 38,
    note: "For an add-on: the subscription it belongs to.",
    value: (planned) => planned.subscription.parentId,
  },
  {
    key: "source_product_id",
    title: "Source product id",
    kind: "id",
    width: 38,
    note: "Product id as exported: ProductId:SkuId, legacy offer id, tenant skuId or skuPartNumber.",
    value: (planned) => planned.subscription.product.ids[0],
  },
  {
    key: "source_offer",
    title: "Source offer",
    kind: "text",
    width: 30,
    note: "Product name as exported; where the export has none, the product id.",
    value: (planned) => sourceOfferText(planned.subscription.product),
  },
  {
    key: "channel",
    title: "Channel",
    kind: "text",
    width: 12,
    note: "How it was bought: csp-nce, csp-legacy, direct, ea, open or unknown.",
    value: (planned) => planned.channel,
  },
  {
    key: "segment",
    title: "Segment",
    kind: "text",
    width: 13,
    note: "commercial, education, government or nonprofit. Segments are never mixed.",
    value: (planned) => word(planned.identity.segment, "segment"),
  },
  {
    key: "term",
    title: "Term",
    kind: "text",
    width: 9,
    note: "P1M a month, P1Y a year, P3Y three years. Empty: the export does not say. Any other word is as exported.",
    value: ({ subscription }) => subscription.term ?? unreadText(subscription.unread, "term"),
  },
  {
    key: "billing",
    title: "Billing",
    kind: "text",
    width: 11,
    note: "monthly, annual or triennial. Empty: the export does not say. Any other word is as exported.",
    value: ({ subscription: { billing, unread } }) =>
      billing === undefined ? unreadText(unread, "billing") : word(billing, "billing"),
  },
  {
    key: "term_end",
    title: "Term end",
    kind: "date",
    width: 12,
    note: "Last day of service of the current term, inclusive.",
    value: (planned) => planned.slot.termEnd,
  },
  {
    key: "auto_renew",
    title: "Auto-renew",
    kind: "text",
    width: 13,
    note: "yes or no. Empty: the export does not say; it is planned as if yes.",
    value: (planned) => yesNo(planned.subscription.autoRenew),
  },
  {
    key: "seats",
    title: "Seats",
    kind: "integer",
    width: 8,
    note: "Seats purchased.",
    value: (planned) => planned.subscription.seats,
  },
  {
    key: "assigned_seats",
    title: "Assigned seats",
    kind: "integer",
    width: 17,
    note: "Seats of this product assigned in the whole tenant, over all its subscriptions. Empty: no export says.",
    value: (planned) => planned.productInTenant.assignedSeats,
  },
];

function unreadText(unread: readonly UnreadValue[], field: UnreadValue["field"]): string | undefined {
  return unread.find((value) => value.field === field)?.value;
}
