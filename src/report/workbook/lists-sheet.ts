import type { Plan } from "../../model/plan.ts";
import { targetChoices } from "../target-choices.ts";
import type { SheetSetup } from "./book.ts";
import { type GridRow, header, integer, text } from "./grid-sheet.ts";
import { LISTS } from "./validations.ts";

export const listsSetup: SheetSetup = {
  name: LISTS,
  widths: [8, 80],
  frozen: { rows: 1, columns: 0 },
  gridLines: true,
  pagesWide: 1,
  isHidden: true,
};

/** The hidden sheet: the entries of each dropdown under its number. */
export function listsRows(plan: Plan): readonly GridRow[] {
  const entries = targetChoices(plan).lists.flatMap((list, index) =>
    list.map((choice) => ({ cells: [integer(index + 1), text(choice)] })),
  );
  return [header(["list", "choice"]), ...entries];
}
