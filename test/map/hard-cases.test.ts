import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import { SEGMENTS } from "../../src/model/subscription.ts";
import { inEnglish } from "../support/in-english.ts";
import { gone } from "./hard-cases/gone.ts";
import type { HardCase } from "./hard-cases/hard-case.ts";
import { names } from "./hard-cases/names.ts";
import { spellings } from "./hard-cases/spellings.ts";
import { teamsYears } from "./hard-cases/teams-years.ts";
import { type Asked, inWords, mapAll, mapOne } from "./map-one.ts";

const catalogue = builtInCatalogue();

describe.each<readonly [string, readonly HardCase[]]>([
  ["names and ids that changed or mislead (DOMAIN 4)", names],
  ["spellings of an id (DOMAIN 4, 7.5)", spellings],
  ["offers that are no longer to be had (DOMAIN 5)", gone],
  ["the years of suites without Teams (DOMAIN 5)", teamsYears],
])("%s", (_, cases) => {
  it.each(cases)("%s", (_why, asked, expected, source) => {
    expect(inWords(mapOne(catalogue, asked).target)).toBe(expected);
    expect(source).not.toBe("");
  });
});

it("are at least 80, none of them twice", () => {
  const asked = [...names, ...spellings, ...gone, ...teamsYears].map((hardCase) => JSON.stringify(hardCase[1]));

  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeGreaterThanOrEqual(80);
});

describe("a renaming (DOMAIN 5)", () => {
  it.each([...names, ...spellings].filter(([, , expected]) => expected.startsWith("renamed")))(
    "is no discontinuation: %s",
    (_, asked) => {
      const { target } = mapOne(catalogue, asked);

      expect([target.discontinuation, target.purchasable, target.licenceAction]).toEqual([undefined, true, "keep"]);
    },
  );
});

describe("E4, with four options (DOMAIN 5)", () => {
  it("shows those that are not taken, the pairs as pairs", () => {
    const { candidates, licenceAction } = mapOne(catalogue, { name: "Office 365 Enterprise E4" }).target;

    expect(candidates.map(({ offer, reason }) => `${offer.name}: ${inEnglish(reason)}`)).toEqual([
      "Office 365 E3: other stated successor, together with Microsoft Teams Phone Standard",
      "Office 365 E3: other stated successor, together with Skype for Business Plus CAL",
      "Office 365 E3: other stated successor",
    ]);
    expect(licenceAction).toBe("reassign");
  });
});

describe("purchasable and renewable (DOMAIN 3.7)", () => {
  it.each<readonly [string, Asked, boolean, boolean]>([
    ["on sale", { ids: ["SPE_E3"] }, true, true],
    ["off sale, renewed", { ids: ["SPE_E3"], on: "2024-06-03" }, false, true],
    ["promotion", { ids: ["41c13b2d-e660-41ef-9383-bc726696bfe6"] }, false, true],
    ["not renewed", { ids: ["STANDARDWOFFPACK"], segment: "nonprofit" }, false, false],
    ["retired", { ids: ["TOPIC_EXPERIENCES"] }, false, false],
    ["only remembered", { ids: ["ADV_COMMS"] }, true, true],
  ])("are two flags: %s", (_, asked, purchasable, renewable) => {
    const { target } = mapOne(catalogue, asked);

    expect([target.purchasable, target.renewable]).toEqual([purchasable, renewable]);
  });
});

describe("what a person is shown of products that the catalogue does not know", () => {
  it.each<readonly [Asked, readonly string[]]>([
    [{ name: "Microsoft Teams Rooms Deluxe for GCC" }, ["Microsoft Teams Rooms Pro for GCC"]],
    [{ name: "Power BI Pro Department" }, ["Power BI Pro"]],
    [{ ids: ["VISIO_PLAN1_TELCO"] }, ["Visio Plan 1"]],
    [{ ids: ["CFQ7TTC0LCHC:0099"] }, ["Microsoft 365 Business Premium", "Microsoft 365 Business Premium (no Teams)"]],
    [{ name: "Exchange Online (Plan 3) for Students" }, ["Exchange Online (Plan 1) for Students"]],
    [{ name: "Enterprise Mobility + Security E7_USGOV_GCCHIGH" }, ["Enterprise Mobility + Security E5_USGOV_GCCHIGH"]],
  ])("of %j, among others, %j", (asked, expected) => {
    const { match, candidates } = mapOne(catalogue, asked).target;

    expect(match).toBe("none");
    expect(candidates.map(({ offer }) => offer.name)).toEqual(expect.arrayContaining([...expected]));
    expect(candidates.length).toBeLessThanOrEqual(3);
    expect(candidates.every(({ reason, score }) => reason !== "" && score > 0 && score < 1)).toBe(true);
  });

  it.each(["Contoso Backup", "Fabrikam Payroll", "Fabrikam Contact Desk"])("of %j, nothing", (name) => {
    expect(mapOne(catalogue, { name }).target.candidates).toEqual([]);
  });
});

