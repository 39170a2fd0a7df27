import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import type { CatalogueOffer } from "../../src/catalogue/catalogue.ts";
import { indexOffers } from "../../src/catalogue/index-offers.ts";

const [anOffer] = builtInCatalogue().offers;
if (anOffer === undefined) throw new Error("The built-in catalogue is empty.");
const pattern: CatalogueOffer = {
  ...anOffer,
  productSku: "CFQ7TTC0ZZZZ:0001",
  legacyOfferIds: [],
  skuIds: [],
  skuPartNumbers: [],
  otherNames: [],
};

function named(name: string, ...otherNames: readonly (readonly [string, "former" | "alias"])[]): CatalogueOffer {
  return {
    ...pattern,
    id: name,
    name,
    otherNames: otherNames.map(([other, kind]) => ({ name: other, kind, source: "a test" })),
  };
}

describe("indexOffers", () => {
  it.each<[string, CatalogueOffer, string]>([
    ["current before former", named("Plan X", ["plan  x", "former"]), "current"],
    ["former before alias", named("Plan Y", ["Plan X", "alias"], ["PLAN X", "former"]), "former"],
    ["alias after former", named("Plan Y", ["PLAN X", "former"], ["Plan X", "alias"]), "former"],
  ])("answers once where two names of an offer fold to one: %s", (_, offer, kind) => {
    expect(indexOffers([offer], []).byName("Plan X")).toEqual([{ offer, kind }]);
  });

  it("answers in the order of the offers", () => {
    const first = named("Plan A", ["Plan X", "former"]);
    const second = named("Plan X");
    const catalogue = indexOffers([first, second], []);

    expect(catalogue.byName("plan x").map(({ offer }) => offer)).toEqual([first, second]);
    expect(catalogue.byProductSku(pattern.productSku)).toEqual([first, second]);
  });

  it("answers nothing for what it does not know", () => {
    const catalogue = indexOffers([], []);

    expect([
      catalogue.byId("x"),
      catalogue.byName(""),
      catalogue.bySkuId(""),
      catalogue.byPartNumber("__proto__"),
    ]).toEqual([undefined, [], [], []]);
  });
});
