import { type Frame, Framer, textOf } from "./framer.ts";
import { scanRecord } from "./scan-record.ts";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that a first line `sep=;` declares. Excel obeys such a line and does not count it as a row. */
export function declaredDelimiter(firstLine: string): Delimiter | undefined {
  const match = /^"?sep=(.)"?[\s,;|]*$/i.exec(firstLine);
  return DELIMITERS.find((delimiter) => delimiter === match?.[1]);
}

/** How well a delimiter explains the sample. */
interface Fit {
  readonly delimiter: Delimiter;
  /** Cells of most rows. */
  readonly width: number;
  /** How many rows have that width, 0 to 1. */
  readonly share: number;
  /** The first row of that width: the header, if this is the delimiter. */
  readonly firstRow: number;
}

/**
 * The delimiter of a file from its first rows: one that cuts most rows into equally many cells, and the header too.
 * Delimiters inside quotes do not count. A file of one column has a comma.
 */
export function sniffDelimiter(sample: string, isWhole: boolean): Delimiter {
  const declared = declaredDelimiter(/^\uFEFF*([^\r\n]*)/.exec(sample)?.[1] ?? "");
  if (declared !== undefined) return declared;
  const present = DELIMITERS.filter((delimiter) => sample.includes(delimiter));
  const fits = present.map((delimiter) => fitOf(sample, delimiter, isWhole)).filter((fit) => fit.width > 1);
  const bestShare = Math.max(...fits.map((fit) => fit.share));
  // A decimal comma or a comma in names cuts data rows as evenly as the delimiter does, but not the header.
  const [best] = fits
    .filter((fit) => fit.share * 2 >= bestShare && !fits.some((other) => outdoes(other, fit)))
    .sort((a, b) => a.firstRow - b.firstRow || b.width - a.width || b.share - a.share);
  return best?.delimiter ?? ",";
}

/** As even, and at least twice as many cells: a comma in a title and one in every price are no delimiters. */
function outdoes(one: Fit, other: Fit): boolean {
  return one.share >= other.share && one.width >= 2 * other.width;
}

function fitOf(sample: string, delimiter: Delimiter, isWhole: boolean): Fit {
  const widths = widthsOf(sample, delimiter, isWhole);
  const rowsByWidth = new Map<number, number>();
  for (const width of widths) rowsByWidth.set(width, (rowsByWidth.get(width) ?? 0) + 1);
  let width = 1;
  let rows = 0;
  for (const [candidate, count] of rowsByWidth) {
    if (candidate > 1 && (count > rows || (count === rows && candidate > width))) {
      width = candidate;
      rows = count;
    }
  }
  return { delimiter, width, share: rows / Math.max(1, widths.length), firstRow: widths.indexOf(width) };
}

function widthsOf(sample: string, delimiter: Delimiter, isWhole: boolean): readonly number[] {
  const framer = new Framer(delimiter);
  const frames = [...framer.push(sample)];
  if (isWhole || frames.length === 0) frames.push(...framer.end());
  const code = delimiter.charCodeAt(0);
  return frames.filter((frame) => textOf(frame).trim() !== "").map((frame) => cellCount(frame, code));
}

function cellCount(frame: Frame, delimiter: number): number {
  return frame.cuts === undefined ? scanRecord(textOf(frame), 0, delimiter, true).cells : frame.cuts.length / 2;
}
