import { MAX_RECORD_CHARACTERS, MAX_RECORD_LINES } from "./limits.ts";

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** The spaces that csv-parse drops before quoted cells; behind them it drops those of ASCII only. Line ends come first. */
const SPACE = /\s/;

/** One record with quotes, walked once from its first character. */
export interface Scan {
  /**
   * complete: ends at `end`. cut: the text ends before the record does. unclosed: a quote of its first line has no
   * matching end, by what follows it or by the limits.
   */
  readonly outcome: "complete" | "cut" | "unclosed";
  /** Index of the line end after the record, or of the end of the text. */
  readonly end: number;
  /** Line breaks inside. */
  readonly breaks: number;
  readonly cells: number;
  /** Every quote is where RFC 4180 wants it, spaces around quoted cells aside. */
  readonly isTidy: boolean;
}

type State = "start" | "plain" | "quoted" | "closed";

/** Finds where the record at `from` ends. A quote opens only at the start of a cell; anywhere else it is text. */
export function scanRecord(text: string, from: number, delimiter: number, isLastText: boolean): Scan {
  let state: State = "start";
  let breaks = 0;
  let breaksAtOpening = 0;
  let cells = 1;
  let isTidy = true;
  const until = Math.min(text.length, from + MAX_RECORD_CHARACTERS + 1);
  let at = from;
  for (; at < until; at += 1) {
    const code = text.charCodeAt(at);
    if (state === "quoted") {
      if (code === QUOTE) {
        if (text.charCodeAt(at + 1) === QUOTE) at += 1;
        else state = "closed";
      } else if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) {
        breaks += 1;
        if (breaks >= MAX_RECORD_LINES) return { outcome: "unclosed", end: at, breaks, cells, isTidy };
      }
    } else if (code === delimiter) {
      cells += 1;
      state = "start";
    } else if (code === LF || code === CR) {
      return { outcome: "complete", end: at, breaks, cells, isTidy };
    } else if (code === QUOTE && state === "start") {
      state = "quoted";
      breaksAtOpening = breaks;
    } else if (isSpace(code) && (code < 128 || state !== "closed")) {
      // Spaces around a quoted cell are no part of it.
    } else {
      if (code === QUOTE || state === "closed") isTidy = false;
      // Text right after a quote that came lines later: that quote opened another row's cell and closed nothing.
      if (state === "closed" && breaks > breaksAtOpening)
        return { outcome: "unclosed", end: at, breaks, cells, isTidy };
      state = "plain";
    }
  }
  if (at < text.length) return { outcome: "unclosed", end: at, breaks, cells, isTidy };
  if (!isLastText) return { outcome: "cut", end: at, breaks, cells, isTidy };
  return { outcome: state === "quoted" ? "unclosed" : "complete", end: at, breaks, cells, isTidy };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || ((code < 32 || code >= 0xa0) && SPACE.test(String.fromCharCode(code)));
}
