import { readBilling, readStatus } from "../../cells/words.ts";
import type { Billing, SubscriptionStatus } from "../../model/subscription.ts";
import { defineFormat } from "./format.ts";
import { genericColumns } from "./generic-columns.ts";
import { perMonth } from "./per-month.ts";

const ADD_SEATS =
  'Fill in the number of seats bought in the column "Quantity", which rejected.csv has; the export itself does not tell it.';

/**
 * "Purchases" of an AppDirect marketplace (Telekom and others), a row an entitlement. The export knows the fee of an
 * order for all its seats, but not how many they are: they must stand in a column that somebody has added, under one of
 * the template's names for seats. The users assigned in the marketplace are fewer or none, and are not taken for them.
 */
export const appdirectPurchases = defineFormat({
  id: "appdirect-purchases",
  title: "AppDirect marketplace, Purchases",
  record: "subscription",
  columns: {
    customer: { as: "customer", names: ["Owner Company Name"] },
    id: { as: "subscription_id", names: ["Company Entitlement UUID"] },
    productName: { as: "product_name", names: ["Edition Name"] },
    orderId: { as: "recognition only", names: ["Active Order ID"] },
    frequency: { as: "billing", names: ["Active Order Frequency"] },
    fee: { as: "unit_price", names: ["Active Order Total Fee"] },
    currency: { as: "currency", names: ["Currency", "Active Order Currency"] },
    termEnd: { as: "term_end", names: ["Active Order Contract End Date"], isDate: true },
    start: { as: "start", names: ["Creation Date"], isDate: true },
    status: { as: "status", names: ["Status", "Entitlement Status"] },
    country: { as: "country", names: ["Owner Company Country", "Country"] },
    tenantId: { as: "tenant_id", names: genericColumns.tenant_id.names },
    domain: { as: "domain", names: genericColumns.domain.names },
    seats: {
      as: "seats",
      names: [
        ...["Active Order Quantity", "Active Order Units", "Number of Users", "User Count"],
        ...genericColumns.seats.names,
      ],
    },
  },
  needs: [["customer"], ["id"], ["productName"], ["fee", "frequency", "orderId"], ["termEnd"]],
  dateOrder: "dmy",
  channel: undefined,
  isOneTenant: false,
  toBeAdded: { column: "seats", name: "Quantity" },

  read(row) {
    const hasSeats = row.text("seats") !== "";
    if (!hasSeats) row.problem("seats", "a number of seats", ADD_SEATS);
    const seats = hasSeats ? row.seats("seats") : 0;
    const billing = row.word("frequency", "billing", readBilling);
    const fee = row.money("fee");
    const status = row.text("status");
    const isTrial = FREE_TRIAL.test(status);
    return {
      kind: "subscription",
      tenantId: row.id("tenantId"),
      domain: row.text("domain"),
      customer: row.required("customer", "a customer name"),
      country: row.text("country"),
      id: row.required("id", "an entitlement id"),
      productIds: [],
      productName: row.required("productName", "an edition name"),
      seats,
      status: isTrial ? trialStatus(status) : row.word("status", "status", readStatus),
      billing,
      start: row.date("start", "start"),
      termEnd: row.date("termEnd", "termEnd"),
      isTrial,
      unitPrice: unitPrice(fee, seats, billing),
      currency: row.text("currency") || currencyOf(row.text("fee")),
    };
  },
});

const FREE_TRIAL = /^free[ _-]?trial/i;

function trialStatus(status: string): SubscriptionStatus {
  return /expired/i.test(status) ? "expired" : "active";
}

/** The fee is of all seats for one billing period. A credit is no price. */
function unitPrice(fee: number | undefined, seats: number, billing: Billing | undefined): number | undefined {
  if (fee === undefined || fee < 0 || seats < 1 || billing === undefined) return undefined;
  return perMonth(fee / seats, billing);
}

/** A sign that stands for one currency alone, or a code. "$" is of many. */
function currencyOf(amount: string): string {
  if (amount.includes("€")) return "EUR";
  if (amount.includes("£")) return "GBP";
  return /\b[A-Z]{3}\b/.exec(amount)?.[0] ?? "";
}
