import { english } from "../../src/locale/english.ts";
import type { Value } from "../../src/locale/sentence.ts";

/** A cell as a reader of English sees it; what is no text of ours stays as it is. */
export function inEnglish<Cell>(cell: Cell): Exclude<Cell, object> | string {
  return typeof cell === "object" && cell !== null
    ? english(cell as unknown as Value)
    : (cell as Exclude<Cell, object>);
}

const SPOKEN: ReadonlySet<unknown> = new Set(["phrase", "list", "word", "day", "count", "said", "line"]);

/** A value with everything in it that is said as a reader of English sees it. */
export function allInEnglish(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(allInEnglish);
  if (typeof value !== "object" || value === null || value instanceof Map || value instanceof Set) return value;
  if ("kind" in value && SPOKEN.has(value.kind)) return english(value as unknown as Value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, allInEnglish(each)]));
}
