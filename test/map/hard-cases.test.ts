import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import { type Asked, inWords, mapOne } from "./map-one.ts";

const catalogue = builtInCatalogue();
const GRANT = "Microsoft 365 Business Basic (nonprofit grant)";

/** Why a case is hard, what the row says, and what it becomes. The sections are those of DOMAIN.md. */
type HardCase = readonly [why: string, asked: Asked, expected: string];

describe("names and ids that changed or mislead (DOMAIN 4)", () => {
  it.each<HardCase>([
    [
      "the part number kept the name of 2014",
      { ids: ["O365_BUSINESS_PREMIUM"] },
      "renamed: Microsoft 365 Business Standard",
    ],
    [
      "an old name, with its id",
      { ids: ["031c9e47-4802-4248-838e-778fb1d2cc05"], name: "Office 365 Business Premium" },
      "renamed: Microsoft 365 Business Standard",
    ],
    [
      "today's name, with the old id",
      { ids: ["031c9e47-4802-4248-838e-778fb1d2cc05"], name: "Microsoft 365 Business Standard" },
      "exact: Microsoft 365 Business Standard",
    ],
    ["an old name alone means two plans", { name: "Office 365 Business Premium" }, "none"],
    ["nobody says which suite", { name: "Business Premium" }, "none"],
    ["a former name of one plan only", { name: "Microsoft 365 Business" }, "name: Microsoft 365 Business Premium"],
    [
      "the id decides what the name leaves open",
      { ids: ["SPB"], name: "Office 365 Business Premium" },
      "exact: Microsoft 365 Business Premium",
    ],
    [
      "a skuId from before the renaming",
      { ids: ["cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"] },
      "renamed: Microsoft 365 Business Premium",
    ],
    [
      "Essentials became Basic",
      { ids: ["bd938f12-058f-4927-bba3-ae36b1d2501c"], name: "Office 365 Business Essentials" },
      "renamed: Microsoft 365 Business Basic",
    ],
    ["ProPlus became Apps", { ids: ["OFFICESUBSCRIPTION"] }, "renamed: Microsoft 365 Apps for enterprise"],
    ["F1 is a name of two plans", { name: "Microsoft 365 F1" }, "none"],
    ["F1 of before 2020 is F3", { ids: ["SPE_F1"], name: "Microsoft 365 F1" }, "renamed: Microsoft 365 F3"],
    ["F1 of today is F1", { ids: ["M365_F1_COMM"], name: "Microsoft 365 F1" }, "exact: Microsoft 365 F1"],
    ["F1 of today, by CSP id", { ids: ["CFQ7TTC0MBMD:0002"], name: "Microsoft 365 F1" }, "exact: Microsoft 365 F1"],
    ["Office 365 F1 has one reading", { name: "Office 365 F1" }, "name: Office 365 F3"],
    ["K1 became F1 became F3", { name: "Office 365 Enterprise K1" }, "name: Office 365 F3"],
    [
      "Azure AD became Entra ID",
      { ids: ["16c9f982-a827-4003-a88e-e75df1927f27"], name: "Azure Active Directory Premium P1" },
      "renamed: Microsoft Entra ID P1",
    ],
    ["Azure AD is not Azure", { name: "Azure Active Directory Premium P2" }, "name: Microsoft Entra ID P2"],
    ["Windows 10 became 10/11", { ids: ["WIN10_PRO_ENT_SUB"] }, "renamed: Windows 10/11 Enterprise E3"],
    ["Cloud PBX became Teams Phone", { name: "Skype for Business Cloud PBX" }, "name: Microsoft Teams Phone Standard"],
    [
      "'for' was dropped from Dynamics names",
      { ids: ["5eb287f2-f34f-4bc8-a8b0-c2e9b23f7430"], name: "Dynamics 365 for Field Service" },
      "renamed: Dynamics 365 Field Service",
    ],
  ])("%s", (_, asked, expected) => {
    expect(inWords(mapOne(catalogue, asked).target)).toBe(expected);
  });
});

