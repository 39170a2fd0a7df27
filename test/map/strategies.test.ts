import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CatalogueOffer, SaleFact } from "../../src/catalogue/catalogue.ts";
import { strategies } from "../../src/map/strategies/index.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { aCatalogue, aCatalogueOffer, aSaleFact } from "../support/a-catalogue.ts";
import { allInEnglish } from "../support/in-english.ts";
import { inWords, mapAll, mapOne } from "./map-one.ts";

const OLD = "CFQ7TTC0AAAA:0001";

/** An offer that went off sale, with the rest of its catalogue. */
function off(fact: Parameters<typeof aSaleFact>[0], differences: Partial<CatalogueOffer> = {}): CatalogueOffer {
  return aCatalogueOffer({ id: "Old", productSku: OLD, saleFacts: [aSaleFact(fact)], ...differences });
}
const onSale = (id: string, differences: Partial<CatalogueOffer> = {}) =>
  aCatalogueOffer({ id, productSku: `CFQ7TTC0BBBB:${id.slice(0, 4).padStart(4, "0").toUpperCase()}`, ...differences });
const plans = (...names: string[]) => new Map(names.map((name) => [`plan-${name}`, name]));

describe("every strategy", () => {
  it("is in the list", () => {
    const files = readdirSync(new URL("../../src/map/strategies/", import.meta.url))
      .filter((file) => file !== "index.ts" && file !== "strategy.ts")
      .map((file) => file.replace(".ts", ""));

    expect(strategies.map(({ name }) => name).sort()).toEqual(files.sort());
  });
});

describe("exact, renamed and name", () => {
  const offer = onSale("New", {
    otherNames: [{ name: "Former", kind: "former", source: "" }],
    skuIds: ["11111111-0000-4000-8000-000000000001"],
  });
  const catalogue = aCatalogue(offer);

  it.each([
    ["exact: New", [offer.productSku], "New"],
    ["exact: New", [offer.productSku], ""],
    ["renamed: New", [offer.productSku], "Former"],
    ["name: New", [], "New"],
    ["name: New", [], "Former"],
    ["none", ["CFQ7TTC0ZZZZ:0001"], "Nothing like it"],
  ])("gives %s for ids %j named %j", (expected, ids, name) => {
    const { target } = mapOne(catalogue, { ids, name });

    expect(inWords(target)).toBe(expected);
    expect(target.licenceAction).toBe(expected === "none" ? undefined : "keep");
  });
});

