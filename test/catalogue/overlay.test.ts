import { describe, expect, it } from "vitest";
import type { CatalogueOffer } from "../../src/catalogue/catalogue.ts";
import { indexOffers } from "../../src/catalogue/index-offers.ts";
import { catalogueProblems } from "../../src/catalogue/integrity.ts";
import { overlaid } from "../../src/catalogue/overlaid.ts";
import { overlayOf } from "../../src/catalogue/overlay.ts";
import { termsSold } from "../../src/catalogue/prices.ts";
import { standingOf } from "../../src/map/standing.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { inWords, mapOne } from "../map/map-one.ts";
import { aCatalogueOffer, aSaleFact } from "../support/a-catalogue.ts";
import { inEnglish } from "../support/in-english.ts";
import { layerOf } from "./files/support.ts";

const DESK = "CFQ7TTC0XD01:0001";
const DESK_SKU = "5a000000-0000-4000-8000-000000000001";
const LEGACY = "6a000000-0000-4000-8000-000000000001";

const matrix = (row: string) =>
  `ProductId,SkuId,SkuTitle,ProvisioningId,ProvisioningString,MinLicenses,MaxLicenses,AllowedCountries,ProductSkuPreRequisites\n${row}\n`;
const prices = (...rows: readonly string[]) =>
  `ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,EffectiveStartDate,EffectiveEndDate,EndofSaleDate\n${rows.join("\n")}\n`;
const mapped = (product: string) => `Offer ID,Modern ProductID/SkuID\n${LEGACY},${product}\n`;

async function over(offers: readonly CatalogueOffer[], ...files: readonly (readonly [name: string, text: string])[]) {
  const layers = await Promise.all(files.map(([name, text]) => layerOf(text, name)));
  const base = indexOffers(offers, []);
  // As from one thread to another.
  return overlaid(base, structuredClone(overlayOf(base, layers)));
}

describe("layering", () => {
  it.each([
    ["the newer of two, named last", ["a-2026-10.csv", "b-2026-11.csv"], 20],
    ["the newer of two, named first", ["a-2026-12.csv", "b-2026-11.csv"], 10],
    ["the last named of one day", ["a-2026-11.csv", "b-2026-11.csv"], 20],
    ["the dated one, though named first", ["a-2026-11.csv", "b.csv"], 10],
    ["the last named where no day is known", ["a.csv", "b.csv"], 20],
  ])("takes a fact from %s, and shows the other", async (_name, [first = "", second = ""], expected) => {
    const built = aCatalogueOffer({ id: "Desk", productSku: DESK, maximumSeats: 5, sources: ["built in"] });

    const catalogue = await over(
      [built],
      [first, matrix("CFQ7TTC0XD01,1,Desk,,,,10,,")],
      [second, matrix("CFQ7TTC0XD01,0001,Desk,,,,20,,")],
    );

    const offer = catalogue.byId("Desk");
    expect(offer?.maximumSeats).toBe(expected);
    expect(offer?.contradictions?.map(({ fact, used, other }) => [fact, used, other])).toEqual([
      ["maximum seats", String(30 - expected), "5"],
      ["maximum seats", String(expected), String(30 - expected)],
    ]);
    expect(offer?.factSources?.["maximum seats"]).toContain(expected === 10 ? first : second);
  });

  it("keeps what a file does not mention, and says nothing of what it repeats", async () => {
    const built = aCatalogueOffer({ id: "Desk", productSku: DESK, maximumSeats: 300, tenantSeatPool: 300 });

    const offer = (await over([built], ["m.csv", matrix("CFQ7TTC0XD01,0001,Desk,,,,300,,")])).byId("Desk");

    expect(offer).toMatchObject({ maximumSeats: 300, tenantSeatPool: 300, minimumSeats: 1 });
    expect(offer?.contradictions).toBeUndefined();
  });

  it("leaves a catalogue whole that passes its own checks", async () => {
    const built = aCatalogueOffer({ id: "Desk", legacyOfferIds: [LEGACY], sources: ["built in"] });

    const catalogue = await over(
      [built],
      ["m.csv", matrix(`CFQ7TTC0XD01,0002,Desk 2,${DESK_SKU},DESK_2,,,DE,CFQ7TTC0XD01/0009`)],
      ["n.csv", mapped("CFQ7TTC0XD01/0002")],
    );

    expect(catalogueProblems(catalogue.offers)).toEqual([]);
  });
});

