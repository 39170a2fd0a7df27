import { describe, expect, it } from "vitest";
import { MAX_COLUMNS, MAX_RECORD_CHARACTERS, MAX_RECORD_LINES } from "../../src/text/limits.ts";
import { cellsOf, rowsOf } from "./a-text.ts";

const HEADER = ["a", "b", "c"];

describe("rows and cells", () => {
  it.each([
    ["an empty file", "", []],
    ["no line end at the end", "a,b,c\n1,2,3", [HEADER, ["1", "2", "3"]]],
    ["blank lines as rows of empty cells", "a,b,c\n\n  \n1,2,3\n", [HEADER, [""], [""], ["1", "2", "3"]]],
    ["empty cells at the end", "a,b,c\n1,,\n", [HEADER, ["1", "", ""]]],
    [
      "mixed line ends",
      "a,b,c\r\n1,2,3\r4,5,6\n7,8,9\r\n",
      [HEADER, ["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]],
    ],
    ["quoted delimiters and doubled quotes", 'a,b,c\n1,"x, ""y""",3\n', [HEADER, ["1", 'x, "y"', "3"]]],
    ["quoted line breaks of each kind", 'a,b,c\n1,"x\ny\r\nz\rw",3\n', [HEADER, ["1", "x\ny\r\nz\rw", "3"]]],
    ["a quoted line break in the first cell", 'a,b,c\n"Fabrikam\nLtd",2,3\n', [HEADER, ["Fabrikam\nLtd", "2", "3"]]],
    ["a quoted cell that ends with a line break", 'a,b,c\n1,"x\n",3\n', [HEADER, ["1", "x", "3"].with(1, "x\n")]],
    ["empty quoted cells", 'a,b,c\n"","",""\n', [HEADER, ["", "", ""]]],
    ["spaces around quoted cells", 'a,b,c\n1, "x, y" ,3\n', [HEADER, ["1", "x, y", "3"]]],
    ["a stray quote inside an unquoted cell", 'a,b,c\n1,19" rack,3\n', [HEADER, ["1", '19" rack', "3"]]],
    ["quotes inside a quoted cell, not doubled", 'a,b,c\n1,"The "Shop" AG",3\n', [HEADER, ["1", 'The "Shop" AG', "3"]]],
    ["spaces, NBSP and tabs at the ends", "a,b,c\n \u00a01 \t,\u00a02,3\u00a0\n", [HEADER, ["1", "2", "3"]]],
    ["a byte order mark before a quoted header", '\ufeff"a","b","c"\n1,2,3\n', [HEADER, ["1", "2", "3"]]],
    ["a second byte order mark", "\ufeff\ufeffa,b,c\n1,2,3\n", [HEADER, ["1", "2", "3"]]],
    ["a byte order mark where files were joined", "a,b,c\n\ufeffa,b,c\n1,2,3\n", [HEADER, HEADER, ["1", "2", "3"]]],
    ["lines above the header", "Report\n\na,b,c\n1,2,3\n", [["Report"], [""], HEADER, ["1", "2", "3"]]],
    [
      "__proto__ like any other text",
      "a,b,__proto__\n1,2,3\n",
      [
        ["a", "b", "__proto__"],
        ["1", "2", "3"],
      ],
    ],
    ["text beyond the basic plane", "a,b,c\n😀,日本,ü\n", [HEADER, ["😀", "日本", "ü"]]],
  ])("reads %s, whatever the chunks", async (_name, text, expected) => {
    expect(await cellsOf(text)).toEqual(expected);
    expect(await cellsOf(text, 1)).toEqual(expected);
    expect(await cellsOf(text, 3)).toEqual(expected);
  });

  it("counts rows as Excel does and lines as an editor does", async () => {
    const { rows } = await rowsOf('a,b,c\r\n1,"x\r\ny",3\r\r\n4,5,6\n7,"x\ny\nz",9\n10,11,12\n');

    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [2, 2],
      [3, 4],
      [4, 5],
      [5, 6],
      [6, 9],
    ]);
  });

  it("does not count a sep= line as a row, but as a line", async () => {
    const { rows } = await rowsOf("\ufeffsep=;\r\na;b\r\n1,5;2\r\n");

    expect(rows.map(({ cells, row, line }) => [cells, row, line])).toEqual([
      [["a", "b"], 1, 2],
      [["1,5", "2"], 2, 3],
    ]);
  });
});

