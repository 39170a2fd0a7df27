import type { Objective, ScheduleQuality } from "../model/schedule-quality.ts";
import { type Cost, HELD, LATER_TERM } from "./assign/problem.ts";
import type { Rates } from "./rates.ts";

/** Days of a year over its twelve months' prices. */
const DAYS_PER_MONTH = 365 / 12;

export function qualityOf(
  objective: Cost,
  bound: Cost,
  isOptimal: boolean,
  rates: Pick<Rates, "currency" | "scale">,
): ScheduleQuality {
  const { currency } = rates;
  return { objective: inLevels(objective, rates), bound: inLevels(bound, rates), currency, isOptimal };
}

function inLevels({ late, overlap }: Cost, { currency, scale }: Pick<Rates, "currency" | "scale">): Objective {
  const whole = Math.max(0, Math.ceil(late));
  const rest = whole % HELD;
  return {
    withoutDay: Math.floor(whole / HELD),
    laterTerm: Math.floor(rest / LATER_TERM),
    bufferDays: rest % LATER_TERM,
    overlap: currency === undefined ? overlap : Math.round((overlap / (scale * DAYS_PER_MONTH)) * 100) / 100,
  };
}
