import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import { configurationFor } from "../../src/config/read-configuration.ts";
import type { Candidate } from "../../src/model/offer.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import type { PlannedSubscription } from "../../src/model/plan.ts";
import { run } from "../../src/pipeline.ts";
import { aFile } from "../support/a-file.ts";
import { type ReferenceRow, referenceRows } from "./reference-rows.ts";

const SHARED = new URL("../../../shared/data/", import.meta.url);
// The files are other people's and stay where they are. A build server must have them, or say so.
const isAbsent = !existsSync(SHARED) && process.env.CI === undefined;
const README = fileURLToPath(new URL("../../README.md", import.meta.url));

const OUTCOMES = [
  "matched",
  "matched, CSP id to look up",
  "gone, nothing takes its place",
  "trial, or not by seat",
  "two readings",
  "unknown, with candidates",
] as const;
type Outcome = (typeof OUTCOMES)[number] | "unknown";

interface Answered {
  readonly row: ReferenceRow;
  readonly outcome: Outcome;
  readonly planned: PlannedSubscription;
}

function outcomeOf({ target, exclusions, findings }: PlannedSubscription): Outcome {
  const codes = new Set(findings.map(({ wording }) => wording.code));
  if (exclusions.length > 0) return "trial, or not by seat";
  if (target.match !== "none") return codes.has("TARGET_ID_UNKNOWN") ? "matched, CSP id to look up" : "matched";
  if (codes.has("OFFER_AMBIGUOUS")) return "two readings";
  if (codes.has("OFFER_WITHOUT_SUCCESSOR") || codes.has("OFFER_END_OF_SALE")) return "gone, nothing takes its place";
  return target.candidates.length > 0 && codes.has("OFFER_UNKNOWN") ? "unknown, with candidates" : "unknown";
}

/** All rows as one generic book, each with a customer of its own, through the whole run. */
async function answered(rows: readonly ReferenceRow[]): Promise<readonly Answered[]> {
  const lines = rows.map(({ id, name, segment }, at) =>
    [`c${at}.example`, "DE", `s-${at}`, quoted(id), quoted(name), "100", segment, "P1Y", "2027-06-30"].join(),
  );
  const header = "customer,country,subscription_id,product_id,product_name,seats,segment,term,term_end";
  const plan = await run({
    files: [aFile("book.csv", [header, ...lines].join("\n"))],
    catalogue: builtInCatalogue(),
    configuration: configurationFor("DE"),
    today: plainDate("2026-12-01"),
    locale: "en",
    dateOrder: undefined,
    progress: () => undefined,
  });
  const byId = new Map(plan.subscriptions.map((planned) => [planned.subscription.id, planned]));
  return rows.map((row, at) => {
    const planned = byId.get(`s-${at}`);
    if (planned === undefined) throw new Error(`Row ${at} is not in the plan: ${JSON.stringify(row)}`);
    return { row, planned, outcome: outcomeOf(planned) };
  });
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

describe.skipIf(isAbsent)("the reference files as a book", () => {
  let answers: readonly Answered[] = [];
  beforeAll(async () => {
    answers = await answered(referenceRows(SHARED));
  });

  it("are matched, or known with a reason, or named as unknown with candidates", () => {
    const silent = answers.filter(({ outcome }) => outcome === "unknown").map(({ row }) => row);

    expect(answers.length).toBeGreaterThan(2500);
    expect(silent).toEqual([]);
  });

  it("are never of another segment than asked for, nor are their candidates", () => {
    const mixed = answers.filter(({ row, planned: { target } }) =>
      [...target.offers, ...target.candidates.map(({ offer }: Candidate) => offer)].some(
        ({ segment }) => row.segment !== "" && segment !== row.segment,
      ),
    );

    expect(mixed).toEqual([]);
  });

  it("report no renaming as a discontinuation", () => {
    const renamed = answers.filter(({ row, planned: { target } }) => row.isRenamed || target.match === "renamed");
    const wrong = renamed.filter(({ planned: { target, findings } }) => {
      const codes = findings.map(({ wording }) => wording.code);
      return (
        // Where only the spelling changed, the name is today's.
        !["renamed", "exact"].includes(target.match) ||
        target.discontinuation !== undefined ||
        codes.includes("OFFER_RENAMED") !== (target.match === "renamed") ||
        codes.some((code) => /DISCONTINUED|SUCCESSOR|END_OF_SALE/.test(code))
      );
    });

    expect(answers.filter(({ row }) => row.isRenamed).length).toBeGreaterThan(100);
    expect(wrong.map(({ row }) => row)).toEqual([]);
  });

  it("come to the counts in the README; with -u they are written", async () => {
    const readme = readFileSync(README, "utf8");
    const lists = [...new Set(answers.map(({ row }) => row.list))];
    const lines = lists.map((list) => {
      const ofList = answers.filter(({ row }) => row.list === list);
      const counts = OUTCOMES.map((outcome) => ofList.filter((one) => one.outcome === outcome).length);
      return `| ${[list, ofList.length, ...counts].join(" | ")} |`;
    });
    const table = [
      `| list | rows | ${OUTCOMES.join(" | ")} |`,
      `|---|${OUTCOMES.map(() => "--:|").join("")}--:|`,
      ...lines,
    ];

    expect(readme).toContain("<!-- catalogue -->");
    await expect(
      readme.replace(
        /<!-- catalogue -->[\s\S]*<!-- \/catalogue -->/,
        () => `<!-- catalogue -->\n${table.join("\n")}\n<!-- /catalogue -->`,
      ),
    ).toMatchFileSnapshot(README);
  });
});
