import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import type { CatalogueOffer, SaleFact } from "../../src/catalogue/catalogue.ts";
import { namesOf } from "../../src/catalogue/index-offers.ts";
import { isoDate } from "../../src/model/plain-date.ts";

const catalogue = builtInCatalogue();

function readings(name: string, segment = "commercial"): readonly string[] {
  return catalogue
    .byName(name)
    .filter(({ offer }) => offer.segment === segment)
    .map(({ offer, kind }) => `${offer.name}: ${kind}`)
    .sort();
}

function one(found: readonly CatalogueOffer[]): CatalogueOffer {
  const [offer] = found;
  if (offer === undefined || found.length !== 1) throw new Error(`Found ${found.length} offers, expected one.`);
  return offer;
}

function inSegment(found: readonly CatalogueOffer[], segment: string): CatalogueOffer {
  return one(found.filter((offer) => offer.segment === segment));
}

describe("names", () => {
  it.each<[string, readonly string[]]>([
    [
      "Office 365 Business Premium",
      ["Microsoft 365 Business Premium: alias", "Microsoft 365 Business Standard: former"],
    ],
    ["Business Premium", ["Microsoft 365 Business Premium: alias", "Microsoft 365 Business Standard: former"]],
    ["Microsoft 365 F1", ["Microsoft 365 F1: current", "Microsoft 365 F3: former"]],
    ["Microsoft 365 Business", ["Microsoft 365 Business Premium: former"]],
    ["Microsoft 365 Business Premium", ["Microsoft 365 Business Premium: current"]],
    ["Microsoft 365 Business Standard (NCE COM ANN)", ["Microsoft 365 Business Standard: current"]],
    ["Office 365 F1", ["Office 365 F3: former"]],
    ["Office 365 Enterprise K1", ["Office 365 F3: former"]],
    ["Office 365 Enterprise E3", ["Office 365 E3: former"]],
    ["Azure Active Directory Premium P1", ["Microsoft Entra ID P1: former"]],
    ["Dynamics 365 for Sales Professional", ["Dynamics 365 Sales Professional: former"]],
    ["Office 365 A3 for faculty", []],
    ["Contoso Backup", []],
  ])("%s", (name, expected) => {
    expect(readings(name)).toEqual(expected);
  });

  it("has two readings in one segment only where the name is a known trap", () => {
    const holders = new Map<string, number>();
    for (const offer of catalogue.offers) {
      for (const name of namesOf(offer).keys()) {
        const key = `${offer.segment}: ${name}`;
        holders.set(key, (holders.get(key) ?? 0) + 1);
      }
    }
    const ambiguous = [...holders].filter(([, count]) => count > 1).map(([name]) => name);

    expect(ambiguous.sort()).toEqual([
      "commercial: business premium",
      "commercial: dynamics 365 customer insights attach",
      "commercial: dynamics 365 customer voice additional responses",
      "commercial: flow additional runs per 50 000",
      "commercial: microsoft 365 f1",
      "commercial: office 365 business premium",
      "commercial: privacy management subject rights request 50",
      "government: dynamics 365 enterprise edition additional portal government",
      "government: dynamics 365 for case management enterprise edition government",
      "government: power bi premium per user addon gcc",
      "nonprofit: office 365 business premium",
      "nonprofit: office 365 business premium nonprofit",
    ]);
  });

  it("knows a plain name inside the nonprofit segment, too", () => {
    expect(readings("Microsoft 365 E3", "nonprofit")).toEqual(["Microsoft 365 E3 (Nonprofit Staff Pricing): alias"]);
  });
});

