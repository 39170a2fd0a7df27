import { remembered } from "./remembered.ts";
import { cleanText, isNothing } from "./text.ts";

export type NumberReading =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable" }
  /** "1.234": a thousand and more, or one and a bit. */
  | { readonly kind: "ambiguous" };

const EMPTY: NumberReading = { kind: "empty" };
const UNREADABLE: NumberReading = { kind: "unreadable" };
const AMBIGUOUS: NumberReading = { kind: "ambiguous" };

/**
 * Reads a number with a decimal point or comma, thousands by point, comma, space or apostrophe, a currency sign or code
 * on either side, and a minus before, behind or as parentheses. One separator before exactly three digits is ambiguous,
 * unless the part before it rules thousands out ("0,125", "1234.567").
 */
export function readNumber(text: string): NumberReading {
  return read(withoutCurrency(cleanText(text)), "ambiguous");
}

/** Like {@link readNumber}, but one separator before exactly three digits marks thousands: prices have two decimals or four. */
export const readMoney: (text: string) => NumberReading = remembered((text) =>
  read(withoutCurrency(cleanText(text)), "thousands"),
);

/**
 * A whole number; decimals must be zeros. One separator before exactly three digits marks thousands ("1.200", "1,200"):
 * nobody sells a fifth of a seat. May be negative: credits are.
 */
export function readSeats(text: string): NumberReading {
  const cleaned = cleanText(text);
  if (DIGITS.test(cleaned)) return { kind: "number", value: Number(cleaned) };
  const reading = read(cleaned, "thousands", true);
  return reading.kind === "number" && !Number.isSafeInteger(reading.value) ? UNREADABLE : reading;
}

const LONGEST_NUMBER = 80;

const DIGITS = /^\d{1,9}$/;

/** Java and Excel write 0E-20 and 1E+2, always with a sign; 1e3 without one may as well be part of an id. */
const EXPONENT = /^(\d{1,15})(?:[.,](\d{1,20}))?[eE]([+-]\d{1,3})$/;

const SIGNS = /^(?:([-−+])\s?(.+)|(.+?)\s?([-−])|\((.+)\))$/;

function read(text: string, threeDigits: "thousands" | "ambiguous", isWhole = false): NumberReading {
  if (isNothing(text)) return EMPTY;
  if (text.length > LONGEST_NUMBER) return UNREADABLE;
  const signed = SIGNS.exec(text);
  const body = (signed?.[2] ?? signed?.[3] ?? signed?.[5] ?? text).trim();
  const isNegative = signed !== null && signed[1] !== "+";
  const parts = EXPONENT.test(body) ? exponentParts(body) : decimalParts(body, threeDigits);
  if (parts === undefined) return UNREADABLE;
  if (parts === "ambiguous") return AMBIGUOUS;
  // By its digits and not by its value, which rounds 24.99999999999999999 up to a whole number.
  if (isWhole && parts.exponent >= 0 && /[1-9]/.test(parts.fraction.slice(parts.exponent))) return UNREADABLE;
  const value = Number(`${parts.whole}.${parts.fraction}e${parts.exponent}`);
  if (!Number.isFinite(value)) return UNREADABLE;
  return { kind: "number", value: isNegative && value !== 0 ? -value : value };
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: number;
}

function exponentParts(body: string): Parts | undefined {
  const match = EXPONENT.exec(body);
  if (match === null) return undefined;
  return { whole: match[1] ?? "", fraction: match[2] || "0", exponent: Number(match[3]) };
}

const PLAIN = /^\d+$/;
const GROUPED = /^\d{1,3}(?:([.,' ’])\d{3})(?:\1\d{3})*$/;
/** 12,34,567.00 as India writes it. */
const GROUPED_IN_LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

function decimalParts(body: string, threeDigits: "thousands" | "ambiguous"): Parts | "ambiguous" | undefined {
  if (PLAIN.test(body)) return { whole: body, fraction: "0", exponent: 0 };
  const at = Math.max(body.lastIndexOf("."), body.lastIndexOf(","));
  const whole = body.slice(0, Math.max(at, 0));
  const fraction = body.slice(at + 1);
  // Only spaces or apostrophes, or the same separator twice: thousands without decimals.
  if (at < 0 || whole.includes(body.charAt(at))) return isGrouped(body) ? wholeParts(body) : undefined;
  if (!PLAIN.test(fraction)) return undefined;
  if (whole === "") return { whole: "0", fraction, exponent: 0 };
  if (!PLAIN.test(whole)) return isGrouped(whole) ? { ...wholeParts(whole), fraction } : undefined;
  const mayBeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!mayBeThousands) return { whole, fraction, exponent: 0 };
  return threeDigits === "ambiguous" ? "ambiguous" : wholeParts(body);
}

function isGrouped(text: string): boolean {
  return GROUPED.test(text) || GROUPED_IN_LAKHS.test(text);
}

function wholeParts(text: string): Parts {
  return { whole: text.replace(/\D/g, ""), fraction: "0", exponent: 0 };
}

const CURRENCY =
  "(?:[A-Za-z]{0,3}\\p{Sc}|kr\\.?|z[lł]|k[cč]|ft|lei|fr\\.?|rs\\.?|rm|AED|ARS|AUD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KRW|KWD|MXN|MYR|NOK|NZD|PEN|PHP|PLN|QAR|RON|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|UYU|VND|ZAR)";
const CURRENCY_BEFORE = new RegExp(`^([-−(]?)\\s?${CURRENCY}\\s?(?=[-−(]?[\\d.,])`, "iu");
const CURRENCY_BEHIND = new RegExp(`(?<=[\\d)-])\\s?${CURRENCY}(\\)?)$`, "iu");

function withoutCurrency(text: string): string {
  if (PLAIN.test(text)) return text;
  const behind = text.replace(CURRENCY_BEHIND, "$1");
  return behind === text ? text.replace(CURRENCY_BEFORE, "$1") : behind;
}
