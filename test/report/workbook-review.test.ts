import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/model/decision.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { tables } from "../../src/report/tables/index.ts";
import { targetChoices } from "../../src/report/target-choices.ts";
import { columnLetters } from "../../src/report/workbook/cell-xml.ts";
import { aPlan, aPlannedSubscription, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aWorkbook, opened } from "../support/a-workbook.ts";
import { anOffer } from "../support/an-offer.ts";
import { partOf, unzip } from "../support/unzip.ts";

const aDecision: Decision = {
  scope: "subscription",
  key: "k",
  decision: "change",
  target: "=HYPERLINK(1)",
  seats: 7,
  date: plainDate("2027-01-08"),
  reviewer: "Ana",
  comment: "ask again",
  facts: "",
  source: "plan.xlsx Plan!D2",
};

type Opened = Awaited<ReturnType<typeof opened>>;

function headersOf(workbook: Opened, sheet: string): readonly string[] {
  const cells: string[] = [];
  workbook
    .getWorksheet(sheet)
    ?.getRow(1)
    .eachCell((cell) => cells.push(cell.text));
  return cells;
}

/** XML of a sheet by its name. */
function sheetXml(bytes: Buffer, name: string): string {
  const book = partOf(bytes, "xl/workbook.xml");
  const names = [...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1]);
  return partOf(bytes, `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`);
}

function rangesOf(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element} [^>]*?(?:sqref|ref)="([^"]+)"`, "g"))].map((match) => match[1] ?? "");
}

describe("the review columns", () => {
  it("stand right after the frozen columns of Plan and Mapping; what is read back and not typed is hidden and last", async () => {
    const workbook = await opened(await aWorkbook(aPlan(), tables));

    const plan = headersOf(workbook, "Plan");
    expect(plan.slice(0, 9)).toEqual([
      "key",
      "Status",
      "Customer",
      "decision",
      "new target",
      "new seats",
      "new date",
      "reviewer",
      "comment",
    ]);
    expect(plan.slice(-3)).toEqual(["choices", "facts", "shown"]);
    const mapping = headersOf(workbook, "Mapping");
    expect(mapping.slice(0, 6)).toEqual(["key", "Source offer", "decision", "chosen target", "reviewer", "comment"]);
    expect(mapping.slice(-3)).toEqual(["choices", "facts", "shown"]);
    for (const [name, count] of [
      ["Plan", plan.length],
      ["Mapping", mapping.length],
    ] as const) {
      const hidden = [...Array(count).keys()].filter(
        (index) => workbook.getWorksheet(name)?.getColumn(index + 1).hidden === true,
      );
      expect(hidden, name).toEqual([count - 3, count - 2, count - 1]);
    }
  });

  it("have a ground of their own, which no other cell of a row has", async () => {
    const sheet = (await opened(await aWorkbook(aPlan(), tables))).getWorksheet("Plan");

    const grounds = [...Array(sheet?.columnCount ?? 0).keys()].map((index) =>
      JSON.stringify(sheet?.getRow(2).getCell(index + 1).fill ?? null),
    );
    const typed = grounds.slice(3, 9);
    expect(new Set(typed).size).toBe(1);
    expect(typed[0]).toContain("solid");
    expect(grounds.filter((ground) => ground === typed[0])).toHaveLength(6);
  });

  it("show what was typed earlier in its place, as the value it was, never as a formula", async () => {
    const typed = { ...aPlannedSubscription(), decision: aDecision };
    const sheet = (await opened(await aWorkbook(aPlan({ subscriptions: [typed] }), tables))).getWorksheet("Plan");

    const values = [4, 5, 6, 7, 8, 9].map((column) => sheet?.getRow(2).getCell(column).value);
    expect(values).toEqual(["change", "=HYPERLINK(1)", 7, new Date("2027-01-08T00:00:00Z"), "Ana", "ask again"]);
  });

  it.each([
    [12, 1_048_576, { Plan: 13 }],
    [12, 9, { Plan: 9, "Plan (2)": 5 }],
    [16, 9, { Plan: 9, "Plan (2)": 9 }],
  ])(
    "of %i rows on sheets of %i: validations, formats and filter cover the data rows and no others",
    async (rows, rowLimit, lastRows) => {
      const bytes = await aWorkbook(aPlan({ subscriptions: manyPlannedSubscriptions(rows) }), tables, rowLimit);
      const columns = headersOf(await opened(bytes), "Plan").length;

      for (const [name, last] of Object.entries(lastRows)) {
        const xml = sheetXml(bytes, name);
        expect([...xml.matchAll(/<row r="(\d+)"/g)].map((match) => Number(match[1])).at(-1), name).toBe(last);
        expect(rangesOf(xml, "dataValidation"), name).toEqual(
          ["D", "E", "F", "G"].map((letter) => `${letter}2:${letter}${last}`),
        );
        expect(rangesOf(xml, "conditionalFormatting"), name).toEqual([`D2:D${last}`]);
        expect(rangesOf(xml, "autoFilter"), name).toEqual([`A1:${columnLetters(columns - 1)}${last}`]);
      }
    },
  );

  it("of a plan without rows carry no validation", async () => {
    const bytes = await aWorkbook(aPlan({ subscriptions: [] }), tables);

    expect(sheetXml(bytes, "Plan")).not.toContain("dataValidation");
    expect(sheetXml(bytes, "Plan")).not.toContain("conditionalFormatting");
  });

  it("allow the words of a decision, a seat and more, the plan's day and later; another target after a question", async () => {
    const xml = sheetXml(await aWorkbook(aPlan(), tables), "Plan");

    const rules = [...xml.matchAll(/<dataValidation ([^>]*)><formula1>(.*?)<\/formula1>/g)];
    const rule = (index: number) => `${rules[index]?.[1]} ${rules[index]?.[2]}`;
    expect(rule(0)).toMatch(/type="list" errorStyle="stop".*approve,hold,exclude,change/);
    expect(rule(1)).toMatch(/type="list" errorStyle="warning".*OFFSET\(Lists!/);
    expect(rule(2)).toMatch(/type="whole" errorStyle="stop" operator="greaterThanOrEqual".* 1$/);
    expect(rule(3)).toMatch(/type="date" errorStyle="stop" operator="greaterThanOrEqual".* 46357$/);
    for (const { 1: attributes = "" } of rules)
      expect(/error="([^"]*)"/.exec(attributes)?.[1]?.length).toBeLessThan(225);
  });
});

