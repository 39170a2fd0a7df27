import { describe, expect, it } from "vitest";
import { english } from "../../src/locale/english.ts";
import { isoDate } from "../../src/model/plain-date.ts";
import { readTypedCells } from "../../src/review/typed-values.ts";

const EMPTY = { decision: "", target: "", seats: "", date: "" };

function read(cells: Partial<typeof EMPTY>, scope: "subscription" | "mapping" = "subscription", isDayFirst?: boolean) {
  const { values, wrong } = readTypedCells({ ...EMPTY, ...cells }, scope, { isDayFirst });
  return { values, wrong: wrong.map((each) => ({ ...each, expected: english(each.expected) })) };
}

describe("a decision's word", () => {
  it.each([
    ["approve", "approve"],
    ["APPROVE", "approve"],
    ["  Approve\t", "approve"],
    ["\u00a0hold ", "hold"],
    ["Exclude", "exclude"],
    ["cHANGE", "change"],
    ["", ""],
    ["   ", ""],
  ])("%j on a subscription is %j", (text, word) => {
    expect(read({ decision: text })).toMatchObject({ values: { decision: word }, wrong: [] });
  });

  it.each([
    ["accept", "accept"],
    [" USE", "use"],
    ["None ", "none"],
  ])("%j on a source offer is %j", (text, word) => {
    expect(read({ decision: text }, "mapping")).toMatchObject({ values: { decision: word }, wrong: [] });
  });

  it.each([
    ["aprove", "subscription"],
    ["approve hold", "subscription"],
    ["approved", "subscription"],
    ["accept", "subscription"],
    ["none", "subscription"],
    ["x", "subscription"],
    ["TRUE", "subscription"],
    ["#N/A", "subscription"],
    ["=A1", "subscription"],
    ["approve", "mapping"],
    ["exclude", "mapping"],
    ["constructor", "mapping"],
  ] as const)("%j is none on a %s, is kept as typed, and the allowed words are said", (text, scope) => {
    const { values, wrong } = read({ decision: text }, scope);

    expect(values.decision).toBe(text);
    expect(wrong).toEqual([{ column: "decision", found: text, expected: expect.stringMatching(/^one of /) }]);
    expect(wrong[0]?.expected).toContain(scope === "mapping" ? "accept, use, none" : "approve, hold, exclude, change");
  });
});

describe("typed seats", () => {
  it.each([
    ["1", 1],
    ["30", 30],
    [" 30 ", 30],
    ["30.0", 30],
    ["30,00", 30],
    ["007", 7],
    ["1000000000", 1_000_000_000],
    ["", undefined],
    ["  ", undefined],
  ])("%j are %s", (text, seats) => {
    expect(read({ seats: text })).toMatchObject({ values: { seats }, wrong: [] });
  });

  it.each([
    "0",
    "-1",
    "2.5",
    "2,5",
    "1,000",
    "1.000",
    "1e3",
    "1000000001",
    "10000000000",
    "99999999999999999999",
    "1e+21",
    "thirty",
    "30 seats",
    "=30",
    "NaN",
    "0x10",
    "٣٠",
  ])("%j are none, and are kept as typed", (text) => {
    const { values, wrong } = read({ seats: text });

    expect(values).toMatchObject({ seats: undefined, unread: { seats: text } });
    expect(wrong).toEqual([{ column: "seats", found: text, expected: "a whole number from 1" }]);
  });
});

describe("a typed date", () => {
  it.each([
    ["2027-04-20", "2027-04-20"],
    ["2027-04-20T00:00:00.000Z", "2027-04-20"],
    ["2027-04-20 00:00:00", "2027-04-20"],
    ["20.04.2027", "2027-04-20"],
    ["3.4.2027", "2027-04-03"],
    ["20/04/2027", "2027-04-20"],
    ["04/20/2027", "2027-04-20"],
    ["20-Apr-2027", "2027-04-20"],
    ["46497", "2027-04-20"],
    ["46497.75", "2027-04-20"],
    ["4/4/2027", "2027-04-04"],
  ])("%s is %s", (text, day) => {
    const { values, wrong } = read({ date: text });

    expect(wrong).toEqual([]);
    expect(values.date === undefined ? "" : isoDate(values.date)).toBe(day);
  });

  it.each(["2027-02-29", "31.04.2027", "45", "1e9", "never", "n/a", "-", "2027", "04/2027", "9999-12-31", "=TODAY()"])(
    "%s is none, and is kept as typed",
    (text) => {
      const { values, wrong } = read({ date: text });

      expect(values).toMatchObject({ date: undefined, unread: { date: text } });
      expect(wrong).toMatchObject([{ column: "date", found: text }]);
    },
  );

  it("of two readings is none, unless other dates of the file tell", () => {
    expect(read({ date: "03/04/2027" }).wrong).toMatchObject([{ expected: expect.stringContaining("two ways") }]);
    expect(isoDate(read({ date: "03/04/2027" }, "subscription", true).values.date ?? (0 as never))).toBe("2027-04-03");
    expect(isoDate(read({ date: "03/04/2027" }, "subscription", false).values.date ?? (0 as never))).toBe("2027-03-04");
  });
});

it("reads each cell on its own: one that is wrong does not take the others with it", () => {
  const { values, wrong } = read({ decision: " Change", target: " a + b ", seats: "-1", date: "2027-04-20" });

  expect(values).toMatchObject({ decision: "change", target: "a + b", seats: undefined, unread: { seats: "-1" } });
  expect(values.date).toBeDefined();
  expect(wrong.map(({ column }) => column)).toEqual(["seats"]);
});
