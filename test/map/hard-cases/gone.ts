import type { HardCase } from "./hard-case.ts";

const E4 = "Partner Center, migrate-office365-e4-subscriptions, 2021-11-10 (DOMAIN 5)";
const SMB_2014 = "Microsoft FAQ of 2014 (DOMAIN 5)";
const GRANTS = "nonprofit grants, 2025-07-01 (DOMAIN 5)";
const E2 = "cgnet.com 2024-01-25 (DOMAIN 5)";
const SKYPE = "Partner Center, skype-retiring (DOMAIN 5)";
const APRIL_2020 = "Partner Center announcements 2020-04 (DOMAIN 5)";
const CRM = "Partner Center, migrate-dynamics-365-to-new (DOMAIN 5)";
const PLANS_2019 = "caltech.co.uk, sikich.com, qbsgroup.com (DOMAIN 5)";
const TALENT = "Partner Center announcements 2020-01 and 2020-02 (DOMAIN 5)";
const INSIGHTS = "Partner Center, additional-end-of-sales-products, 2023-08-11 (DOMAIN 5)";
const OFFERS_2019 = "offer list of 2019 (DOMAIN 8.6)";
const GRANT = "Microsoft 365 Business Basic (nonprofit grant)";
const LATER = "one entry of discontinued.json follows another";

