import { readBilling } from "../../cells/words.ts";
import { chargedSeats, readCharge } from "./charge.ts";
import { defineFormat } from "./format.ts";

/**
 * Partner Center legacy (licence-based) reconciliation file: one row is one charge line, as in the file of new commerce.
 * Its `OfferId` and `SubscriptionId` are billing's own: `DurableOfferId` is the id of the price list, and
 * `SyndicationPartnerSubscriptionNumber` the one of Partner Center. Source: `license-based-recon-files.md`.
 */
export const pcLegacyRecon = defineFormat({
  id: "pc-legacy-recon",
  title: "Partner Center legacy reconciliation file",
  record: "subscription",
  columns: {
    partnerId: { as: "partner tenant", names: ["PartnerId"] },
    tenantId: { as: "tenant_id", names: ["CustomerId"] },
    customer: { as: "customer", names: ["CustomerName"] },
    domain: { as: "domain", names: ["DomainName"] },
    id: { as: "subscription_id", names: ["SyndicationPartnerSubscriptionNumber"] },
    offerId: { as: "product_id", names: ["DurableOfferId"] },
    offerName: { as: "product_name", names: ["OfferName"] },
    start: { as: "start", names: ["SubscriptionStartDate"], isDate: true },
    termEnd: { as: "term_end", names: ["SubscriptionEndDate"], isDate: true },
    chargeStart: { as: "charge line", names: ["ChargeStartDate"], isDate: true },
    chargeEnd: { as: "charge line", names: ["ChargeEndDate"], isDate: true },
    ordered: { as: "charge line", names: ["OrderDate"], isDate: true },
    chargeType: { as: "charge line", names: ["ChargeType"] },
    unitPrice: { as: "unit_price", names: ["UnitPrice"] },
    quantity: { as: "seats", names: ["Quantity"] },
    subtotal: { as: "charge line", names: ["Amount", "Subtotal"] },
    currency: { as: "currency", names: ["Currency"] },
    billing: { as: "billing", names: ["BillingCycleType"] },
  },
  needs: [["tenantId"], ["id"], ["offerId", "offerName"], ["quantity"], ["chargeType"]],
  dateOrder: "mdy",
  channel: "csp-legacy",
  isOneTenant: false,

  read(row) {
    const productIds = row.ids("offerId");
    const productName = row.text("offerName");
    if (productIds.length === 0 && productName === "") row.missing(["offerId", "offerName"], "an offer");
    const quantity = chargedSeats(row);
    return {
      kind: "subscription",
      tenantId: row.required("tenantId", "a customer id"),
      // May be blank, and is no key.
      domain: row.text("domain"),
      customer: row.text("customer"),
      country: "",
      id: row.required("id", "a subscription id"),
      productIds,
      productName,
      seats: Math.abs(quantity),
      billing: NO_CYCLE.test(row.text("billing")) ? undefined : row.word("billing", "billing", readBilling),
      start: row.date("start", "start"),
      termEnd: row.date("termEnd", "termEnd"),
      currency: row.text("currency"),
      partnerTenantId: row.id("partnerId"),
      charge: readCharge(row, quantity, {
        mayBeZero: false,
        billableQuantity: undefined,
        listPrice: row.money("unitPrice"),
        chargedPrice: undefined,
      }),
    };
  },
});

const NO_CYCLE = /^(none|unknown|one[- ]?time)?$/i;
