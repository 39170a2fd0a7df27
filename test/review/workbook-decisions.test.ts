import type * as XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/model/plain-date.ts";
import { workbookDecisions } from "../../src/review/workbook-decisions.ts";
import { sheetBytes, type TypedCell, type TypedSheet, workbookFile } from "../support/a-sheet-file.ts";
import { zipped } from "../support/edit-workbook.ts";
import { allInEnglish } from "../support/in-english.ts";
import { unzip } from "../support/unzip.ts";

const HEADER = [
  "key",
  "Status",
  "Customer",
  "decision",
  "new target",
  "new seats",
  "new date",
  "reviewer",
  "comment",
  "Seats",
  "facts",
  "shown",
];
const K1 = "00000000000000a1";
const K2 = "00000000000000a2";
const FACTS = "seats=25; term_end=2027-03-31; target=T; findings=";

type Row = Partial<Record<(typeof HEADER)[number], TypedCell>>;

function rowOf(cells: Row, header: readonly string[] = HEADER): readonly TypedCell[] {
  const shown = `key=${String(cells.key ?? K1)}; status=ready; customer=Fabrikam; seats=25`;
  const all: Row = { key: K1, Status: "ready", Customer: "Fabrikam", Seats: 25, facts: FACTS, shown, ...cells };
  return header.map((name) => all[name]);
}

function plan(rows: readonly Row[], difference: Partial<TypedSheet> = {}): TypedSheet {
  return { name: "Plan", rows: [HEADER, ...rows.map((row) => rowOf(row))], ...difference };
}

async function read(...sheets: readonly TypedSheet[]) {
  return workbookDecisions(workbookFile(sheetBytes(...sheets)));
}

const MAPPING_HEADER = [
  "key",
  "Source offer",
  "decision",
  "chosen target",
  "reviewer",
  "comment",
  "Subscriptions",
  "facts",
  "shown",
];

it("says that decisions typed into a column added to another list are not read", async () => {
  const queue = {
    name: "Review queue",
    rows: [
      ["key", "Status", "Why", "decision"],
      [K1, "review", "", "approve"],
    ],
  };
  const { decisions, problems, subscriptions } = await read(queue, plan([{ key: K2, decision: "hold" }]));

  expect(decisions.map(({ key }) => key)).toEqual([K2]);
  expect(subscriptions).toBe(1);
  expect(problems).toEqual([
    expect.stringMatching(/ Review queue row 1: decisions are read from Plan and Mapping alone/),
  ]);
  const changes = {
    name: "Changes",
    rows: [
      ["Key", "Field"],
      [K1, "decision"],
    ],
  };
  expect((await read(changes, plan([]))).problems).toEqual([]);
});