/** Offers that are no longer to be had, and those of which that is only said. */
export const gone: readonly HardCase[] = [
  [
    "E4: four options, the stated one taken",
    { ids: ["8909e28e-5832-42f4-9886-b0a5545f3645"] },
    "successor: Office 365 E5",
    E4,
  ],
  ["E4 by its part number", { ids: ["ENTERPRISEWITHSCAL"] }, "successor: Office 365 E5", E4],
  ["E4 by name alone is still gone", { name: "Office 365 Enterprise E4" }, "successor: Office 365 E5", E4],
  [
    "E4 is gone for a billing transfer, too",
    { ids: ["ENTERPRISEWITHSCAL"], path: "billing-transfer" },
    "successor: Office 365 E5",
    E4,
  ],
  [
    "E4 on the day before it went",
    { ids: ["ENTERPRISEWITHSCAL"], on: "2017-04-06" },
    "exact: Office 365 Enterprise E4",
    E4,
  ],
  [
    "E4 of the government stays with it",
    { name: "Office 365 Enterprise E4 (Government Pricing)" },
    "successor: Office 365 Enterprise E5 (Government Pricing)",
    E4,
  ],
  ["Small Business", { name: "Office 365 Small Business" }, "successor: Microsoft 365 Business Basic", SMB_2014],
  ["Small Business Premium", { ids: ["LITEPACK_P2"] }, "successor: Microsoft 365 Business Standard", SMB_2014],
  ["Midsize Business", { ids: ["MIDSIZEPACK"] }, "successor: Microsoft 365 Business Standard", SMB_2014],
  [
    "E2 is a nonprofit grant",
    { ids: ["STANDARDWOFFPACK"], segment: "nonprofit" },
    "successor: Office 365 E1 (paid nonprofit pricing)",
    E2,
  ],
  [
    "E2 on its last day",
    { ids: ["STANDARDWOFFPACK"], segment: "nonprofit", on: "2023-09-30" },
    "exact: Office 365 E2 (nonprofit grant)",
    E2,
  ],
  [
    "E2 of the commercial segment went from memory only",
    { ids: ["STANDARDWOFFPACK"] },
    "exact: Office 365 E2",
    "discontinued.json, from memory",
  ],
  [
    "the free Business Premium grant",
    { ids: ["cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"], segment: "nonprofit" },
    `successor: ${GRANT}`,
    GRANTS,
  ],
  [
    "the grant on its last day",
    { ids: ["cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"], segment: "nonprofit", on: "2025-06-30" },
    "exact: Microsoft 365 Business Premium (nonprofit grant)",
    GRANTS,
  ],
  [
    "the paid nonprofit Business Premium has the grant's skuId",
    { ids: ["SPB"], name: "Microsoft 365 Business Premium (Nonprofit Staff Pricing)" },
    "exact: Microsoft 365 Business Premium (Nonprofit Staff Pricing)",
    GRANTS,
  ],
  [
    "the free E1 grant, the price in brackets",
    { name: "Office 365 E1 nonprofit grant (free)", segment: "nonprofit" },
    `successor: ${GRANT}`,
    GRANTS,
  ],
  ["Skype Plan 1", { ids: ["MCOIMP"] }, "successor: Office 365 F3", SKYPE],
  [
    "Skype Plan 1 by the day before",
    { ids: ["MCOIMP"], on: "2018-07-31" },
    "exact: Skype for Business Online (Plan 1)",
    SKYPE,
  ],
  [
    "a remark in brackets",
    { name: "Kaizala Pro (standalone)" },
    "successor: Microsoft 365 Business Basic",
    "migrate-kaizala-pro-partner (DOMAIN 5)",
  ],
  [
    "its part number",
    { ids: ["KAIZALA_STANDARD"] },
    "successor: Microsoft 365 Business Basic",
    "migrate-kaizala-pro-partner (DOMAIN 5)",
  ],
  [
    "off sale, but renewed: a transfer keeps it",
    { ids: ["KAIZALA_STANDARD"], path: "billing-transfer" },
    "exact: Kaizala Pro",
    "migrate-kaizala-pro-partner (DOMAIN 5)",
  ],
  [
    "Advanced eDiscovery became Advanced Compliance, which went",
    { name: "Office 365 Advanced eDiscovery" },
    "successor: Microsoft Purview Suite",
    APRIL_2020,
  ],
  [
    "its nonprofit form stays nonprofit",
    { ids: ["e6860eee-5288-46ec-811b-d8900785fc90"] },
    "successor: Microsoft 365 E5 Compliance (Nonprofit Staff Pricing)",
    APRIL_2020,
  ],
  ["AIP P2", { ids: ["0962a210-418f-4d36-ba9c-4f01c673f57c"] }, "successor: Microsoft Purview Suite", APRIL_2020],
  [
    "AIP P2 for faculty stays with faculty",
    { ids: ["d10fa413-a055-4196-b18f-a014908c7208"] },
    "successor: Microsoft 365 A5 Information Protection and Governance for faculty",
    APRIL_2020,
  ],
  [
    "a promotion: the full price",
    { ids: ["41c13b2d-e660-41ef-9383-bc726696bfe6"] },
    "successor: Microsoft 365 Business Premium",
    OFFERS_2019,
  ],
  [
    "the other promotion: the plan that was called Business Premium then",
    { ids: ["4e32ab4b-1642-464e-80f8-99dbc84d13f4"] },
    "successor: Microsoft 365 Business Standard",
    OFFERS_2019,
  ],
  [
    "CRM Online Basic, by a qualified offer that is not renewed",
    { name: "Dynamics 365 Customer Engagement Plan from CRM(OL) Basic (Qualified Offers)" },
    "successor: Dynamics 365 Sales Professional",
    CRM,
  ],
  [
    "a Dynamics plan became base and attach",
    { name: "Dynamics 365 Customer Engagement Plan Tier 1 (1-99 users)" },
    "successor: Dynamics 365 Sales Enterprise",
    PLANS_2019,
  ],
  [
    "the plan itself, by its part number",
    { ids: ["DYN365_ENTERPRISE_PLAN1"] },
    "successor: Dynamics 365 Sales Enterprise",
    PLANS_2019,
  ],
  [
    "the plan for finance and operations",
    { ids: ["1ec5a993-0779-43a9-a857-ac8fe83e977b"] },
    "successor: Dynamics 365 Finance",
    PLANS_2019,
  ],
  [
    "Talent became Human Resources",
    { ids: ["5b2900bc-5067-4c17-99be-1560a8e8e6a1"] },
    "successor: Dynamics 365 Human Resources",
    TALENT,
  ],
  ["Attract went without a successor", { ids: ["Dynamics_365_Hiring_SKU"] }, "none", TALENT],
  [
    "a price list without leading zeros",
    { ids: ["CFQ7TTC0LH3J:F"] },
    "successor: Dynamics 365 Customer Insights (2023 combined offer)",
    INSIGHTS,
  ],
  [
    "Marketing on its last day",
    { ids: ["CFQ7TTC0LH3N:0001"], on: "2023-08-31" },
    "exact: Dynamics 365 for Marketing",
    INSIGHTS,
  ],
  [
    "Marketing on the next",
    { ids: ["CFQ7TTC0LH3N:0001"], on: "2023-09-01" },
    "successor: Dynamics 365 Customer Insights (2023 combined offer)",
    INSIGHTS,
  ],
  [
    "an offer for migrations from AX",
    { ids: ["7fbd1115-a4c1-4cf9-b881-40c4187ca581"] },
    "successor: Dynamics 365 Finance",
    "Partner Center announcements 2021-01 (DOMAIN 5)",
  ],
  ["Project Online Essentials, renamed before it went", { name: "Project Lite" }, "successor: Planner Plan 1", LATER],
  [
    "Project Lite while it was on sale under its newer name",
    { name: "Project Lite", on: "2025-09-30" },
    "name: Project Online Essentials",
    LATER,
  ],
  [
    "A1 Plus for faculty stays with faculty",
    { name: "Office 365 A1 Plus for faculty" },
    "successor: Office 365 A1 for faculty",
    "Microsoft Learn, office-365-a1-plus-guidance (DOMAIN 5)",
  ],
  [
    "A1 Plus for students stays with students",
    { ids: ["STANDARDWOFFPACK_IW_STUDENT"] },
    "successor: Office 365 A1 for students",
    "Microsoft Learn, office-365-a1-plus-guidance (DOMAIN 5)",
  ],
  [
    "Power BI Premium went to Azure: no licence replaces it",
    { name: "Power BI Premium P1" },
    "none",
    "Microsoft licensing news, via schneider.im (DOMAIN 5)",
  ],
  [
    "Power BI Premium could be renewed for half a year",
    { name: "Power BI Premium P1", on: "2024-12-31", path: "billing-transfer" },
    "name: Power BI Premium P1",
    "Microsoft licensing news, via schneider.im (DOMAIN 5)",
  ],
  [
    "Viva Topics has no successor",
    { name: "Viva Topics" },
    "none",
    "microsoft-365-docs, retired 2025-02-22 (DOMAIN 5)",
  ],
  [
    "Viva Topics on its last day",
    { ids: ["TOPIC_EXPERIENCES"], on: "2025-02-21" },
    "exact: Viva Topics",
    "microsoft-365-docs, retired 2025-02-22 (DOMAIN 5)",
  ],
  [
    "only remembered: not treated as gone",
    { name: "Azure Active Directory Basic" },
    "name: Azure Active Directory Basic",
    "discontinued.json, from memory",
  ],
  [
    "remembered by part number, neither",
    { ids: ["ADV_COMMS"] },
    "exact: Advanced Communications",
    "discontinued.json, from memory",
  ],
  [
    "a service plan that went with its service",
    { ids: ["14c61739-b45a-42c0-832c-d330972d3173"] },
    "exact: Skype for Business Online (Plan 2)",
    "discontinued.json, from memory",
  ],
];
