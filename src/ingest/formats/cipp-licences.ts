import { say } from "../../locale/sentence.ts";
import { type CippSubscription, readTermInfo } from "./cipp-term-info.ts";
import type { SubscriptionDraft } from "./draft.ts";
import { defineFormat } from "./format.ts";
import type { RowReader } from "./row-reader.ts";

/**
 * Licence report of CIPP: a row is a product in a tenant with its assigned seats, and one of its cells lists the
 * subscriptions of the product. Each of them is planned, and counted as a row.
 */
export const cippLicences = defineFormat({
  id: "cipp-licences",
  title: "CIPP licence report",
  record: "subscription",
  columns: {
    tenant: { as: "domain", names: ["Tenant"] },
    productName: { as: "product_name", names: ["License"] },
    assigned: { as: "assigned_seats", names: ["CountUsed"] },
    seats: { as: "seats", names: ["TotalLicenses"] },
    termInfo: { as: "subscription_id, seats, status, term, term_end, is_trial", names: ["TermInfo"] },
    skuId: { as: "product_id", names: ["skuId"] },
    partNumber: { as: "product_id", names: ["skuPartNumber"] },
  },
  needs: [["tenant"], ["productName"], ["assigned"], ["seats"], ["skuId", "partNumber"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: false,

  read(row) {
    const productName = row.text("productName");
    const productIds = [...row.ids("skuId"), ...partNumber(row.text("partNumber"))];
    if (productIds.length === 0 && productName === "") row.missing(["skuId", "productName"], "a product");
    const [first, ...others] = subscriptionsOf(row);
    const product = { productIds, productName };
    const customer = customerOf(row.text("tenant"));
    return {
      ...draftOf(first, customer, product),
      seats: first?.seats ?? row.seats("seats", first?.status === "deleted" ? 0 : 1),
      assignedInTenant: row.assignedSeats("assigned"),
      others: others.map((other) => draftOf(other, customer, product)),
    };
  },
});

type Column = "termInfo" | "seats";
type Customer = Pick<SubscriptionDraft, "tenantId" | "domain" | "customer" | "country">;
type Product = Pick<SubscriptionDraft, "productIds" | "productName">;

/** None, where the cell lists none: then the row is a subscription of which only the seats are known. */
function subscriptionsOf(row: RowReader<Column>): readonly CippSubscription[] {
  const listed = readTermInfo(row.text("termInfo"), "TermInfo");
  if ("expected" in listed) {
    row.problem("termInfo", listed.expected, listed.remedy, listed.value);
    return [];
  }
  // The row's total is of all, so that it stands in for a single one only.
  const isOnlyOne = listed.length === 1;
  const hasSeats = ({ seats, status }: CippSubscription) =>
    seats === undefined ? isOnlyOne : seats > 0 || status === "deleted";
  const empty = listed.find((each) => !hasSeats(each));
  if (empty !== undefined) {
    const remedy = "Give TotalLicenses of each subscription in the list, or take those without seats out.";
    row.problem("termInfo", say`at least 1 seat for subscription "${empty.id}"`, remedy, String(empty.seats ?? ""));
  }
  return listed;
}

function draftOf(listed: CippSubscription | undefined, customer: Customer, product: Product): SubscriptionDraft {
  return {
    kind: "subscription",
    ...customer,
    ...product,
    id: listed?.id ?? "",
    seats: listed?.seats ?? 0,
    status: listed?.status,
    term: listed?.term,
    termEnd: listed?.termEnd,
    isTrial: listed?.isTrial,
    unread: listed?.unread ?? [],
  };
}

/** Older reports have the product's name in this column, too. */
function partNumber(text: string): readonly string[] {
  return text === "" || text.includes(" ") ? [] : [text];
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const DOMAIN = /^[^\s@]+\.[^\s@.]+$/;

/** The tenant's default domain; where a report has been edited, its id or name. */
function customerOf(tenant: string): Customer {
  const isId = GUID.test(tenant);
  const isDomain = !isId && DOMAIN.test(tenant);
  return {
    tenantId: isId ? tenant : "",
    domain: isDomain ? tenant : "",
    customer: isId || isDomain ? "" : tenant,
    country: "",
  };
}
