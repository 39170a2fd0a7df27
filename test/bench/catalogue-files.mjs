/**
 * Synthetic catalogue files of the size that Microsoft's own have: a new-commerce price list of all markets of a partner, and the
 * list of product names with a row a service plan. Products of the built-in catalogue stand among invented ones.
 */
import { readFileSync, writeFileSync } from "node:fs";

const offers = JSON.parse(readFileSync(new URL("../../src/catalogue/data/offers-commercial.json", import.meta.url)));
const MARKETS = { DE: "EUR", CH: "CHF", GB: "GBP", US: "USD", BR: "BRL" };
const LINES = ["P1M Monthly", "P1Y Monthly", "P1Y Annual", "P3Y Monthly", "P3Y Annual"].map((text) => text.split(" "));
const SEGMENTS = ["Commercial", "Education"];
const PRICE_HEADER =
  "ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,BillingPlan,Market,Currency," +
  "UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment";
const NAMES_HEADER =
  "Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names";

/** At least so many rows: a row a product, segment, market, term and billing plan. */
export function writePriceList(file, rowsWanted) {
  const known = offers
    .filter(({ productSku }) => productSku)
    .map(({ name, productSku }) => [name, ...productSku.split(":")]);
  const rows = [PRICE_HEADER];
  for (let at = 0; rows.length <= rowsWanted; at += 1) {
    const [name, productId, skuId] = known[at] ?? [
      `Invented Product ${at} Plan 1`,
      `CFQ7TTC0${code(at, 4)}`,
      code(at % 40, 4),
    ];
    for (const [market, currency] of Object.entries(MARKETS)) {
      for (const segment of SEGMENTS) {
        for (const [term, billing] of LINES) {
          const price = ((at % 97) + 1) * (term === "P1M" ? 1.2 : term === "P1Y" ? 12 : 36);
          rows.push(
            quoted([
              name,
              productId,
              skuId,
              name,
              "Microsoft Corporation",
              `${name} for work, with a text of some length, by user`,
              "",
              term,
              billing,
              market,
              currency,
              price.toFixed(2),
              "",
              "",
              "11/1/2026 12:00:00 AM",
              "12/31/9999 11:59:59 PM",
              "License",
              (price * 1.2).toFixed(2),
              segment,
            ]),
          );
        }
      }
    }
  }
  writeFileSync(file, `\uFEFF${rows.join("\r\n")}\r\n`);
}

/** At least so many rows: ten service plans a product. */
export function writeProductNames(file, rowsWanted) {
  const known = offers
    .filter(({ skuIds }) => skuIds)
    .map(({ name, skuIds, skuPartNumbers }) => [name, skuPartNumbers?.[0] ?? "X", skuIds[0]]);
  const rows = [NAMES_HEADER];
  for (let at = 0; rows.length <= rowsWanted; at += 1) {
    const [name, part, skuId] = known[at] ?? [`Invented Product ${at}`, `INVENTED_${at}`, guid(1, at)];
    for (let plan = 0; plan < 10; plan += 1) {
      const service = (at + plan) % 300;
      rows.push(quoted([name, part, skuId, `SERVICE_${service}`, guid(2, service), `Service ${service}`]));
    }
  }
  writeFileSync(file, `\uFEFF${rows.join("\r\n")}\r\n`);
}

function quoted(cells) {
  return cells.map((cell) => `"${cell}"`).join(",");
}

function code(number, length) {
  return number.toString(36).toUpperCase().padStart(length, "0");
}

function guid(kind, number) {
  return `${kind}0000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}
