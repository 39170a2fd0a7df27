import type { Locale } from "../locale/language.ts";
import type { DateOrder } from "../model/configuration.ts";
import { type PlainDate, parseIsoDate } from "../model/plain-date.ts";
import { UserError } from "../model/user-error.ts";

export interface PlanOptions {
  readonly out?: string;
  readonly config?: string;
  readonly asOf?: string;
  readonly partnerCountry?: string;
  readonly locale: Locale;
  readonly dateOrder?: DateOrder;
  readonly split?: string;
  readonly decisions?: string;
  readonly failOn?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** What `--fail-on` may name. */
const FAIL_WORDS = ["ready", "review", "blocked", "excluded", "rejected"] as const;
export type FailWord = (typeof FAIL_WORDS)[number];

export function dayOption(text: string): PlainDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new UserError([`--as-of: expected a day as YYYY-MM-DD, found "${text}".`]);
  return day;
}

export function failOnOption(text: string | undefined): readonly FailWord[] {
  if (text === undefined) return [];
  const words = text.split(",").map((word) => word.trim());
  const unknown = words.filter((word) => !FAIL_WORDS.some((known) => known === word));
  if (unknown.length > 0) {
    throw new UserError(unknown.map((word) => `--fail-on: expected ${FAIL_WORDS.join(", ")}, found "${word}".`));
  }
  return FAIL_WORDS.filter((known) => words.includes(known));
}

export function splitOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UserError([`--split: expected a whole number from 1, found "${text}".`]);
  return Number(text);
}
