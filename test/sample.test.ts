import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { legend } from "../src/legend.ts";
import { cellsOf, PROJECT, planSample, readCsv, SAMPLE, temporaryFolder, transferPlanner } from "./support/command.ts";
import { workbookText } from "./support/workbook-text.ts";

/** Findings that only facts from the user's own catalogue files can raise; the built-in catalogue has no such facts. */
const NEEDS_OWN_CATALOGUE = ["OFFER_NOT_IN_COUNTRY", "TERM_NOT_OFFERED", "PRICE_CHANGE", "SUBSCRIPTION_LIMIT_EXCEEDED"];
/** Raised by what reviewers decide; test/schedule/decided.test.ts and the tests of review raise them. */
const NEEDS_DECISIONS = /DECI(DED|SION)/;

const SCENARIOS = [
  "add-ons-of-blocked-bases",
  "large-tenants",
  "names-beside-ids",
  "rows-against-licence-export",
  "teams-unbundling-2024",
  "teams-unbundling-over",
  "two-licence-exports",
  "two-names-for-one-tenant",
];

/** What each row of a file says in its column `expect`, by row as Excel counts it. */
function expectations(file: string): ReadonlyMap<number, string> {
  const bytes = readFileSync(file);
  const encoding = bytes[0] === 0xff ? "utf-16le" : file.endsWith("bestand-sued.csv") ? "windows-1252" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  const delimiter = /\.br\.csv|-br\.csv|sued\.csv/.test(file) ? ";" : ",";
  const rows = cellsOf(text, delimiter);
  const header = rows.findIndex((row) => row.includes("expect"));
  const column = rows[header]?.indexOf("expect") ?? -1;
  expect(column, `${file} has a column expect`).toBeGreaterThan(0);
  return new Map(rows.flatMap((row, index) => (index > header ? [[index + 1, row[column] ?? ""] as const] : [])));
}

/** Differences between what rows expect and what the plan found, in both directions. */
function differences(planFolder: string, inputs: ReadonlyMap<string, string>): readonly string[] {
  const found = new Map<string, string>();
  for (const row of readCsv(path.join(planFolder, "plan.csv"))) {
    found.set(`${row.source_file} row ${row.source_row}`, row.findings ?? "");
  }
  for (const row of readCsv(path.join(planFolder, "rejected.csv")))
    found.set(`${row.file} row ${row.row}`, row.code ?? "");
  const wrong: string[] = [];
  for (const [label, file] of inputs) {
    for (const [row, expected] of expectations(file)) {
      const actual = found.get(`${label} row ${row}`) ?? "";
      if (actual !== expected) wrong.push(`${label} row ${row}: expected "${expected}", found "${actual}"`);
    }
  }
  return wrong;
}

describe("the sample book", () => {
  let folder: string;
  let labels: readonly string[];
  beforeAll(() => {
    ({ folder } = planSample());
    const manifest: { inputs: { file: string }[] } = JSON.parse(
      readFileSync(path.join(folder, "manifest.json"), "utf8"),
    );
    labels = manifest.inputs.map((input) => input.file);
  });

  it("raises on every row exactly the findings that the row expects", () => {
    expect(differences(folder, new Map(labels.map((label) => [label, path.join(SAMPLE, label)])))).toEqual([]);
  });

  it("has all seven formats", () => {
    const manifest: { inputs: { format: string }[] } = JSON.parse(
      readFileSync(path.join(folder, "manifest.json"), "utf8"),
    );

    expect(new Set(manifest.inputs.map((input) => input.format))).toEqual(
      new Set([
        "",
        "generic",
        "pc-nce-recon",
        "bam-nce",
        "bam-legacy",
        "graph-subscriptions",
        "graph-skus",
        "pc-customers",
      ]),
    );
  });

  it.each(["plan.csv", "findings.csv", "mapping.csv", "customers.csv", "rejected.csv"])(
    "gives the %s that was reviewed",
    async (name) => {
      const text = readFileSync(path.join(folder, name), "utf8");

      await expect(text).toMatchFileSnapshot(path.join(PROJECT, "fixtures/expected/sample", name));
    },
  );

  it("gives the workbook that was reviewed", async () => {
    const text = await workbookText(path.join(folder, "transfer-plan.xlsx"));

    await expect(text).toMatchFileSnapshot(path.join(PROJECT, "fixtures/expected/sample/transfer-plan.txt"));
  });

  it("adds up: each row of each file is in one place", () => {
    const manifest: { inputs: { file: string; rows: Record<string, number> }[]; totals: Record<string, number> } =
      JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));

    for (const { file, rows } of manifest.inputs) {
      const { read, ...placed } = rows;
      expect(
        Object.values(placed).reduce((sum, count) => sum + count, 0),
        file,
      ).toBe(read);
    }
    expect(manifest.totals.planned).toBe(readCsv(path.join(folder, "plan.csv")).length);
  });
});

describe.each(SCENARIOS)("the scenario %s", (name) => {
  it("raises on every row exactly the findings that the row expects", () => {
    const book = path.join(PROJECT, "fixtures/scenarios", name, "book.csv");
    const { asOf, partnerCountry } = JSON.parse(readFileSync(path.join(path.dirname(book), "scenario.json"), "utf8"));
    const folder = path.join(temporaryFolder(), "plan");

    transferPlanner([
      "plan",
      path.dirname(book),
      "--partner-country",
      partnerCountry,
      "--as-of",
      asOf,
      "--out",
      folder,
    ]);

    expect(differences(folder, new Map([["book.csv", book]]))).toEqual([]);
  });
});

it("the sample and the scenarios raise every finding that the built-in catalogue can raise", () => {
  const files = [
    ...readCsvFindings(path.join(PROJECT, "fixtures/expected/sample/findings.csv")),
    ...SCENARIOS.flatMap((name) =>
      [...expectations(path.join(PROJECT, "fixtures/scenarios", name, "book.csv")).values()].flatMap((codes) =>
        codes.split(";"),
      ),
    ),
  ];
  const missing = legend.map(({ code }) => code).filter((code) => !files.includes(code) && !NEEDS_DECISIONS.test(code));

  expect(missing).toEqual(NEEDS_OWN_CATALOGUE);
});

function readCsvFindings(file: string): readonly string[] {
  return readCsv(file).map((row) => row.code ?? "");
}
