import type { RejectedRow } from "../../model/ingested.ts";
import { safeText } from "../cells.ts";
import type { Column } from "../table.ts";

const LEAST_WIDTH = 12;
const MOST_WIDTH = 40;
const RAW = " (raw)";

/**
 * The rejected rows' own columns: the union over all their headers, by first appearance, each name once.
 * A name that is taken already, by a leading column or earlier in the same header, gets " (raw)".
 * What stands in a cell without a name above it, as in a row longer than its header, is kept in a column named by position.
 */
export function rawColumns(
  rows: readonly RejectedRow[],
  leadingKeys: ReadonlySet<string>,
): readonly Column<RejectedRow>[] {
  const titles = new Map<string, string>();
  const taken = new Set<string>();
  const positions = new Map<readonly string[], ReadonlyMap<string, number>>();
  for (const [header, unnamed] of unnamedCells(rows)) {
    const own = positionsByIdentity(header, unnamed);
    positions.set(header, own);
    for (const identity of own.keys()) {
      if (titles.has(identity)) continue;
      const title = freeName(nameIn(identity), taken, leadingKeys);
      titles.set(identity, title);
      taken.add(title);
    }
  }

  const widths = widthsByIdentity(rows, positions);
  return [...titles].map(([identity, title]) => ({
    key: title,
    title,
    isGiven: true,
    kind: "text",
    width: Math.max(widths.get(identity) ?? 0, Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, title.length + 4))),
    note: "As it stands in the export.",
    value: ({ header, cells }) => {
      const position = positions.get(header)?.get(identity);
      return position === undefined ? undefined : cells[position];
    },
  }));
}

/** As wide as the longest cell, within reason. */
function widthsByIdentity(
  rows: readonly RejectedRow[],
  positions: ReadonlyMap<readonly string[], ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const { header, cells } of rows) {
    for (const [identity, position] of positions.get(header) ?? []) {
      const width = Math.min(MOST_WIDTH, (cells[position] ?? "").length + 2);
      if (width > (widths.get(identity) ?? 0)) widths.set(identity, width);
    }
  }
  return widths;
}

/** For each header, in order of appearance: the positions without a name at which some row has something. */
function unnamedCells(rows: readonly RejectedRow[]): ReadonlyMap<readonly string[], ReadonlySet<number>> {
  const byHeader = new Map<readonly string[], Set<number>>();
  for (const { header, cells } of rows) {
    const filled = byHeader.get(header) ?? new Set();
    byHeader.set(header, filled);
    for (const [position, cell] of cells.entries()) {
      if (cell !== "" && (header[position] ?? "") === "") filled.add(position);
    }
  }
  return byHeader;
}

/** A column is its name and how many of that name stand before it: "0 seats", and "1 seats" for the second of the name. */
function positionsByIdentity(header: readonly string[], unnamed: ReadonlySet<number>): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const positions = new Map<string, number>();
  const place = (name: string, position: number) => {
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    positions.set(`${before} ${name}`, position);
  };
  for (const [position, name] of header.entries()) {
    if (name !== "") place(name, position);
    else if (unnamed.has(position)) place(cellName(position), position);
  }
  for (const position of unnamed) {
    if (position >= header.length) place(cellName(position), position);
  }
  return positions;
}

function cellName(position: number): string {
  return `cell ${position + 1}`;
}

function nameIn(identity: string): string {
  return identity.slice(identity.indexOf(" ") + 1);
}

// Readers compare headers without regard to case: a raw "Value" would be read as our "value". Made safe before it is
// compared, because two names that differ by a control character only are one name in the file.
function freeName(name: string, taken: ReadonlySet<string>, leadingKeys: ReadonlySet<string>): string {
  let free = safeText(name);
  while (taken.has(free) || leadingKeys.has(free.toLowerCase())) free += RAW;
  return free;
}
