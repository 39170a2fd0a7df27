import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { MATCH_MEANINGS, PATH_MEANINGS } from "../../src/report/workbook/legend-words.ts";
import { opened } from "../support/a-workbook.ts";
import { readCsv, SAMPLE, temporaryFolder, transferPlanner } from "../support/command.ts";

/** Words of English that no Portuguese text has. */
const ENGLISH =
  /\b(?:the|of|is|are|with|without|not|from|has|have|was|were|which|and|by|this|that|to|other|another|day|days|seats?|customers?|subscriptions?|name|source|decision|reviewers?|expected|found|lost|added|successor|similar|offers?|licences?|none|yes|switch|term|tenant|row|rows|date|week|year|holiday|new|changed|stated|only|same)\b/i;

/** Codes, which are the same in every language, and words of commands. */
const CODES = new RegExp(
  String.raw`\b(?:${[MATCH_MEANINGS, PATH_MEANINGS].flatMap(Object.keys).join("|")}|pc-customers|graph-subscriptions|[A-Z]{2,}(?:_[A-Z]+)*|\w+_\w+)\b|--date-order \w+|Colunas não lidas: .*`,
  "g",
);
/** What the configuration of the sample says. */
const GIVEN = ["stocktaking", "year-end freeze"];
/** Columns of exports as they were read, columns of CSV files by name, and what somebody typed. */
const DATA_COLUMNS =
  /^(?:id |Linha|Id |Arquivo|Coluna$|Valor$|Remédio formato|No CSV|Formato|Domínio|Cliente|comentário|revisor|Oferta|Serviços|Ofertas|facts|shown|.* \(raw\))/;
/** Columns of Rejected before those of the export. */
const RAW_FROM = 8;

describe("a plan in Portuguese", () => {
  const cwd = temporaryFolder();
  let given: readonly string[];

  beforeAll(() => {
    const common = ["--config", path.join(SAMPLE, "transfer-planner.json"), "--locale", "pt-BR", "--quiet"];
    expect(transferPlanner(["plan", SAMPLE, ...common, "--as-of", "2026-12-01", "--out", "a"], { cwd }).exitCode).toBe(
      0,
    );
    const keys = readCsv(path.join(cwd, "a/plan.csv")).map(({ key }) => key);
    const mappings = readCsv(path.join(cwd, "a/mapping.csv")).map(({ key }) => key);
    const decided = [
      "scope,key,decision,target,seats,date,reviewer,comment,facts,source",
      ...[
        "approve,,,",
        "change,Office 2049,,",
        "perhaps,,,",
        "hold,,,2027-02-10",
        "exclude,,5,",
        ",,7,",
        "change,,many,",
        "change,,,2027-02-31",
        "approve,,,2030-01-01",
        "exclude,,,",
        "hold,,,",
      ].map(
        (typed, at) =>
          `subscription,${keys[at * 3]},${typed},Ana,,${at % 4 === 0 ? "seats=1" : ""},ana.xlsx Plano!D${at}`,
      ),
      `subscription,${keys[1]},approve,,,,Ana,,,ana.xlsx Plano!D90`,
      `subscription,${keys[1]},hold,,,,Rui,,,rui.xlsx Plano!D90`,
      ...["accept,,,", "use,,,", "none,X,,", "none,,,", "use,CFQ7TTC0LFLX,,"].map(
        (typed, at) => `mapping,${mappings[at * 5]},${typed},Ana,,,ana.xlsx Mapeamento!C${at}`,
      ),
    ];
    writeFileSync(path.join(cwd, "a/decisions.csv"), `${decided.join("\n")}\n`);
    const again = ["--as-of", "2026-12-02", "--decisions", "a/decisions.csv", "--out", "b"];
    expect(transferPlanner(["plan", SAMPLE, ...common, ...again], { cwd }).exitCode).toBe(0);
    given = namesGiven(path.join(cwd, "b"));
  }, 120_000);

  it("has no English in any cell of its workbook but codes, names and what was read", async () => {
    const workbook = await opened(readFileSync(path.join(cwd, "b/transfer-plan.xlsx")));
    const found = new Set<string>();
    let texts = 0;

    for (const sheet of workbook.worksheets.filter(({ state }) => state === "visible")) {
      const titles = Array.from((sheet.getRow(1).values ?? []) as unknown[], String);
      const isList = sheet.autoFilter !== undefined && sheet.autoFilter !== null;
      sheet.eachRow((row) =>
        row.eachCell((cell, column) => {
          if (typeof cell.value !== "string" || sheet.getColumn(column).hidden === true) return;
          texts += 1;
          // Columns of exports and of CSV files are called as they are there.
          if (column > RAW_FROM && sheet.name === "Rejeitadas") return;
          if (sheet.name === "Legenda" && column <= 2 && /^[a-z_]+$/.test(cell.value)) return;
          if (isList && row.number > 1 && DATA_COLUMNS.test(titles[column] ?? "")) return;
          const left = withoutNames(cell.value, given);
          if (ENGLISH.test(left)) found.add(`${sheet.name}!${cell.address}: ${cell.value.slice(0, 160)}`);
        }),
      );
    }
    expect(texts).toBeGreaterThan(2000);
    expect([...found]).toEqual([]);
  });

  it("has no English on its page but codes, names and what was read", () => {
    const html = readFileSync(path.join(cwd, "b/report.html"), "utf8");
    const texts = html
      .replaceAll(/<(style|script)\b.*?<\/\1>/gs, "")
      .split(/<[^>]*>/)
      .map((text) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim());
    const described = [...html.matchAll(/(?:aria-label|alt|title)="([^"]*)"/g)].map((match) => match[1] ?? "");

    expect(html).toContain('lang="pt-BR"');
    expect(texts.length).toBeGreaterThan(200);
    expect([...texts, ...described].filter((text) => ENGLISH.test(withoutNames(text, given)))).toEqual([]);
  });
});

/** Names of offers, services, customers and files: whoever gave them gave them in English. */
function namesGiven(folder: string): readonly string[] {
  const names = new Set<string>(GIVEN);
  const add = (text = "") => {
    for (const name of text.split(/[;]| \+ /)) if (name.trim().length > 2) names.add(name.trim());
  };
  for (const row of readCsv(path.join(folder, "mapping.csv"))) {
    for (const column of ["source_offer", "target_offer", "services_lost", "services_gained"]) add(row[column]);
    for (const column of ["candidate_1", "candidate_2", "candidate_3"])
      add(row[column]?.replace(/^\S+:\S+ | \(\d\.\d\d, .*$/g, ""));
  }
  for (const row of readCsv(path.join(folder, "plan.csv"))) {
    for (const column of ["source_offer", "target_offer", "services_lost", "customer", "source_file"]) add(row[column]);
  }
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as {
    inputs: { file: string }[];
  };
  for (const { file } of manifest.inputs) add(file);
  return [...names].sort((a, b) => b.length - a.length);
}

function withoutNames(text: string, given: readonly string[]): string {
  let left = text.replaceAll(/fonte: [^\n]*|"[^"]*"|`[^`]*`|\((?:https?:|[^()]*\b\d{4}-\d\d).*$/gs, "");
  for (const name of given) left = left.replaceAll(name, "");
  return left.replaceAll(CODES, "");
}
