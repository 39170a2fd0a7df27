import { type Locale, languageOf } from "../locale/language.ts";
import { foldText, localeOfTitles, titlesRead } from "../locale/read-back.ts";
import type { TypedDecision } from "../model/verdict.ts";
import type { SheetRow } from "./read-decisions.ts";

/** The columns that are read back. */
export type SheetColumn = "key" | "decision" | "target" | "seats" | "date" | "reviewer" | "comment" | "facts" | "shown";

export interface SheetLayout {
  readonly scope: TypedDecision["scope"];
  /** The language of its headers. */
  readonly locale: Locale;
  /** Columns from 1 by what they hold. */
  readonly columns: ReadonlyMap<SheetColumn, number>;
  /** Every other column from 1, by its header as plan.csv would write it: `term_end`. Those of a header that stands twice are left out. */
  readonly others: ReadonlyMap<string, number>;
  /** Columns under a header that stands further left, too: what is typed there is not read. */
  readonly repeated: readonly { readonly name: SheetColumn; readonly column: number }[];
  /** What such a sheet has and this one lacks, by header. */
  readonly missing: readonly { readonly name: SheetColumn; readonly header: string }[];
}

/** Headers of the columns that are read back, in English. */
const TITLES: Readonly<Record<SheetColumn, readonly string[]>> = {
  key: ["key"],
  decision: ["decision"],
  target: ["new target", "chosen target"],
  seats: ["new seats"],
  date: ["new date"],
  reviewer: ["reviewer"],
  comment: ["comment"],
  facts: ["facts"],
  shown: ["shown"],
};
/** The same in every language of ours, with the English one. */
const READ = titlesRead(Object.values(TITLES).flat());
/** Headers of columns whose values a row records of itself, or that tell what kind of sheet it is. */
const OTHERS = titlesRead([
  "Status",
  "Customer",
  "Source offer",
  "Seats",
  "Term end",
  "Target product id",
  "Target offer",
  "Target seats",
  "Switch on",
  "Findings",
  "Match",
  "Subscriptions",
]);

const NAMES = Object.keys(TITLES) as SheetColumn[];
/** Only where single subscriptions are decided on. */
const OF_SUBSCRIPTIONS = new Set(["new target", ...TITLES.seats, ...TITLES.date]);
const OF_MAPPINGS = new Set(["chosen target"]);
/** A sheet with so many of the headers takes decisions, even if somebody renamed the others. */
const TELLING = 3;
/** Rows above the header that a person may have added. */
const HEADER_WITHIN = 20;

/** Whether a row is the header of a list to which somebody has added a column for decisions, such as Review queue. */
export function isAddedTo({ row, cells }: SheetRow): boolean {
  const names = new Set(cells.map(({ text }) => READ.get(foldText(text))));
  return row <= HEADER_WITHIN && names.has("key") && names.has("decision");
}

/** What a sheet's row says about its columns; undefined where it is no header of a sheet that takes decisions. */
export function layoutOf({ row, cells }: SheetRow): SheetLayout | undefined {
  if (row > HEADER_WITHIN) return undefined;
  const columns = new Map<SheetColumn, number>();
  const others = new Map<string, number>();
  const twice = new Set<string>();
  const repeated: { readonly name: SheetColumn; readonly column: number }[] = [];
  const words = new Set<string>();
  for (const { column, text } of cells) {
    const folded = foldText(text);
    const title = READ.get(folded) ?? "";
    const name = NAMES.find((each) => TITLES[each].includes(title));
    if (name !== undefined) {
      words.add(title);
      if (columns.has(name)) repeated.push({ name, column });
      else columns.set(name, column);
    }
    const key = (OTHERS.get(folded) ?? folded).replaceAll(" ", "_");
    if (others.has(key)) twice.add(key);
    others.set(key, column);
  }
  if (columns.size < TELLING || !(columns.has("key") || columns.has("decision"))) return undefined;
  for (const key of twice) others.delete(key);
  const isOfMappings = [...words].some((word) => OF_MAPPINGS.has(word));
  const isOfSubscriptions = [...words].some((word) => OF_SUBSCRIPTIONS.has(word));
  const scope = isOfMappings || (!isOfSubscriptions && others.has("subscriptions")) ? "mapping" : "subscription";
  const locale = localeOfTitles(
    cells.map(({ text }) => text),
    Object.values(TITLES).flat(),
  );
  return { scope, locale, columns, others, repeated, missing: missingFrom(columns, scope, locale) };
}

function missingFrom(
  columns: ReadonlyMap<SheetColumn, number>,
  scope: SheetLayout["scope"],
  locale: Locale,
): SheetLayout["missing"] {
  const { text } = languageOf(locale);
  return NAMES.filter((name) => !columns.has(name))
    .filter((name) => scope === "subscription" || (name !== "seats" && name !== "date"))
    .map((name) => ({ name, header: text(TITLES[name][name === "target" && scope === "mapping" ? 1 : 0] ?? name) }));
}
