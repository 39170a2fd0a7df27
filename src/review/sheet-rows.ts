import { columnOf } from "./addresses.ts";
import { visitXml } from "./part-xml.ts";
import { UnreadableWorkbook } from "./unreadable-workbook.ts";

/** A cell as it was read: its column from 1, and its text. A day is the number that a workbook has for it. */
export interface SheetCell {
  readonly column: number;
  readonly text: string;
}

/** What a sheet consists of: its rows, those with text in them, and after them the ranges that somebody merged. */
export type SheetItem =
  | { readonly kind: "row"; readonly row: number; readonly cells: readonly SheetCell[] }
  | { readonly kind: "merged"; readonly range: string };

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Characters of one row: rows are held one at a time, and a few of them are in each piece of a sheet. */
const LONGEST_ROW = 1 << 24;
/** Characters of XML without a row: what stands before and after the rows of a sheet. */
const MOST_WITHOUT_ROW = 1 << 26;

/**
 * Reads a sheet's XML, whatever program wrote it. A formula is what it came to when the workbook was saved. `strings`: what cells
 * refer to by number. Throws UnreadableWorkbook.
 */
export async function* sheetItems(
  part: AsyncIterable<Uint8Array>,
  strings: readonly string[],
): AsyncGenerator<SheetItem> {
  let found: SheetItem[] = [];
  let row = 0;
  let column = 0;
  let cells: SheetCell[] = [];
  let cell: OpenCell | undefined;
  let into: "value" | "formula" | undefined;
  let isPhonetic = false;
  let characters = 0;
  let sinceRow = 0;

  const pieces = visitXml(part, {
    open(name, attributes) {
      into = undefined;
      switch (name) {
        case "row":
          // Some programs leave out what follows from the order.
          row = attributes.r === undefined ? row + 1 : Number(attributes.r);
          if (!(row >= 1 && row <= MOST_ROWS)) throw beyond(`row ${attributes.r ?? row}`);
          column = 0;
          cells = [];
          characters = 0;
          sinceRow = 0;
          break;
        case "c":
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          if (!(column >= 1 && column <= MOST_COLUMNS)) throw beyond(`cell ${attributes.r ?? column}`);
          cell = { type: attributes.t ?? "n", value: "", formula: "", isComputed: false };
          break;
        case "v":
          if (cell !== undefined) cell.isComputed = true;
          into = "value";
          break;
        case "f":
          if (cell !== undefined) cell.formula = "=";
          into = "formula";
          break;
        case "rPh":
          isPhonetic = true;
          break;
        case "t":
          if (!isPhonetic) into = "value";
          break;
        case "mergeCell":
          found.push({ kind: "merged", range: attributes.ref ?? "" });
          break;
        default:
      }
    },
    text(text) {
      if (cell === undefined || into === undefined) return;
      cell[into] += text;
      characters += text.length;
      if (characters > LONGEST_ROW)
        throw new UnreadableWorkbook(`it holds a row ${row} that is far longer than a row can be`);
    },
    close(name) {
      into = undefined;
      if (name === "rPh") isPhonetic = false;
      if (name === "c" && cell !== undefined) {
        const text = textOf(cell, strings);
        if (text !== "") cells.push({ column, text });
        cell = undefined;
      }
      if (name === "row" && cells.length > 0) found.push({ kind: "row", row, cells });
    },
  });
  for await (const length of pieces) {
    sinceRow += length;
    if (sinceRow > MOST_WITHOUT_ROW) throw new UnreadableWorkbook("it holds a sheet that goes on without any rows");
    yield* found;
    found = [];
  }
}

interface OpenCell {
  readonly type: string;
  value: string;
  formula: string;
  /** Some program has written what the formula comes to, be it nothing. */
  isComputed: boolean;
}

function textOf({ type, value, formula, isComputed }: OpenCell, strings: readonly string[]): string {
  if (value === "") return isComputed ? "" : formula;
  switch (type) {
    case "s":
      return strings[Number(value)] ?? "";
    case "b":
      return value.trim() === "0" ? "FALSE" : "TRUE";
    case "n": {
      const number = Number(value);
      return Number.isFinite(number) ? String(number) : cellText(value);
    }
    default:
      return cellText(value);
  }
}

/** Excel writes characters that XML cannot hold, and line ends, as _x000D_. */
export function cellText(text: string): string {
  if (!text.includes("_x")) return text.trim();
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .trim();
}

function beyond(what: string): UnreadableWorkbook {
  return new UnreadableWorkbook(`it has a ${what}, which no sheet of a workbook has`);
}
