import type { SaleFact } from "../../catalogue.ts";
import type { OfferStatement } from "../../statement.ts";
import type { CatalogueKind, CatalogueRow } from "../catalogue-kind.ts";
import { guidOf, isTrialText, segmentOf } from "../cells.ts";

/** Flags of offers that nobody can buy as new; those who have them keep them (DOMAIN.md 4). */
const OFF_SALE = new Map([
  ["DEPR", "deprecated in the price list: not to be bought as new"],
  ["DEL", "deleted from the price list"],
]);

/** Price list of the time before new commerce (DOMAIN.md 8.4): offers by their offer id. */
export const legacyPriceList: CatalogueKind = {
  id: "legacy-price-list",
  title: "legacy price list",
  columns: {
    Flag: ["A/C/D/U", "ADD/CHG/DEL/UNC", "ADD/CHG/DEL/UNC/DEPR", "Change", "Flag", "Status"],
    ValidFrom: ["Valid-From Date", "Valid From"],
    Name: ["Offer display name", "Offer Name", "DisplayName"],
    OfferId: ["Offer ID", "Durable Offer ID"],
    Agreement: ["License agreement type", "Agreement type"],
    Unit: ["Purchase unit"],
    SecondaryType: ["Secondary license type"],
    Customer: ["End customer type"],
    ListPrice: ["List price"],
  },
  needs: [["OfferId"], ["Name"], ["ListPrice", "ValidFrom", "Flag", "Unit"]],
  dates: ["ValidFrom"],
  dated: "ValidFrom",
  read: (rows, { source }) => ({
    offers: Array.from(rows, (row) => statementOf(row, source)).filter((statement) => statement !== undefined),
  }),
};

function statementOf(row: CatalogueRow, source: string): OfferStatement | undefined {
  const id = guidOf(row, "OfferId");
  if (id === undefined) return undefined;
  const name = row.text("Name");
  const from = row.date("ValidFrom");
  const type = row.text("SecondaryType");
  const offSale = OFF_SALE.get(row.text("Flag").toUpperCase());
  const gone: SaleFact[] =
    offSale === undefined
      ? []
      : [
          {
            status: "endOfSale",
            from,
            until: undefined,
            countries: undefined,
            successors: [],
            decides: true,
            note: offSale,
            source,
            ofLegacyOffer: true,
          },
        ];
  return {
    about: { space: "legacyOfferId", id },
    segment: segmentOf(name, row.text("Agreement")),
    name,
    isSaleName: false,
    ...(/add[- ]?on/i.test(type) ? { isAddOn: true } : {}),
    ...(isTrialText(name, type) ? { isTrial: true } : {}),
    ...(gone.length === 0 ? {} : { saleFacts: gone }),
  };
}
