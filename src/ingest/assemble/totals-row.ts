import { readMoney } from "../../cells/number.ts";
import { cleanText } from "../../cells/text.ts";

const SUM =
  "grand total|sub ?total|totals?|sum|gesamt(?:summe|anzahl|zahl|ergebnis|betrag)?|zwischensumme|teilergebnis|endsumme|summe|insgesamt|total g[eé]n[eé]ral|sous-total|totaux|somme|soma(?: total)?|total geral|totais|sub-?total|suma(?: total)?|gran total|total general|totales?|total global";
const OF_WHAT =
  "(?:of |de |des |der |do |da )?(?:seats|units|customers|tenants|clients|kunden|clientes|licen[cs]es|rows|subscriptions|quantity|lizenzen|plätze|zeilen|abonnements|licenças|assinaturas|assentos|linhas|licencias|suscripciones|puestos|filas|sièges|lignes|postes)";
/** A word for a sum in five languages, alone, with what is summed, with its number: "Gesamt: 135", "Total licenças (4)". */
const TOTAL = new RegExp(`^(?:${SUM})(?: ${OF_WHAT})?\\s*[:=]?\\s*\\(?[\\d.,'\\s€$£]*\\)?$`, "i");
/** Of what is summed. */
const CURRENCY = /^(EUR|USD|GBP|CHF|BRL|SEK|NOK|DKK|PLN|CZK|HUF|RON|MXN|CAD|AUD|NZD|JPY|INR|ZAR|COP|CLP|ARS|PEN|TRY)$/i;

/** What may be a number at all: nearly every row ends here, at its first cell. */
const NUMBER = /^\D{0,6}\d[\d.,'\s]*\D{0,6}$/;

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
    else if (CURRENCY.test(text)) continue;
    else if (NUMBER.test(text) && readMoney(text).kind === "number") numbers += 1;
    else return "no";
  }
  if (named) return "named";
  return numbers > 0 ? "numbersOnly" : "no";
}
