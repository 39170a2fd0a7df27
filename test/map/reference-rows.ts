import { readFileSync } from "node:fs";
import type { Segment } from "../../src/model/subscription.ts";
import { cellsOf } from "../support/command.ts";

/** One product of a reference file, as a row of a book would carry it. */
export interface ReferenceRow {
  readonly list: string;
  readonly id: string;
  readonly name: string;
  readonly segment: Segment | "";
  /** A source says that the product has another name since, and is otherwise the same. */
  readonly isRenamed: boolean;
}

interface Entry {
  readonly source: Product;
  readonly segment?: Segment;
  readonly status: string;
  readonly confidence: string;
}

/** Renamed first and, as another entry says, taken off sale later: Advanced eDiscovery, Project Lite. */
const GONE_LATER: ReadonlySet<string> = new Set([
  "6b648c1e-f472-46c0-8379-09f50a3315e0",
  "a4179d30-cc09-49f0-977e-dc2cb70b874f",
]);

function isRenaming({ source, status, confidence }: Entry): boolean {
  return status === "renamed" && confidence !== "memory" && !GONE_LATER.has(source.offerId ?? "");
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
  const row = (list: string, id = "", name = "", segment: Segment | "" = "", isRenamed = false): ReferenceRow => ({
    list,
    id,
    name,
    segment,
    isRenamed,
  });

  const offers2019: readonly { id: string; name: string }[] = JSON.parse(text("legacy-csp-offers.us.2019.json"));
  const entries: readonly Entry[] = JSON.parse(text("discontinued.json"));
  const skus = new Map(
    csv("product-names-and-service-plans.2026-08.csv").map(([name, partNumber, skuId]) => [
      skuId,
      { name, partNumber },
    ]),
  );
  // The last entry is a rule about all legacy offers, not a product.
  const discontinued = entries.filter(({ source }) => !source.name.startsWith("every legacy"));

  const renamed2019 = new Set(
    csv("legacy-offer-changes.2016-2019.csv").flatMap(([id = "", , , , change]) =>
      change === "renamed" && !GONE_LATER.has(id) ? [id] : [],
    ),
  );

  return [
    ...offers2019.map(({ id }) => row("offers of 2019, by offer id", id)),
    ...offers2019.map(({ name }) => row("offers of 2019, by name", "", name)),
    ...csv("legacy-csp-pricelist.us.2016.csv").map(([, id]) =>
      row("price list of 2016, by offer id", id, "", "", renamed2019.has(id ?? "")),
    ),
    ...csv("nce-product-skus.sample.csv").map(([, product, sku]) =>
      row("new commerce, by ProductId:SkuId", `${product}:${sku}`),
    ),
    ...[...skus.values()].map(({ partNumber }) => row("Microsoft's product names, by part number", partNumber)),
    ...[...skus.keys()].map((skuId) => row("Microsoft's product names, by skuId", skuId)),
    ...csv("skupart-to-legacy-offer.csv").flatMap(([partNumber, skuId, offerId]) =>
      [partNumber, skuId, offerId].map((id) => row("part numbers with their legacy offers, by each id", id)),
    ),
    ...discontinued.map(({ source, segment }) => row("discontinued and renamed, by name", "", source.name, segment)),
    ...discontinued.flatMap((entry) =>
      [entry.source.offerId, entry.source.skuId, entry.source.skuPartNumber, productSkuOf(entry.source)]
        .filter((id) => id !== undefined)
        .map((id) => row("discontinued and renamed, by each id", id, "", entry.segment, isRenaming(entry))),
    ),
  ];
}

function productSkuOf({ productId, nceSkuId }: Product): string | undefined {
  return productId === undefined || nceSkuId === undefined ? undefined : `${productId}:${nceSkuId}`;
}
