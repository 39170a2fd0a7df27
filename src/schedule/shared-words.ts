import { counted, days, type Phrase, type Spoken, say, shortDay } from "../locale/sentence.ts";
import { earlierOf, laterOf, partsOf } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { BestDay, Choice, SharedWindow } from "./choice.ts";
import type { Circumstances } from "./circumstances.ts";

/** Why those that share a day have this one. */
export function sharedSearch(
  choice: Choice,
  { from, to, isBundle, best, lead }: SharedWindow,
  { calendar, policy, obstacles, fullness }: Circumstances,
): readonly Spoken[] {
  const { switchOn, uncrowdedOn, together, termEnd } = choice;
  const { year } = partsOf(termEnd);
  if (lead !== undefined) {
    return [
      lead.isBase
        ? say`a base and its add-ons share one day, and the base's was decided by a person (${lead.source})`
        : say`a base and its add-ons share one day, and an add-on's was decided by a person (${lead.source})`,
    ];
  }
  const window = days(from, to, year);
  const words = [
    isBundle
      ? say`a base and its add-ons share one day, ${together} subscriptions, and all of them can on ${window}`
      : say`${together} subscriptions of the customer share one day, and all of them can on ${window}`,
  ];
  if (switchOn === undefined) return [...words, ...obstacles.words(calendar, from, to, year, fullness)];
  // Why this one of several days.
  if (from !== to) words.push(bestDayWords(best, policy, year));
  if (uncrowdedOn === undefined) return words;
  const [first, last] = [earlierOf(switchOn, uncrowdedOn), laterOf(switchOn, uncrowdedOn)];
  return [...words, ...obstacles.words(calendar, first, last, year, fullness)];
}

function bestDayWords({ on, because }: BestDay, { bufferDays }: Policy, year: number): Phrase {
  const best = shortDay(on, year);
  const buffer = counted(bufferDays, "day");
  switch (because) {
    case "last":
      return say`of these ${best} is the last, with the least overlap`;
    case "buffer":
      return say`of these ${best} is the last that keeps the buffer of ${buffer} for each`;
    case "late":
      return say`on each of these at least one is inside its buffer of ${buffer} or past its term end, so the first, ${best}, is best`;
    case "early":
      return say`of these ${best} is the earliest`;
    case undefined:
      return say`of these ${best} is best for all together`;
    default:
      return because satisfies never;
  }
}
