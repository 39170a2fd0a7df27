import { describe, expect, it } from "vitest";
import { recognise } from "../../src/map/recognise.ts";
import type { Segment } from "../../src/model/subscription.ts";
import { aCatalogue, aCatalogueOffer } from "../support/a-catalogue.ts";

const SKU_ID = "11111111-0000-4000-8000-000000000001";
const LEGACY_ID = "22222222-0000-4000-8000-000000000001";
const PAID_ONLY_ID = "11111111-0000-4000-8000-000000000002";

const premium = aCatalogueOffer({
  id: "premium",
  name: "Suite Premium",
  productSku: "CFQ7TTC0LCHC:0002",
  skuIds: [SKU_ID],
  legacyOfferIds: [LEGACY_ID],
  skuPartNumbers: ["SUITE_P"],
  otherNames: [{ name: "Suite Business", kind: "former", source: "" }],
  renamedIds: new Set([LEGACY_ID]),
});
const premiumNonprofit = aCatalogueOffer({
  id: "premium-nonprofit",
  name: "Suite Premium (Nonprofit Staff Pricing)",
  segment: "nonprofit",
  productSku: "CFQ7TTC0LCHC:00NP",
  skuIds: [SKU_ID],
});
const standard = aCatalogueOffer({
  id: "standard",
  name: "Suite Standard",
  skuIds: [PAID_ONLY_ID],
  otherNames: [{ name: "Suite Business", kind: "former", source: "" }],
});
const aTrial = aCatalogueOffer({ id: "a-trial", name: "Suite Trial", skuIds: [PAID_ONLY_ID], isTrial: true });
const faculty = aCatalogueOffer({ id: "learn", name: "Learning Kit", segment: "education" });
const catalogue = aCatalogue(premium, premiumNonprofit, standard, faculty, aTrial);

function recognised(ids: readonly string[], name: string, stated?: Segment) {
  return recognise({ ids, name }, stated, catalogue);
}