describe("names with more, or less, than the product (DOMAIN 4, 5)", () => {
  it.each<HardCase>([
    ["the suite says that Teams is in it", { name: "Office 365 E1 (with Teams)" }, "name: Office 365 E1"],
    [
      "so may a small-business suite",
      { name: "Microsoft 365 Business Premium (with Teams)" },
      "name: Microsoft 365 Business Premium",
    ],
    [
      "the name tells the former one, too",
      { name: "Microsoft Purview Suite (formerly Microsoft 365 E5 Compliance)" },
      "name: Microsoft Purview Suite",
    ],
    ["two names in one", { name: "Microsoft Flow Plan 2 / Power Automate Plan 2" }, "name: Microsoft Flow Plan 2"],
    ["the first of them", { name: "Microsoft Flow Plan 2" }, "name: Microsoft Flow Plan 2"],
    ["the second of them", { name: "Power Automate Plan 2" }, "name: Microsoft Flow Plan 2"],
    ["either name of a former product", { name: "Windows Defender ATP" }, "name: Microsoft Defender for Endpoint P2"],
    [
      "its other one",
      { name: "Microsoft Defender Advanced Threat Protection" },
      "name: Microsoft Defender for Endpoint P2",
    ],
    ["a short name", { name: "EMS E3" }, "name: Enterprise Mobility + Security E3"],
    ["half of a name with a stroke", { name: "Windows 11 Enterprise E3" }, "name: Windows 10/11 Enterprise E3"],
    ["a remark in brackets", { name: "Kaizala Pro (standalone)" }, "successor: Microsoft 365 Business Basic"],
    ["its part number", { ids: ["KAIZALA_STANDARD"] }, "successor: Microsoft 365 Business Basic"],
    [
      "the price in brackets",
      { name: "Office 365 E1 nonprofit grant (free)", segment: "nonprofit" },
      `successor: ${GRANT}`,
    ],
    ["two add-ons of one name", { name: "Flow Additional Runs per 50,000" }, "none"],
    [
      "one of them, by its id",
      { ids: ["67f0533a-8c6e-4475-97f7-2491e00820c3"], name: "Flow Additional Runs per 50,000" },
      "exact: Flow Additional Runs per 50,000 (for Dynamics 365)",
    ],
    [
      "a part number that reads like another product's name",
      { ids: ["Microsoft_365_E3"] },
      "exact: Microsoft 365 E3 (500 seats min)_HUB",
    ],
    [
      "a new product under the name of one that went",
      { ids: ["ff22b8d4-5073-4b24-ba45-84ad5d9b6642"], name: "Dynamics 365 Customer Insights Attach" },
      "exact: Dynamics 365 Customer Insights Attach (2023 combined offer)",
    ],
  ])("%s", (_, asked, expected) => {
    expect(inWords(mapOne(catalogue, asked).target)).toBe(expected);
  });

  it.each([["POWERAPPS_VIRAL"], ["FORMS_PRO"], ["SKU_Dynamics_365_for_HCM_Trial"], ["TEAMS_COMMERCIAL_TRIAL"]])(
    "knows the trial %s by its part number",
    (partNumber) => {
      expect(mapOne(catalogue, { ids: [partNumber] }).identity.offer?.isTrial).toBe(true);
    },
  );
});

describe("what a person is shown of products that the catalogue does not know", () => {
  it.each<readonly [Asked, readonly string[]]>([
    [{ name: "Microsoft Teams Rooms Standard for GCC" }, ["Microsoft Teams Rooms Pro for GCC"]],
    [{ name: "Power BI Pro Dept" }, ["Power BI Pro"]],
    [{ ids: ["VISIO_PLAN1_DEPT"] }, ["Visio Plan 1"]],
    [{ ids: ["CFQ7TTC0LCHC:0099"] }, ["Microsoft 365 Business Premium", "Microsoft 365 Business Premium (no Teams)"]],
    [{ name: "Exchange Online (Plan 1) for Students" }, ["Exchange Online (Plan 2) for Faculty"]],
    [{ name: "Enterprise Mobility + Security E5_USGOV_GCCHIGH" }, ["Enterprise Mobility + Security G5 GCC"]],
  ])("of %j, among others, %j", (asked, expected) => {
    const names = mapOne(catalogue, asked).target.candidates.map(({ offer }) => offer.name);

    expect(names).toEqual(expect.arrayContaining([...expected]));
  });

  it.each([
    "Dynamics 365 for Team Members Enterprise Edition for Government",
    "Compliance Program for Microsoft Cloud",
    "Dynamics 365 Contact Center",
    "Windows 365 Business 2 vCPU 4 GB 64 GB",
  ])("of %j, nothing", (name) => {
    expect(mapOne(catalogue, { name }).target.candidates).toEqual([]);
  });
});