describe("what stands in a row", () => {
  it("is read with its place, its facts and nothing made up", async () => {
    const { decisions, problems, subscriptions } = await read(
      plan([{ decision: " Approve", reviewer: "Ana", comment: "go" }, { key: K2 }]),
    );

    expect(problems).toEqual([]);
    expect(subscriptions).toBe(2);
    expect(decisions).toEqual([
      {
        scope: "subscription",
        key: K1,
        decision: "approve",
        target: "",
        seats: undefined,
        date: undefined,
        reviewer: "Ana",
        comment: "go",
        facts: FACTS,
        source: "plan.xlsx Plan!D2",
      },
    ]);
  });

  it.each<[string, TypedCell, number | undefined]>([
    ["a number", 30, 30],
    ["a number as text", "30", 30],
    ["a decimal without a fraction", 30.0, 30],
    ["a formula with its result", { t: "n", v: 30, f: "15*2" }, 30],
    ["a formula whose result is text", { t: "s", v: "30", f: 'CONCATENATE("3","0")' }, 30],
    ["a formula that came to nothing", { t: "s", v: "", f: '""' }, undefined],
  ])("new seats typed as %s", async (_, cell, seats) => {
    const { decisions, problems } = await read(plan([{ decision: "change", "new seats": cell }]));

    expect(problems).toEqual([]);
    expect(decisions[0]?.seats).toBe(seats);
  });

  it.each<[string, TypedCell, string]>([
    ["a fraction", 2.5, "2.5"],
    ["a negative number", -3, "-3"],
    ["none", 0, "0"],
    ["a huge number", 1e21, "1e+21"],
    ["a truth value", true, "TRUE"],
    ["an error", { t: "e", v: 0x2a, w: "#N/A" }, "#N/A"],
    ["text", "many", "many"],
  ])("new seats typed as %s are refused by address, with what is allowed", async (_, cell, found) => {
    const { decisions, problems } = await read(plan([{ decision: "change", "new seats": cell }]));

    expect(problems).toEqual([`plan.xlsx Plan!F2: expected a whole number from 1, found "${found}".`]);
    expect(decisions[0]).toMatchObject({ decision: "change", unread: { seats: found } });
    expect(allInEnglish(decisions[0]?.problem)).toContain(found);
  });

  it.each<[string, TypedCell]>([
    ["a day's number", 46_497],
    ["a day's number with a time", 46_497.5],
    ["a date cell", { t: "n", v: 46_497, z: "yyyy-mm-dd" }],
    ["an ISO date cell", { t: "d", v: new Date("2027-04-20T00:00:00Z") }],
    ["ISO text", "2027-04-20"],
    ["text with points", "20.04.2027"],
  ])("a new date typed as %s", async (_, cell) => {
    const { decisions, problems } = await read(plan([{ decision: "change", "new date": cell }]));

    expect(problems).toEqual([]);
    expect(decisions.map(({ date }) => date && isoDate(date))).toEqual(["2027-04-20"]);
    expect(problems).toEqual([]);
  });

  it.each<[string, TypedCell]>([
    ["a number that is no day of ours", 12],
    ["text of two readings", "03/04/2027"],
    ["no day", "soon"],
  ])("a new date typed as %s is refused", async (_, cell) => {
    const { problems } = await read(plan([{ decision: "change", "new date": cell }]));

    expect(problems).toEqual([expect.stringMatching(/^plan\.xlsx Plan!G2: expected a date as YYYY-MM-DD/)]);
  });

  it("keeps the text of all runs of a rich text, and what XML cannot hold as Excel writes it", async () => {
    const rich: XLSX.CellObject = {
      t: "s",
      v: "after the merger",
      r: "<r><t>after </t></r><r><rPr><b/></rPr><t>the merger</t></r>",
    };
    const { decisions } = await read(plan([{ comment: rich }, { key: K2, comment: "line_x000D_one &amp; <two>" }]));

    expect(decisions.map(({ comment }) => comment)).toEqual(["after the merger", "line\rone &amp; <two>"]);
  });

  it("keeps characters of several bytes wherever the file is divided", async () => {
    const comment = "naïve – São Paulo 日本語 👩‍🚀 ".repeat(900);
    const rows = Array.from({ length: 40 }, (_, index) => ({
      key: `00000000000000${String(index).padStart(2, "0")}`,
      comment: `${index} ${"é".repeat(index)}${comment}`,
    }));
    const { decisions, problems } = await read(plan(rows));

    expect(problems).toEqual([]);
    expect(decisions.map((line) => line.comment)).toEqual(rows.map((row) => row.comment.trim()));
  });

  it("counts with nothing but a comment or a reviewer, and not where nothing was typed", async () => {
    const { decisions } = await read(
      plan([{ comment: "ask" }, { key: K2, reviewer: "Ana" }, { key: "00000000000000a3" }]),
    );

    expect(decisions.map(({ decision, comment, reviewer }) => [decision, comment, reviewer])).toEqual([
      ["", "ask", ""],
      ["", "", "Ana"],
    ]);
  });

  it("asks for the decision beside what was typed without one", async () => {
    const { problems, decisions } = await read(plan([{ "new seats": 30 }]));

    expect(problems).toEqual([
      "plan.xlsx Plan!D2: expected a decision beside what was typed in this row, found nothing.",
    ]);
    expect(decisions[0]?.seats).toBe(30);
  });

  it("names every wrong cell of a row, and keeps the row", async () => {
    const { problems, decisions } = await read(plan([{ decision: "yes", "new seats": 0, "new date": "x" }]));

    expect(problems.map((problem) => problem.slice(0, 17))).toEqual([
      "plan.xlsx Plan!D2",
      "plan.xlsx Plan!F2",
      "plan.xlsx Plan!G2",
    ]);
    expect(decisions[0]).toMatchObject({ decision: "yes", unread: { seats: "0", date: "x" } });
  });
});

