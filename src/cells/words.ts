import type { Billing, Channel, Segment, SubscriptionStatus, Term } from "../model/subscription.ts";
import { remembered } from "./remembered.ts";
import {
  CHANNEL_WORDS,
  GRAPH_STATUS_WORDS,
  SEGMENT_WORDS,
  STATUS_WORDS,
  TERM_WORDS,
  YES_NO_WORDS,
} from "./word-lists.ts";

/** A word for comparison: without case, accents, spaces and punctuation. "Não lucrativo" and "nao-lucrativo" are one. */
export function foldWord(text: string): string {
  if (/^[A-Za-z0-9]*$/.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const STATUSES = meanings(STATUS_WORDS);
const GRAPH_STATUSES = meanings(GRAPH_STATUS_WORDS);
const YES_NO = meanings(YES_NO_WORDS);
const SEGMENTS = meanings(SEGMENT_WORDS);
const TERMS = meanings(TERM_WORDS);
const CHANNELS = meanings(CHANNEL_WORDS);

/** Undefined, as from all the functions below: the word is not known, or means nothing certain. */
export const readStatus = remembered((text): SubscriptionStatus | undefined => STATUSES.get(foldWord(text)));

/** The status of a tenant's own export, where the same words mean other states; other words read as in {@link readStatus}. */
export function readGraphStatus(text: string): SubscriptionStatus | undefined {
  return GRAPH_STATUSES.get(foldWord(text)) ?? readStatus(text);
}

export const readYesNo = remembered((text): boolean | undefined => {
  const meaning = YES_NO.get(foldWord(text));
  return meaning === undefined ? undefined : meaning === "yes";
});

export const readSegment = remembered((text): Segment | undefined => SEGMENTS.get(foldWord(text)));

export const readChannel = remembered((text): Channel | undefined => CHANNELS.get(foldWord(text)));

/** A term, alone ("P1Y", "12 months") or together with the billing ("Annual term, Monthly billing"). */
export const readTerm = remembered((text): Term | undefined => {
  const folded = foldWord(text);
  return TERMS.get(folded) ?? TERMS.get(partsOf(folded).term);
});

const BILLING_OF_TERM: Readonly<Record<Term, Billing>> = { P1M: "monthly", P1Y: "annual", P3Y: "triennial" };

/** How often it is billed, alone or beside the term. Paid upfront means once a term, so the text must tell the term, too. */
export const readBilling = remembered((text): Billing | undefined => {
  const folded = foldWord(text);
  const { term, billing } = partsOf(folded);
  const interval = TERMS.get(folded) ?? TERMS.get(billing === "upfront" ? term : billing);
  return interval === undefined ? undefined : BILLING_OF_TERM[interval];
});

/** "Annual term, Monthly billing", "One-Year commitment for monthly billing" and the like, folded: interval before or behind the noun. */
const COMBINATIONS = [
  /^(?<term>.+?)(?:term|commitment)(?:with|for)?(?:(?<billing>.+?)(?:billing|payment|billed))?$/,
  /^(?<term>.+?)laufzeit(?:mit|bei)?(?:(?<billing>.+?)(?:abrechnung|zahlung))?$/,
  /^(?:termo|prazo|vigencia|plazo|periodo|duree|engagement|contrato)(?<term>.+?)(?:(?:cobranca|faturamento|faturacao|pagamento|facturacion|pago|facturation|paiement)(?<billing>.+))?$/,
  /^(?<billing>.+?)(?:billing|payment|billed|abrechnung|zahlung)$/,
  /^(?:billed|cobranca|faturamento|faturacao|pagamento|facturacion|pago|facturation|paiement)(?<billing>.+)$/,
];

function partsOf(folded: string): { readonly term: string; readonly billing: string } {
  // The patterns take time in the square of the length; no real text is half as long.
  if (folded.length > 120) return { term: "", billing: "" };
  for (const combination of COMBINATIONS) {
    const groups = combination.exec(folded)?.groups;
    if (groups !== undefined) return { term: groups.term ?? "", billing: groups.billing ?? "" };
  }
  return { term: "", billing: "" };
}

function meanings<Meaning extends string>(
  words: Readonly<Partial<Record<Meaning, string>>>,
): ReadonlyMap<string, Meaning> {
  const known = new Map<string, Meaning>();
  for (const [meaning, list] of Object.entries(words) as [Meaning, string][]) {
    for (const word of list.trim().split(/\s+/)) known.set(word, meaning);
  }
  return known;
}
