import type { HardCase } from "./hard-case.ts";

const KEYS = "distributors' keys (DOMAIN 4)";
const PADDING = "SkuId is padded to four (DOMAIN 4, Partner Center pricing-and-offers)";
const DIRTY = "dirty keys in Microsoft's list (DOMAIN 4)";
const TOOLS = "tenant-side exports (DOMAIN 7.3)";
const SHEETS = "traits of spreadsheets (DOMAIN 7.6)";
const PREMIUM = "exact: Microsoft 365 Business Premium";
const E3 = "exact: Office 365 E3";

/** One id in every spelling that exports have; and what only looks like one. */
export const spellings: readonly HardCase[] = [
  ["plain", { ids: ["CFQ7TTC0LCHC:0002"] }, PREMIUM, KEYS],
  ["without leading zeros", { ids: ["CFQ7TTC0LCHC:2"] }, PREMIUM, PADDING],
  ["without leading zeros, with a slash", { ids: ["CFQ7TTC0LCHC/2"] }, PREMIUM, PADDING],
  ["in lower case, with a slash", { ids: ["cfq7ttc0lchc/0002"] }, PREMIUM, KEYS],
  ["with term and billing behind", { ids: ["CFQ7TTC0LCHC-0002-P1Y-12M"] }, PREMIUM, KEYS],
  ["in lower case, with term and billing", { ids: ["cfq7ttc0lchc-0002-p1y-12m"] }, PREMIUM, KEYS],
  ["with the term before", { ids: ["P1Y:CFQ7TTC0LCHC:0002:1:"] }, PREMIUM, KEYS],
  ["with the term before, SkuId cut short", { ids: ["P1M:CFQ7TTC0LCHC:2:1:"] }, PREMIUM, KEYS],
  ["with the availability", { ids: ["CFQ7TTC0LCHC:0002:CFQ7TTC0KFFN"] }, PREMIUM, "catalogItemId (DOMAIN 4)"],
  [
    "with another availability: it changes",
    { ids: ["CFQ7TTC0LCHC:0002:CFQ7TTC0XXXX"] },
    PREMIUM,
    "catalogItemId (DOMAIN 4)",
  ],
  ["a SkuId of one letter", { ids: ["CFQ7TTC0LCHC:N"] }, "exact: Microsoft 365 Business Premium (no Teams)", PADDING],
  [
    "padded, it is the same",
    { ids: ["CFQ7TTC0LCHC:000N"] },
    "exact: Microsoft 365 Business Premium (no Teams)",
    PADDING,
  ],
  ["with blanks around", { ids: ["  CFQ7TTC0LCHC : 0002 "] }, PREMIUM, SHEETS],
  ["with an NBSP behind", { ids: ["CFQ7TTC0LCHC:0002\u00a0"] }, PREMIUM, SHEETS],
  ["a part number with the account before", { ids: ["contoso:ENTERPRISEPACK"] }, E3, TOOLS],
  ["a part number in lower case with blanks", { ids: [" enterprisepack "] }, E3, DIRTY],
  ["a part number with a tab behind", { ids: ["ENTERPRISEPACK\t"] }, E3, DIRTY],
  [
    "a part number with NBSPs, as Microsoft writes it",
    { ids: ["O365_w/o\u00a0Teams\u00a0Bundle_M3"] },
    "exact: Microsoft 365 E3 EEA (no Teams)",
    DIRTY,
  ],
  ["the same with blanks", { ids: ["O365_w/o Teams Bundle_M3"] }, "exact: Microsoft 365 E3 EEA (no Teams)", DIRTY],
  [
    "a part number with blanks inside",
    { ids: ["Microsoft_365_ Business_ Premium_(no Teams)"] },
    "exact: Microsoft 365 Business Premium (no Teams)",
    DIRTY,
  ],
  [
    "a part number with a trailing blank in the list, and none in the row",
    { ids: ["PHONESYSTEM_VIRTUALUSER_USGOV_GCCHIGH"] },
    "exact: Microsoft Teams Phone Resource Account_USGOV_GCCHIGH",
    DIRTY,
  ],
  ["out of a web address", { ids: ["CFQ7TTC0LF8R%3A0001"] }, E3, SHEETS],
  ["with quotation marks", { ids: ['"CFQ7TTC0LF8R:0001"'] }, E3, SHEETS],
  ["with the apostrophe of a spreadsheet", { ids: ["'CFQ7TTC0LF8R:0001"] }, E3, SHEETS],
  ["with an underscore and term codes", { ids: ["cfq7ttc0lf8r_0001_P1YP1M"] }, E3, KEYS],
  ["product and SKU in one word", { ids: ["CFQ7TTC0LF8R0001"] }, E3, KEYS],
  ["a SkuId that was a number once", { ids: ["CFQ7TTC0LF8R:1.0"] }, E3, SHEETS],
  ["a GUID in braces and capitals", { ids: ["{6FD2C87F-B296-42F0-B197-1E91E994B900}"] }, E3, TOOLS],
  ["a GUID without dashes", { ids: ["6fd2c87fb29642f0b1971e91e994b900"] }, E3, TOOLS],
  [
    "a skuId behind its tenant's id, as Graph writes it",
    { ids: ["48a80680-7326-48cd-9935-b556b81d3a4e_6fd2c87f-b296-42f0-b197-1e91e994b900"] },
    E3,
    TOOLS,
  ],
  ["a product without its SkuId", { ids: ["CFQ7TTC0LF8R"] }, "none", PADDING],
  ["a SkuId that a spreadsheet made a number of", { ids: ["CFQ7TTC0LF8R:1E+10"] }, "none", SHEETS],
  ["an id that a spreadsheet made a number of", { ids: ["6.0E+15"] }, "none", SHEETS],
  ["half a GUID", { ids: ["6fd2c87f-b296-42f0-b197"] }, "none", SHEETS],
  ["a name where the id belongs", { ids: ["Office 365 E3"] }, "name: Office 365 E3", TOOLS],
  ["an id where the name belongs", { name: "ENTERPRISEPACK" }, E3, TOOLS],
  ["an id of a product nobody knows", { ids: ["CFQ7TTC0ZZZZ:0001"] }, "none", KEYS],
  ["a GUID that nobody knows", { ids: ["00000000-0000-4000-8000-000000000000"] }, "none", KEYS],
];
