import { priceLines } from "../../catalogue/price-lines.ts";
import { priceTogether } from "../../catalogue/prices.ts";
import { defineRule } from "../../findings/define-rule.ts";
import { amount, say } from "../../locale/sentence.ts";
import { plainDate } from "../../model/plain-date.ts";
import { countryOf } from "../../model/region.ts";

const price = {
  term: "P1Y",
  billing: "annual",
  market: "DE",
  currency: "EUR",
  perMonth: 12,
  fromSeats: 0,
  toSeats: Number.POSITIVE_INFINITY,
  from: plainDate("2026-07-01"),
  until: undefined,
  source: "price-list-DE.csv",
} as const;

export const priceChange = defineRule({
  code: "PRICE_CHANGE",
  group: "offer",
  severity: "info",
  title: "Price list differs from today's price",
  why: "The customer pays another price from the switch on, and should hear it before the first invoice.",
  remedy: "Tell the customer the new price; the price list names what the partner pays, a margin comes on top.",

  check({ subscription, target, slot, tenant, targetSeats, today }) {
    const { unitPrice, currency } = subscription;
    // A billing transfer starts no new term, so that the price of the running one holds.
    if (unitPrice === undefined || slot.path === "billing-transfer" || slot.path === "none") return undefined;
    const listed = priceTogether(target.offers, {
      country: countryOf(tenant.region),
      term: subscription.term ?? "P1Y",
      seats: targetSeats,
      currency,
      day: slot.switchOn ?? today,
    });
    if (listed === undefined || listed.currency !== currency) return undefined;
    if (Math.abs(listed.perMonth - unitPrice) < LEAST_DIFFERENCE) return undefined;
    return { before: unitPrice, after: listed.perMonth, currency, source: listed.source };
  },

  message: ({ before, after, currency, source }) =>
    say`${amount(before)} ${currency} a seat and month today, ${amount(after)} ${currency} by the price list ${source}.`,

  examples: {
    flagged: [
      {
        name: "a cent more",
        subscription: { unitPrice: 11.99, currency: "EUR", term: "P1Y" },
        targetOffer: { prices: priceLines([price]) },
        slot: { path: "repurchase" },
      },
      {
        name: "cheaper",
        subscription: { unitPrice: 14, currency: "EUR", term: "P1Y" },
        targetOffer: { prices: priceLines([price]) },
        slot: { path: "repurchase" },
      },
    ],
    clean: [
      {
        name: "the same price",
        subscription: { unitPrice: 12, currency: "EUR", term: "P1Y" },
        targetOffer: { prices: priceLines([price]) },
        slot: { path: "repurchase" },
      },
      {
        name: "less than half a cent, from rounding",
        subscription: { unitPrice: 12.004, currency: "EUR", term: "P1Y" },
        targetOffer: { prices: priceLines([price]) },
        slot: { path: "repurchase" },
      },
      {
        name: "another currency",
        subscription: { unitPrice: 11, currency: "CHF", term: "P1Y" },
        targetOffer: { prices: priceLines([price]) },
        slot: { path: "repurchase" },
      },
      {
        name: "transferred, so that the price stays",
        subscription: { unitPrice: 11, currency: "EUR", term: "P1Y" },
        targetOffer: { prices: priceLines([price]) },
        slot: { path: "billing-transfer" },
      },
      { name: "no price list", subscription: { unitPrice: 11, currency: "EUR" }, slot: { path: "repurchase" } },
    ],
  },
});

/** Half a cent: what rounding a year's price to months can do. */
const LEAST_DIFFERENCE = 0.005;
