import type { HardCase } from "./hard-case.ts";

const EEA = "Partner Center, europe-licensing-changes, 2023-09-05 (DOMAIN 5)";
const WORLD = "evolveip, covenanttechnologypartners, tdsynnex, 2024-04 (DOMAIN 5)";
const REVERSED = "Microsoft Licensing FAQ 10, 2025-11-01 (DOMAIN 5)";
const KEPT = "Partner Center, update-on-changes-in-licensing, 2023-10-20 (DOMAIN 5)";
const WITH_TEAMS = "exact: Microsoft 365 E3";
const EEA_PAIR = "successor: Microsoft 365 E3 EEA (no Teams) + Microsoft Teams EEA";
const WORLD_PAIR = "successor: Microsoft 365 E3 (no Teams) + Microsoft Teams Enterprise";

function e3(country: string, on: string) {
  return { ids: ["SPE_E3"], country, on } as const;
}

/** The years in which suites with Teams were off sale: on the European market first, then elsewhere, until 2025-10-31. */
export const teamsYears: readonly HardCase[] = [
  ["Germany, the day before", e3("DE", "2023-09-30"), WITH_TEAMS, EEA],
  ["Germany, the first day", e3("DE", "2023-10-01"), EEA_PAIR, EEA],
  ["Germany, when the rest of the world follows", e3("DE", "2024-04-01"), EEA_PAIR, EEA],
  ["Germany, the last day", e3("DE", "2025-10-31"), EEA_PAIR, REVERSED],
  ["Germany, the day after", e3("DE", "2025-11-01"), WITH_TEAMS, REVERSED],
  ["Switzerland is not in the EEA, but counts", e3("CH", "2023-10-01"), EEA_PAIR, EEA],
  ["Norway is in the EEA", e3("NO", "2025-10-31"), EEA_PAIR, EEA],
  ["Liechtenstein, too", e3("LI", "2023-10-01"), EEA_PAIR, EEA],
  ["the United Kingdom is the rest of the world", e3("GB", "2023-10-01"), WITH_TEAMS, WORLD],
  ["the United Kingdom half a year later", e3("GB", "2024-04-01"), WORLD_PAIR, WORLD],
  ["the United States, the day before", e3("US", "2024-03-31"), WITH_TEAMS, WORLD],
  ["the United States, the first day", e3("US", "2024-04-01"), WORLD_PAIR, WORLD],
  ["the United States, the last day", e3("US", "2025-10-31"), WORLD_PAIR, REVERSED],
  ["the United States, the day after", e3("US", "2025-11-01"), WITH_TEAMS, REVERSED],
  [
    "Office 365 E1, too",
    { ids: ["STANDARDPACK"], country: "FR", on: "2024-06-03" },
    "successor: Office 365 E1 EEA (no Teams) + Microsoft Teams EEA",
    EEA,
  ],
  [
    "Office 365 E5, too, by its legacy id",
    { ids: ["a044b16a-1861-4308-8086-a3a3b506fac2"], country: "US", on: "2024-06-03" },
    "successor: Office 365 E5 (no Teams) + Microsoft Teams Enterprise",
    WORLD,
  ],
  [
    "E4, which became E5, which was off sale: a chain",
    { ids: ["ENTERPRISEWITHSCAL"], country: "DE", on: "2024-06-03" },
    "successor: Office 365 E5 EEA (no Teams) + Microsoft Teams EEA",
    `${EEA}; E4 of 2017`,
  ],
  [
    "what ran on was transferred",
    { ...e3("DE", "2024-06-03"), path: "billing-transfer" },
    WITH_TEAMS,
    "renewable, not purchasable (DOMAIN 3.7)",
  ],
  [
    "small-business suites stayed on sale",
    { ids: ["CFQ7TTC0LCHC:0002"], country: "DE", on: "2024-06-03" },
    "exact: Microsoft 365 Business Premium",
    KEPT,
  ],
  ["frontline plans, too", { ids: ["SPE_F1"], country: "DE", on: "2024-06-03" }, "renamed: Microsoft 365 F3", KEPT],
  [
    "nonprofits were not affected",
    { ids: ["SPE_E3"], segment: "nonprofit", country: "DE", on: "2024-06-03" },
    "exact: Microsoft 365 E3 (Nonprofit Staff Pricing)",
    KEPT,
  ],
  [
    "a suite without Teams stays without",
    { name: "Microsoft 365 E3 EEA (no Teams)", country: "DE", on: "2024-06-03" },
    "name: Microsoft 365 E3 EEA (no Teams)",
    EEA,
  ],
];
