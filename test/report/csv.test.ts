import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { cellWriter, safeText } from "../../src/report/cells.ts";
import { renderCsv } from "../../src/report/render-csv.ts";
import type { Column } from "../../src/report/table.ts";
import { planTable } from "../../src/report/tables/plan.ts";
import { aPlan, aPlannedSubscription, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aTextSink } from "../support/text-sink.ts";

describe("a cell", () => {
  it.each([
    [undefined, "text", ""],
    ["", "text", ""],
    ["Fabrikam", "text", "Fabrikam"],
    ["00123", "id", "00123"],
    [0, "integer", "0"],
    [-3, "integer", "-3"],
    [1234567, "integer", "1234567"],
    [214.5, "money", "214.50"],
    [-0.5, "money", "-0.50"],
    [0, "money", "0.00"],
    [plainDate("2027-03-31"), "date", "2027-03-31"],
    [plainDate("1970-01-01"), "date", "1970-01-01"],
  ] as const)("%j of kind %s is written %j", (value, kind, written) => {
    expect(cellWriter(kind)(value)).toBe(written);
  });

  it.each([
    ["ten", "integer"],
    ["", "date"],
    [Number.NaN, "money"],
    [Number.POSITIVE_INFINITY, "integer"],
  ] as const)("%j in a column of kind %s stops the run", (value, kind) => {
    expect(() => cellWriter(kind)(value)).toThrow(kind);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30 1234", "'+49 30 1234"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\tplain", "'\tplain"],
    ["\rplain", "'\rplain"],
    ["＝1＋1", "'＝1＋1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠A1", "'＠A1"],
    ["  =1+1", "'  =1+1"],
    ["\n=1+1", "'\n=1+1"],
    ["\u00a0=1+1", "'\u00a0=1+1"],
    ["\u0000=1+1", "'=1+1"],
    ["a=1", "a=1"],
    ["1-2", "1-2"],
    ["'t Hooft", "'t Hooft"],
    ["'=1+1", "'=1+1"],
    ["(5)", "(5)"],
    ["two\r\nlines\tand a tab", "two\r\nlines\tand a tab"],
    ["bell\u0007 and \u0085", "bell and "],
    ["👩‍💻 שלום", "👩‍💻 שלום"],
  ])("text %j is written %j", (text, written) => {
    expect(safeText(text)).toBe(written);
  });

  it("reads the same after our reader took one apostrophe off, however often it went round", () => {
    const asRead = (cell: string) => cell.replace(/^'/, "");
    const printable = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "'", " ", "＝", "a", "1", "\t") });

    fc.assert(
      fc.property(printable, (cell) => {
        const once = safeText(cell);

        expect(asRead(once)).toBe(asRead(cell));
        expect(safeText(once)).toBe(once);
      }),
    );
  });
});

describe("a CSV file", () => {
  const columns: readonly Column<readonly string[]>[] = ["a", "b", "c"].map((key, index) => ({
    key,
    title: key,
    kind: "text",
    width: 10,
    note: "",
    value: (row) => row[index],
  }));

  it("starts with a byte order mark and a header, and ends every line with CRLF", async () => {
    const sink = aTextSink();

    const rows = await renderCsv(
      columns,
      [
        ["1", "x,y", 'say "no"'],
        ["2", "", "two\nlines"],
      ],
      sink,
    );

    expect(rows).toBe(2);
    expect(sink.text()).toBe('\uFEFFa,b,c\r\n1,"x,y","say ""no"""\r\n2,,"two\nlines"\r\n');
  });

  it("has a header when it has no rows", async () => {
    const sink = aTextSink();

    expect(await renderCsv(columns, [], sink)).toBe(0);
    expect(sink.text()).toBe("\uFEFFa,b,c\r\n");
  });

  it("reads back as the values that were written", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", "👍", " ", ",", ";", '"', "\n", "\r", "=", "'", "0") });
    const row = fc.tuple(fc.constant("x"), cell, cell);

    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const sink = aTextSink();
        await renderCsv(columns, rows, sink);

        const [, ...readBack] = parse(sink.text(), { bom: true, record_delimiter: ["\r\n", "\n", "\r"] });

        expect(readBack).toEqual(rows.map((cells) => cells.map(safeText)));
      }),
    );
  });

  it("never has a formula in a header", async () => {
    const sink = aTextSink();

    await renderCsv([{ ...columns[0], key: "=cmd" } as Column<readonly string[]>], [], sink);

    expect(sink.text()).toBe("\uFEFF'=cmd\r\n");
  });

  it.each([499, 500, 501, 1000, 1001])("holds every one of %i rows, in order", async (count) => {
    const sink = aTextSink();
    const rows = Array.from({ length: count }, (_, index) => [String(index), "", ""]);

    expect(await renderCsv(columns, rows, sink)).toBe(count);
    expect(sink.text().split("\r\n").slice(1, -1)).toEqual(rows.map((row) => row.join(",")));
  });

  it("makes no more text than a slow sink has taken", async () => {
    const [planned] = manyPlannedSubscriptions(1);
    let made = 0;
    let taken = 0;
    let furthestAhead = 0;
    function* rows() {
      for (; made < 100_000; made += 1) yield planned ?? aPlannedSubscription();
    }
    const slow = {
      async write() {
        furthestAhead = Math.max(furthestAhead, made - taken);
        if (made % 10_000 < 500) await new Promise((resolve) => setTimeout(resolve, 1));
        taken = made;
      },
    };

    expect(await renderCsv(planTable.columns(aPlan()), rows(), slow)).toBe(100_000);
    expect(furthestAhead).toBeLessThanOrEqual(500);
  });

  it("gives the sink very long cells soon", async () => {
    const long = "x".repeat(300_000);
    let longest = 0;
    const sink = {
      async write(chunk: Uint8Array | string) {
        longest = Math.max(longest, chunk.length);
      },
    };

    await renderCsv(
      columns,
      Array.from({ length: 40 }, () => [long, "", ""]),
      sink,
    );

    expect(longest).toBeLessThan(1_500_000);
  });
});
