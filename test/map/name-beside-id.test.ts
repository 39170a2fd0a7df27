import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import { recognise } from "../../src/map/recognise.ts";
import type { Segment } from "../../src/model/subscription.ts";
import { aCatalogue, aCatalogueOffer, aSaleFact } from "../support/a-catalogue.ts";
import { cellsOf } from "../support/command.ts";

const SHARED = new URL("../../../shared/data/", import.meta.url);
// The files are other people's and stay where they are. A build server must have them, or say so.
const isAbsent = !existsSync(SHARED) && process.env.CI === undefined;

const desk = aCatalogueOffer({
  id: "desk",
  name: "Desk Plan 1 (no lamp)",
  productSku: "CFQ7TTC0XD01:0001",
  skuIds: ["11111111-0000-4000-8000-000000000001"],
  servicePlans: new Map([["p1", "Drawer"]]),
  otherNames: [{ name: "Counter", kind: "former", source: "" }],
  saleFacts: [aSaleFact({ successors: [["shelf"]], decides: false })],
});
const deskWithLamp = aCatalogueOffer({ id: "desk-with-lamp", name: "Desk Plan 1" });
const sibling = aCatalogueOffer({ id: "sibling", name: "Sibling", productSku: "CFQ7TTC0XD01:0002" });
const sameSkuId = aCatalogueOffer({ id: "same-sku-id", name: "Same licence", skuIds: desk.skuIds });
const samePlans = aCatalogueOffer({ id: "same-plans", name: "Same plans", servicePlans: desk.servicePlans });
const morePlans = aCatalogueOffer({
  id: "more-plans",
  name: "More plans",
  servicePlans: new Map([
    ["p1", "Drawer"],
    ["p2", "Lock"],
  ]),
});
const shelf = aCatalogueOffer({ id: "shelf", saleFacts: [aSaleFact({ successors: [["rack", "hook"]] })] });
const rack = aCatalogueOffer({ id: "rack" });
const hook = aCatalogueOffer({ id: "hook", saleFacts: [aSaleFact({ successors: [["shelf"]] })] });
const bench = aCatalogueOffer({ id: "bench", saleFacts: [aSaleFact({ successors: [["desk"]] })] });
const chair = aCatalogueOffer({ id: "chair", productSku: "CFQ7TTC0XD03:0001" });
const chairToo = aCatalogueOffer({ id: "chair-too", otherNames: [{ name: "Seat", kind: "alias", source: "" }] });
const seat = aCatalogueOffer({ id: "seat", otherNames: [{ name: "Stool", kind: "former", source: "" }] });
// Of another segment, and so no second reading of the name.
const chairForAll = aCatalogueOffer({
  id: "chair-for-all",
  segment: "nonprofit",
  otherNames: [{ name: "chair", kind: "alias", source: "" }],
});
const schoolDesk = aCatalogueOffer({ id: "school", name: "Desk for faculty", segment: "education" });
const catalogue = aCatalogue(
  ...[desk, deskWithLamp, sibling, sameSkuId, samePlans, morePlans, shelf, rack, hook, bench],
  ...[chair, chairForAll, chairToo, seat, schoolDesk],
);

function otherOffer(name: string, ids: readonly string[] = ["CFQ7TTC0XD01:0001"], stated?: Segment) {
  return recognise({ ids, name }, stated, catalogue).otherOffer?.id;
}

