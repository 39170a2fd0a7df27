import type { Objective, ScheduleQuality } from "../model/schedule-quality.ts";
import { type Cost, HELD, LATER_TERM } from "./assign/problem.ts";
import type { Rates } from "./rates.ts";

/** Ten-thousandths of a month's price, times twelve, over the days of a year. */
const RATE_PER_UNIT = (10_000 * 365) / 12;

export function qualityOf(
  objective: Cost,
  bound: Cost,
  isOptimal: boolean,
  { currency }: Pick<Rates, "currency">,
): ScheduleQuality {
  return { objective: inLevels(objective, currency), bound: inLevels(bound, currency), currency, isOptimal };
}

function inLevels({ late, overlap }: Cost, currency: string | undefined): Objective {
  const whole = Math.max(0, Math.ceil(late));
  const rest = whole % HELD;
  return {
    withoutDay: Math.floor(whole / HELD),
    laterTerm: Math.floor(rest / LATER_TERM),
    bufferDays: rest % LATER_TERM,
    overlap: currency === undefined ? overlap : Math.round((overlap / RATE_PER_UNIT) * 100) / 100,
  };
}