describe("recognising a product", () => {
  it.each([
    ["a CSP id", ["CFQ7TTC0LCHC:0002"], ""],
    ["a CSP id without leading zeros", ["cfq7ttc0lchc/2"], ""],
    ["a CSP id with term and availability", ["P1Y:CFQ7TTC0LCHC:0002:1:"], ""],
    ["a legacy offer id", [LEGACY_ID.toUpperCase()], ""],
    ["a tenant skuId", [SKU_ID], ""],
    ["a part number with blanks and another case", [" suite_p "], ""],
    ["the second id, where the first is unknown", ["33333333-0000-4000-8000-000000000001", "SUITE_P"], ""],
    ["an id, whatever another offer's name beside it", ["CFQ7TTC0LCHC:0002"], "Suite Standard"],
  ])("finds the offer by %s", (_, ids, name) => {
    const identity = recognised(ids, name);

    expect([identity.found, identity.offer?.id]).toEqual(["id", "premium"]);
  });

  it.each([
    ["a name of today", [], "Suite  premium", "premium"],
    ["a name where the id belongs", ["Suite Standard"], "", "standard"],
    ["a name beside an id that nobody knows", ["CFQ7TTC0ZZZZ:0001"], "Suite Standard", "standard"],
  ])("finds the offer by %s", (_, ids, name, offer) => {
    const identity = recognised(ids, name);

    expect([identity.found, identity.offer?.id]).toEqual(["name", offer]);
  });

  it("does not choose between two readings of a name", () => {
    const identity = recognised([], "Suite Business");

    expect(identity.offer).toBeUndefined();
    expect(identity.readings.map((offer) => offer.id)).toEqual(["premium", "standard"]);
  });

  it("takes the id where the name has two readings", () => {
    expect(recognised([PAID_ONLY_ID], "Suite Business").offer?.id).toBe("standard");
  });

  it.each<[string, readonly string[], string, Segment | undefined, string, Segment]>([
    ["the stated one", [SKU_ID], "", "nonprofit", "premium-nonprofit", "nonprofit"],
    [
      "that of the name",
      [SKU_ID],
      "Suite Premium (Nonprofit Staff Pricing)",
      undefined,
      "premium-nonprofit",
      "nonprofit",
    ],
    ["commercial where nothing tells", [SKU_ID], "", undefined, "premium", "commercial"],
    ["the only one in which the name exists", [], "Learning Kit", undefined, "learn", "education"],
    [
      "that of a CSP id, whatever the name",
      ["CFQ7TTC0LCHC:00NP"],
      "Suite Premium",
      undefined,
      "premium-nonprofit",
      "nonprofit",
    ],
  ])("takes as segment %s", (_, ids, name, stated, offer, segment) => {
    const identity = recognised(ids, name, stated);

    expect([identity.offer?.id, identity.segment, identity.segmentConflict]).toEqual([offer, segment, undefined]);
  });

  it.each<[string, readonly string[], string, Segment | undefined, Segment]>([
    ["a commercial id stated as education", ["CFQ7TTC0LCHC:0002"], "", "education", "education"],
    ["a nonprofit id stated as commercial", ["CFQ7TTC0LCHC:00NP"], "", "commercial", "commercial"],
    ["a name stated as another segment", [], "Learning Kit", "commercial", "commercial"],
    [
      "a tenant id whose name is of another segment",
      [PAID_ONLY_ID],
      "Suite Standard for faculty",
      undefined,
      "education",
    ],
  ])("sees the conflict in %s", (_, ids, name, stated, claimed) => {
    const { segmentConflict, segment } = recognised(ids, name, stated);

    expect([segmentConflict?.stated, segment]).toEqual([claimed, claimed]);
    expect(segmentConflict?.offers).not.toEqual([]);
  });

  it.each([
    ["its name is a former one", ["CFQ7TTC0LCHC:0002"], "Suite Business", "Suite Business"],
    ["it has only an id of the former time", [LEGACY_ID], "", "Suite Business"],
    ["it has such an id and a nickname", [LEGACY_ID], "Sales team", "Suite Business"],
    ["it has such an id and the name of today", [LEGACY_ID], "Suite Premium", undefined],
    ["it has an id of today and no name", ["CFQ7TTC0LCHC:0002"], "", undefined],
  ])("says whether the row is from before a renaming: %s", (_, ids, name, formerName) => {
    expect(recognised(ids, name).formerName).toBe(formerName);
  });

  it.each([
    ["CFQ7TTC0LCHC:0002", "csp-nce"],
    ["CFQ7TTC0ZZZZ:0001", "csp-nce"],
    [LEGACY_ID, "csp-legacy"],
    [SKU_ID, undefined],
    ["SUITE_P", undefined],
    ["33333333-0000-4000-8000-000000000001", undefined],
  ])("tells the channel from the shape of the id %s", (id, channel) => {
    expect(recognised([id], "").channelOfId).toBe(channel);
  });

  it("takes a shared skuId for a trial only where the row names it", () => {
    expect(recognised([PAID_ONLY_ID], "").offer?.id).toBe("standard");
    expect(recognised([PAID_ONLY_ID], "Suite Trial").offer?.id).toBe("a-trial");
  });

  it("gives one product one key, whichever id or segment a row has", () => {
    const keys = [[SKU_ID], [LEGACY_ID], ["SUITE_P"], ["CFQ7TTC0LCHC:2"], ["CFQ7TTC0LCHC:00NP"]].map(
      (ids) => recognised(ids, "").productKey,
    );

    expect(new Set(keys).size).toBe(1);
    expect(recognised(["Some Thing"], "").productKey).not.toBe(recognised(["Some Other Thing"], "").productKey);
  });

  it.each([
    ["Azure plan", [], false],
    ["Microsoft Azure", ["MS-AZR-0145P"], false],
    ["Office LTSC Standard 2021", [], false],
    ["System Center 2022 Standard - 2 Core", [], false],
    ["Visual Studio Professional 2022", [], false],
    ["Visual Studio Professional subscription", [], true],
    ["Office Standard 2019", [], false],
    ["Office 2019 Professional Plus", [], false],
    ["Project 2021 Professional", [], false],
    ["Windows Server 2022 Standard - 8 Core License Pack - 1 Year Software Subscription", [], false],
    ["Reserved VM Instance, Standard_D2s_v3, EU West", [], false],
    ["Azure Active Directory Premium P1", [], true],
    ["Azure Information Protection Plan 1", [], true],
    ["Some Portal Product", [], true],
  ])("knows whether %s is licence-based", (name, ids, expected) => {
    expect(recognised(ids, name).isLicenceBased).toBe(expected);
  });
});
