import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import type { CatalogueOffer, SaleFact } from "../../src/catalogue/catalogue.ts";
import { catalogueProblems } from "../../src/catalogue/integrity.ts";
import { plainDate } from "../../src/model/plain-date.ts";

const offers = builtInCatalogue().offers;

describe("the built-in catalogue", () => {
  it("has no problem", () => {
    expect(catalogueProblems(offers)).toEqual([]);
  });

  it("never lets a fact from memory decide", () => {
    const remembered = offers.flatMap((offer) => offer.saleFacts).filter((fact) => /^from memory/i.test(fact.source));

    expect(remembered.length).toBeGreaterThan(15);
    expect(remembered.filter((fact) => fact.decides)).toEqual([]);
  });
});

/** The catalogue with one offer changed. */
function damaged(id: string, change: (offer: CatalogueOffer) => Partial<CatalogueOffer>): readonly CatalogueOffer[] {
  return offers.map((offer) => (offer.id === id ? { ...offer, ...change(offer) } : offer));
}

const aFact: SaleFact = {
  status: "endOfSale",
  from: plainDate("2027-01-01"),
  until: undefined,
  countries: undefined,
  successors: [["office-365-e5"]],
  decides: true,
  note: "",
  source: "a test",
};

function withFacts(...facts: readonly Partial<SaleFact>[]): readonly CatalogueOffer[] {
  return damaged("visio-plan-1", () => ({ saleFacts: facts.map((fact) => ({ ...aFact, ...fact })) }));
}

describe("catalogueProblems", () => {
  it.each<[string, readonly CatalogueOffer[], RegExp]>([
    ["an offer twice", [...offers, ...offers.slice(0, 1)], /belongs to .* already/],
    [
      "a ProductId:SkuId twice",
      damaged("visio-plan-1", () => ({ productSku: "CFQ7TTC0LCHC:0002" })),
      /CFQ7TTC0LCHC:0002/,
    ],
    [
      "a skuId twice in a segment",
      damaged("visio-plan-1", () => ({ skuIds: ["cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"] })),
      /skuId cbdc14ab/,
    ],
    ["a part number twice", damaged("visio-plan-1", () => ({ skuPartNumbers: [" spb"] })), /skuPartNumber spb/],
    ["a base that is not there", damaged("visio-plan-1", () => ({ baseOfferIds: ["gone"] })), /base "gone"/],
    ["no source", damaged("visio-plan-1", () => ({ sources: [] })), /no source/],
    ["a successor that is not there", withFacts({ successors: [["gone"]] }), /successor "gone" is not/],
    ["a successor of another segment", withFacts({ successors: [["office-365-a1-for-faculty"]] }), /another segment/],
    ["an offer that succeeds itself", withFacts({ successors: [["visio-plan-1"]] }), /visio-plan-1 -> visio-plan-1/],
    ["dates the wrong way round", withFacts({ until: plainDate("2026-12-31") }), /ends before it begins/],
    [
      "a last day without a first",
      withFacts({ from: undefined, until: plainDate("2026-12-31") }),
      /without a first day/,
    ],
    ["two successors on one day", withFacts({}, { successors: [["office-365-e3"]] }), /different successors/],
    [
      "two successors in one country",
      withFacts({ countries: { only: new Set(["DE"]) } }, { successors: [], countries: { except: new Set(["CH"]) } }),
      /different successors/,
    ],
  ])("finds %s", (_, broken, problem) => {
    expect(catalogueProblems(broken).join("\n")).toMatch(problem);
  });

  it("finds two successors where one fact ends on the day the other begins, in either order", () => {
    const day = plainDate("2027-02-01");
    const ending = { until: day };
    const beginning = { from: day, successors: [] };

    expect(catalogueProblems(withFacts(ending, beginning)).join("\n")).toMatch(/different successors/);
    expect(catalogueProblems(withFacts(beginning, ending)).join("\n")).toMatch(/different successors/);
  });

  it("finds a loop over several offers", () => {
    const looped = offers.map((offer) => {
      if (offer.id === "visio-plan-1") return { ...offer, saleFacts: [{ ...aFact, successors: [["visio-plan-2"]] }] };
      if (offer.id === "visio-plan-2") return { ...offer, saleFacts: [{ ...aFact, successors: [["visio-plan-1"]] }] };
      return offer;
    });

    expect(catalogueProblems(looped)).toContainEqual(
      expect.stringContaining("visio-plan-1 -> visio-plan-2 -> visio-plan-1"),
    );
  });

  it.each<[string, readonly CatalogueOffer[]]>([
    [
      "facts that follow each other",
      withFacts({ until: plainDate("2027-01-31") }, { from: plainDate("2027-02-01"), successors: [] }),
    ],
    [
      "facts of other countries",
      withFacts({ countries: { only: new Set(["DE"]) } }, { successors: [], countries: { except: new Set(["DE"]) } }),
    ],
    ["a remembered fact beside a sourced one", withFacts({}, { decides: false, successors: [] })],
    ["a fact of one day", withFacts({ until: plainDate("2027-01-01") })],
  ])("takes %s", (_, sound) => {
    expect(catalogueProblems(sound)).toEqual([]);
  });
});