describe("an opening quote that never closes", () => {
  const others = (rows: Awaited<ReturnType<typeof rowsOf>>["rows"]) =>
    rows.filter((row) => row.problem === undefined).map((row) => row.cells[0]);

  it.each([
    ["before plain rows", '1,"x,y\n2,p,q\n3,r,s\n', ["a", "2", "3"], [2]],
    ["before a row with quoted cells", '1,"x,y\n2,"p, q",r\n3,r,s\n', ["a", "2", "3"], [2]],
    ["before a row with empty quotes", '1,"x,y\n2,"",r\n3,r,s\n', ["a", "2", "3"], [2]],
    ["before a cell that happens to close it", '1,"x,y\n2,p,q\n3,p,q"\n', ["a", "2", "3"], [2]],
    ["behind a blank line", '1,x,y\n\n2,"x,y\n3,p,q\n4,p,q"\n', ["a", "1", "", "3", "4"], [4]],
    ["in the last row", '1,x,y\n2,p,"q', ["a", "1"], [3]],
    ["in every row", '1,"x,y\n2,"p,q\n3,"r,s\n', ["a"], [2, 3, 4]],
    ["before rows of another width", '1,"x,y\n2,p\n3,r\n', ["a", "2", "3"], [2]],
  ])("costs its own row and no other: %s", async (_name, text, expected, problems) => {
    for (const chunkBytes of [1, 5, 65_536]) {
      const { rows } = await rowsOf(`a,b,c\n${text}`, chunkBytes);

      expect(others(rows)).toEqual(expected);
      expect(rows.filter((row) => row.problem !== undefined).map((row) => row.row)).toEqual(problems);
    }
  });

  it("costs one row also where the rest of the file is larger than a record may be", async () => {
    const { rows } = await rowsOf(`a,b\n1,"x\n${"2,y\n".repeat(MAX_RECORD_CHARACTERS / 3)}`);

    expect(rows.filter((row) => row.problem !== undefined).map((row) => row.row)).toEqual([2]);
    expect(rows).toHaveLength(2 + Math.floor(MAX_RECORD_CHARACTERS / 3));
  });

  it.each([
    ["five cells that add up are one row", 5, ["h", "1"]],
    ["six cells are too many for chance", 6, ["h", "1", "2", "3"]],
  ])("is told from a cell with lines like rows: %s", async (_name, width, expected) => {
    const rest = ",r".repeat(width - 2);
    const { rows } = await rowsOf(`h,h${rest}\n1,"x${rest}\n2,p${rest}\n3,q"${rest}\n`);

    expect(rows.map((row) => row.cells[0])).toEqual(expected);
  });

  it.each([
    ["five cells that add up are one row", 5, ["h", '1" pipe']],
    ["six cells are too many for chance", 6, ["h", '1" pipe', "2", "3"]],
  ])("is told from a cell with lines like rows, also beside a quote in a cell: %s", async (_name, width, expected) => {
    const rest = ",r".repeat(width - 2);
    const { rows } = await rowsOf(`h,h${rest}\n1" pipe,"x${rest}\n2,p${rest}\n3,q"${rest}\n`);

    expect(rows.map((row) => row.cells[0])).toEqual(expected);
  });

  it("is told from a cell of many lines by the number of lines", async () => {
    const cell = (breaks: number) => `a,b\n1,"${"x\n".repeat(breaks)}"\n`;

    const within = await rowsOf(cell(MAX_RECORD_LINES - 1));
    const beyond = await rowsOf(cell(MAX_RECORD_LINES));

    expect(within.rows).toHaveLength(2);
    expect(beyond.rows[1]?.problem).toContain("never closes");
  });
});

describe("limits", () => {
  it.each([
    ["at the limit", MAX_RECORD_CHARACTERS - 2, undefined],
    ["one over", MAX_RECORD_CHARACTERS - 1, "more than"],
  ])("a record %s", async (_name, length, problem) => {
    const text = `a,b\n1,${"x".repeat(length)}\n2,y\n`;
    for (const chunkBytes of [65_536, 10_000_000]) {
      const { rows } = await rowsOf(text, chunkBytes);

      expect(rows.map((row) => row.cells[0])).toEqual(["a", "1", "2"]);
      expect(rows.map((row) => row.line)).toEqual([1, 2, 3]);
      if (problem === undefined) expect(rows[1]?.problem).toBeUndefined();
      else expect(rows[1]?.problem).toContain(problem);
      expect(rows[2]?.problem).toBeUndefined();
    }
  });

  it("a very long line never sits in memory, and the next line is read", async () => {
    const { rows } = await rowsOf(`a,b\r\n1,${"x".repeat(5 * MAX_RECORD_CHARACTERS)}\r\n2,y\r\n`, 65_537);

    expect(rows.map((row) => [row.cells[0], row.row, row.line])).toEqual([
      ["a", 1, 1],
      ["1", 2, 2],
      ["2", 3, 3],
    ]);
    expect(rows[1]?.cells[1]?.length).toBeLessThan(40_000);
  });

  it.each([
    ["16,384", MAX_COLUMNS, true],
    ["16,385", MAX_COLUMNS + 1, false],
  ])("a row of %s columns", async (_name, columns, isRead) => {
    const { rows } = await rowsOf(`a,b\n${",".repeat(columns - 1)}\n1,2\n`);

    expect(rows[1]?.problem === undefined).toBe(isRead);
    expect(rows[1]?.cells).toHaveLength(MAX_COLUMNS);
    expect(rows[2]?.cells).toEqual(["1", "2"]);
  });

  it("a stray NUL costs its row and no other", async () => {
    const { rows } = await rowsOf(`a,b\n${"1,2\n".repeat(20)}3,\0\n4,5\n`);

    expect(rows.filter((row) => row.problem !== undefined).map((row) => row.row)).toEqual([22]);
    expect(rows.at(-1)?.cells).toEqual(["4", "5"]);
  });
});
