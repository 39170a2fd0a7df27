import { english } from "../../src/locale/english.ts";
import type { Value } from "../../src/locale/sentence.ts";

/** A cell as a reader of English sees it; what is no text of ours stays as it is. */
export function inEnglish<Cell>(cell: Cell): Exclude<Cell, object> | string {
  return typeof cell === "object" && cell !== null
    ? english(cell as unknown as Value)
    : (cell as Exclude<Cell, object>);
}