describe("the offer matrix", () => {
  it("joins a tenant's export to the CSP product, in the same segment and under the same name only", async () => {
    const commercial = aCatalogueOffer({ id: "Desk", skuIds: [DESK_SKU] });
    const nonprofit = aCatalogueOffer({ id: "Desk (np)", segment: "nonprofit", skuIds: [DESK_SKU] });
    const lamp = aCatalogueOffer({ id: "Lamp", skuIds: [DESK_SKU] });

    const catalogue = await over(
      [commercial, nonprofit, lamp],
      ["m.csv", matrix(`CFQ7TTC0XD01,1,Desk,${DESK_SKU},DESK,,,,`)],
    );

    expect(["Desk", "Desk (np)", "Lamp"].map((id) => catalogue.byId(id)?.productSku)).toEqual([DESK, "", ""]);
    expect(catalogue.byPartNumber("desk").map(({ id }) => id)).toEqual(["Desk"]);
    expect(catalogue.offers).toHaveLength(3);
  });

  it("knows bases that stand in a later row, and such that stand nowhere", async () => {
    const file = matrix("CFQ7TTC0XD02,1,Lamp,,,,,,CFQ7TTC0XD01/0001;CFQ7TTC0XD09/0001\nCFQ7TTC0XD01,1,Desk,,,,,,");

    const catalogue = await over([], ["m.csv", file]);

    const [lamp] = catalogue.byProductSku("CFQ7TTC0XD02:0001");
    expect(lamp?.isAddOn).toBe(true);
    expect(lamp?.baseOfferIds.map((id) => catalogue.byId(id)?.name)).toEqual(["Desk", "CFQ7TTC0XD09:0001"]);
  });
});