describe("spellings of an id (DOMAIN 4, 7.5)", () => {
  it.each<HardCase>([
    ["plain", { ids: ["CFQ7TTC0LCHC:0002"] }, "exact: Microsoft 365 Business Premium"],
    ["without leading zeros", { ids: ["CFQ7TTC0LCHC:2"] }, "exact: Microsoft 365 Business Premium"],
    ["in lower case, with a slash", { ids: ["cfq7ttc0lchc/0002"] }, "exact: Microsoft 365 Business Premium"],
    ["with term and billing behind", { ids: ["CFQ7TTC0LCHC-0002-P1Y-12M"] }, "exact: Microsoft 365 Business Premium"],
    ["with the term before", { ids: ["P1Y:CFQ7TTC0LCHC:0002:1:"] }, "exact: Microsoft 365 Business Premium"],
    ["with the availability", { ids: ["CFQ7TTC0LCHC:0002:CFQ7TTC0KFFN"] }, "exact: Microsoft 365 Business Premium"],
    ["a SkuId of one letter", { ids: ["CFQ7TTC0LCHC:N"] }, "exact: Microsoft 365 Business Premium (no Teams)"],
    ["a part number with the account before", { ids: ["contoso:ENTERPRISEPACK"] }, "exact: Office 365 E3"],
    ["a part number in lower case with blanks", { ids: [" enterprisepack "] }, "exact: Office 365 E3"],
    [
      "a part number with NBSPs, as Microsoft writes it",
      { ids: ["O365_w/o\u00a0Teams\u00a0Bundle_M3"] },
      "exact: Microsoft 365 E3 EEA (no Teams)",
    ],
    [
      "a part number with blanks inside",
      { ids: ["Microsoft_365_ Business_ Premium_(no Teams)"] },
      "exact: Microsoft 365 Business Premium (no Teams)",
    ],
    ["out of a web address", { ids: ["CFQ7TTC0LF8R%3A0001"] }, "exact: Office 365 E3"],
    ["with quotation marks", { ids: ['"CFQ7TTC0LF8R:0001"'] }, "exact: Office 365 E3"],
    ["with the apostrophe of a spreadsheet", { ids: ["'CFQ7TTC0LF8R:0001"] }, "exact: Office 365 E3"],
    ["with an underscore and term codes", { ids: ["cfq7ttc0lf8r_0001_P1YP1M"] }, "exact: Office 365 E3"],
    ["product and SKU in one word", { ids: ["CFQ7TTC0LF8R0001"] }, "exact: Office 365 E3"],
    ["a SkuId that was a number once", { ids: ["CFQ7TTC0LF8R:1.0"] }, "exact: Office 365 E3"],
    ["a GUID in braces and capitals", { ids: ["{6FD2C87F-B296-42F0-B197-1E91E994B900}"] }, "exact: Office 365 E3"],
    ["a GUID without dashes", { ids: ["6fd2c87fb29642f0b1971e91e994b900"] }, "exact: Office 365 E3"],
    [
      "a skuId behind its tenant's id, as Graph writes it",
      { ids: ["48a80680-7326-48cd-9935-b556b81d3a4e_6fd2c87f-b296-42f0-b197-1e91e994b900"] },
      "exact: Office 365 E3",
    ],
    ["a product without its SkuId", { ids: ["CFQ7TTC0LF8R"] }, "none"],
    ["a SkuId that a spreadsheet made a number of", { ids: ["CFQ7TTC0LF8R:1E+10"] }, "none"],
    ["an id that a spreadsheet made a number of", { ids: ["6.0E+15"] }, "none"],
    ["half a GUID", { ids: ["6fd2c87f-b296-42f0-b197"] }, "none"],
    ["a name where the id belongs", { ids: ["Office 365 E3"] }, "name: Office 365 E3"],
    ["an id of a product nobody knows", { ids: ["CFQ7TTC0ZZZZ:0001"] }, "none"],
  ])("%s", (_, asked, expected) => {
    expect(inWords(mapOne(catalogue, asked).target)).toBe(expected);
  });
});