describe("successor", () => {
  it("judges the day: on sale the day before, on sale again the day after", () => {
    const catalogue = aCatalogue(
      off({ from: plainDate("2026-05-01"), until: plainDate("2026-06-30"), successors: [["New"]] }),
      onSale("New"),
    );
    const on = (day: string) => inWords(mapOne(catalogue, { ids: [OLD], on: day }).target);

    expect(["2026-04-30", "2026-05-01", "2026-06-30", "2026-07-01"].map(on)).toEqual([
      "exact: Old",
      "successor: New",
      "successor: New",
      "exact: Old",
    ]);
  });

  it("judges the country, and the rest of the world where it is not known", () => {
    const here = new Set(["DE"]);
    const catalogue = aCatalogue(
      aCatalogueOffer({
        id: "Old",
        productSku: OLD,
        saleFacts: [
          aSaleFact({ countries: { only: here }, successors: [["Here"]] }),
          aSaleFact({ countries: { except: here }, successors: [["There"]] }),
        ],
      }),
      onSale("Here"),
      onSale("There"),
    );

    expect(inWords(mapOne(catalogue, { ids: [OLD], country: "DE" }).target)).toBe("successor: Here");
    expect(inWords(mapOne(catalogue, { ids: [OLD], country: "US" }).target)).toBe("successor: There");
  });

  it("goes by what came last, and before it by what ends the offer for good", () => {
    const first = aSaleFact({ from: plainDate("2024-01-01"), successors: [["First"]] });
    const then = aSaleFact({ from: plainDate("2025-01-01"), successors: [["Then"]] });
    const gone = aSaleFact({ from: plainDate("2023-01-01"), status: "retired", successors: [["Gone"]] });
    const others = ["First", "Then", "Gone"].map((id) => onSale(id));
    const becomes = (...saleFacts: readonly SaleFact[]) => {
      const old = aCatalogueOffer({ id: "Old", productSku: OLD, saleFacts });
      return inWords(mapOne(aCatalogue(old, ...others), { ids: [OLD] }).target);
    };

    expect([becomes(first, then), becomes(then, first)]).toEqual(["successor: Then", "successor: Then"]);
    expect([becomes(then, gone), becomes(gone, then)]).toEqual(["successor: Gone", "successor: Gone"]);
  });

  it("takes the first option and shows the others", () => {
    const catalogue = aCatalogue(
      off({ successors: [["New"], ["Base", "Extra"]] }),
      ...["New", "Base", "Extra"].map((id) => onSale(id)),
    );

    const { target } = mapOne(catalogue, { ids: [OLD] });

    expect(inWords(target)).toBe("successor: New");
    expect(allInEnglish(target.candidates.map(({ offer, reason }) => [offer.id, reason]))).toEqual([
      ["Base", "other stated successor, together with Extra"],
    ]);
  });

  it("orders several offers together", () => {
    const catalogue = aCatalogue(off({ successors: [["Base", "Extra"]] }), onSale("Base"), onSale("Extra"));

    expect(inWords(mapOne(catalogue, { ids: [OLD] }).target)).toBe("successor: Base + Extra");
  });

  it("follows a chain, each link judged on the day", () => {
    const middle = onSale("Mid", { saleFacts: [aSaleFact({ from: plainDate("2027-01-01"), successors: [["New"]] })] });
    const catalogue = aCatalogue(off({ successors: [["Mid"]] }), middle, onSale("New"));
    const on = (day: string) => inWords(mapOne(catalogue, { ids: [OLD], on: day }).target);

    expect(["2026-12-31", "2027-01-01"].map(on)).toEqual(["successor: Mid", "successor: New"]);
  });

  it("does not go round in a circle", () => {
    const middle = onSale("Mid", { saleFacts: [aSaleFact({ successors: [["Old"]] })] });

    expect(inWords(mapOne(aCatalogue(off({ successors: [["Mid"]] }), middle), { ids: [OLD] }).target)).toBe("none");
  });

  it("never crosses into another segment", () => {
    const catalogue = aCatalogue(off({ successors: [["New"]] }), onSale("New", { segment: "education" }));

    expect(inWords(mapOne(catalogue, { ids: [OLD] }).target)).toBe("none");
  });

  it.each([
    ["endOfSale", "exact: Old", true],
    ["promotion", "exact: Old", true],
    ["programmeEnded", "exact: Old", true],
    ["notRenewable", "successor: New", false],
    ["retired", "successor: New", false],
  ] as const)("lets a billing transfer move an offer of status %s: %s", (status, moved, renewable) => {
    const catalogue = aCatalogue(off({ status, successors: [["New"]] }), onSale("New"));
    const { target } = mapOne(catalogue, { ids: [OLD], path: "billing-transfer" });

    expect([inWords(target), target.purchasable, target.renewable]).toEqual([moved, false, renewable]);
    expect(inWords(mapOne(catalogue, { ids: [OLD], path: "channel-renewal" }).target)).toBe("successor: New");
  });

  it("keeps licences where the skuId stays, and tells what users lose and gain", () => {
    const skuIds = ["11111111-0000-4000-8000-000000000001"];
    const foundation = ["113feb6c-3fe4-4440-bddc-54d774bf0318", "Exchange Foundation"] as const;
    const old = off(
      { successors: [["New"]] },
      { skuIds, servicePlans: new Map([...plans("mail", "chat"), foundation]) },
    );
    const same = aCatalogue(old, onSale("New", { skuIds, servicePlans: plans("mail", "files") }));
    const other = aCatalogue(old, onSale("New"));

    expect(mapOne(same, { ids: [OLD] }).target).toMatchObject({
      licenceAction: "keep",
      servicesLost: ["chat"],
      servicesGained: ["files"],
    });
    expect(mapOne(other, { ids: [OLD] }).target).toMatchObject({
      licenceAction: "reassign",
      servicesLost: [],
      servicesGained: [],
    });
  });
});

describe("services", () => {
  it("counts two plans of one name, in whatever case, as one service", () => {
    const old = off(
      { successors: [["New"]] },
      {
        servicePlans: new Map([
          ["a", "FLOW"],
          ["b", "Flow"],
          ["c", "MAIL"],
          ["d", "Mail"],
        ]),
      },
    );
    const catalogue = aCatalogue(
      old,
      onSale("New", {
        servicePlans: new Map([
          ["e", "Flow"],
          ["f", "Files"],
        ]),
      }),
    );

    expect(mapOne(catalogue, { ids: [OLD] }).target).toMatchObject({
      servicesLost: ["MAIL"],
      servicesGained: ["Files"],
    });
  });
});

