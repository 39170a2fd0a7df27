import type { Offer } from "./offer.ts";

/** Equal for two offers of which a tenant counts the seats together: it counts by skuId, whatever the segment or promotion. */
export function productKeyOf(offer: Pick<Offer, "id" | "skuIds">): string {
  return offer.skuIds[0] ?? offer.id;
}