describe("the dropdown of a new target", () => {
  const candidate = anOffer({ id: "e5", productSku: "CFQ7TTC0LF8S:0002", name: "Office 365 E5" });
  const unsure = aPlannedSubscription({
    target: { match: "none", offers: [], candidates: [{ offer: candidate, score: 0.5, reason: "close name" }] },
  });

  it("lists the row's candidates first, then what others of its segment become", () => {
    const plan = aPlan({ subscriptions: [aPlannedSubscription(), unsure] });

    const { lists, numberOf } = targetChoices(plan);
    expect(lists[numberOf(unsure.target, "commercial") - 1]).toEqual([
      "CFQ7TTC0LF8S:0002 Office 365 E5",
      "CFQ7TTC0LF8R:0001 Office 365 E3",
    ]);
    expect(lists[numberOf(aPlannedSubscription().target, "commercial") - 1]).toEqual([
      "CFQ7TTC0LF8R:0001 Office 365 E3",
    ]);
  });

  it("finds its list by the number in its own row, in rows of the hidden sheet that are there", async () => {
    const bytes = await aWorkbook(aPlan({ subscriptions: [aPlannedSubscription(), unsure] }), tables);
    const workbook = await opened(bytes);

    const columns = headersOf(workbook, "Plan");
    const letters = columnLetters(columns.indexOf("choices"));
    const lists = workbook.getWorksheet("Lists");
    const numbers = `Lists!$A$2:$A$${lists?.rowCount}`;
    expect(sheetXml(bytes, "Plan")).toContain(
      `<formula1>OFFSET(Lists!$B$1,MATCH($${letters}2,${numbers},0),0,COUNTIF(${numbers},$${letters}2),1)</formula1>`,
    );
    const number = workbook
      .getWorksheet("Plan")
      ?.getRow(3)
      .getCell(columns.indexOf("choices") + 1).value;
    const own = [...Array(lists?.rowCount ?? 0).keys()]
      .map((index) => lists?.getRow(index + 1))
      .filter((row) => row?.getCell(1).value === number)
      .map((row) => row?.getCell(2).value);
    expect(own[0]).toBe("CFQ7TTC0LF8S:0002 Office 365 E5");
  });
});

describe("the notes of the headers", () => {
  it("say what each seen column means, in parts that are named to Excel", async () => {
    const bytes = await aWorkbook(aPlan(), tables);
    const sheet = (await opened(bytes)).getWorksheet("Plan");

    const seen = (sheet?.columnCount ?? 0) - 3;
    for (let column = 1; column <= seen; column += 1) {
      const note = sheet?.getRow(1).getCell(column).note as { texts?: readonly { text: string }[] } | undefined;
      expect(note?.texts?.map((part) => part.text).join(""), String(column)).toMatch(/\.$/);
    }
    const types = partOf(bytes, "[Content_Types].xml");
    for (const name of [...unzip(bytes).keys()].filter((each) => /^xl\/comments/.test(each))) {
      expect(types).toContain(`PartName="/${name}"`);
    }
    expect(types).toContain(`Extension="vml"`);
  });
});