describe("equivalent", () => {
  const old = off({ status: "retired" }, { servicePlans: plans("mail", "chat") });

  it("takes what loses nothing and adds least", () => {
    const catalogue = aCatalogue(
      old,
      onSale("More", { servicePlans: plans("mail", "chat", "files", "phone") }),
      onSale("Some", { servicePlans: plans("mail", "chat", "files") }),
      onSale("Less", { servicePlans: plans("mail") }),
    );
    const { target } = mapOne(catalogue, { ids: [OLD] });

    expect(inWords(target)).toBe("equivalent: Some");
    expect(target.candidates.map(({ offer }) => offer.id)).toEqual(["More"]);
    expect(target.servicesGained).toEqual(["files"]);
  });

  it("never chooses what takes a service away", () => {
    const catalogue = aCatalogue(
      old,
      onSale("Less", { servicePlans: plans("mail") }),
      onSale("Lone", { servicePlans: plans("phone") }),
    );
    const { target } = mapOne(catalogue, { ids: [OLD] });

    expect(inWords(target)).toBe("none");
    expect(allInEnglish(target.candidates.map(({ offer, reason }) => [offer.id, reason]))).toEqual([
      ["Less", "services lost: chat; 0 added"],
    ]);
  });

  it("scores so that the first candidate has the highest: by what users lose, then by what comes with it", () => {
    const catalogue = aCatalogue(
      off({ status: "retired" }, { servicePlans: plans("mail", "chat", "files", "phone") }),
      onSale("Most", { servicePlans: plans("mail", "chat", "files") }),
      onSale("Mixed", { servicePlans: plans("mail", "chat", "files", "video", "forms") }),
      onSale("Old 2", { servicePlans: plans("mail") }),
    );
    const { target } = mapOne(catalogue, { ids: [OLD] });

    expect(target.candidates.map(({ offer, score }) => [offer.id, score])).toEqual([
      ["Most", 0.8],
      ["Mixed", 0.73],
      ["Old 2", 0.4],
    ]);
  });

  it("scores 1 what has the same services", () => {
    const catalogue = aCatalogue(
      old,
      onSale("Same", { servicePlans: plans("mail", "chat") }),
      onSale("Twin", { servicePlans: plans("mail", "chat") }),
      onSale("More", { servicePlans: plans("mail", "chat", "files", "phone") }),
    );
    const { target } = mapOne(catalogue, { ids: [OLD] });

    expect(target.candidates.map(({ offer, score }) => [offer.id, score])).toEqual([
      ["Twin", 1],
      ["More", 0.83],
    ]);
  });

  it.each([
    ["of another segment", { segment: "nonprofit" }],
    ["that is a trial", { isTrial: true }],
    ["that is an add-on", { isAddOn: true }],
    ["whose CSP id is not known", { productSku: "" }],
    ["that is off sale itself", { saleFacts: [aSaleFact()] }],
    ["that is not sold in the tenant's country", { countries: new Set(["US"]) }],
  ] as const)("passes over an offer %s", (_, differences) => {
    const catalogue = aCatalogue(old, onSale("Twin", { servicePlans: plans("mail", "chat"), ...differences }));

    expect(inWords(mapOne(catalogue, { ids: [OLD] }).target)).toBe("none");
  });
});

describe("countries in which an offer is sold", () => {
  const here = (id: string, country: string, services: string) =>
    onSale(id, { countries: new Set([country]), servicePlans: plans(...services.split(" ")) });

  it("give each country of a book its own equivalent", () => {
    const catalogue = aCatalogue(
      off({ status: "retired" }, { servicePlans: plans("mail") }),
      here("Best", "US", "mail"),
      here("Good", "DE", "mail chat"),
    );
    const targets = mapAll(catalogue, [
      { ids: [OLD], country: "DE" },
      { ids: [OLD], country: "US" },
      { ids: [OLD], country: "FR" },
    ]);

    expect(targets.map(({ target }) => inWords(target))).toEqual(["equivalent: Good", "equivalent: Best", "none"]);
  });

  it("keep from the candidates what a person could not order", () => {
    const catalogue = aCatalogue(
      aCatalogueOffer({ id: "Visio Plan 1", countries: new Set(["US"]) }),
      aCatalogueOffer({ id: "Visio Plan 2", countries: new Set(["DE"]) }),
    );
    const { target } = mapOne(catalogue, { name: "Visio Plan 3", country: "DE" });

    expect(target.candidates.map(({ offer }) => offer.id)).toEqual(["Visio Plan 2"]);
  });
});

