import { describe, expect, it } from "vitest";
import { SEVERITIES } from "../../src/findings/finding.ts";
import { legend } from "../../src/legend.ts";
import { portuguese, portugueseNouns } from "../../src/locale/pt-BR/index.ts";
import { MAPPING_DECISIONS, SUBSCRIPTION_DECISIONS } from "../../src/model/decision-words.ts";
import { STATUSES } from "../../src/model/plan.ts";
import { COUNTRY_CODES, countryName } from "../../src/regions/country-codes.ts";
import regionTable from "../../src/regions/data/regions.json" with { type: "json" };
import { STEP_WORDS } from "../../src/report/runbook/step-words.ts";
import { tables } from "../../src/report/tables/index.ts";
import * as legendWords from "../../src/report/workbook/legend-words.ts";
import { aPlan } from "../support/a-plan.ts";
import { textsOfSource } from "./texts-of-source.ts";

const source = textsOfSource();
const plan = aPlan({});

const tableTexts = tables
  .filter(({ sheet }) => sheet !== undefined)
  .flatMap((table) => [
    table.sheet ?? "",
    table.purpose,
    ...[...table.columns(plan), ...(table.sheetColumns?.(plan) ?? [])].flatMap(({ title, note }) => [title, note]),
  ]);
const said: readonly (readonly [string, readonly string[]])[] = [
  ["phrases of the source", [...source.phrases]],
  ["words of the source", [...source.words]],
  ["sheets and columns", tableTexts],
  ["findings", legend.flatMap(({ title, why, remedy }) => [title, why, remedy])],
  ["words of the legend", Object.values(legendWords).flatMap((meanings) => Object.values(meanings))],
  ["steps of the runbook", Object.values(STEP_WORDS).flatMap((words) => Object.values(words))],
  ["statuses", STATUSES.map((each) => `status|${each}`)],
  ["severities", SEVERITIES.map((each) => `severity|${each}`)],
  ["countries", COUNTRY_CODES.map((code) => `country|${countryName(code)}`)],
  ["regions", Object.keys(regionTable.regions).map((region) => `region|${region}`)],
  ["decisions", [...SUBSCRIPTION_DECISIONS, ...MAPPING_DECISIONS].map((each) => `decision|${each}`)],
];

describe("Portuguese", () => {
  it.each(said)("says all %s", (_, texts) => {
    expect(texts.length).toBeGreaterThan(2);
    expect([...new Set(texts)].filter((text) => /\p{L}/u.test(text) && !portuguese.has(text))).toEqual([]);
  });

  it("has a singular and a plural of all that is counted", () => {
    expect([...source.nouns].filter((noun) => portugueseNouns.get(noun)?.length !== 2)).toEqual([]);
  });

  it("has the values of each phrase, none more and none less", () => {
    const valuesIn = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort();

    for (const [key, text] of portuguese) expect(valuesIn(text), key).toEqual(valuesIn(key));
  });

  it("uses each decision word for one decision alone", () => {
    const words = [...SUBSCRIPTION_DECISIONS, ...MAPPING_DECISIONS].map((each) => portuguese.get(`decision|${each}`));

    expect(new Set(words).size).toBe(words.length);
  });

  it("names no two sheets alike, and none longer than a sheet may be called", () => {
    const names = ["Summary", "Calendar", "Legend", "Lists", ...tables.flatMap(({ sheet }) => sheet ?? [])].map(
      (name) => portuguese.get(name) ?? "",
    );

    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,27}$/);
  });

  it("never stands as plain English within a phrase", () => {
    expect(source.strays).toEqual([]);
  });
});