describe("the price list", () => {
  const off = aCatalogueOffer({
    id: "Desk",
    productSku: DESK,
    saleFacts: [aSaleFact({ from: plainDate("2026-01-01") })],
  });
  const row = (end: string) => `CFQ7TTC0XD01,1,Desk,P1Y,Annual,DE,EUR,120,2026-11-01,${end},`;

  it.each([
    ["2026-10-31", "DE", false],
    ["2026-11-01", "DE", true],
    ["2027-06-30", "DE", true],
    ["2027-07-01", "DE", false],
    ["2027-01-01", "FR", false],
  ])("has an offer on sale again in its days and market: %s in %s %s", async (day, country, expected) => {
    const offer = (await over([off], ["p.csv", prices(row("2027-06-30"))])).byId("Desk");

    expect(offer && standingOf(offer, plainDate(day), country).purchasable).toBe(expected);
    expect(offer?.contradictions?.map(({ fact }) => fact)).toEqual(["sale"]);
  });

  it("never revives what is retired", async () => {
    const gone = aCatalogueOffer({ id: "Desk", productSku: DESK, saleFacts: [aSaleFact({ status: "retired" })] });

    const offer = (await over([gone], ["p.csv", prices(row("9999-12-31"))])).byId("Desk");

    expect(offer && standingOf(offer, plainDate("2026-12-01"), "DE").purchasable).toBe(false);
  });

  it.each([
    ["12/31/2026 23:59", "2026-12-31", true],
    ["12/31/2026 23:59", "2027-01-01", false],
    ["1/13/2027 0:00", "2027-01-12", true],
    ["1/13/2027 0:00", "2027-01-13", false],
  ])("ends sale on %s: on %s on sale %s", async (endOfSale, day, expected) => {
    const text = prices(`CFQ7TTC0XD01,1,Desk,P1Y,Annual,DE,EUR,120,11/1/2026,,${endOfSale}`);

    const [offer] = (await over([], ["p.csv", text])).byProductSku(DESK);

    expect(offer && standingOf(offer, plainDate(day), "DE").purchasable).toBe(expected);
    expect(offer && standingOf(offer, plainDate(day), "FR").purchasable).toBe(true);
  });

  const line = (term: string, start: string, endOfSale: string, market = "DE") =>
    `CFQ7TTC0XD01,1,Desk,${term},${term === "P1M" ? "Monthly" : "Annual"},${market},EUR,12,${start},,${endOfSale}`;

  it.each<[string, readonly string[], readonly string[]]>([
    ["one of two terms", [line("P1M", "2026-11-01", "2027-01-01"), line("P1Y", "2026-11-01", "")], []],
    ["both terms", [line("P1M", "2026-11-01", "2027-01-01"), line("P1Y", "2026-11-01", "2027-03-01")], ["2027-03-01"]],
    ["a line that a newer one replaces", [line("P1Y", "2026-10-01", "2027-01-01"), line("P1Y", "2026-11-01", "")], []],
    ["the newer line", [line("P1Y", "2026-11-01", "2027-01-01"), line("P1Y", "2026-10-01", "")], ["2027-01-01"]],
    ["another market", [line("P1Y", "2026-11-01", ""), line("P1Y", "2026-11-01", "2027-01-01", "FR")], []],
  ])("takes an offer off sale only where no term is left: end of sale of %s", async (_name, lines, expected) => {
    const [offer] = (await over([], ["p.csv", prices(...lines)])).byProductSku(DESK);

    const here = offer?.saleFacts.filter(
      ({ countries }) => countries && "only" in countries && countries.only.has("DE"),
    );
    expect(here?.map(({ from }) => from)).toEqual(expected.map((day) => plainDate(day)));
  });

  it("sells a term until its own end of sale", async () => {
    const lines = prices(line("P1M", "2026-11-01", "2027-01-01"), line("P1Y", "2026-11-01", ""));

    const [offer] = (await over([], ["p.csv", lines])).byProductSku(DESK);

    const terms = ["2026-12-31", "2027-01-01"].map((day) => offer && termsSold(offer, "DE", plainDate(day)));
    expect(terms).toEqual([["P1M", "P1Y"], ["P1Y"]]);
  });

  it("keeps a successor that was stated before it had a price, for the time after", async () => {
    const gone = aCatalogueOffer({
      id: "Desk",
      productSku: DESK,
      saleFacts: [aSaleFact({ from: plainDate("2023-09-01"), successors: [["Lamp"]] })],
    });

    const offer = (await over([gone], ["p.csv", prices(line("P1Y", "2026-11-01", "2027-01-01"))])).byId("Desk");

    const standings = ["2026-12-31", "2027-01-01"].map((day) => offer && standingOf(offer, plainDate(day), "DE"));
    expect(standings.map((one) => [one?.purchasable, one?.successors])).toEqual([
      [true, []],
      [false, [["Lamp"]]],
    ]);
  });

  it("tells the terms that were in force when its newest prices began", async () => {
    const [offer] = (
      await over(
        [],
        [
          "p.csv",
          prices(
            "CFQ7TTC0XD01,1,Desk,P1M,Monthly,DE,EUR,12,2025-01-01,2026-10-31,",
            "CFQ7TTC0XD01,1,Desk,P1Y,Annual,DE,EUR,120,2026-11-01,9999-12-31,",
          ),
        ],
      )
    ).byProductSku(DESK);

    expect(offer?.terms).toEqual(["P1Y"]);
  });
});