describe("what decides nothing", () => {
  it("shows a remembered fact and its successor, and keeps the offer", () => {
    const catalogue = aCatalogue(off({ decides: false, note: "gone, they say", successors: [["New"]] }), onSale("New"));
    const { target } = mapOne(catalogue, { ids: [OLD] });

    expect(inWords(target)).toBe("exact: Old");
    expect([target.purchasable, target.discontinuation, target.unconfirmed]).toEqual([
      true,
      undefined,
      "gone, they say",
    ]);
    expect(allInEnglish(target.candidates.map(({ offer, reason }) => [offer.id, reason]))).toEqual([
      ["New", "from memory, unconfirmed: gone, they say"],
    ]);
  });

  it("gives an excluded subscription no target", () => {
    const { target } = mapOne(aCatalogue(onSale("New")), { name: "New", exclusions: ["TRIAL"] });

    expect([target.match, target.offers, target.licenceAction, target.candidates]).toEqual(["none", [], undefined, []]);
  });
});

describe("unmatched", () => {
  it("shows the readings of an ambiguous name", () => {
    const former = { name: "Twice", kind: "former", source: "" } as const;
    const catalogue = aCatalogue(onSale("One", { otherNames: [former] }), onSale("Two", { otherNames: [former] }));
    const { target } = mapOne(catalogue, { name: "Twice" });

    expect(inWords(target)).toBe("none");
    expect(target.candidates.map(({ offer, score }) => [offer.id, score])).toEqual([
      ["One", 0.5],
      ["Two", 0.5],
    ]);
  });

  it("shows at most three offers of like name, of the same segment and on sale, the likest first", () => {
    const named = (name: string, differences: Partial<CatalogueOffer> = {}) =>
      aCatalogueOffer({ id: name, ...differences });
    const catalogue = aCatalogue(
      named("Visio Plan 1"),
      named("Visio Plan 2"),
      named("Visio Plan 3", { saleFacts: [aSaleFact()] }),
      named("Visio Plan 4", { isTrial: true }),
      named("Visio Plan 5 for faculty", { segment: "education" }),
      named("Visio Plan 2 Lite"),
      named("Visio Plan 2 Plus"),
      named("Exchange Kiosk"),
    );
    const { target } = mapOne(catalogue, { name: "My Visio Plan 2" });

    expect(target.candidates).toHaveLength(3);
    expect(target.candidates[0]?.offer.id).toBe("Visio Plan 2");
    expect(target.candidates.map(({ offer }) => offer.id)).not.toContain("Visio Plan 3");
    expect(target.candidates.every(({ score }) => score > 0 && score < 1)).toBe(true);
  });

  it.each([
    ["by the product's name", { ids: ["CFQ7TTC0AAAA:0001"], name: "" }],
    ["by the name in the row", { ids: ["CFQ7TTC0AAAA:0001"], name: "Visio Plan 2 (NCE)" }],
  ])("shows for a product of another segment what the stated one has: %s", (_name, asked) => {
    const catalogue = aCatalogue(
      aCatalogueOffer({ id: "Visio Plan 2", productSku: "CFQ7TTC0AAAA:0001" }),
      aCatalogueOffer({ id: "Visio Plan 2 for faculty", segment: "education" }),
      aCatalogueOffer({ id: "Visio Plan 1" }),
    );
    const { target } = mapOne(catalogue, { ...asked, segment: "education" });

    expect(inWords(target)).toBe("none");
    expect(target.candidates.map(({ offer }) => offer.id)).toEqual(["Visio Plan 2 for faculty"]);
  });

  it("finds no likeness in a segment's word", () => {
    const government = { segment: "government" } as const;
    const catalogue = aCatalogue(
      aCatalogueOffer({ id: "gov", name: "Office 365 E5 (Government Pricing)", ...government }),
      aCatalogueOffer({ id: "visio-gov", name: "Visio Plan 2 for GCC", ...government }),
    );
    const candidatesOf = (name: string) => mapOne(catalogue, { name }).target.candidates.map(({ offer }) => offer.id);

    expect(candidatesOf("Sales Hub for Government")).toEqual([]);
    expect(candidatesOf("Visio Plan 3 for GCC")).toEqual(["visio-gov"]);
  });

  it.each([["CFQ7TTC0BBBB:0099"], ["CFQ7TTC0BBBB"]])("shows the SKUs that it knows of the product of %j", (id) => {
    const catalogue = aCatalogue(
      onSale("One"),
      onSale("Two"),
      onSale("Edu", { segment: "education" }),
      onSale("Off", { saleFacts: [aSaleFact()] }),
    );
    const { target } = mapOne(catalogue, { ids: [id] });

    expect(allInEnglish(target.candidates.map(({ offer, reason }) => [offer.id, reason]))).toEqual([
      ["One", "same ProductId, another SkuId"],
      ["Two", "same ProductId, another SkuId"],
    ]);
  });

  it("shows an offer once, whether its name or its product is like, the likest first", () => {
    const catalogue = aCatalogue(onSale("Anything else"), onSale("Visio Plan 1"));
    const { target } = mapOne(catalogue, { ids: ["CFQ7TTC0BBBB:0099"], name: "Visio Plan 9" });

    expect(target.candidates.map(({ offer }) => offer.id)).toEqual(["Visio Plan 1", "Anything else"]);
  });

  it("shows in place of an offer that went only what can be ordered, unless nothing can", () => {
    const gone = off({ status: "retired" }, { id: "Premium P1" });
    const tenantOnly = aCatalogueOffer({ id: "Premium P2" });
    const candidatesOf = (...others: readonly CatalogueOffer[]) =>
      mapOne(aCatalogue(gone, tenantOnly, ...others), { ids: [OLD] }).target.candidates.map(({ offer }) => offer.id);

    expect(candidatesOf(onSale("Premium P9"))).toEqual(["Premium P9"]);
    expect(candidatesOf()).toEqual(["Premium P2"]);
  });

  it("compares a part number with names, and never a GUID", () => {
    const catalogue = aCatalogue(onSale("Visio Plan 1"));
    const candidatesOf = (ids: readonly string[]) =>
      mapOne(catalogue, { ids }).target.candidates.map(({ offer }) => offer.id);

    expect(candidatesOf(["11111111-0000-4000-8000-000000000009", "VISIO_PLAN_1_X"])).toEqual(["Visio Plan 1"]);
    expect(candidatesOf(["11111111-0000-4000-8000-000000000009"])).toEqual([]);
  });
});

