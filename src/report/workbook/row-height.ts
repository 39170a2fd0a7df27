const LINE_POINTS = 13.5;
/** Excel shows no higher row. */
const MOST_POINTS = 409;
/** Letters are narrower than the digit that column widths are counted in; broken words give most of that back. */
const CHARACTERS_PER_WIDTH = 1.15;

/**
 * Lines that wrapped text takes in a column. An estimate: only a program with the fonts knows, but LibreOffice does not
 * always measure rows when it opens a file, and would print the lines over each other.
 */
export function linesOf(text: string, width: number): number {
  const capacity = Math.max(1, width * CHARACTERS_PER_WIDTH);
  if (text.length <= capacity && !text.includes("\n")) return 1;
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / capacity)), 0);
}

/** The height of a row as an attribute; empty for a row of one line. Not fixed: Excel measures again when a cell changes. */
export function heightAttribute(lines: number): string {
  return lines <= 1 ? "" : ` ht="${Math.min(MOST_POINTS, lines * LINE_POINTS)}"`;
}
