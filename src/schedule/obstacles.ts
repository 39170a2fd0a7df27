import { type Language, said } from "../locale/language.ts";
import { days, type Phrase, type Spoken, say } from "../locale/sentence.ts";
import { addDays, type PlainDate } from "../model/plain-date.ts";
import type { Calendar } from "./calendar.ts";
import { type Refusal, refusalReason } from "./constraints/constraint.ts";
import type { Fullness } from "./crowd.ts";
import { mapIn } from "./map-in.ts";
import { pairKey } from "./pair-key.ts";

/** What stood in the way, in words that are found once: in a large book the same stretch of days is told of many times. */
export class Obstacles {
  private readonly language: Language;
  private readonly known = new Map<Calendar, Map<Fullness, Map<number, Map<number, readonly Spoken[]>>>>();

  constructor(language: Language) {
    this.language = language;
  }

  /** From one day to another, each reason once, in order of day: "22–29 Mar is frozen (Easter)". */
  words(calendar: Calendar, from: PlainDate, to: PlainDate, year: number, fullness: Fullness): readonly Spoken[] {
    if (!fullness.isShared) return obstacleWords(calendar, from, to, year, fullness);
    const byYear = mapIn(mapIn(this.known, calendar), fullness);
    const byRange = mapIn(byYear, year);
    const range = pairKey(from, to);
    const before = byRange.get(range);
    if (before !== undefined) return before;
    const found = obstacleWords(calendar, from, to, year, fullness).map((phrase) => said(phrase, this.language));
    byRange.set(range, found);
    return found;
  }
}

function obstacleWords(
  calendar: Calendar,
  from: PlainDate,
  to: PlainDate,
  year: number,
  fullness: Fullness,
): readonly Phrase[] {
  const refusals: Refusal[] = [];
  const full: { from: PlainDate; to: PlainDate }[] = [];
  // A weekend between two full days does not end their range; a free day does, and a day that is named for itself.
  let isOpen = false;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const refusal = calendar.refusalOn(day);
    if (refusal !== undefined) {
      if (refusal.kind === "weekday") continue;
      refusals.push(refusal);
      isOpen = false;
    } else if (fullness.has(day)) {
      const last = full.at(-1);
      if (last !== undefined && isOpen) last.to = day;
      else full.push({ from: day, to: day });
      isOpen = true;
    } else isOpen = false;
  }
  // Nothing stands in the way of most subscriptions.
  if (refusals.length === 0 && full.length === 0) return [];

  const freezes = new Map<string, Refusal>();
  const holidays = refusals.filter(({ kind }) => kind === "holiday");
  for (const refusal of refusals) {
    if (refusal.kind === "freeze") freezes.set(`${refusal.from} ${refusal.to} ${refusal.reason}`, refusal);
  }
  const frozen = [...freezes.values()];
  const outside = holidays.filter(({ from: day }) => !frozen.some((range) => range.from <= day && range.to >= day));
  const crowded = full.map((range) => ({ ...range, kind: "full" as const, reason: "" }));
  return [...frozen, ...outside, ...crowded]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((refusal) => {
      const range = days(refusal.from, refusal.to, year);
      if (refusal.kind === "full") return say`${range} is full`;
      if (refusal.kind === "freeze") return say`${range} is frozen (${refusal.reason})`;
      return say`${range} is ${refusalReason(refusal)}`;
    });
}
