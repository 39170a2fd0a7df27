import { readProductId } from "../../product-ids.ts";
import type { OfferStatement } from "../../statement.ts";
import type { CatalogueKind, CatalogueRow } from "../catalogue-kind.ts";
import { guidOf, isTrialText, productSkuOf, seatsOf, segmentOf, subscriptionLimitOf } from "../cells.ts";

/**
 * What new commerce sells, whatever the market (DOMAIN.md 8.3). Its ProvisioningId is the skuId that a tenant's own export
 * has, its ProvisioningString the skuPartNumber: the only file that joins the two.
 */
export const nceOfferMatrix: CatalogueKind = {
  id: "nce-offer-matrix",
  title: "new-commerce offer matrix",
  columns: {
    ProductTitle: ["ProductTitle"],
    ProductId: ["ProductId"],
    SkuId: ["SkuId"],
    SkuTitle: ["SkuTitle"],
    ProvisioningId: ["ProvisioningId"],
    ProvisioningString: ["ProvisioningString"],
    MinLicenses: ["MinLicenses", "Minimum licenses"],
    MaxLicenses: ["MaxLicenses", "Maximum licenses"],
    AssetOwnershipLimit: ["AssetOwnershipLimit"],
    AssetOwnershipLimitType: ["AssetOwnershipLimitType"],
    ProductSkuPreRequisites: ["ProductSkuPreRequisites"],
    AllowedCountries: ["AllowedCountries"],
  },
  needs: [["ProductId"], ["SkuId"], ["ProvisioningId", "ProductSkuPreRequisites", "AllowedCountries", "MinLicenses"]],
  dates: [],
  read: (rows) => ({ offers: Array.from(rows, statementOf).filter((statement) => statement !== undefined) }),
};

function statementOf(row: CatalogueRow): OfferStatement | undefined {
  const productSku = productSkuOf(row);
  if (productSku === undefined) return undefined;
  const title = row.text("SkuTitle") || row.text("ProductTitle");
  const skuId = row.text("ProvisioningId") === "" ? undefined : guidOf(row, "ProvisioningId");
  const partNumber = row.text("ProvisioningString");
  const minimumSeats = seatsOf(row, "MinLicenses");
  const maximumSeats = seatsOf(row, "MaxLicenses");
  const subscriptionLimit = subscriptionLimitOf(row, "AssetOwnershipLimit", "AssetOwnershipLimitType");
  const countries = countriesOf(row);
  const bases = basesOf(row);
  return {
    about: { space: "productSku", id: productSku },
    segment: segmentOf(title),
    name: title,
    isSaleName: true,
    productSku,
    ...(skuId === undefined ? {} : { skuIds: [skuId] }),
    ...(partNumber === "" ? {} : { skuPartNumbers: [partNumber] }),
    ...(isTrialText(title) ? { isTrial: true } : {}),
    ...(minimumSeats === undefined ? {} : { minimumSeats }),
    ...(maximumSeats === undefined ? {} : { maximumSeats }),
    ...(subscriptionLimit === undefined ? {} : { subscriptionLimit }),
    ...(countries.size === 0 ? {} : { countries }),
    ...(bases.length === 0 ? {} : { bases, isAddOn: true }),
  };
}

function countriesOf(row: CatalogueRow): ReadonlySet<string> {
  const countries = new Set<string>();
  for (const word of wordsOf(row.text("AllowedCountries"))) {
    if (/^[A-Za-z]{2}$/.test(word)) countries.add(word.toUpperCase());
    else row.problem("AllowedCountries", `countries as two letters, not "${word}"`, "correct it; that one is left out");
  }
  return countries;
}

function basesOf(row: CatalogueRow): readonly string[] {
  const bases: string[] = [];
  for (const word of wordsOf(row.text("ProductSkuPreRequisites"))) {
    const reading = readProductId(word);
    if (reading.kind === "productSku") bases.push(reading.productSku);
    else row.problem("ProductSkuPreRequisites", `ProductId/SkuId, not "${word}"`, "correct it; that one is left out");
  }
  return bases;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[;,\s]+/).filter((word) => word !== "");
}