describe("ids", () => {
  it("is one offer in all four spaces", () => {
    const offer = one(catalogue.byProductSku("cfq7ttc0ldpb/1"));

    expect(offer.name).toBe("Microsoft 365 Business Standard");
    expect(one(catalogue.byLegacyOfferId("031C9E47-4802-4248-838E-778FB1D2CC05"))).toBe(offer);
    expect(inSegment(catalogue.bySkuId("f245ecc8-75af-4f8e-b61f-27d8114de5f3"), "commercial")).toBe(offer);
    expect(inSegment(catalogue.byPartNumber("contoso:O365_BUSINESS_PREMIUM"), "commercial")).toBe(offer);
  });

  it.each([
    ["Microsoft_365_ Business_ Premium_(no Teams)", "Microsoft 365 Business Premium (no Teams)"],
    ["microsoft_365_business_premium_(noTeams)", "Microsoft 365 Business Premium (no Teams)"],
    ["O365_w/o\u00a0Teams\u00a0Bundle_M3", "Microsoft 365 E3 EEA (no Teams)"],
    ["o365_w/o teams bundle_m3 ", "Microsoft 365 E3 EEA (no Teams)"],
    ["MCOPSTN5", "Skype for Business PSTN Domestic Calling (120 Minutes)"],
    ["SPE_F1", "Microsoft 365 F3"],
    ["M365_F1", "Microsoft 365 F1"],
  ])("finds the part number %j", (partNumber, name) => {
    expect(inSegment(catalogue.byPartNumber(partNumber), "commercial").name).toBe(name);
  });

  it("answers both GUIDs of MCOPSTN5", () => {
    const found = ["d43177b5-475b-4880-92d4-d54c27b5efbd", "54a152dc-90de-4996-93d2-bc47e670fc06"].map((guid) =>
      one(catalogue.bySkuId(guid)),
    );

    expect(found[0]).toBe(found[1]);
  });

  it("answers a shared skuId with the plain offer, not with its promotion, tier or trial", () => {
    expect(inSegment(catalogue.bySkuId("cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"), "commercial").name).toBe(
      "Microsoft 365 Business Premium",
    );
    expect(inSegment(catalogue.byPartNumber("DYN365_ENTERPRISE_PLAN1"), "commercial").name).toBe(
      "Dynamics 365 Customer Engagement Plan",
    );
  });
});

describe("facts", () => {
  it.each([
    ["microsoft-365-business-basic", 300],
    ["microsoft-365-business-standard-no-teams", 300],
    ["microsoft-365-business-premium-nonprofit", 300],
    ["microsoft-365-apps-for-business", 300],
    ["microsoft-teams-rooms-basic", 25],
    ["microsoft-365-e3", undefined],
  ])("pools the seats of %s at %s", (id, pool) => {
    expect(catalogue.byId(id)?.tenantSeatPool).toBe(pool);
  });

  it("asks for 100 seats where a suite is sold for three years", () => {
    const sold = catalogue.offers.filter(({ threeYears }) => threeYears !== undefined);

    expect(sold.map(({ name, threeYears }) => [name, threeYears?.minimumSeats])).toEqual([
      ["Microsoft 365 E3 EEA (no Teams)", 100],
      ["Microsoft 365 E3 (no Teams)", 100],
      ["Microsoft 365 E5 EEA (no Teams)", 100],
      ["Microsoft 365 E5 (no Teams)", 100],
      ["Microsoft Defender Suite", 100],
      ["Microsoft Purview Suite", 100],
      ["Microsoft Teams Enterprise", 100],
    ]);
    expect(sold.every(({ threeYears }) => threeYears?.source.includes("2025-08-13"))).toBe(true);
  });

  it("caps what has a maximum without a pool", () => {
    expect(catalogue.byId("dynamics-365-business-central-external-accountant")?.maximumSeats).toBe(3);
    expect(catalogue.byId("dynamics-365-plan")?.minimumSeats).toBe(20);
  });

  it("dates the sale of suites with Teams by country", () => {
    const facts = catalogue.byId("microsoft-365-e3")?.saleFacts ?? [];

    expect(
      facts.map(({ from, until, countries, successors }) => ({
        from: from === undefined ? "" : isoDate(from),
        until: until === undefined ? "" : isoDate(until),
        isOfGermany:
          countries !== undefined && ("only" in countries ? countries.only.has("DE") : !countries.except.has("DE")),
        successors,
      })),
    ).toEqual([
      {
        from: "2023-10-01",
        until: "2025-10-31",
        isOfGermany: true,
        successors: [["microsoft-365-e3-eea-no-teams", "microsoft-teams-eea"]],
      },
      {
        from: "2024-04-01",
        until: "2025-10-31",
        isOfGermany: false,
        successors: [["microsoft-365-e3-no-teams", "microsoft-teams-enterprise"]],
      },
    ]);
  });

  it("gives the options of Office 365 E4 with the stated one first", () => {
    expect(catalogue.byId("office-365-enterprise-e4")?.saleFacts[0]?.successors).toEqual([
      ["office-365-e5"],
      ["office-365-e3", "microsoft-teams-phone-standard"],
      ["office-365-e3", "skype-for-business-plus-cal"],
      ["office-365-e3"],
    ]);
  });

  it("names no CSP licence as the successor of Power BI Premium", () => {
    const facts = catalogue.byId("power-bi-premium-p1")?.saleFacts ?? [];

    expect(facts.map(({ status, successors }) => ({ status, successors }))).toEqual([
      { status: "endOfSale", successors: [] },
      { status: "notRenewable", successors: [] },
    ]);
  });

  it("lists service plans without the one that no user notices", () => {
    const plans = catalogue.byId("microsoft-365-e3")?.servicePlans;

    expect(plans?.size).toBeGreaterThan(30);
    expect(plans?.has("113feb6c-3fe4-4440-bddc-54d774bf0318")).toBe(false);
  });

  it("sells nothing by seat where the offer is Azure", () => {
    expect(one(catalogue.byLegacyOfferId("ms-azr-0145p")).isLicenceBased).toBe(false);
  });
});

