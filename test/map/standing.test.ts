import { describe, expect, it } from "vitest";
import type { SaleFact } from "../../src/catalogue/catalogue.ts";
import { standingOf } from "../../src/map/standing.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { aCatalogueOffer, aSaleFact } from "../support/a-catalogue.ts";

const early = plainDate("2023-01-01");
const late = plainDate("2025-01-01");

/** Facts in every order of their list: which comes first in the data must not matter. */
function standing(facts: readonly SaleFact[], day = "2026-12-01", country: string | null = "DE") {
  const [one, other] = [facts, [...facts].reverse()].map((saleFacts) =>
    standingOf(aCatalogueOffer({ id: "offer", saleFacts }), plainDate(day), country ?? undefined),
  );
  expect(one).toEqual(other);
  return one;
}

describe("several facts about the sale of one offer", () => {
  it("let the one decide by which the offer is gone, though it is the older", () => {
    const found = standing([
      aSaleFact({ status: "endOfSale", from: late, source: "late" }),
      aSaleFact({ status: "retired", from: early, source: "early" }),
    ]);

    expect(found?.discontinuation).toMatchObject({ status: "retired", source: "early" });
    expect([found?.purchasable, found?.renewable]).toEqual([false, false]);
  });

  it("say of what is off sale as a legacy offer that it is only that", () => {
    const found = (ofLegacyOffer: boolean) => standing([aSaleFact({ ofLegacyOffer })])?.discontinuation?.ofLegacyOffer;

    expect([found(true), found(false)]).toEqual([true, undefined]);
  });

  it("let the latest decide of two with one effect, and a dated one before one without a day", () => {
    const sources = (...facts: readonly (SaleFact["from"] | "none")[]) =>
      standing(
        facts.map((from) => aSaleFact({ from: from === "none" ? undefined : from, source: String(from), note: "" })),
      )?.discontinuation?.source;

    expect(sources(early, late)).toBe(String(late));
    expect(sources("none", early)).toBe(String(early));
  });

  it("take the successor of the strongest that has one", () => {
    const found = standing([
      aSaleFact({ from: late }),
      aSaleFact({ from: plainDate("2024-01-01"), successors: [["new"]] }),
      aSaleFact({ from: early, successors: [["old"]] }),
    ]);

    expect(found?.successors).toEqual([["new"]]);
  });

  it("never decide by what is only remembered", () => {
    const found = standing([aSaleFact({ status: "retired", decides: false, note: "remembered" })]);

    expect(found).toMatchObject({ purchasable: true, renewable: true, discontinuation: undefined, successors: [] });
    expect(found?.unconfirmed?.note).toBe("remembered");
  });

  it.each([
    ["2024-12-31", true],
    ["2025-01-01", false],
    ["2025-06-30", false],
    ["2025-07-01", true],
  ])("hold on their days alone: %s", (day, purchasable) => {
    expect(standing([aSaleFact({ from: late, until: plainDate("2025-06-30") })], day)?.purchasable).toBe(purchasable);
  });

  it.each<[string, SaleFact["countries"], string | null, boolean]>([
    ["in one of the countries alone", { only: new Set(["DE"]) }, "DE", false],
    ["in another than these alone", { only: new Set(["DE"]) }, "US", true],
    ["only there, where the country is not known", { only: new Set(["DE"]) }, null, true],
    ["in one of the countries except", { except: new Set(["DE"]) }, "DE", true],
    ["in another than these except", { except: new Set(["DE"]) }, "US", false],
    ["everywhere but there, where the country is not known", { except: new Set(["DE"]) }, null, false],
  ])("hold in their countries: %s", (_, countries, country, purchasable) => {
    expect(standing([aSaleFact({ countries })], "2026-12-01", country)?.purchasable).toBe(purchasable);
  });
});
