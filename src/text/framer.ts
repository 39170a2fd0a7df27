import { type Cuts, cutTidy } from "./cut-tidy.ts";
import { KEPT_OF_OVERLONG, MAX_RECORD_CHARACTERS } from "./limits.ts";
import { type Scan, scanRecord } from "./scan-record.ts";

/** One record of a file, not yet taken apart into cells. */
export interface Frame {
  /** The text that it was found in, and where it stands there: without its line end, and cut short where it is over the limits. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** Record number, from 1: a quoted line break starts no new one, a blank line is one. */
  readonly row: number;
  /** Physical line of the first character, from 1: LF, CRLF and lone CR each end one. */
  readonly line: number;
  /** none: there is no quote in it. tidy: quoted as RFC 4180 says. loose: quotes stand inside cells, too. */
  readonly quotes: "none" | "tidy" | "loose";
  /** Its cells in `source`, where finding its end showed them. */
  readonly cuts: Cuts | undefined;
  /** Why it cannot be read; undefined when it can. */
  readonly problem: string | undefined;
}

export function textOf({ source, start, end }: Frame): string {
  return source.slice(start, end);
}

interface Extent extends Pick<Frame, "end" | "quotes" | "cuts" | "problem"> {
  /** Line breaks inside. */
  readonly breaks: number;
}

const NEVER_CLOSES = "a quote opens a cell in this line and never closes: close it, or write it twice where it is text";
const HOLDS_NUL = "the row holds a NUL character: export it again as text";

/** A line inside a cell may look like a row of one or two cells by chance. */
const TELLING_WIDTH = 3;

/** Like one of this many cells it does not look by chance, not even where the quotes add up. */
const CERTAIN_WIDTH = 6;

/**
 * Cuts text into records. An opening quote that never closes costs its own line and no other:
 * reading goes on at the next line.
 */
export class Framer {
  readonly #delimiter: string;
  /** Of the record that is not at its end yet. */
  #rest = "";
  #row = 0;
  #line = 1;
  #isSkipping = false;
  #previous: Frame | undefined;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  push(chunk: string): readonly Frame[] {
    if (this.#rest === "") return this.#cut(chunk, 0, false);
    // A text put together of two is slow to look into: only the record that goes on in the chunk is read in such a one.
    const next = this.#rest.includes("\n") ? 0 : chunk.indexOf("\n") + 1;
    const frames = next === 0 ? [] : this.#cut(this.#rest + chunk.slice(0, next), 0, false);
    const others =
      this.#rest === "" ? this.#cut(chunk, next, false) : this.#cut(this.#rest + chunk.slice(next), 0, false);
    return [...frames, ...others];
  }

  end(): readonly Frame[] {
    return this.#cut(this.#rest, 0, true);
  }