describe("laying a file over offers", () => {
  const twin = (id: string, segment: "commercial" | "nonprofit", differences = {}) =>
    aCatalogueOffer({ id, segment, skuIds: [DESK_SKU], ...differences });
  const names = (...rows: readonly string[]) =>
    `Product_Display_Name,String_Id,GUID,Service_Plan_Id,Service_Plans_Included_Friendly_Names\n${rows.join("\n")}\n`;
  const PLAN = "7a000000-0000-4000-8000-000000000001";

  it("tells what a tenant's list says of a skuId to the offers of all segments", async () => {
    const catalogue = await over(
      [twin("Desk", "commercial"), twin("Desk for all", "nonprofit")],
      ["names.csv", names(`Desk,DESK,${DESK_SKU},${PLAN},Drawer`)],
    );

    expect(catalogue.offers.map(({ id, services }) => [id, services])).toEqual([
      ["Desk", ["Drawer"]],
      ["Desk for all", ["Drawer"]],
    ]);
  });

  it("leaves a tenant's name to the plain offer, where a trial or a tier has the same skuId", async () => {
    const catalogue = await over(
      [twin("Desk", "commercial"), twin("Desk trial", "commercial", { isVariant: true, isTrial: true })],
      ["names.csv", names(`Desk and drawer,DESK,${DESK_SKU},${PLAN},Drawer`)],
    );

    expect(catalogue.byName("Desk and drawer").map(({ offer }) => offer.id)).toEqual(["Desk"]);
    expect(catalogue.offers.map(({ services }) => services)).toEqual([["Drawer"], ["Drawer"]]);
  });

  describe("whose name for a product is that of another", () => {
    const DESK_2 = "5a000000-0000-4000-8000-000000000002";
    const called = async (segment: "commercial" | "nonprofit", ...rows: readonly string[]) => {
      const desk = aCatalogueOffer({ id: "Desk", skuIds: [DESK_SKU] });
      const prepaid = aCatalogueOffer({ id: "Prepaid desk", segment, skuIds: [DESK_2] });
      const catalogue = await over([desk, prepaid], ["names.csv", names(...rows)]);
      return catalogue.byName("desk").map(({ offer }) => offer.id);
    };
    const asDesk = `Desk,DESK,${DESK_SKU},${PLAN},Drawer`;
    const asPrepaid = `DESK,PREPAID,${DESK_2},${PLAN},Drawer`;

    it("leaves it to the other, where it calls that so, too", async () => {
      expect(await called("commercial", asDesk, asPrepaid)).toEqual(["Desk"]);
    });

    it("makes it one of two readings, where it calls the other something else: names do change hands", async () => {
      expect(await called("commercial", asPrepaid)).toEqual(["Desk", "Prepaid desk"]);
    });

    it("leaves it to a paid offer, where the product is a trial", async () => {
      const trial = aCatalogueOffer({ id: "Desk trial", isTrial: true, skuIds: [DESK_2] });
      const catalogue = await over([aCatalogueOffer({ id: "Desk" }), trial], ["names.csv", names(asPrepaid)]);

      expect(catalogue.byName("desk").map(({ offer }) => offer.id)).toEqual(["Desk"]);
    });

    it("takes it for the same product in another segment", async () => {
      expect(await called("nonprofit", asDesk, asPrepaid)).toEqual(["Desk", "Prepaid desk"]);
    });
  });

  it("calls a service as most rows of its id do, or two products would seem to differ in it", async () => {
    const other = "5a000000-0000-4000-8000-000000000002";
    const third = "5a000000-0000-4000-8000-000000000003";
    const mark = "7a000000-0000-4000-8000-000000000002";

    const catalogue = await over(
      [],
      [
        "names.csv",
        names(
          `Desk,DESK,${DESK_SKU},${PLAN},FLOW FOR DESKS`,
          `Desk,DESK,${DESK_SKU},${mark},A MARK`,
          `Table,TABLE,${other},${PLAN},Automate for desks`,
          `Table,TABLE,${other},${mark},A mark`,
          `Lamp,LAMP,${third},${PLAN},Automate for desks`,
        ),
      ],
    );

    expect(catalogue.offers.map(({ services }) => services)).toEqual([
      ["A mark", "Automate for desks"],
      ["A mark", "Automate for desks"],
      ["Automate for desks"],
    ]);
  });

  it("takes a CSP id for the only offer that has it, whatever segment a title seems to be of", async () => {
    const catalogue = await over(
      [twin("Desk", "nonprofit", { productSku: DESK })],
      ["m.csv", matrix("CFQ7TTC0XD01,1,Desk,,,,10,,")],
    );

    expect(catalogue.offers.map(({ id, maximumSeats }) => [id, maximumSeats])).toEqual([["Desk", 10]]);
  });

  it("keeps two products apart that have one name, one below the other", async () => {
    const other = "5a000000-0000-4000-8000-000000000002";

    const catalogue = await over(
      [],
      ["names.csv", names(`Desk,DESK,${DESK_SKU},${PLAN},Drawer`, `Desk,DESK_2,${other},${PLAN},Drawer`)],
    );

    expect(catalogue.offers.map(({ skuIds, skuPartNumbers }) => [skuIds, skuPartNumbers])).toEqual([
      [[DESK_SKU], ["DESK"]],
      [[other], ["DESK_2"]],
    ]);
  });

  it("is no base of itself", async () => {
    const catalogue = await over([], ["m.csv", matrix("CFQ7TTC0XD01,1,Lamp,,,,,,CFQ7TTC0XD01/0001;CFQ7TTC0XD03/0001")]);

    const lamp = catalogue.byProductSku(DESK)[0];
    expect(lamp?.baseOfferIds).toEqual(catalogue.byProductSku("CFQ7TTC0XD03:0001").map(({ id }) => id));
  });

  it.each([
    ["2026-07-01", ["P1M", "P1Y"]],
    ["2026-06-30", ["P1Y"]],
  ])("knows the terms in force when the newest line began: one until %s", async (until, terms) => {
    const catalogue = await over(
      [],
      [
        "prices.csv",
        prices(
          `CFQ7TTC0XD01,1,Desk,P1M,Monthly,DE,EUR,1,2026-01-01,${until},`,
          "CFQ7TTC0XD01,1,Desk,P1Y,Annual,DE,EUR,12,2026-07-01,,",
        ),
      ],
    );

    expect(catalogue.byProductSku(DESK)[0]?.terms).toEqual(terms);
  });

  it.each([
    ["6/30/2026 11:59:59 PM", "2026-07-01"],
    ["6/30/2026 23:59", "2026-07-01"],
    ["7/1/2026 0:00", "2026-07-01"],
  ])("reads an end of sale at %s as off sale from %s", async (written, from) => {
    const catalogue = await over(
      [],
      ["prices.csv", prices(`CFQ7TTC0XD01,1,Desk,P1Y,Annual,DE,EUR,12,2026-01-01,,${written}`)],
    );

    expect(catalogue.byProductSku(DESK)[0]?.saleFacts.map((fact) => fact.from)).toEqual([plainDate(from)]);
  });

  it("has nothing to say where the mapping tab repeats what is known", async () => {
    const known = aCatalogueOffer({ id: "Desk", productSku: DESK, legacyOfferIds: [LEGACY] });

    const catalogue = await over([known], ["tab.csv", mapped("CFQ7TTC0XD01/0001")]);

    expect(
      catalogue.offers.map(({ id, legacyOfferIds, contradictions }) => [id, legacyOfferIds, contradictions]),
    ).toEqual([["Desk", [LEGACY], undefined]]);
  });
});