describe("provenance", () => {
  const sources = ["list of 2019"];

  it.each([
    ["list of 2019", 'ProductId:SkuId "CFQ7TTC0AAAA:0001"; source: list of 2019; stated successor (same source)'],
    ["page of 2023", 'ProductId:SkuId "CFQ7TTC0AAAA:0001"; source: list of 2019; stated successor (page of 2023)'],
  ])("says where the offer and its successor come from: %s", (source, expected) => {
    const catalogue = aCatalogue(off({ successors: [["New"]], source }, { sources }), onSale("New"));

    expect(allInEnglish(mapOne(catalogue, { ids: [OLD] }).target.provenance)).toBe(expected);
  });

  it.each([
    ["ProductId:SkuId", "CFQ7TTC0BBBB:0NEW", "price page"],
    ["legacy offer id", "22222222-0000-4000-8000-000000000001", "list of 2019"],
    ["skuId", "11111111-0000-4000-8000-000000000001", "list of names"],
    ["skuPartNumber", "NEW_ONE", "list of names"],
    ["name", "New", "price page"],
    ["name", "Newer", "blog of 2025"],
  ])("says which list has the %s %s: the %s", (word, text, source) => {
    const offer = onSale("New", {
      sources: ["price page", "list of 2019", "list of names"],
      idSources: { legacyOfferId: "list of 2019", tenant: "list of names" },
      legacyOfferIds: ["22222222-0000-4000-8000-000000000001"],
      skuIds: ["11111111-0000-4000-8000-000000000001"],
      skuPartNumbers: ["NEW_ONE"],
      otherNames: [{ name: "Newer", kind: "alias", source: "blog of 2025" }],
    });
    const asked = word === "name" ? { name: text } : { ids: [text] };

    expect(allInEnglish(mapOne(aCatalogue(offer), asked).target.provenance)).toContain(
      `${word} "${text}"; source: ${source};`,
    );
  });

  it("says where a former name comes from", () => {
    const otherNames = [{ name: "Former", kind: "former", source: "page of 2023" }] as const;
    const catalogue = aCatalogue(onSale("New", { sources, otherNames }));

    expect(allInEnglish(mapOne(catalogue, { ids: ["CFQ7TTC0BBBB:0NEW"], name: "Former" }).target.provenance)).toBe(
      'ProductId:SkuId "CFQ7TTC0BBBB:0NEW"; source: list of 2019; formerly "Former" (page of 2023)',
    );
  });
});
