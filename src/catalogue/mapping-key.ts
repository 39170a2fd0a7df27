import { foldName } from "./names.ts";
import { readProductId } from "./product-ids.ts";

/** One spelling for what a person wrote as the source of a mapping: an id of any space, else a part number or a name. */
export function mappingKey(text: string): string {
  const reading = readProductId(text);
  switch (reading.kind) {
    case "productSku":
      return reading.productSku;
    case "productOnly":
      return reading.productId;
    case "guid":
      return reading.guid;
    case "azure":
    case "partNumber":
      return `name ${foldName(text)}`;
    default:
      return reading satisfies never;
  }
}