describe("the mapping tab", () => {
  const desk = aCatalogueOffer({ id: "Desk", productSku: DESK, skuIds: [DESK_SKU] });

  it("gives the product its legacy offer id where users keep their licences", async () => {
    const legacy = aCatalogueOffer({ id: "Old desk", legacyOfferIds: [LEGACY], skuIds: [DESK_SKU] });

    const catalogue = await over([desk, legacy], ["n.csv", mapped("CFQ7TTC0XD01/1")]);

    expect(inWords(mapOne(catalogue, { ids: [LEGACY] }).target)).toBe("exact: Desk");
    expect(catalogue.byId("Desk")?.otherNames.map(({ name }) => name)).toEqual(["Old desk"]);
  });

  it("states a successor where they do not, before any that was stated earlier", async () => {
    const other = aCatalogueOffer({ id: "Other", productSku: "CFQ7TTC0XD03:0001" });
    const legacy = aCatalogueOffer({
      id: "Old desk",
      legacyOfferIds: [LEGACY],
      skuIds: ["5a000000-0000-4000-8000-0000000000ff"],
      saleFacts: [aSaleFact({ from: plainDate("2024-01-01"), successors: [["Other"]] })],
    });

    const { target } = mapOne(await over([desk, other, legacy], ["n.csv", mapped("CFQ7TTC0XD01/1")]), {
      ids: [LEGACY],
    });

    expect(inWords(target)).toBe("successor: Desk");
    expect(inEnglish(target.provenance)).toContain("successor: CFQ7TTC0XD01:0001 (n.csv), not CFQ7TTC0XD03:0001");
  });

  it("moves the id, and only that, where another product had it", async () => {
    const wrong = aCatalogueOffer({ id: "Wrong", productSku: "CFQ7TTC0XD03:0001", legacyOfferIds: [LEGACY] });

    const catalogue = await over([desk, wrong], ["n.csv", mapped("CFQ7TTC0XD01/1")]);

    expect(inWords(mapOne(catalogue, { ids: [LEGACY] }).target)).toBe("exact: Desk");
    expect(inWords(mapOne(catalogue, { ids: ["CFQ7TTC0XD03:0001"] }).target)).toBe("exact: Wrong");
  });
});

