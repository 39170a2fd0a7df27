import { describe, expect, it } from "vitest";
import { resolveTarget } from "../../src/review/resolve-target.ts";
import { aCatalogue, aCatalogueOffer } from "../support/a-catalogue.ts";
import { allInEnglish } from "../support/in-english.ts";

const SUITE = aCatalogueOffer({
  id: "suite",
  name: "Office 365 E3",
  productSku: "CFQ7TTC0LF8R:0001",
  legacyOfferIds: ["796b6b5f-613c-4e24-a17c-eba730d49c02"],
  skuIds: ["6fd2c87f-b296-42f0-b197-1e91e994b900"],
  skuPartNumbers: ["ENTERPRISEPACK"],
});
const TEAMS = aCatalogueOffer({ id: "teams", name: "Microsoft Teams Enterprise" });
const PAIR = aCatalogueOffer({ id: "pair", name: "Audio + Video" });
const NEW_F1 = aCatalogueOffer({ id: "f1", name: "Microsoft 365 F1" });
const F3 = aCatalogueOffer({
  id: "f3",
  name: "Microsoft 365 F3",
  otherNames: [{ name: "Microsoft 365 F1", kind: "former", source: "invented for tests" }],
});
const FACULTY = aCatalogueOffer({ id: "faculty", name: "Office 365 A3 for faculty", segment: "education" });
const TRIAL = aCatalogueOffer({ id: "trial", name: "Office 365 E5 Trial", isTrial: true });
const EMS = aCatalogueOffer({ id: "ems", name: "Enterprise Mobility + Security E3", productSku: "CFQ7TTC0LFJ1:0001" });
const GRANT = aCatalogueOffer({ id: "grant", name: "Suite (grant)", skuPartNumbers: ["TWICE"] });
const PAID = aCatalogueOffer({ id: "paid", name: "Suite (paid)", skuPartNumbers: ["TWICE"] });
const catalogue = aCatalogue(GRANT, PAID, SUITE, TEAMS, PAIR, NEW_F1, F3, FACULTY, TRIAL, EMS);

describe("what a person chose as the target", () => {
  it.each([
    ["a ProductId:SkuId", "CFQ7TTC0LF8R:0001", ["suite"]],
    ["another spelling of it", "cfq7ttc0lf8r/1", ["suite"]],
    ["a ProductId:SkuId with the name behind it", "CFQ7TTC0LF8R:0001 Office 365 E3", ["suite"]],
    ["a candidate with its score", "CFQ7TTC0LF8R:0001 Office 365 E3 (0.84, no service lost; 3 added)", ["suite"]],
    ["a legacy offer id", "{796B6B5F-613C-4E24-A17C-EBA730D49C02}", ["suite"]],
    ["a tenant's skuId", "6fd2c87f-b296-42f0-b197-1e91e994b900", ["suite"]],
    ["a part number", "EnterprisePack", ["suite"]],
    ["a name", "microsoft teams enterprise", ["teams"]],
    ["two joined", "CFQ7TTC0LF8R:0001 + Microsoft Teams Enterprise", ["suite", "teams"]],
    ["two by their names", "Office 365 E3 + Microsoft Teams Enterprise", ["suite", "teams"]],
    ["two ids with their names", "CFQ7TTC0LF8R:0001 Office 365 E3 + CFQ7TTC0LFJ1:0001 X", ["suite", "ems"]],
    [
      "an id, and an offer without one",
      "CFQ7TTC0LF8R:0001 Office 365 E3 + Microsoft Teams Enterprise",
      ["suite", "teams"],
    ],
    ["two ids without a blank", "CFQ7TTC0LF8R:0001+cfq7ttc0lfj1:1", ["suite", "ems"]],
    ["an id and a name with a plus sign", "CFQ7TTC0LFJ1:0001 Enterprise Mobility + Security E3", ["ems"]],
    [
      "a name with a plus sign, an id with one, and another",
      "Audio + Video + CFQ7TTC0LFJ1:0001 Enterprise Mobility + Security E3 + ENTERPRISEPACK",
      ["pair", "ems", "suite"],
    ],
    [
      "two candidates with their scores",
      "Office 365 E3 (0.82, similar name) + Audio + Video (0.70, similar name)",
      ["suite", "pair"],
    ],
    ["a score with a name in it", 'Office 365 E3 (0.55, similar to its other name "A + B (old)")', ["suite"]],
    ["an older name behind an id", "CFQ7TTC0LF8R:0001 what it was called before", ["suite"]],
    ["one twice", "Office 365 E3 + ENTERPRISEPACK", ["suite"]],
    ["a name with a plus sign of its own", "Audio + Video", ["pair"]],
    ["a name of today that another offer had once", "Microsoft 365 F1", ["f1"]],
  ])("is found: %s", (_name, text, expected) => {
    const found = resolveTarget(text, "commercial", catalogue);

    expect("offers" in found ? found.offers.map(({ id }) => id) : found).toEqual(expected);
  });

  it.each([
    ["an id that nobody knows", "CFQ7TTC0QQQQ:0001", 'the catalogue knows no offer "CFQ7TTC0QQQQ:0001"'],
    ["a name that nobody knows", "Office 2049", 'the catalogue knows no offer "Office 2049"'],
    ["another name behind an id", "CFQ7TTC0LF8R:0001 Audio + Office 2049", 'knows no offer "Office 2049"'],
    ["half an id", "CFQ7TTC0LF8R", "lacks its SkuId"],
    ["another segment", "Office 365 A3 for faculty", "segments never mix"],
    ["what follows a score", "Office 365 E3 (0.82, similar name) + Office 2049 (new)", 'no offer "Office 2049 (new)"'],
    ["something before an id", "not CFQ7TTC0LF8R:0001", "does not begin with its id"],
    ["a sign with nothing behind it", "Office 365 E3 +", "on both sides of +"],
    ["a sign alone", "+", "on both sides of +"],
    ["an id of two offers", "TWICE", '"TWICE" means more than one offer: Suite (grant), Suite (paid)'],
    ["a trial", "Office 365 E5 Trial", "a trial, which no subscription becomes"],
    ["one of two that is not known", "Office 365 E3 + Office 2049", 'the catalogue knows no offer "Office 2049"'],
  ])("is refused, and said: %s", (_name, text, why) => {
    expect(allInEnglish(resolveTarget(text, "commercial", catalogue))).toEqual({
      refused: expect.stringContaining(why),
    });
  });

  it("is looked at in time that does not explode, however many signs it holds", () => {
    const started = performance.now();

    expect(resolveTarget("a + ".repeat(8000), "commercial", catalogue)).toHaveProperty("refused");
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