const shared = new URL("../../../shared/data/", import.meta.url);

const hasReferenceFiles = existsSync(shared) || process.env.CI !== undefined;

function json<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, shared), "utf8")) as T;
}

interface Reference {
  readonly name: string;
  readonly offerId?: string;
  readonly skuId?: string;
  readonly skuPartNumber?: string;
  readonly productId?: string;
  readonly nceSkuId?: string;
}

interface Discontinued {
  readonly source: Reference;
  readonly status: string;
  readonly segment?: string;
  readonly confidence: string;
  readonly date?: string;
  readonly until?: string;
  readonly region?: string;
  readonly successor: Reference | null;
}

/** All entries but the last, which is a rule about every offer. None where the files are not there. */
function discontinued(): readonly Discontinued[] {
  if (!hasReferenceFiles) return [];
  return json<readonly Discontinued[]>("discontinued.json").filter(
    ({ source }) => !source.name.startsWith("every legacy"),
  );
}

function dayAndPlace({ from, until, countries }: SaleFact): readonly unknown[] {
  const isOfGermany =
    countries === undefined ? undefined : "only" in countries ? countries.only.has("DE") : !countries.except.has("DE");
  return [from === undefined ? "" : isoDate(from), until === undefined ? "" : isoDate(until), isOfGermany];
}

function isEuropean(region: string | undefined): boolean | undefined {
  return region === undefined ? undefined : region === "EEA+CH";
}

function idsOf(reference: Reference | null): Readonly<Record<string, string>> {
  const { offerId, skuId, productId, nceSkuId } = reference ?? { name: "" };
  return {
    ...(offerId && { offerId }),
    ...(skuId && { skuId }),
    ...(productId && nceSkuId && { productSku: `${productId}:${nceSkuId}` }),
  };
}

function idSegments(id: string): readonly string[] {
  return catalogue.offers.filter((offer) => hasId(offer, id)).map(({ segment }) => segment);
}

function hasId(offer: CatalogueOffer, id: string): boolean {
  return offer.productSku === id || offer.legacyOfferIds.includes(id) || offer.skuIds.includes(id);
}

