import { readMoney } from "../../cells/number.ts";
import { readBilling, readTerm } from "../../cells/words.ts";
import { chargedSeats, readCharge } from "./charge.ts";
import { defineFormat } from "./format.ts";

/**
 * Partner Center new-commerce reconciliation file, headers of 2023 and 2026. One row is one charge line; the lines of a
 * subscription are folded in assemble/charge-lines.ts. Source: `modern-invoice-reconciliation-file.md` (2023).
 */
export const pcNceRecon = defineFormat({
  id: "pc-nce-recon",
  title: "Partner Center new-commerce reconciliation file (2023 and 2026 headers)",
  record: "subscription",
  columns: {
    partnerId: { as: "partner tenant", names: ["PartnerId"] },
    tenantId: { as: "tenant_id", names: ["CustomerId"] },
    customer: { as: "customer", names: ["CustomerName"] },
    domain: { as: "domain", names: ["CustomerDomainName"] },
    country: { as: "country", names: ["CustomerCountry"] },
    id: { as: "subscription_id", names: ["SubscriptionId"] },
    orderId: { as: "subscription_id of what is no subscription", names: ["OrderId"] },
    reservation: { as: "not licence-based", names: ["ReservationOrderId"] },
    productId: { as: "product_id", names: ["ProductId"] },
    skuId: { as: "product_id", names: ["SkuId"] },
    availabilityId: { as: "product_id", names: ["AvailabilityId"] },
    skuName: { as: "product_name", names: ["SkuName"] },
    productName: { as: "product_name", names: ["ProductName"] },
    chargeType: { as: "charge line", names: ["ChargeType"] },
    quantity: { as: "seats", names: ["Quantity"] },
    billableQuantity: { as: "charge line", names: ["BillableQuantity"] },
    subtotal: { as: "charge line", names: ["Subtotal"] },
    unitPrice: { as: "unit_price", names: ["UnitPrice"] },
    effectiveUnitPrice: { as: "unit_price", names: ["EffectiveUnitPrice"] },
    currency: { as: "currency", names: ["Currency"] },
    pricingCurrency: { as: "currency", names: ["PricingCurrency"] },
    termAndBilling: { as: "term, billing", names: ["TermAndBillingCycle"] },
    billingFrequency: { as: "billing", names: ["BillingFrequency"] },
    start: { as: "start", names: ["SubscriptionStartDate"], isDate: true },
    termEnd: { as: "term_end", names: ["SubscriptionEndDate"], isDate: true },
    chargeStart: { as: "charge line", names: ["ChargeStartDate"], isDate: true },
    chargeEnd: { as: "charge line", names: ["ChargeEndDate"], isDate: true },
    ordered: { as: "charge line", names: ["OrderDate"], isDate: true },
    unitType: { as: "not licence-based", names: ["UnitType"] },
    meter: { as: "not licence-based", names: ["MeterDescription"] },
    category: { as: "not licence-based", names: ["ProductCategory"] },
    qualifiers: { as: "add-on", names: ["ProductQualifiers"] },
    promotion: { as: "promotion", names: ["PromotionId"] },
  },
  needs: [["tenantId"], ["productId"], ["skuId"], ["id"], ["quantity"], ["chargeType"], ["termAndBilling", "termEnd"]],
  dateOrder: "mdy",
  channel: "csp-nce",
  isOneTenant: false,

  read(row) {
    const isLicenceBased = !isUsageOrSoftware({
      words: [row.text("termAndBilling"), row.text("category"), row.text("productName"), row.text("skuName")],
      meter: row.text("meter"),
      reservation: row.text("reservation"),
      unitType: row.text("unitType"),
    });
    // Reservations and perpetual software have no subscription; the order is what names them, else their product.
    const otherId = isLicenceBased ? "" : row.id("reservation") || row.id("orderId");
    const id = row.id("id") || otherId;
    if (id === "" && isLicenceBased) row.missing(["id"], "a subscription id");

    const quantity = isLicenceBased ? chargedSeats(row) : wholeUnits(row.text("quantity"));
    const productId = row.required("productId", "a product id");
    const productIds = [[productId, row.id("skuId"), row.id("availabilityId")].filter((part) => part !== "").join(":")];
    const frequency = row.text("billingFrequency");
    return {
      kind: "subscription",
      tenantId: row.required("tenantId", "a customer id"),
      domain: row.text("domain"),
      customer: row.text("customer"),
      country: row.text("country"),
      id,
      productIds,
      productName: row.text("skuName") || row.text("productName"),
      seats: Math.abs(quantity),
      term: isLicenceBased ? row.word("termAndBilling", "term", readTerm) : readTerm(row.text("termAndBilling")),
      billing: readBilling(row.text("termAndBilling")) ?? (frequency === "" ? undefined : readBilling(frequency)),
      start: row.date("start", "start"),
      termEnd: row.date("termEnd", "termEnd"),
      isAddOn: ADD_ON.test(row.text("qualifiers")),
      isLicenceBased,
      promotion: row.text("promotion"),
      // Unit prices are in the currency of the price list, totals in that of the invoice.
      currency: row.text("pricingCurrency") || row.text("currency"),
      partnerTenantId: row.id("partnerId"),
      charge: readCharge(row, quantity, {
        mayBeZero: !isLicenceBased,
        billableQuantity: row.countIfReadable("billableQuantity"),
        listPrice: row.money("unitPrice"),
        chargedPrice: row.money("effectiveUnitPrice"),
      }),
    };
  },
});

const ADD_ON = /add-?on/i;
// Words of the product, its category or its billing that no licence-based subscription carries.
const NO_LICENCE =
  /\b(azure plan|reserved|reservations?|savings plan|perpetual|software|one[- ]?time|usage|consumption)\b/i;
const METERED_UNIT = /\b(hours?|gb|gib|tb|tib|month\/gb|transactions?|requests?)\b/i;

interface LicenceHints {
  readonly words: readonly string[];
  readonly meter: string;
  readonly reservation: string;
  readonly unitType: string;
}

function isUsageOrSoftware(hints: LicenceHints): boolean {
  return (
    hints.meter !== "" ||
    hints.reservation !== "" ||
    METERED_UNIT.test(hints.unitType) ||
    hints.words.some((word) => NO_LICENCE.test(word))
  );
}

/** Metered quantities are fractions; what is excluded anyway counts as the units begun, at least one. */
function wholeUnits(text: string): number {
  const reading = readMoney(text);
  if (reading.kind !== "number") return 1;
  return Math.sign(reading.value || 1) * Math.max(1, Math.ceil(Math.abs(reading.value)));
}
