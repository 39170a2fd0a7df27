import type { TypedDecision } from "../model/verdict.ts";
import type { SheetRow } from "./read-decisions.ts";

/** The columns that are read back. */
export type SheetColumn = "key" | "decision" | "target" | "seats" | "date" | "reviewer" | "comment" | "facts" | "shown";

export interface SheetLayout {
  readonly scope: TypedDecision["scope"];
  /** Columns from 1 by what they hold. */
  readonly columns: ReadonlyMap<SheetColumn, number>;
  /** Every other column from 1, by its header as plan.csv would write it: `term_end`. */
  readonly others: ReadonlyMap<string, number>;
}

/** Header words in every language of ours, folded: small letters, no accents, single spaces. */
const HEADERS: Readonly<Record<SheetColumn, readonly string[]>> = {
  key: ["key", "chave"],
  decision: ["decision", "decisao"],
  target: ["new target", "chosen target", "novo destino", "destino escolhido"],
  seats: ["new seats", "novas licencas"],
  date: ["new date", "nova data"],
  reviewer: ["reviewer", "revisor"],
  comment: ["comment", "comentario"],
  facts: ["facts", "fatos"],
  shown: ["shown", "exibido"],
};

const SUBSCRIPTION_TARGETS = new Set(["new target", "novo destino"]);
/** Rows above the header that a person may have added. */
const HEADER_WITHIN = 20;

/** What a sheet's row says about its columns; undefined where it is no header of a sheet that takes decisions. */
export function layoutOf({ row, cells }: SheetRow): SheetLayout | undefined {
  if (row > HEADER_WITHIN) return undefined;
  const columns = new Map<SheetColumn, number>();
  const others = new Map<string, number>();
  let scope: SheetLayout["scope"] | undefined;
  for (const { column, text } of cells) {
    const folded = foldHeader(text);
    others.set(folded.replaceAll(" ", "_"), column);
    for (const [name, words] of Object.entries(HEADERS)) {
      if (words.includes(folded) && !columns.has(name as SheetColumn)) columns.set(name as SheetColumn, column);
    }
    if (HEADERS.target.includes(folded)) scope = SUBSCRIPTION_TARGETS.has(folded) ? "subscription" : "mapping";
  }
  if (scope === undefined || !columns.has("key") || !columns.has("decision")) return undefined;
  return { scope, columns, others };
}

function foldHeader(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}