// The reference files are other people's and stay outside the repository; the build server has them.
describe.skipIf(!hasReferenceFiles)("against the reference files", () => {
  it("knows every product of new commerce under its name and segment", () => {
    const [, ...rows] = readFileSync(new URL("nce-product-skus.sample.csv", shared), "utf8").trim().split("\n");

    const unknown = rows.filter((row) => {
      const [segment = "", productId = "", skuId = "", name = ""] = row.split(",");
      const found = catalogue.byProductSku(`${productId}:${skuId}`);
      return (
        found.length !== 1 ||
        found[0]?.segment !== segment.toLowerCase() ||
        !catalogue.byName(name).some(({ offer }) => offer === found[0])
      );
    });

    expect(rows).toHaveLength(95);
    expect(unknown).toEqual([]);
  });

  it("knows every offer of 2019, with its name, limits and whether it is a trial", () => {
    const offers = json<
      readonly { id: string; name: string; isTrial: boolean; isAddOn: boolean; minimumQuantity: number }[]
    >("legacy-csp-offers.us.2019.json");

    const unknown = offers.filter(({ id, name, isTrial, isAddOn, minimumQuantity }) => {
      const [found] = catalogue.byLegacyOfferId(id);
      return (
        found === undefined ||
        found.isTrial !== isTrial ||
        (isAddOn && !found.isAddOn) ||
        found.minimumSeats !== minimumQuantity ||
        !catalogue.byName(name).some(({ offer }) => offer === found)
      );
    });

    expect(offers).toHaveLength(274);
    expect(unknown).toEqual([]);
  });

  it.each(discontinued().map((entry) => [entry.source.name, entry] as const))("knows what became of %s", (_, entry) => {
    const { source, status, confidence } = entry;
    const found = [
      ...(source.productId === undefined ? [] : catalogue.byProductSku(`${source.productId}:${source.nceSkuId ?? ""}`)),
      ...(source.offerId === undefined ? [] : catalogue.byLegacyOfferId(source.offerId)),
      ...(source.skuId === undefined ? [] : catalogue.bySkuId(source.skuId)),
      ...(source.skuPartNumber === undefined ? [] : catalogue.byPartNumber(source.skuPartNumber)),
      ...catalogue.byName(source.name).map(({ offer }) => offer),
    ].filter((offer) => offer.segment === (entry.segment ?? "commercial"));

    expect(found.length).toBeGreaterThan(0);
    if (status === "renamed") {
      const isMemory = confidence === "memory";
      const ids = [source.offerId, source.skuId].filter((id) => id !== undefined);
      expect(ids.every((id) => found.some((offer) => offer.renamedIds.has(id)))).toBe(!isMemory || ids.length === 0);
      const isGone = found.some((offer) => offer.saleFacts.some((fact) => fact.decides && fact.until === undefined));
      expect(isGone).toBe(source.name === "Project Lite"); // Project Online Essentials today, off sale since 2025-10-01
    } else {
      const expected = status === "endOfLife" ? "retired" : status;
      const facts = found.flatMap((offer) => offer.saleFacts).filter((fact) => fact.status === expected);
      expect(facts.map((fact) => fact.decides)).toContain(confidence !== "memory");
      expect(facts.map(dayAndPlace)).toContainEqual([entry.date ?? "", entry.until ?? "", isEuropean(entry.region)]);
      // A successor given by the id of another segment stands for that of the own.
      const isOwn = (id: string) => idSegments(id).includes(entry.segment ?? "commercial");
      for (const [key, id] of Object.entries(idsOf(entry.successor)).filter(([, id]) => isOwn(id))) {
        const first = facts.flatMap((fact) => fact.successors[0] ?? []).map((offerId) => catalogue.byId(offerId));
        expect([key, first.some((offer) => offer !== undefined && hasId(offer, id))]).toEqual([key, true]);
      }
    }
  });
});
