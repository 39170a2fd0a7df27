import { remembered } from "../cells/remembered.ts";

/** What an id of a product is, by its shape alone. GUIDs of legacy offers and of tenant skuIds look alike: the catalogue tells. */
export type ProductIdReading =
  | { readonly kind: "productSku"; readonly productSku: string; readonly availability: string }
  | { readonly kind: "productOnly"; readonly productId: string }
  | { readonly kind: "guid"; readonly guid: string }
  | { readonly kind: "partNumber"; readonly partNumber: string }
  | { readonly kind: "azure" };

const AZURE_ID = /^(?:MS-AZR-|DZH318Z0)/i;
const GUID = /(?:^|[:_{("'[])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})[\]})"']*$/i;
const GUID_WITHOUT_DASHES = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;
// All licence-based products of new commerce share this prefix; anything wider takes an account name for a product.
const PRODUCT_ID = /^CFQ7TTC0[0-9A-Z]{4}$/;
const PRODUCT_AND_SKU_IN_ONE = /^(CFQ7TTC0[0-9A-Z]{4})([0-9A-Z]{4})(?:P\d+[MY].*)?$/;
const SKU_ID = /^[0-9A-Z]{1,4}$/;
const TERM = /^P\d+[MY]$/;
/** A SkuId such as "1E10" that a spreadsheet took for a number: "1E+10" could otherwise be read as the SkuId 001E. */
const SPREADSHEET_NUMBER = /\d(?:[.,]\d+)?E\+\d/i;
const PERCENT_ENCODED = /%([2-7][0-9a-f])/gi;
const ACCOUNT_PREFIX = /^[a-z0-9.-]+:(?=\S)/;

/**
 * Reads an id in any distributor's spelling: `CFQ7TTC0LCHC:0002`, `cfq7ttc0lchc/2`, `CFQ7TTC0LCHC-0002-P1Y-12M`,
 * `P1Y:CFQ7TTC0LCHC:0002:1:`, `CFQ7TTC0LCHC%3A0002`, `CFQ7TTC0LCHC:0002:CFQ7TTC0KFFN`, `contoso:ENTERPRISEPACK`, `<tenant id>_<skuId>`.
 */
export const readProductId: (text: string) => ProductIdReading = remembered((text) => {
  const trimmed = decoded(text).trim();
  if (AZURE_ID.test(trimmed)) return { kind: "azure" };

  const guid = GUID.exec(trimmed)?.[1];
  if (guid !== undefined) return { kind: "guid", guid: guid.toLowerCase() };
  const digits = GUID_WITHOUT_DASHES.exec(trimmed);
  if (digits !== null) return { kind: "guid", guid: digits.slice(1).join("-").toLowerCase() };

  return readProductSku(trimmed) ?? { kind: "partNumber", partNumber: foldPartNumber(trimmed) };
});

function readProductSku(text: string): ProductIdReading | undefined {
  const parts = text
    .toUpperCase()
    .split(/[^0-9A-Z]+/)
    .filter((part) => part !== "");
  for (const [index, part] of parts.entries()) {
    const joined = PRODUCT_AND_SKU_IN_ONE.exec(part);
    if (joined !== null) return { kind: "productSku", productSku: `${joined[1]}:${joined[2]}`, availability: "" };
    if (!PRODUCT_ID.test(part)) continue;

    const skuId = parts[index + 1] ?? "";
    if (!SKU_ID.test(skuId) || TERM.test(skuId) || SPREADSHEET_NUMBER.test(text))
      return { kind: "productOnly", productId: part };
    const availability = parts[index + 2] ?? "";
    return {
      kind: "productSku",
      // Microsoft's own screens drop the leading zeros of a SkuId.
      productSku: `${part}:${skuId.padStart(4, "0")}`,
      availability: PRODUCT_ID.test(availability) ? availability : "",
    };
  }
  return undefined;
}

/** An id out of a web address: `CFQ7TTC0LCHC%3A0002`. */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(PERCENT_ENCODED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** One form for a skuPartNumber: Microsoft's own list has NBSPs, tabs and blanks in some, and tools put the account in front. */
export function foldPartNumber(text: string): string {
  return text.toLowerCase().trim().replace(ACCOUNT_PREFIX, "").replace(/\s+/g, "");
}
