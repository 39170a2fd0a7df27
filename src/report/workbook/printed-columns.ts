import type { AnyTable, Column } from "../table.ts";

/** Characters that a page of A4 in landscape shows at a size that can still be read. */
const CHARACTERS_A_PAGE = 216;
const MIN_CHARACTERS_A_PAGE = 60;

/** Places of columns, from 0. */
export interface PrintedColumns {
  readonly from: number;
  readonly to: number;
  /** The columns that stand before the others on every page; undefined: none, as all are on the same page. */
  readonly titles: { readonly from: number; readonly to: number } | undefined;
}

/**
 * What a sheet shows on paper: what a person needs there. Columns for typing that follow the frozen ones are left out, though
 * the frozen ones are printed beside the rest; a hidden column at the end is not printed either.
 */
export function printedColumns(
  { printed, frozenColumns }: AnyTable,
  columns: readonly Column<unknown>[],
): PrintedColumns {
  const last = columns.findIndex(({ key }) => key === printed?.to);
  const to = last >= 0 ? last : columns.findLastIndex(({ isHidden }) => isHidden !== true);
  const titlesFrom = Math.max(
    0,
    columns.findIndex(({ key }) => key === printed?.titlesFrom),
  );
  const from = columns.findIndex(({ input }, place) => place >= frozenColumns && input === undefined);
  const whole = { from: titlesFrom, to };
  const titles = frozenColumns === 0 || from < 0 ? undefined : { from: titlesFrom, to: frozenColumns - 1 };
  if (from > frozenColumns) return { from, to, titles };
  return pagesWide(columns, { ...whole, titles }) > 1 ? { ...whole, titles } : { ...whole, titles: undefined };
}

/** Pages beside each other that the columns take, with the titles on every one. */
export function pagesWide(columns: readonly Column<unknown>[], { from, to, titles }: PrintedColumns): number {
  const widthOf = (first: number, last: number) =>
    columns.reduce(
      (sum, { isHidden, width }, place) => (place >= first && place <= last && isHidden !== true ? sum + width : sum),
      0,
    );
  const repeated = titles === undefined ? 0 : widthOf(titles.from, titles.to);
  const rest = widthOf(titles === undefined ? from : Math.max(from, titles.to + 1), to);
  return Math.max(1, Math.ceil(rest / Math.max(MIN_CHARACTERS_A_PAGE, CHARACTERS_A_PAGE - repeated)));
}