describe("a name beside an id", () => {
  it.each([
    ["the name of another offer", "chair", "chair"],
    ["the same, decorated", "CHAIR (NCE COM MTH)", "chair"],
    ["a former name of another offer", "Stool", "seat"],
    ["more plans than the id's offer", "More plans", "more-plans"],
    ["another segment's offer", "Desk for Faculty", "school"],
  ])("means another offer: %s", (_, name, expected) => {
    expect(otherOffer(name)).toBe(expected);
  });

  it.each([
    ["its own name", "Desk Plan 1 (No Lamp)"],
    ["its former name", "Counter"],
    ["a private name", "Sales team"],
    ["no name", ""],
    ["a name with two readings", "Seat"],
    ["a shortened name that another offer has, too", "Desk Plan 1"],
    ["another SKU of the product", "Sibling"],
    ["an offer with the same skuId", "Same licence"],
    ["an offer with the same service plans", "Same plans"],
    ["a remembered successor", "shelf"],
    ["a successor of a successor", "rack"],
    ["one in a circle of successors", "hook"],
    ["a predecessor", "bench"],
  ])("may be the same product: %s", (_, name) => {
    expect(otherOffer(name)).toBeUndefined();
  });

  it("is not asked where the id is not known, or where it is itself the name", () => {
    expect(otherOffer("chair", ["CFQ7TTC0ZZZZ:0001"])).toBeUndefined();
    expect(otherOffer("", ["chair"])).toBeUndefined();
    expect(otherOffer("", ["CFQ7TTC0XD01:0001", "chair"])).toBeUndefined();
    expect(otherOffer("chair", ["CFQ7TTC0XD01:0001"], "education")).toBeUndefined();
  });
});

describe.skipIf(isAbsent)("the names of the reference files beside their ids", () => {
  const text = (file: string) => readFileSync(new URL(file, SHARED), "utf8").replace(/^\uFEFF/, "");
  const csv = (file: string) => cellsOf(text(file)).slice(1);
  const nameless = (cells: readonly (string | undefined)[]) => cells.map((cell) => cell ?? "");

  it("are never taken for another offer's", () => {
    const offers2019: readonly { id: string; name: string }[] = JSON.parse(text("legacy-csp-offers.us.2019.json"));
    const pairs = [
      ...offers2019.map(({ id, name }) => [id, name]),
      ...csv("legacy-csp-pricelist.us.2016.csv").map(([name, id]) => [id, name]),
      ...csv("legacy-offer-changes.2016-2019.csv").flatMap(([id, then, , now]) => [
        [id, then],
        [id, now],
      ]),
      ...csv("nce-product-skus.sample.csv").map(([, product, sku, name]) => [`${product}:${sku}`, name]),
      ...csv("product-names-and-service-plans.2026-08.csv").flatMap(([name, partNumber, skuId]) => [
        [partNumber, name],
        [skuId, name],
      ]),
      ...csv("skupart-to-legacy-offer.csv").flatMap(([partNumber, skuId, offerId, name]) =>
        [partNumber, skuId, offerId].map((id) => [id, name]),
      ),
      ...discontinuedPairs(JSON.parse(text("discontinued.json"))),
    ].map(nameless);
    const distinct = [...new Map(pairs.map((pair) => [pair.join("\n"), pair])).values()];

    const alarms = distinct.filter(
      ([id = "", name = ""]) => recognise({ ids: [id], name }, undefined, builtInCatalogue()).otherOffer !== undefined,
    );

    expect(distinct.length).toBeGreaterThan(1800);
    expect(alarms).toEqual([]);
  });
});

interface Product {
  readonly name: string;
  readonly offerId?: string;
  readonly skuId?: string;
  readonly skuPartNumber?: string;
  readonly productId?: string;
  readonly nceSkuId?: string;
}

/** Each id beside its name; after a renaming also beside the other one. */
function discontinuedPairs(entries: readonly { status: string; source: Product; successor?: Product | null }[]) {
  return entries.flatMap(({ status, source, successor }) =>
    [source, ...(successor ? [successor] : [])].flatMap((product) => {
      const names = status === "renamed" ? [source.name, successor?.name ?? source.name] : [product.name];
      const ids = [product.offerId, product.skuId, product.skuPartNumber, productSkuOf(product)];
      return ids.filter((id) => id !== undefined).flatMap((id) => names.map((name) => [id, name]));
    }),
  );
}

function productSkuOf({ productId, nceSkuId }: Product): string | undefined {
  return productId === undefined || nceSkuId === undefined ? undefined : `${productId}:${nceSkuId}`;
}
