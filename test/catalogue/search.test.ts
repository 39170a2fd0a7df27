import { expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import { nearOffers } from "../../src/catalogue/near-offers.ts";
import { searchOffers } from "../../src/catalogue/search.ts";
import { aCatalogue, aCatalogueOffer, aSaleFact } from "../support/a-catalogue.ts";

const builtIn = builtInCatalogue();

it.each([
  ["copilot", "microsoft-365-copilot"],
  ["proplus", "microsoft-365-apps-for-enterprise"],
  ["e5 compliance", "microsoft-purview-suite"],
  ["visio plan2", "visio-plan-2"],
  ["Office365 Business Essentials", "microsoft-365-business-basic"],
  ["Microsoft365 E3", "microsoft-365-e3"],
  ["windows 10 enterprise e3", "windows-10-11-enterprise-e3"],
  ["AAD P1", "microsoft-entra-id-p1"],
  ["exo plan 2", "exchange-online-plan-2"],
  ["PBI Pro", "power-bi-pro"],
  ["SPO plan 1", "sharepoint-plan-1"],
])("finds by %s first %s", (text, expected) => {
  expect(searchOffers(text, builtIn)[0]?.id).toBe(expected);
});

it.each([
  ["Buisness Basic", "microsoft-365-business-basic"],
  ["Microsft 365 Bussiness Premum", "microsoft-365-business-premium"],
  ["Exchnage Online Plan 2", "exchange-online-plan-2"],
  ["Offce 365 E3", "office-365-e3"],
  ["Viso Plan 2", "visio-plan-2"],
  ["intunne", "microsoft-intune-plan-1"],
  ["Power BI Proo", "power-bi-pro"],
])("finds nothing by %s, and %s as what comes nearest", (text, expected) => {
  expect(searchOffers(text, builtIn)).toEqual([]);
  expect(nearOffers(text, builtIn)[0]?.id).toBe(expected);
});

it("finds nothing near what resembles nothing", () => {
  expect(nearOffers("zzzzqqqqxxxx", builtIn)).toEqual([]);
});

it("shows the other SKUs of a product of which an unknown one is asked for", () => {
  const ids = nearOffers("CFQ7TTC0LCHC:9999", builtIn).map(({ productSku }) => productSku);

  expect(ids).toEqual(["CFQ7TTC0LCHC:0002", "CFQ7TTC0LCHC:000N"]);
});

it.each(["11111111-2222-4333-8444-555555555555", "CFQ7TTC0XXXX:0001", "DZH318Z0BPS6"])(
  "finds no name near an id: %s",
  (id) => {
    expect(nearOffers(id, builtIn)).toEqual([]);
  },
);

it("lists first what can be ordered by id, then commercial offers, then those called so today, then short names", () => {
  const offers = [
    aCatalogueOffer({ id: "Desk trial", isTrial: true, productSku: "CFQ7TTC0XD01:0009" }),
    aCatalogueOffer({ id: "Desk gone", productSku: "CFQ7TTC0XD01:0008", saleFacts: [aSaleFact()] }),
    aCatalogueOffer({ id: "Desk without an id" }),
    aCatalogueOffer({ id: "Desk faculty", segment: "education", productSku: "CFQ7TTC0XD01:0004" }),
    aCatalogueOffer({
      id: "Table",
      productSku: "CFQ7TTC0XD01:0003",
      otherNames: [{ name: "Desk of old", kind: "former", source: "" }],
    }),
    aCatalogueOffer({ id: "Desk that is long", productSku: "CFQ7TTC0XD01:0002" }),
    aCatalogueOffer({ id: "Desk long", productSku: "CFQ7TTC0XD01:0001" }),
  ];

  expect(searchOffers("des", aCatalogue(...offers)).map(({ id }) => id)).toEqual([
    "Desk long",
    "Desk that is long",
    "Table",
    "Desk faculty",
    "Desk without an id",
    "Desk gone",
    "Desk trial",
  ]);
});