describe("rows", () => {
  it("are read where a filter hides them", async () => {
    const { decisions } = await read(
      plan([{ decision: "hold" }, { key: K2, decision: "hold" }], { hiddenRows: [1, 2] }),
    );

    expect(decisions).toHaveLength(2);
  });

  it.each<[string, TypedCell, string]>([
    ["none", undefined, "found nothing"],
    ["other text", "row 7", 'found "row 7"'],
    ["a number", 12, 'found "12"'],
  ])("with %s as their key are kept and said", async (_, key, found) => {
    const { decisions, problems } = await read(plan([{ key, decision: "hold", shown: "" }]));

    expect(problems).toEqual([expect.stringContaining(found)]);
    expect(problems[0]).toMatch(/^plan\.xlsx Plan!A2: expected the key/);
    expect(decisions[0]).toMatchObject({ decision: "hold" });
  });

  it("of one key are both kept, and the copy is named", async () => {
    const { decisions, problems } = await read(plan([{ decision: "hold" }, { decision: "approve" }]));

    expect(decisions.map(({ decision }) => decision)).toEqual(["hold", "approve"]);
    expect(problems).toEqual(["plan.xlsx Plan row 3: the same key as Plan row 2; was the row copied?"]);
  });

  it.each<[string, Row, string]>([
    ["seats", { Seats: 30 }, '"seats" is not for typing; the change from "25" to "30" is refused'],
    ["the customer", { Customer: "Contoso" }, 'the change from "Fabrikam" to "Contoso" is refused'],
    ["the status", { Status: "approved" }, 'the change from "ready" to "approved" is refused'],
    ["the key", { key: K2, shown: `key=${K1}; seats=25` }, `the change from "${K1}" to "${K2}" is refused`],
    ["seats taken away", { Seats: undefined }, 'the change from "25" to "" is refused'],
  ])("in which somebody changed %s are asked again", async (_, cells, said) => {
    const { decisions, problems } = await read(plan([{ decision: "approve", ...cells }]));

    expect(problems).toEqual([expect.stringContaining(said)]);
    expect(decisions[0]?.facts).toContain("changed_");
  });

  it("with facts changed by hand keep them as they are", async () => {
    const { decisions, problems } = await read(plan([{ decision: "approve", facts: "seats=99" }]));

    expect(problems).toEqual([]);
    expect(decisions[0]?.facts).toBe("seats=99");
  });

  it("merged over a column that is typed in are named", async () => {
    const rows = [{ decision: "approve" }, { key: K2 }];
    const { decisions, problems } = await read(plan(rows, { merges: ["D2:D3"] }));

    expect(decisions).toHaveLength(1);
    expect(problems).toEqual([expect.stringMatching(/^plan\.xlsx Plan!D2:D3: cells are merged/)]);
  });

  it("merged elsewhere are not", async () => {
    expect((await read(plan([{ decision: "approve" }], { merges: ["J2:J3"] }))).problems).toEqual([]);
  });
});

describe("columns", () => {
  it("are found by their header in any order, case and blanks, with others between them", async () => {
    const header = [
      "Comment ",
      "note to self",
      "NEW  SEATS",
      "shown",
      "Facts",
      "Decision",
      "Key",
      "reviewer",
      "new date",
      "New Target",
    ];
    const row = ["why", "mine", 30, `key=${K1}`, FACTS, "change", K1, "Ana", undefined, undefined];
    const { decisions, problems } = await read({ name: "Plan", rows: [header, row] });

    expect(problems).toEqual([]);
    expect(decisions[0]).toMatchObject({ key: K1, seats: 30, comment: "why", source: "plan.xlsx Plan!F2" });
  });

  it("are found below rows that somebody put above the header", async () => {
    const { decisions } = await read({ name: "Plan", rows: [["our copy"], [], HEADER, rowOf({ decision: "hold" })] });

    expect(decisions[0]?.source).toBe("plan.xlsx Plan!D4");
  });

  it.each([
    [20, 1],
    [21, 0],
  ])("in row %i are found %i time", async (row, count) => {
    const above = Array.from({ length: row - 1 }, () => []);
    const { decisions } = await read({ name: "Plan", rows: [...above, HEADER, rowOf({ decision: "hold" })] });

    expect(decisions).toHaveLength(count);
  });

  it.each([
    ["key", "nothing that was typed on this sheet can be applied"],
    ["decision", "give it back its header"],
    ["new target", "give it back its header"],
    ["new seats", "give it back its header"],
    ["new date", "give it back its header"],
    ["reviewer", "give it back its header"],
    ["comment", "give it back its header"],
    ["facts", "whether decisions are out of date cannot be told"],
  ])("that were renamed are missed: %s", async (name, said) => {
    const header = HEADER.map((each) => (each === name ? "renamed" : each));
    const { problems, decisions } = await read({
      name: "Plan",
      rows: [header, rowOf({ decision: "hold", comment: "c" })],
    });

    expect(problems[0]).toContain(`plan.xlsx Plan row 1: expected a column "${name}"`);
    expect(problems[0]).toContain(said);
    expect(decisions).toHaveLength(1);
  });

  it("of one header are read from the left, and what stands in the second is named", async () => {
    const { problems, decisions } = await read({
      name: "Plan",
      rows: [
        [...HEADER, "Comment"],
        [...rowOf({ decision: "hold", comment: "first" }), "second"],
      ],
    });

    expect(decisions[0]?.comment).toBe("first");
    expect(problems).toEqual([
      "plan.xlsx Plan!M1: the header stands in I1, too; what is typed below the second one is not read.",
      'plan.xlsx Plan!M2: "second" stands below a repeated header, and is not read.',
    ]);
  });

  it.each<[string, readonly TypedCell[], readonly TypedCell[]]>([
    ["left", ["Seats", ...HEADER], [99, ...rowOf({ decision: "hold" })]],
    ["right", [...HEADER, "Seats"], [...rowOf({ decision: "hold" }), 99]],
  ])("of the program's own that stand again further %s are not taken for a change", async (_, header, row) => {
    expect((await read({ name: "Plan", rows: [header, row] })).problems).toEqual([]);
  });
});