  #cut(text: string, from: number, isLast: boolean): readonly Frame[] {
    const frames: Frame[] = [];
    const nextLf = finder(text, "\n");
    const nextCr = finder(text, "\r");
    const nextQuote = finder(text, '"');
    const nextNul = finder(text, "\0");
    let at = from;
    while (at < text.length) {
      if (text.charCodeAt(at) === 0xfeff && !this.#isSkipping) {
        at += 1;
        continue;
      }
      const lineEnd = Math.min(nextLf(at), nextCr(at));
      // A CR at the very end may be the first half of a CRLF.
      const isOpenEnded = lineEnd >= text.length - 1 && (lineEnd >= text.length || text.charCodeAt(lineEnd) === 13);
      if (isOpenEnded && !isLast) {
        if (this.#isSkipping) at = Math.min(lineEnd, text.length);
        else if (text.length - at > MAX_RECORD_CHARACTERS) {
          this.#isSkipping = true;
          frames.push(this.#overlong(text, at, text.length));
          at = text.length;
        }
        break;
      }
      if (this.#isSkipping) {
        this.#isSkipping = false;
        this.#line += 1;
        at = afterLineEnd(text, lineEnd);
        continue;
      }
      const firstLineEnd = Math.min(lineEnd, text.length);
      if (firstLineEnd - at > MAX_RECORD_CHARACTERS) {
        frames.push(this.#overlong(text, at, firstLineEnd));
        this.#line += 1;
        at = afterLineEnd(text, firstLineEnd);
        continue;
      }
      const extent =
        nextQuote(at) < firstLineEnd
          ? this.#extentWithQuotes(text, at, firstLineEnd, isLast)
          : ({ end: firstLineEnd, breaks: 0, quotes: "none", cuts: undefined, problem: undefined } as const);
      if (extent === undefined) break;
      const { end, breaks, quotes, cuts } = extent;
      const problem = extent.problem ?? (nextNul(at) < end ? HOLDS_NUL : undefined);
      this.#row += 1;
      const frame: Frame = {
        source: text,
        start: at,
        end,
        row: this.#row,
        line: this.#line,
        quotes,
        cuts,
        problem,
      };
      frames.push(frame);
      if (problem === undefined && end > at) this.#previous = frame;
      this.#line += breaks + 1;
      at = afterLineEnd(text, end);
    }
    this.#rest = text.slice(at);
    return frames;
  }

  /** How far the record at `at` reaches; undefined where more text must come to tell. */
  #extentWithQuotes(text: string, at: number, firstLineEnd: number, isLast: boolean): Extent | undefined {
    // Nearly every record with quotes is one tidy line: searching it for quotes is much faster than looking at each character.
    const delimiter = this.#delimiter.charCodeAt(0);
    const cuts = cutTidy(text, at, firstLineEnd, delimiter, this.#previous?.cuts?.length);
    if (cuts !== undefined) return { end: firstLineEnd, breaks: 0, quotes: "tidy", cuts, problem: undefined };
    const scan = scanRecord(text, at, delimiter, isLast);
    if (scan.outcome === "cut") return undefined;
    if (scan.outcome === "unclosed" || this.#isUnclosed(scan, text, firstLineEnd)) {
      return { end: firstLineEnd, breaks: 0, quotes: "loose", cuts: undefined, problem: NEVER_CLOSES };
    }
    // The second half of a CRLF may still be to come.
    if (!isLast && scan.end === text.length - 1 && text.charCodeAt(scan.end) === 13) return undefined;
    const quotes = scan.isTidy ? "tidy" : "loose";
    return { end: scan.end, breaks: scan.breaks, quotes, cuts: undefined, problem: undefined };
  }

  /**
   * Whether a record over several lines is rather a line with a stray quote: then its second line, read alone,
   * is a row just as wide as the row before.
   */
  #isUnclosed(scan: Scan, text: string, firstLineEnd: number): boolean {
    if (scan.breaks === 0 || this.#previous === undefined) return false;
    const delimiter = this.#delimiter.charCodeAt(0);
    const usual = scanRecord(textOf(this.#previous), 0, delimiter, true).cells;
    const isRegular = scan.cells === usual;
    if (usual < (isRegular ? CERTAIN_WIDTH : TELLING_WIDTH)) return false;
    const second = scanRecord(text, afterLineEnd(text, firstLineEnd), delimiter, true);
    return second.outcome === "complete" && second.breaks === 0 && second.isTidy && second.cells === usual;
  }

  #overlong(text: string, from: number, end: number): Frame {
    this.#row += 1;
    return {
      source: text,
      start: from,
      end: Math.min(end, from + KEPT_OF_OVERLONG),
      row: this.#row,
      line: this.#line,
      quotes: "loose",
      cuts: undefined,
      problem: `the row has more than ${MAX_RECORD_CHARACTERS} characters: shorten its longest cell`,
    };
  }
}

function afterLineEnd(text: string, lineEnd: number): number {
  return text.charCodeAt(lineEnd) === 13 && text.charCodeAt(lineEnd + 1) === 10 ? lineEnd + 2 : lineEnd + 1;
}

/** Index of the next `wanted` at or after a place that only ever moves forward; each part of the text is searched once. */
function finder(text: string, wanted: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found >= from) return found;
    const index = text.indexOf(wanted, from);
    found = index < 0 ? Number.POSITIVE_INFINITY : index;
    return found;
  };
}