describe("trials", () => {
  it.each([
    ["POWERAPPS_VIRAL"],
    ["FORMS_PRO"],
    ["SKU_Dynamics_365_for_HCM_Trial"],
    ["TEAMS_COMMERCIAL_TRIAL"],
    ["TEAMS_EXPLORATORY"],
  ])("are known by the part number %s", (partNumber) => {
    expect(mapOne(catalogue, { ids: [partNumber] }).identity.offer?.isTrial).toBe(true);
  });

  it("never take the place of what is paid for, nor are they offered for it", () => {
    const trials = catalogue.offers.filter((offer) => offer.isTrial && / trial/i.test(offer.name));
    const found = mapAll(
      catalogue,
      trials.map(({ name, segment }) => ({ name: name.replace(/ trial/i, ""), segment })),
    ).flatMap(({ target }) =>
      [...target.offers, ...target.candidates.map((candidate) => candidate.offer)].filter(({ isTrial }) => isTrial),
    );

    expect(trials.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });
});

describe("segments (DOMAIN 4)", () => {
  it.each<readonly [string, Asked]>([
    ["a commercial id, stated as nonprofit", { ids: ["CFQ7TTC0LCHC:0002"], segment: "nonprofit" }],
    ["a commercial id, stated as education", { ids: ["CFQ7TTC0LF8R:0001"], segment: "education" }],
    ["a commercial id, stated as government", { ids: ["CFQ7TTC0LF8R:0001"], segment: "government" }],
    ["a name for faculty, stated as commercial", { name: "Microsoft 365 A3 for faculty", segment: "commercial" }],
    [
      "a nonprofit legacy id, stated as commercial",
      { ids: ["996ee1ba-d999-497b-8985-8e19f7d3334e"], segment: "commercial" },
    ],
  ])("conflict in %s", (_, asked) => {
    const { identity, target } = mapOne(catalogue, asked);

    expect(identity.segmentConflict?.stated).toBe(asked.segment);
    expect([target.match, target.offers]).toEqual(["none", []]);
    expect(target.candidates.every(({ offer }) => offer.segment === asked.segment)).toBe(true);
  });

  it.each<readonly [string, Asked, string]>([
    ["what the name says", { name: "Microsoft 365 A3 for faculty" }, "education"],
    ["what the id says", { ids: ["996ee1ba-d999-497b-8985-8e19f7d3334e"] }, "nonprofit"],
    ["what the only offer of a part number says", { ids: ["MCOEV_GCCHIGH"] }, "government"],
    ["commercial where the id says nothing", { ids: ["SPE_E3"] }, "commercial"],
  ])("are %s where the row says nothing", (_, asked, expected) => {
    expect(mapOne(catalogue, asked).identity).toMatchObject({ segment: expected, segmentConflict: undefined });
  });

  it("never mix, whichever id or name of the catalogue the row has", () => {
    const asked = catalogue.offers.flatMap(({ name, skuIds, legacyOfferIds, productSku }) =>
      [name, ...skuIds, ...legacyOfferIds, productSku]
        .filter((text) => text !== "")
        .map((text, at) => ({ ids: [text], segment: SEGMENTS[(text.length + at) % SEGMENTS.length] ?? "commercial" })),
    );
    const mixed = mapAll(catalogue, asked).filter(({ target }, at) =>
      [...target.offers, ...target.candidates.map((candidate) => candidate.offer)].some(
        ({ segment }) => segment !== asked[at]?.segment,
      ),
    );

    expect(mixed).toEqual([]);
  });
});

describe("what is not licensed by seat", () => {
  it.each<Asked>([
    { ids: ["MS-AZR-0145P"] },
    { ids: ["MS-AZR-0145P"], name: "Microsoft Azure" },
    { name: "Azure plan" },
  ])("knows %j", (asked) => {
    expect(mapOne(catalogue, asked).identity.isLicenceBased).toBe(false);
  });
});