describe("sheets", () => {
  it("are found whatever they are called, and continued ones one after another", async () => {
    const { decisions, subscriptions } = await read(
      plan([{ decision: "hold" }], { name: "my part" }),
      plan([{ key: K2, decision: "approve" }], { name: "Plan (2)" }),
    );

    expect(subscriptions).toBe(2);
    expect(decisions.map(({ source }) => source)).toEqual(["plan.xlsx my part!D2", "plan.xlsx Plan (2)!D2"]);
  });

  it("of source offers are told from those of subscriptions", async () => {
    const row = [K1, "Widget", "use", "Office 365 E3", "Ana", "", 4, "target=; match=none", ""];
    const { decisions, mappings, problems } = await read({ name: "Mapping", rows: [MAPPING_HEADER, row] });

    expect(problems).toEqual([]);
    expect(mappings).toBe(1);
    expect(decisions[0]).toMatchObject({ scope: "mapping", decision: "use", target: "Office 365 E3" });
  });

  it("of source offers are still told from others when the target's header was renamed", async () => {
    const header = MAPPING_HEADER.map((name) => (name === "chosen target" ? "target" : name));
    const { decisions, problems } = await read({
      name: "Mapping",
      rows: [header, [K1, "Widget", "none", "", "", "", 4, "", ""]],
    });

    expect(decisions[0]?.scope).toBe("mapping");
    expect(problems).toEqual([
      expect.stringContaining('expected a column "chosen target" on a sheet with decisions on mappings'),
    ]);
  });

  it("that take no decisions are passed over", async () => {
    const { decisions, subscriptions, problems } = await read(
      {
        name: "Review queue",
        rows: [
          ["key", "Status", "Why"],
          [K1, "blocked", "hold"],
        ],
      },
      { name: "notes", rows: [["decision"], ["hold"]] },
      plan([]),
    );

    expect({ decisions, subscriptions, problems }).toEqual({ decisions: [], subscriptions: 0, problems: [] });
  });
});

describe("what is read", () => {
  it("does not depend on whether days count from 1900 or 1904", async () => {
    const shown = `key=${K1}; status=ready; term_end=2027-03-31`;
    const row = rowOf({ decision: "change", "new date": 46_497 - 1462, shown });
    const bytes = sheetBytes({
      name: "Plan",
      rows: [
        [...HEADER, "Term end"],
        [...row, 46_477 - 1462],
      ],
    });
    const parts = new Map([...unzip(bytes)].map(([name, { text }]) => [name, text]));
    const book = parts.get("xl/workbook.xml") ?? "";
    parts.set("xl/workbook.xml", book.replace(/<workbookPr[^>]*\/>/, '<workbookPr date1904="1"/>'));
    const { decisions, problems } = await workbookDecisions(workbookFile(zipped(parts)));

    expect(decisions.map(({ date }) => date && isoDate(date))).toEqual(["2027-04-20"]);
    expect(problems).toEqual([]);
  });
});
