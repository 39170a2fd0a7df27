import { readYesNo } from "../../../cells/words.ts";
import { readProductId } from "../../product-ids.ts";
import type { LegacySuccessor } from "../../statement.ts";
import type { CatalogueKind } from "../catalogue-kind.ts";
import { guidOf } from "../cells.ts";

/** The tab "NCE Mapping" of the legacy offer matrix, saved as CSV (DOMAIN.md 4): which new-commerce product a legacy offer became. */
export const nceMapping: CatalogueKind = {
  id: "nce-mapping",
  title: "legacy offer matrix, tab NCE Mapping",
  columns: {
    OfferId: ["Offer ID", "Legacy Offer ID", "Durable Offer ID", "Legacy OfferId"],
    LegacyName: ["Offer display name", "Offer Name", "Legacy offer name", "Legacy Offer"],
    Product: [
      "Modern ProductID/SkuID",
      "Modern ProductId SkuId",
      "Modern Product ID/SKU ID",
      "NCE ProductID/SkuID",
      "NCE Product ID/SKU ID",
      "ProductID/SkuID",
    ],
    Name: ["Modern SKU Title", "Modern Product Title", "Modern offer name", "NCE offer name", "Modern name"],
    Enabled: ["Migration enabled", "Migration Enabled?"],
  },
  needs: [["OfferId"], ["Product"]],
  dates: [],
  read(rows) {
    const successors: LegacySuccessor[] = [];
    for (const row of rows) {
      const legacyOfferId = guidOf(row, "OfferId");
      // Most legacy offers have no product in new commerce: their cell is empty.
      if (legacyOfferId === undefined || row.text("Product") === "") continue;
      const reading = readProductId(row.text("Product"));
      if (reading.kind !== "productSku") {
        row.problem("Product", "a ProductId/SkuId such as CFQ7TTC0LFLS/0002", "correct it; this row is not used");
        continue;
      }
      const isEnabled = readYesNo(row.text("Enabled"));
      successors.push({
        legacyOfferId,
        productSku: reading.productSku,
        legacyName: row.text("LegacyName"),
        name: row.text("Name"),
        note: isEnabled === false ? "migration not enabled" : "",
      });
    }
    return { successors };
  },
};
