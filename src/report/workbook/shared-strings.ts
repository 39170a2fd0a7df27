import { cutToCell, stringItem } from "./cell-xml.ts";

/** Strings of one workbook, and their characters: the table is held in memory until the last sheet is written. */
const MOST_STRINGS = 200_000;
const MOST_CHARACTERS = 16_000_000;
/** So many strings may one column put in for nothing; then each more must be earned by one that was met again. */
const FREE_TRIES = 1_000;

/**
 * The workbook's table of texts that stand in several cells; a cell then holds a number, which is a third of the XML to
 * compress. Bounded: texts that find no room are written in their cells.
 */
export class SharedStrings {
  readonly #items: string[] = [];
  readonly #numbers = new Map<string, number>();
  #characters = 0;
  /** Cells that refer to the table. */
  count = 0;

  /** The number of a text in the table; undefined: there is no room for it. */
  numberOf(text: string): number | undefined {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (this.#items.length >= MOST_STRINGS || this.#characters + text.length > MOST_CHARACTERS) return undefined;
    const number = this.#items.length;
    this.#items.push(stringItem(cutToCell(text)));
    this.#numbers.set(text, number);
    this.#characters += text.length;
    return number;
  }

  /** The part of the workbook that holds the table. */
  xml(): string {
    const counts = `count="${this.count}" uniqueCount="${this.#items.length}"`;
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>${this.#items.join("")}</sst>`;
  }
}

/** One column's way to the table: keeps ids, which never come again, from filling it. */
export function columnStrings(shared: SharedStrings): (text: string) => number | undefined {
  const numbers = new Map<string, number>();
  let left = FREE_TRIES;
  // The rows of a customer follow each other, and much in them is the same: most cells need no look into the map.
  let lastText: string | undefined;
  let lastNumber: number | undefined;

  const numberOf = (text: string) => {
    const known = numbers.get(text);
    if (known !== undefined) {
      left += 1;
      return known;
    }
    if (left === 0) return undefined;
    left -= 1;
    const number = shared.numberOf(text);
    if (number !== undefined) numbers.set(text, number);
    return number;
  };

  return (text) => {
    if (text !== lastText) {
      lastNumber = numberOf(text);
      lastText = text;
    }
    if (lastNumber !== undefined) shared.count += 1;
    return lastNumber;
  };
}