describe("a legacy price list", () => {
  const list = (flag: string) =>
    `A/C/D/U,Valid-From Date,Offer display name,Offer ID,List price\n${flag},20230701,Old desk,${LEGACY},4\n`;
  const standingIn = async (offer: CatalogueOffer, flag: string, ...more: readonly (readonly [string, string])[]) => {
    const catalogue = await over([offer], ["legacy-2023-07.csv", list(flag)], ...more);
    return catalogue.byLegacyOfferId(LEGACY).map((one) => standingOf(one, plainDate("2026-12-01"), "DE").purchasable);
  };
  const legacy = aCatalogueOffer({ id: "Old desk", legacyOfferIds: [LEGACY] });

  it.each(["DEPR", "DEL"])("takes an offer of which no CSP id is known off sale by %s", async (flag) => {
    expect(await standingIn(legacy, flag)).toEqual([false]);
  });

  it.each(["DEPR", "DEL"])("says by %s nothing of a product that is bought by its CSP id", async (flag) => {
    expect(await standingIn({ ...legacy, productSku: DESK }, flag)).toEqual([true]);
  });

  it.each(["tab-2022-03.csv", "tab-2026-03.csv"])("nor where the mapping tab tells that id: %s", async (tab) => {
    expect(await standingIn(legacy, "DEPR", [tab, mapped("CFQ7TTC0XD01/0001")])).toEqual([true]);
  });

  it("leaves what other sources say of the sale", async () => {
    const gone = { ...legacy, productSku: DESK, saleFacts: [aSaleFact()] };

    expect(await standingIn(gone, "DEPR")).toEqual([false]);
  });
});

describe("a price list that tags trials", () => {
  const HEADER = "ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,Tags\n";
  const paid = "Stool,CFQ7TTC0XD09,0001,Stool,P1Y,Annual,DE,EUR,12,License\n";
  const trial = "Stool,CFQ7TTC0XD09,0001,Stool,P1M,None,DE,EUR,0,License; Trial\n";

  it.each([
    ["only trials", [trial], true],
    ["a trial behind paid rows", [paid, trial], false],
    ["a trial before paid rows", [trial, paid], false],
  ])("knows what is sold as a trial alone: %s", async (_name, lines, expected) => {
    const catalogue = await over([], ["prices.csv", HEADER + lines.join("")]);

    expect(catalogue.byProductSku("CFQ7TTC0XD09:0001").map(({ isTrial }) => isTrial)).toEqual([expected]);
  });
});

