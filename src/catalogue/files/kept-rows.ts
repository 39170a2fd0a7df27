import type { UncutCells } from "../../text/cut-tidy.ts";
import type { KeptColumn } from "./kept-column.ts";

/** A column that a kind of file reads, and where it stands in a row. */
export interface PlacedColumn {
  readonly index: number;
  readonly kept: KeptColumn;
}

/** Rows after which it is known which columns mostly repeat what stands above. */
const LEARNING_ROWS = 64;

const QUOTE = 34;

/** A column that changes in more than a quarter of them is looked at by itself. */
const RESTLESS = LEARNING_ROWS / 4;

/** Columns side by side. */
interface Block {
  readonly columns: readonly PlacedColumn[];
  /** Place of the first and of the last of them among the cells. */
  readonly first: number;
  readonly last: number;
  /** As they stand in the row above, with all that is between them; empty: they are not all there. */
  text: string;
  /** Whether a quote stands before them: the same text inside and outside of quotes is not the same cells. */
  isQuoted: boolean;
}

/**
 * Keeps the cells of rows, column by column. Nearly all cells of a list repeat those above: where columns side by side do, they
 * are compared as one text.
 */
export class KeptRows {
  readonly #columns: readonly PlacedColumn[];
  #blocks: readonly Block[];
  #count = 0;

  constructor(columns: readonly PlacedColumn[]) {
    this.#columns = [...columns].sort((a, b) => a.index - b.index);
    this.#blocks = this.#columns.map((column) => blockOf([column]));
  }

  keep({ source, cuts }: UncutCells): void {
    for (const block of this.#blocks) {
      const { columns, text } = block;
      const from = cuts[2 * block.first] ?? 0;
      const to = cuts[2 * block.last + 1] ?? 0;
      const isQuoted = source.charCodeAt(from - 1) === QUOTE;
      if (text !== "" && to - from === text.length && isQuoted === block.isQuoted && source.slice(from, to) === text) {
        for (const { kept } of columns) kept.keepAgain();
      } else {
        for (const { index, kept } of columns) kept.keep(source, cuts[2 * index] ?? 0, cuts[2 * index + 1] ?? 0);
        if (columns.length === 1) continue;
        block.text = to > from ? source.slice(from, to) : "";
        block.isQuoted = isQuoted;
      }
    }
    this.#count += 1;
    if (this.#count === LEARNING_ROWS) this.#blocks = this.#learned();
  }

  #learned(): readonly Block[] {
    const blocks: PlacedColumn[][] = [];
    let before: PlacedColumn | undefined;
    for (const column of this.#columns) {
      const isQuiet = column.kept.changes <= RESTLESS;
      if (isQuiet && before?.index === column.index - 1) blocks.at(-1)?.push(column);
      else blocks.push([column]);
      before = isQuiet ? column : undefined;
    }
    return blocks.map(blockOf);
  }
}

function blockOf(columns: readonly PlacedColumn[]): Block {
  return { columns, first: columns[0]?.index ?? 0, last: columns.at(-1)?.index ?? 0, text: "", isQuoted: false };
}
