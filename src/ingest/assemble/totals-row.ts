import { readMoney } from "../cells/number.ts";
import { cleanText } from "../cells/text.ts";

// The word for a sum in five languages, alone or with its number ("Gesamt: 135").
const TOTAL =
  /^(grand total|sub ?total|totals?|gesamt(summe|anzahl)?|zwischensumme|summe|insgesamt|total g[eé]n[eé]ral|sous-total|somme|soma|suma|totales?|total geral|total general|totais|sum)\s*[:=]?\s*[\d.,'\s€$£]*$/i;

export type TotalsLikeness = "named" | "numbersOnly" | "no";

/** Whether a row is the sum that exports end with: a word for it and numbers, or nothing but numbers. */
export function totalsLikeness(cells: readonly string[]): TotalsLikeness {
  let named = false;
  let numbers = 0;
  for (const cell of cells) {
    if (cell === "") continue;
    const text = cleanText(cell);
    if (text === "") continue;
    if (TOTAL.test(text)) named = true;
    else if (readMoney(text).kind === "number") numbers += 1;
    else return "no";
  }
  if (named) return "named";
  return numbers > 0 ? "numbersOnly" : "no";
}