describe("own mappings", () => {
  const desk = aCatalogueOffer({ id: "Desk", productSku: DESK });
  const chair = aCatalogueOffer({ id: "Chair", productSku: "CFQ7TTC0XD03:0001" });
  const school = aCatalogueOffer({ id: "School desk", productSku: "CFQ7TTC0XD04:0001", segment: "education" });
  const trial = aCatalogueOffer({ id: "Chair trial", isTrial: true });
  const lamp = aCatalogueOffer({ id: "Lamp + Shade" });
  const seatName = { name: "Seat", kind: "alias", source: "" } as const;
  const lists = (line: string) => `source,target,note\n${line}\n`;

  it.each([
    ["an id in another spelling", "CFQ7TTC0XD01/1,CFQ7TTC0XD03:1,", "decision: Chair"],
    ["an id no catalogue knows", "cfq7ttc0xd01:0001,CFQ7TTC0ZZZZ:0001,", "decision: CFQ7TTC0ZZZZ:0001"],
    ["two offers together", "CFQ7TTC0XD01:0001,CFQ7TTC0XD03:0001 + Desk,", "decision: Chair + Desk"],
    ["a name", "CFQ7TTC0XD01:0001,chair,", "decision: Chair"],
    ["an offer of another segment, which is not applied", "CFQ7TTC0XD01:0001,CFQ7TTC0XD04:0001,", "exact: Desk"],
    ["a name that means nothing, which is not applied", "CFQ7TTC0XD01:0001,Table,", "exact: Desk"],
    ["a trial, which is not applied", "CFQ7TTC0XD01:0001,Chair trial,", "exact: Desk"],
    ["a name with a plus sign of its own", "CFQ7TTC0XD01:0001,Lamp + Shade,", "decision: Lamp + Shade"],
    ["another product", "CFQ7TTC0XD03:0001,CFQ7TTC0XD01:0001,", "exact: Desk"],
  ])("decide by %s", async (_name, line, expected) => {
    const catalogue = await over([desk, chair, school, trial, lamp], ["m.csv", lists(line)]);

    const { target } = mapOne(catalogue, { ids: [DESK], name: "" });

    expect(inWords(target)).toBe(expected);
    if (expected === "exact: Desk" && line.startsWith("CFQ7TTC0XD01"))
      expect(inEnglish(target.provenance)).toContain("not applied");
  });

  it.each([
    [
      "a name that means nothing",
      "CFQ7TTC0XD01:0001,Table,",
      'expected an id or a name that the catalogue knows, found "Table"',
    ],
    ["an id that nothing has", "Table,6a000000-0000-4000-8000-000000000009,", "that the catalogue knows"],
    ["one of two targets", "CFQ7TTC0XD01:0001,Chair + Table,", 'found "Table"'],
    ["a trial", "CFQ7TTC0XD01:0001,Chair trial,", 'expected an offer that is no trial, found "Chair trial"'],
    ["another segment than the source", "Desk,CFQ7TTC0XD04:0001,", "expected an offer for commercial"],
    [
      "a name with two readings",
      "CFQ7TTC0XD01:0001,Seat,",
      "expected one offer (it may be Chair CFQ7TTC0XD03:0001 or Stool)",
    ],
  ])("that nothing can follow are said where the file is loaded: %s", async (_name, line, expected) => {
    const seats = [{ ...chair, otherNames: [seatName] }, aCatalogueOffer({ id: "Stool", otherNames: [seatName] })];

    const catalogue = await over([desk, ...seats, school, trial, lamp], ["m.csv", lists(line)]);

    const [problem, ...others] = catalogue.sources.flatMap(({ problems = [] }) => problems);
    expect(problem).toMatch(/^m\.csv row 2, column "target": .*; write the ProductId:SkuId/);
    expect(problem).toContain(expected);
    expect(others).toEqual([]);
  });

  it.each([
    ["a target of a later file", "CFQ7TTC0XD01:0001,Table,"],
    ["an id that no catalogue knows", "CFQ7TTC0XD01:0001,CFQ7TTC0ZZZZ:0001,"],
    ["a source that only the person knows, and a target of any segment", "Old portal product,School desk,"],
  ])("say nothing of %s", async (_name, line) => {
    const catalogue = await over(
      [desk, school],
      ["m-2026-01.csv", lists(line)],
      ["matrix-2026-02.csv", matrix("CFQ7TTC0XD05,0001,Table,,,,,,")],
    );

    expect(catalogue.sources.flatMap(({ problems = [] }) => problems)).toEqual([]);
  });

  it("of two files the newer decides, and the other is shown", async () => {
    const catalogue = await over(
      [desk, chair],
      ["b-2026-02.csv", lists("CFQ7TTC0XD01:0001,CFQ7TTC0XD03:0001,")],
      ["a-2026-01.csv", lists("CFQ7TTC0XD01:1,CFQ7TTC0XD01:0001,")],
    );

    const { target } = mapOne(catalogue, { ids: [DESK] });

    expect(inWords(target)).toBe("decision: Chair");
    expect(inEnglish(target.provenance)).toContain('a-2026-01.csv row 2 says "CFQ7TTC0XD01:0001"');
  });
});
