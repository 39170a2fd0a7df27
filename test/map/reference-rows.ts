import { readFileSync } from "node:fs";
import type { Segment } from "../../src/model/subscription.ts";
import { cellsOf } from "../support/command.ts";

/** One product of a reference file, as a row of a book would carry it. */
export interface ReferenceRow {
  readonly list: string;
  readonly id: string;
  readonly name: string;
  readonly segment: Segment | "";
}

interface Product {
  readonly name: string;
  readonly offerId?: string;
  readonly skuId?: string;
  readonly skuPartNumber?: string;
  readonly productId?: string;
  readonly nceSkuId?: string;
}

/** Every product of every reference file, once by each of its ids, and by its name where the name is all there is. */
export function referenceRows(folder: URL): readonly ReferenceRow[] {
  const text = (file: string) => readFileSync(new URL(file, folder), "utf8").replace(/^\uFEFF/, "");
  const csv = (file: string) => cellsOf(text(file)).slice(1);
  const row = (list: string, id = "", name = "", segment: Segment | "" = ""): ReferenceRow => ({
    list,
    id,
    name,
    segment,
  });

  const offers2019: readonly { id: string; name: string }[] = JSON.parse(text("legacy-csp-offers.us.2019.json"));
  const entries: readonly { source: Product; segment?: Segment }[] = JSON.parse(text("discontinued.json"));
  const skus = new Map(
    csv("product-names-and-service-plans.2026-08.csv").map(([name, partNumber, skuId]) => [
      skuId,
      { name, partNumber },
    ]),
  );
  // The last entry is a rule about all legacy offers, not a product.
  const discontinued = entries.filter(({ source }) => !source.name.startsWith("every legacy"));

  return [
    ...offers2019.map(({ id }) => row("offers of 2019, by offer id", id)),
    ...offers2019.map(({ name }) => row("offers of 2019, by name", "", name)),
    ...csv("legacy-csp-pricelist.us.2016.csv").map(([, id]) => row("price list of 2016, by offer id", id)),
    ...csv("nce-product-skus.sample.csv").map(([, product, sku]) =>
      row("new commerce, by ProductId:SkuId", `${product}:${sku}`),
    ),
    ...[...skus.values()].map(({ partNumber }) => row("Microsoft's product names, by part number", partNumber)),
    ...[...skus.keys()].map((skuId) => row("Microsoft's product names, by skuId", skuId)),
    ...csv("skupart-to-legacy-offer.csv").flatMap(([partNumber, skuId, offerId]) =>
      [partNumber, skuId, offerId].map((id) => row("part numbers with their legacy offers, by each id", id)),
    ),
    ...discontinued.map(({ source, segment }) => row("discontinued and renamed, by name", "", source.name, segment)),
    ...discontinued.flatMap(({ source, segment }) =>
      [source.offerId, source.skuId, source.skuPartNumber, productSkuOf(source)]
        .filter((id) => id !== undefined)
        .map((id) => row("discontinued and renamed, by each id", id, "", segment)),
    ),
  ];
}

function productSkuOf({ productId, nceSkuId }: Product): string | undefined {
  return productId === undefined || nceSkuId === undefined ? undefined : `${productId}:${nceSkuId}`;
}
