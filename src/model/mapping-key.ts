import { createHash } from "node:crypto";
import type { Identity } from "./offer.ts";

/** The key of an identity's line in mapping.csv: the same in every run, whatever the case of ids and name. */
export function mappingKey({ product, segment }: Identity): string {
  const distinct = `${product.ids.join(" ")}\n${product.name}\n${segment}`;
  return createHash("sha256").update(distinct.toLowerCase()).digest("hex").slice(0, 16);
}
