import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECISION_COLUMNS } from "../../src/model/decision-columns.ts";
import { isoDate, type PlainDate, plainDate } from "../../src/model/plain-date.ts";
import type { TypedDecision } from "../../src/model/verdict.ts";
import { renderDecisions } from "../../src/report/report.ts";
import { isDecisionsFile, readDecisionsFile } from "../../src/review/decisions-file.ts";
import { aDecision } from "../support/a-decision.ts";
import { allInEnglish } from "../support/in-english.ts";
import { aTextSink } from "../support/text-sink.ts";
import { aText } from "../text/a-text.ts";

const HEADER = DECISION_COLUMNS.join(",");
const KEY = "00000000000000a1";

function read(...lines: readonly string[]) {
  return readDecisionsFile(aText(`${[HEADER, ...lines].join("\r\n")}\r\n`));
}

async function written(decisions: readonly TypedDecision[]): Promise<string> {
  const sink = aTextSink();
  await renderDecisions(decisions, sink);
  return sink.text();
}

describe("decisions.csv", () => {
  it("gives each line with its place, where it says none itself", async () => {
    const { decisions, problems } = await read(
      `subscription,${KEY},change,T,30,2027-04-20,Ana,why,seats=25,plan.xlsx Plan!D2`,
      `mapping,${KEY},none,,,,,,,`,
    );

    expect(problems).toEqual([]);
    expect(decisions).toEqual([
      {
        scope: "subscription",
        key: KEY,
        decision: "change",
        target: "T",
        seats: 30,
        date: plainDate("2027-04-20"),
        reviewer: "Ana",
        comment: "why",
        facts: "seats=25",
        source: "plan.xlsx Plan!D2",
      },
      {
        ...aDecision({ scope: "mapping", key: KEY, decision: "none", reviewer: "", source: "book.csv row 3" }),
      },
    ]);
  });

  it.each([
    ["scope", `Plan,${KEY},hold,,,,,,,`, 'expected subscription or mapping, found "Plan"'],
    ["scope", `,${KEY},hold,,,,,,,`, "expected subscription or mapping, found nothing"],
    ["key", "subscription,,hold,,,,,,,", "expected the key of a row of the plan, found nothing"],
    ["decision", `subscription,${KEY},maybe,,,,,,,`, "expected one of approve, hold, exclude, change"],
    ["decision", `mapping,${KEY},hold,,,,,,,`, "expected one of accept, use, none"],
    ["seats", `subscription,${KEY},change,,-1,,,,,`, "expected a whole number from 1"],
    ["date", `subscription,${KEY},change,,,31.02.2027,,,,`, "expected a date as YYYY-MM-DD"],
  ])("names a wrong %s by row and column, and keeps the line: %s", async (column, line, expected) => {
    const { decisions, problems } = await read(line);

    expect(problems).toEqual([expect.stringContaining(`book.csv row 2, column "${column}": ${expected}`)]);
    expect(decisions).toHaveLength(1);
    expect(allInEnglish(decisions[0]?.problem)).toContain(expected);
  });

  it("is read after a spreadsheet saved it: semicolons, blank lines, its own dates, columns in another order", async () => {
    const text = `key;scope;date;decision\r\n\r\n${KEY};Subscription;03/04/2027;Change\r\n${KEY};subscription;25/04/2027;change\r\n`;
    const { decisions, problems } = await readDecisionsFile(aText(text));

    expect(problems).toEqual([]);
    expect(decisions.map(({ date }) => date && isoDate(date))).toEqual(["2027-04-03", "2027-04-25"]);
  });

  it("that is none is refused by name, with its header", async () => {
    await expect(readDecisionsFile(aText("customer,seats\nFabrikam,3\n"))).rejects.toThrow(
      "expected the header scope,key",
    );
    expect(await isDecisionsFile(aText("customer,seats\nFabrikam,3\n"))).toBe(false);
    expect(await isDecisionsFile(aText(`${HEADER}\r\n`))).toBe(true);
  });
});

const typedText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "=1+1",
    "+5",
    "-x",
    "@me",
    "a;b",
    'say "no"',
    "line\nbreak",
    "tab\there",
    "'quoted",
    "_x0041_",
    "ünï 日本",
  ),
);
/** What any spreadsheet or the reader of cells would leave of a text. */
const cleaned = typedText.map((text) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no cell of a workbook gives them
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, "")
    .trim(),
);

it.each(["=1+1", "'=1+1", "''=1+1", "'", "'+", "' -x", "\u2019=x", "'a"])(
  "keeps a comment as it was typed: %s",
  async (comment) => {
    const { decisions } = await readDecisionsFile(aText(await written([aDecision({ key: KEY, comment })])));

    expect(decisions[0]?.comment).toBe(comment);
  },
);

it("keeps every line as it is from review to the next plan", async () => {
  const line = fc.record({
    scope: fc.constantFrom("subscription", "mapping"),
    key: fc.stringMatching(/^[0-9a-f]{16}$/),
    target: cleaned,
    seats: fc.option(fc.integer({ min: 1, max: 1_000_000_000 }), { nil: undefined }),
    date: fc.option(
      fc.integer({ min: 0, max: 60_000 }).map((day) => day as PlainDate),
      { nil: undefined },
    ),
    reviewer: cleaned,
    comment: cleaned,
    facts: cleaned,
    source: cleaned.filter((text) => text !== ""),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 5 }), fc.nat(), async (lines, pick) => {
      const decisions = lines.map((typed): TypedDecision => {
        const scope = typed.scope === "mapping" ? "mapping" : "subscription";
        const words =
          scope === "mapping" ? ["accept", "use", "none", ""] : ["approve", "hold", "exclude", "change", ""];
        return { ...typed, scope, decision: words[pick % words.length] ?? "" };
      });
      const { decisions: back, problems } = await readDecisionsFile(aText(await written(decisions)));
      expect(problems).toEqual([]);
      expect(back).toEqual(decisions);
    }),
    { numRuns: 150 },
  );
});

it("keeps what could not be read as it was typed", async () => {
  const typed = aDecision({
    key: KEY,
    decision: "perhaps",
    unread: { seats: "many", date: "soon" },
    problem: "all of it",
  });
  const { decisions } = await readDecisionsFile(aText(await written([typed])));

  expect(decisions[0]).toMatchObject({ decision: "perhaps", unread: { seats: "many", date: "soon" } });
  expect(allInEnglish(decisions[0]?.problem)).toMatch(/perhaps.*many.*soon/);
});
