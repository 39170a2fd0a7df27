import type { CatalogueKind } from "../catalogue-kind.ts";
import { legacyOfferMatrix } from "./legacy-offer-matrix.ts";
import { legacyPriceList } from "./legacy-price-list.ts";
import { mapping } from "./mapping.ts";
import { nceMapping } from "./nce-mapping.ts";
import { nceOfferMatrix } from "./nce-offer-matrix.ts";
import { ncePriceList } from "./nce-price-list.ts";
import { productNames } from "./product-names.ts";

/** Every kind of catalogue file, in the order in which the README shows them. */
export const catalogueKinds: readonly CatalogueKind[] = [
  nceOfferMatrix,
  ncePriceList,
  legacyPriceList,
  legacyOfferMatrix,
  nceMapping,
  productNames,
  mapping,
];