describe("offers that are no longer to be had (DOMAIN 5)", () => {
  it.each<HardCase>([
    [
      "E4: four options, the stated one taken",
      { ids: ["8909e28e-5832-42f4-9886-b0a5545f3645"] },
      "successor: Office 365 E5",
    ],
    ["E4 by name alone is still gone", { name: "Office 365 Enterprise E4" }, "successor: Office 365 E5"],
    [
      "E4 is gone for a billing transfer, too",
      { ids: ["ENTERPRISEWITHSCAL"], path: "billing-transfer" },
      "successor: Office 365 E5",
    ],
    ["Small Business of 2014", { name: "Office 365 Small Business" }, "successor: Microsoft 365 Business Basic"],
    [
      "E2 is a nonprofit grant",
      { ids: ["STANDARDWOFFPACK"], segment: "nonprofit" },
      "successor: Office 365 E1 (paid nonprofit pricing)",
    ],
    [
      "the free Business Premium grant",
      { ids: ["cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"], segment: "nonprofit" },
      `successor: ${GRANT}`,
    ],
    [
      "the paid nonprofit Business Premium has the grant's skuId",
      { ids: ["SPB"], name: "Microsoft 365 Business Premium (Nonprofit Staff Pricing)" },
      "exact: Microsoft 365 Business Premium (Nonprofit Staff Pricing)",
    ],
    [
      "a promotion: the full price",
      { ids: ["41c13b2d-e660-41ef-9383-bc726696bfe6"] },
      "successor: Microsoft 365 Business Premium",
    ],
    [
      "a Dynamics plan became base and attach",
      {
        name: "Dynamics 365 Customer Engagement Plan Tier 1 (1-99 users)",
      },
      "successor: Dynamics 365 Sales Enterprise",
    ],
    ["Project Online Essentials, renamed before it went", { name: "Project Lite" }, "successor: Planner Plan 1"],
    [
      "A1 Plus for faculty stays with faculty",
      { name: "Office 365 A1 Plus for faculty" },
      "successor: Office 365 A1 for faculty",
    ],
    ["Power BI Premium went to Azure: no licence replaces it", { name: "Power BI Premium P1" }, "none"],
    ["Viva Topics has no successor", { name: "Viva Topics" }, "none"],
    [
      "only remembered: not treated as gone",
      { name: "Azure Active Directory Basic" },
      "name: Azure Active Directory Basic",
    ],
  ])("%s", (_, asked, expected) => {
    expect(inWords(mapOne(catalogue, asked).target)).toBe(expected);
  });

  it("shows the other options of E4", () => {
    const { candidates, licenceAction } = mapOne(catalogue, { name: "Office 365 Enterprise E4" }).target;

    expect(candidates.map(({ offer }) => offer.name)).toEqual(["Office 365 E3", "Office 365 E3", "Office 365 E3"]);
    expect(candidates[0]?.reason).toBe("other stated successor, together with Microsoft Teams Phone Standard");
    expect(licenceAction).toBe("reassign");
  });
});

const WITH_TEAMS = "Microsoft 365 E3";
const EEA_PAIR = "Microsoft 365 E3 EEA (no Teams) + Microsoft Teams EEA";
const WORLD_PAIR = "Microsoft 365 E3 (no Teams) + Microsoft Teams Enterprise";

describe("the years of suites without Teams (DOMAIN 5)", () => {
  it.each([
    ["DE", "2023-09-30", `exact: ${WITH_TEAMS}`],
    ["DE", "2023-10-01", `successor: ${EEA_PAIR}`],
    ["CH", "2024-04-01", `successor: ${EEA_PAIR}`],
    ["NO", "2025-10-31", `successor: ${EEA_PAIR}`],
    ["DE", "2025-11-01", `exact: ${WITH_TEAMS}`],
    ["US", "2024-03-31", `exact: ${WITH_TEAMS}`],
    ["US", "2024-04-01", `successor: ${WORLD_PAIR}`],
    ["GB", "2025-10-31", `successor: ${WORLD_PAIR}`],
    ["US", "2025-11-01", `exact: ${WITH_TEAMS}`],
  ])("in %s on %s", (country, on, expected) => {
    expect(inWords(mapOne(catalogue, { ids: ["SPE_E3"], country, on }).target)).toBe(expected);
  });

  it("did not stop the transfer of what was running, nor small-business suites", () => {
    const inBetween = { country: "DE", on: "2024-06-03" } as const;
    const transfer = mapOne(catalogue, { ...inBetween, ids: ["SPE_E3"], path: "billing-transfer" }).target;

    expect([inWords(transfer), transfer.purchasable, transfer.renewable]).toEqual([
      `exact: ${WITH_TEAMS}`,
      false,
      true,
    ]);
    expect(inWords(mapOne(catalogue, { ...inBetween, ids: ["CFQ7TTC0LCHC:0002"] }).target)).toMatch(/^exact/);
  });
});

describe("segments (DOMAIN 4)", () => {
  it.each<readonly [string, Asked]>([
    ["a commercial id, stated as nonprofit", { ids: ["CFQ7TTC0LCHC:0002"], segment: "nonprofit" }],
    ["a commercial id, stated as education", { ids: ["CFQ7TTC0LF8R:0001"], segment: "education" }],
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
    ["commercial where the id says nothing", { ids: ["SPE_E3"] }, "commercial"],
  ])("are %s where the row says nothing", (_, asked, expected) => {
    expect(mapOne(catalogue, asked).identity).toMatchObject({ segment: expected, segmentConflict: undefined });
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
