import type { SourceProduct } from "../model/subscription.ts";

/** "1 seat", "25 seats". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** One, two and three: `"A", "B" and "C"`. */
export function namesText(names: readonly string[]): string {
  return joined(names.map((name) => `"${name}"`));
}

/** One, two and three, without quotes. */
export function joined(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  const before = texts.slice(0, -1);
  return before.length === 0 ? last : `${before.join(", ")} and ${last}`;
}

/** The product as the export has it: name and first id, or the one there is. */
export function productText({ name, ids }: SourceProduct): string {
  const [id] = ids;
  if (name === "") return ids.map((one) => `"${one}"`).join(" / ") || '""';
  return id === undefined || id === name ? `"${name}"` : `"${name}" (${id})`;
}
