import fc from "fast-check";
import { isoDate, type PlainDate } from "../../src/model/plain-date.ts";
import type { TrueSubscription } from "./written-book.ts";
import type { Pen, WrittenSheet } from "./written-formats.ts";

const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as year, month and day in digits, in each style that the contract names. */
const DAYS: Readonly<Record<string, (year: string, month: string, day: string, date: PlainDate) => string>> = {
  iso: (year, month, day) => `${year}-${month}-${day}`,
  "iso with time": (year, month, day) => `${year}-${month}-${day}T00:00:00Z`,
  dmy: (year, month, day) => `${day}/${month}/${year}`,
  "dmy in short": (year, month, day) => `${Number(day)}/${Number(month)}/${year.slice(2)}`,
  "mdy with time": (year, month, day) => `${Number(month)}/${Number(day)}/${year} 0:00`,
  "mdy, .NET invariant": (year, month, day) => `${month}/${day}/${year} 00:00:00`,
  points: (year, month, day) => `${day}.${month}.${year}`,
  "points in short": (year, month, day) => `${Number(day)}.${Number(month)}.${year.slice(2)}`,
  "named month": (year, month, day) => `${day}-${MONTH_NAMES[Number(month) - 1]}-${year}`,
  "Excel serial": (_year, _month, _day, date) => String(date + 25_569),
};

/** Between thousands, and before decimals. */
const NUMBERS: Readonly<Record<string, readonly [string, string]>> = {
  plain: ["", "."],
  "comma only": ["", ","],
  German: [".", ","],
  English: [",", "."],
  French: ["\u00a0", ","],
  spaced: [" ", ","],
  Swiss: ["'", "."],
};

const ENCODINGS: Readonly<Record<string, { readonly mark: string; encode(text: string): Buffer }>> = {
  "utf-8": { mark: "", encode: (text) => Buffer.from(text) },
  "utf-8 with BOM": { mark: "\ufeff", encode: (text) => Buffer.from(text) },
  "utf-16le": { mark: "\ufeff", encode: (text) => Buffer.from(text, "utf16le") },
  "utf-16be": { mark: "\ufeff", encode: (text) => Buffer.from(text, "utf16le").swap16() },
  "windows-1252": {
    mark: "",
    encode: (text) => Buffer.from(text.replaceAll("€", "\u0080").replaceAll("’", "\u0092"), "latin1"),
  },
};

export interface Style {
  readonly encoding: string;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly isAllQuoted: boolean;
  readonly day: string;
  readonly number: string;
  /** Sorts the columns, among them some that no format reads. */
  readonly columnOrder: readonly number[];
  readonly titles: number;
  readonly blankLines: boolean;
}

/** In Windows-1252 only what it can write. */
export const styles = (days = Object.keys(DAYS), encodings = Object.keys(ENCODINGS)): fc.Arbitrary<Style> =>
  fc.record({
    encoding: fc.constantFrom(...encodings),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    isAllQuoted: fc.boolean(),
    day: fc.constantFrom(...days),
    number: fc.constantFrom(...Object.keys(NUMBERS)),
    columnOrder: fc.array(fc.nat({ max: 1000 }), { minLength: 40, maxLength: 40 }),
    titles: fc.constantFrom(0, 0, 0, 2),
    blankLines: fc.boolean(),
  });

/** The styles of days that need no other row. */
export const DAYS_OF_ONE_MEANING = ["iso", "iso with time", "points", "named month", "Excel serial"];

export interface WrittenFile {
  readonly bytes: Buffer;
  /** Where the row of each subscription lies, its line end left out. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export function writeBook(book: readonly TrueSubscription[], format: WrittenSheet, style: Style): WrittenFile {
  const pen = penOf(style);
  const columns = [...Object.entries(format.columns), ["Remarks of the portal", () => "none of ours"] as const]
    .map(([header, cell], index) => ({ header, cell, at: style.columnOrder[index] ?? 0 }))
    .sort((a, b) => a.at - b.at);
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, style)).join(style.delimiter);

  const { mark, encode } = ENCODINGS[style.encoding] ?? { mark: "", encode: (text: string) => Buffer.from(text) };
  const parts: Buffer[] = [];
  const spans = new Map<TrueSubscription, { readonly start: number; readonly end: number }>();
  let at = 0;
  const put = (text: string) => {
    const bytes = encode(text);
    parts.push(bytes);
    at += bytes.length;
  };
  put(mark);
  for (let title = 0; title < style.titles; title += 1) put(`Report ${title}${style.lineEnd}`);
  put(line(columns.map(({ header }) => header)) + style.lineEnd);
  for (const together of rowsOf(book, format)) {
    const [first] = together;
    if (style.blankLines) put(style.lineEnd);
    const start = at;
    put(line(columns.map(({ cell }) => cell(first, pen, together))));
    for (const subscription of together) spans.set(subscription, { start, end: at });
    put(style.lineEnd);
  }
  return { bytes: Buffer.concat(parts), spans: book.map((each) => spans.get(each) ?? { start: 0, end: 0 }) };
}

/** The subscriptions of each row. */
export function rowsOf(
  book: readonly TrueSubscription[],
  { rowOf = ({ id }) => id }: WrittenSheet,
): readonly SharedRow[] {
  const rows = new Map<string, [TrueSubscription, ...TrueSubscription[]]>();
  for (const subscription of book) {
    const row = rows.get(rowOf(subscription));
    if (row === undefined) rows.set(rowOf(subscription), [subscription]);
    else row.push(subscription);
  }
  return [...rows.values()];
}

type SharedRow = readonly [TrueSubscription, ...TrueSubscription[]];

function quoted(cell: string, { delimiter, isAllQuoted }: Style): string {
  const isNeeded = isAllQuoted || cell.includes(delimiter) || /[\r\n]/.test(cell);
  return isNeeded ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function penOf({ day, number }: Style): Pen {
  const [thousands, decimal] = NUMBERS[number] ?? ["", "."];
  const grouped = (whole: number) => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, thousands);
  return {
    day: (date) => {
      const [year = "", month = "", ofMonth = ""] = isoDate(date).split("-");
      return DAYS[day]?.(year, month, ofMonth, date) ?? "";
    },
    money: (cents) => `${grouped(Math.floor(cents / 100))}${decimal}${String(cents % 100).padStart(2, "0")}`,
    count: grouped,
  };
}
