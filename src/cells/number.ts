import { remembered } from "./remembered.ts";
import { cleanText, isNothing } from "./text.ts";

export type DecimalSign = "." | ",";

export type NumberReading =
  /** `proves`: the decimal sign that the text itself shows. */
  | { readonly kind: "number"; readonly value: number; readonly proves?: DecimalSign }
  /** "1.234": a thousand and more, or one and a bit where `sign` is the decimal sign. */
  | { readonly kind: "either"; readonly sign: DecimalSign; readonly thousands: number; readonly decimals: number }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable" };

const EMPTY: NumberReading = { kind: "empty" };
const UNREADABLE: NumberReading = { kind: "unreadable" };

/**
 * Reads a number with a decimal point or comma, thousands by point, comma, space or apostrophe, a currency sign or code
 * on either side, and a minus before, behind or as parentheses. One separator before exactly three digits may be of either
 * kind, unless the part before it rules thousands out ("0,125", "1234.567").
 */
export const readAmount: (text: string) => NumberReading = remembered((text) => read(withoutCurrency(cleanText(text))));

/** A whole number; decimals must be zeros. May be negative: credits are. */
export function readCount(text: string): NumberReading {
  const cleaned = cleanText(text);
  if (DIGITS.test(cleaned)) return { kind: "number", value: Number(cleaned) };
  const reading = read(cleaned, true);
  return reading.kind === "number" && !Number.isSafeInteger(reading.value) ? UNREADABLE : reading;
}

/** Like {@link readAmount}, where nothing tells the decimal sign: one separator before exactly three digits marks thousands. */
export function readMoney(text: string): NumberReading {
  return withThousands(readAmount(text));
}

/** Like {@link readCount}, where nothing tells the decimal sign: nobody sells a fifth of a seat. */
export function readSeats(text: string): NumberReading {
  return withThousands(readCount(text));
}

function withThousands(reading: NumberReading): NumberReading {
  return reading.kind === "either" ? { kind: "number", value: reading.thousands } : reading;
}

const LONGEST_NUMBER = 80;

const DIGITS = /^\d{1,9}$/;

/** Java and Excel write 0E-20 and 1E+2, always with a sign; 1e3 without one may as well be part of an id. */
const EXPONENT = /^(\d{1,15})(?:[.,](\d{1,20}))?[eE]([+-]\d{1,3})$/;

const SIGNS = /^(?:([-−+])\s?(.+)|(.+?)\s?([-−])|\((.+)\))$/;

function read(text: string, isWhole = false): NumberReading {
  if (isNothing(text)) return EMPTY;
  if (text.length > LONGEST_NUMBER) return UNREADABLE;
  const signed = SIGNS.exec(text);
  const body = (signed?.[2] ?? signed?.[3] ?? signed?.[5] ?? text).trim();
  const isNegative = signed !== null && signed[1] !== "+";
  const parts = EXPONENT.test(body) ? exponentParts(body) : decimalParts(body);
  if (parts === undefined) return UNREADABLE;
  const signedBy = (value: number) => (isNegative && value !== 0 ? -value : value);
  if (parts.mayBeThousands) {
    const sign = parts.proves === "," ? "," : ".";
    const [thousands, decimals] = [Number(parts.whole + parts.fraction), Number(`${parts.whole}.${parts.fraction}`)];
    return { kind: "either", sign, thousands: signedBy(thousands), decimals: signedBy(decimals) };
  }
  // By its digits and not by its value, which rounds 24.99999999999999999 up to a whole number.
  if (isWhole && parts.exponent >= 0 && /[1-9]/.test(parts.fraction.slice(parts.exponent))) return UNREADABLE;
  const value = Number(`${parts.whole}.${parts.fraction}e${parts.exponent}`);
  if (!Number.isFinite(value)) return UNREADABLE;
  return parts.proves === undefined
    ? { kind: "number", value: signedBy(value) }
    : { kind: "number", value: signedBy(value), proves: parts.proves };
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: number;
  /** The decimal sign that is written, or ruled to be the other one. */
  readonly proves?: DecimalSign;
  readonly mayBeThousands?: true;
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

function decimalParts(body: string): Parts | undefined {
  if (PLAIN.test(body)) return { whole: body, fraction: "0", exponent: 0 };
  const at = Math.max(body.lastIndexOf("."), body.lastIndexOf(","));
  const sign = body.charAt(at) === "," ? "," : ".";
  const whole = body.slice(0, Math.max(at, 0));
  const fraction = body.slice(at + 1);
  // Only spaces or apostrophes, or the same separator twice: thousands without decimals.
  if (at < 0) return isGrouped(body) ? wholeParts(body) : undefined;
  if (whole.includes(sign))
    return isGrouped(body) ? { ...wholeParts(body), proves: sign === "," ? "." : "," } : undefined;
  if (!PLAIN.test(fraction)) return undefined;
  const parts = { whole: whole === "" ? "0" : whole, fraction, exponent: 0, proves: sign } as const;
  if (!PLAIN.test(parts.whole)) return isGrouped(whole) ? { ...parts, whole: wholeParts(whole).whole } : undefined;
  return fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? { ...parts, mayBeThousands: true } : parts;
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
