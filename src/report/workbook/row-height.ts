const LINE_POINTS = 12.5;
/** A list is for scanning: what needs more lines is read in the formula bar, or in the CSV file. */
const MOST_LINES = 6;
/** What Excel allows, which is 409 points. */
const TALLEST_LINES = 32;
/** Letters are narrower than the digit that column widths are counted in; capitals are wider. */
const CHARACTERS_PER_WIDTH = 1.15;
const CAPITALS_PER_WIDTH = 0.95;

/**
 * Lines that wrapped text takes in a column. An estimate: only a program with the fonts knows, but LibreOffice does not
 * always measure rows when it opens a file, and would print the lines over each other.
 */
export function linesOf(text: string, width: number): number {
  const perWidth = CAPITAL.test(text) && !SMALL.test(text) ? CAPITALS_PER_WIDTH : CHARACTERS_PER_WIDTH;
  const capacity = Math.max(1, Math.floor(width * perWidth));
  if (!text.includes("\n")) return linesOfParagraph(text, capacity);
  return text.split("\n").reduce((lines, line) => lines + linesOfParagraph(line, capacity), 0);
}

const CAPITAL = /[A-Z]/;
const SMALL = /[a-z]/;

/** Lines break at blanks, and inside a word only where it is longer than a line. */
function linesOfParagraph(text: string, capacity: number): number {
  let lines = 1;
  let start = 0;
  while (text.length - start > capacity) {
    const blank = text.lastIndexOf(" ", start + capacity);
    start = blank > start ? blank + 1 : start + capacity;
    lines += 1;
  }
  return lines;
}

/** The height of a row as an attribute; empty for a row of one line. Not fixed: Excel measures again when a cell changes. */
export function heightAttribute(lines: number, mostLines = MOST_LINES): string {
  return lines <= 1 ? "" : ` ht="${Math.min(TALLEST_LINES, mostLines, lines) * LINE_POINTS}"`;
}
